"""A process that has loaded what readers need and forks a child for each file: starting Python anew takes longer.

The one that asks has threads and cannot be forked itself. It hands over the standard streams of a child and one end of
a pair of sockets through a socket, and reads what the child ended with from the other end. Letting go of that ends the
child, and letting go of the socket ends all of them, so that nothing is left when the one that asks is killed.
"""

import subprocess
import sys
from collections.abc import Sequence
from contextvars import ContextVar
from socket import send_fds, socket, socketpair
from threading import Lock
from types import TracebackType
from typing import IO, Self

from index.processes.python import python_process

_LONGEST_CODE = 16  # bytes; an exit code has four at most
_SECONDS_TO_END = 5  # a setting; it takes milliseconds


class WarmProcess:
    """Runs children until it is left as a context; threads may share it. Its process is started by the first of them.

    `is_over` tells that it was left.
    """

    def __init__(self) -> None:
        self.is_over = False
        self._lock = Lock()
        self._control: socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the children that still run, and the process."""
        with self._lock:
            self.is_over = True
            if self._control is None or self._process is None:
                return
            self._control.close()
            with self._process:
                try:
                    self._process.wait(_SECONDS_TO_END)
                except subprocess.TimeoutExpired:
                    self._process.kill()

    def exit_code(self, streams: Sequence[IO[bytes]], seconds: float) -> int | None:
        """What a child with these standard `streams` ended with, negative for a signal; the first says what it does.

        None where no child can be had or its end is not known: the system has none, the process is gone or was left.
        TimeoutError after `seconds`; the child is ended then.
        """
        if sys.platform != "linux":
            return None
        mine, its = socketpair()
        with mine:
            with its:
                if not self._hands_over([its.fileno(), *(each.fileno() for each in streams)]):
                    return None
            mine.settimeout(seconds)
            code = mine.recv(_LONGEST_CODE)
        return int(code) if code and not self.is_over else None

    def _hands_over(self, files: Sequence[int]) -> bool:
        with self._lock:
            if self.is_over:
                return False
            if self._control is None:
                self._control = self._started()
            try:
                send_fds(self._control, [b"."], files)
            except OSError:  # the process is gone
                return False
        return True

    def _started(self) -> socket:
        control, its = socketpair()
        with its:
            quiet = (subprocess.DEVNULL,) * 3
            self._process = python_process("index.readers.processes.server", quiet, [str(its.fileno())], [its.fileno()])
        return control


_OF_THIS_THREAD: ContextVar[WarmProcess | None] = ContextVar("warm process", default=None)


def use_warm_process(warm: WarmProcess | None) -> None:
    """Have this thread read files by children of `warm`; None has it start a process for each."""
    _OF_THIS_THREAD.set(warm)


def warm_process() -> WarmProcess | None:
    """What this thread reads files by; None where it starts a process for each."""
    return _OF_THIS_THREAD.get()
