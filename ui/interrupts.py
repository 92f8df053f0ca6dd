"""Ctrl-C: when a process ends at once, and how."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

EXIT_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it
_STANDARD_ERROR = 2  # its file descriptor
INTERRUPTED = "interrupted; nothing that stood before was changed"


def _nothing() -> None:
    """Do nothing."""


@contextmanager
def leaving_at_once(clean_up: Callable[[], object] = _nothing) -> Iterator[None]:
    """While the block runs, Ctrl-C calls `clean_up` and ends the process at once, with a line and the exit code 130.

    For imports and loading, when nothing on disk is being changed. A KeyboardInterrupt would not do: it is lost where
    it comes in a callback of Python's own, imports keep their locks, and the threads that import are waited for.
    """
    # Where it is ignored, as after `nohup`, it stays ignored; other threads have no say in it.
    may_change = threading.current_thread() is threading.main_thread()
    if not may_change or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return

    def leave_now(_signal: int, _frame: object) -> None:
        with suppress(OSError):
            os.write(_STANDARD_ERROR, f"\npincite: {INTERRUPTED}\n".encode())
        clean_up()
        os._exit(EXIT_INTERRUPTED)

    signal.signal(signal.SIGINT, leave_now)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def leave(code: int) -> NoReturn:
    """End the process with `code`, without waiting for threads that still import or load something."""
    for stream in (sys.stdout, sys.stderr):
        # A reader that went away is no reason to stay.
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
