"""Runs a command, and ends it with all that it started when standard input ends: `python supervisor.py COMMAND…`.

Whoever holds the other end of the pipe need not be able to end anything any more: a process that is killed lets go of
it. Only the standard library is used and no module of ours, so that the command gets the environment as it was.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO


def supervise(command: Sequence[str], lifeline: IO[bytes]) -> int:
    """The exit code of `command`, negative where a signal ended it; it is ended where `lifeline` ends before it."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True) as process:
        threading.Thread(target=_end_with, args=(lifeline, process.pid), daemon=True).start()
        return process.wait()


def _end_with(lifeline: IO[bytes], group: int) -> None:
    lifeline.read()
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    code = supervise(sys.argv[1:], sys.stdin.buffer)
    # Not sys.exit, which waits for the input that the thread reads.
    os._exit(code & 0xFF)
