"""Programs of others that turn one file into another: found where they are installed, ended when they take too long.

A program runs under `index.readers.supervisor`, which ends it when the call here ends, and also when this process is
killed and can no longer end anything.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import IO

from index.errors import SourceError
from index.readers import supervisor

# How much of what a program complains of goes into a message, and is read from its end.
_LONGEST_COMPLAINT = 200  # characters
_READ_OF_COMPLAINTS = 4_096  # bytes


def installed(names: Sequence[str]) -> str | None:
    """The path of the first of `names` that is installed."""
    return next((found for found in map(shutil.which, names) if found is not None), None)


def run_program(command: Sequence[str], seconds: float, subject: str) -> None:
    """Runs `command` and waits for its end; SourceError, which begins with `subject`, where it fails or takes too long.

    A program that takes longer than `seconds` is ended with all that it started.
    """
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            [sys.executable, "-I", supervisor.__file__, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            start_new_session=True,  # Ctrl-C is for this process, which ends the supervisor's input then
        ) as process,
    ):
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise SourceError(f"{subject} took longer than {seconds:.0f} s; split the file") from None
        finally:
            _close(process)
        if process.returncode:
            reason = _last_line(complaints) or f"it ended with {process.returncode}"
            raise SourceError(f"{subject} failed ({reason}); open the file and save it anew")


def _close(process: subprocess.Popen[bytes]) -> None:
    """Whatever happened, the program and those that it started do not outlive the call."""
    if process.stdin is not None:
        process.stdin.close()
    process.wait()


def _last_line(complaints: IO[bytes]) -> str:
    complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - _READ_OF_COMPLAINTS))
    lines = complaints.read().decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:_LONGEST_COMPLAINT] if lines else ""
