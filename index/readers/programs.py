"""Programs of others that turn one file into another: found where they are installed, ended when they take too long."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress

from index.errors import SourceError

# How much of what a program complains of goes into a message.
_LONGEST_COMPLAINT = 200


def installed(names: Sequence[str]) -> str | None:
    """The path of the first of `names` that is installed."""
    return next((found for found in map(shutil.which, names) if found is not None), None)


def run_program(command: Sequence[str], seconds: float, subject: str) -> None:
    """Runs `command` and waits for its end; SourceError, which begins with `subject`, where it fails or takes too long.

    A program that takes longer than `seconds` is ended with all that it started.
    """
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            _, complaints = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise SourceError(f"{subject} took longer than {seconds:.0f} s; split the file") from None
        finally:
            # Whatever happened, Ctrl-C too: the program and those that it started do not outlive the call.
            if process.poll() is None:
                _end(process)
    if process.returncode:
        lines = complaints.decode("utf-8", "replace").strip().splitlines()
        reason = lines[-1][:_LONGEST_COMPLAINT] if lines else f"it ended with {process.returncode}"
        raise SourceError(f"{subject} failed ({reason}); open the file and save it anew")


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()
