"""The process behind `warm.py`: `python -m index.readers.processes.server SOCKET`, the number of an open file.

It loads what readers need and forks a child for each file, and reads none itself. It has one thread, so that a fork is
safe, and ends with all its children when the other end of its socket is closed.
"""

import gc
import json
import os
import selectors
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from socket import recv_fds, socket
from typing import Any

from index.readers.processes.child import work_on

_FILES = 4  # the socket of the one that asks, and the three standard streams of the child


@dataclass(frozen=True, slots=True)
class _Child:
    """A running child: its number, the file that can be read when it has ended, and the socket of who asked for it."""

    pid: int
    ended: int
    asker: socket


class _Server:
    """Starts children and tells how they ended."""

    def __init__(self, control: socket) -> None:
        self._control = control
        self._children: set[_Child] = set()
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(control, selectors.EVENT_READ)

    def serve(self) -> int:
        """The exit code: in a child that of its work; 0 in the server, when the other end of its socket is closed."""
        while True:
            for key, _ in self._waiting.select():
                if key.data is not None:
                    self._end(key.data)
                    continue
                asked, files, *_ = recv_fds(self._control, 1, _FILES)
                if not asked:
                    for child in tuple(self._children):
                        self._end(child)
                    return 0
                request = self._start(files)
                if request is not None:
                    return work_on(request)

    def _start(self, files: list[int]) -> dict[str, Any] | None:
        """Starts a child with the first of `files` as the socket of who asked and the others as its standard streams.

        Returns twice, as a fork does: in the child with its request, and with None. Who asked is left without an answer
        where the system has no more processes or files.
        """
        if len(files) == _FILES:
            asker, *streams = files
            request = _request(streams[0])
            with suppress(OSError):
                pid = os.fork()
                if not pid:
                    self._become_child(streams)
                    return request
                self._watch(pid, os.dup(asker))
        for each in files:
            os.close(each)
        return None

    def _become_child(self, streams: list[int]) -> None:
        """Leaves this process its standard streams and nothing of the server."""
        for place, stream in enumerate(streams):
            os.dup2(stream, place)
        os.closerange(len(streams), os.sysconf("SC_OPEN_MAX"))

    def _watch(self, pid: int, asker: int) -> None:
        child = _Child(pid, os.pidfd_open(pid), socket(fileno=asker))
        self._children.add(child)
        # The socket of who asked can be read when its other end is closed: nothing is sent through it.
        for each in (child.ended, child.asker):
            self._waiting.register(each, selectors.EVENT_READ, child)

    def _end(self, child: _Child) -> None:
        """Tells how `child` ended, which is ended if it has not."""
        if child not in self._children:
            return
        self._children.remove(child)
        for each in (child.ended, child.asker):
            self._waiting.unregister(each)
        # What has ended is not harmed, and its number belongs to no other until it is waited for.
        os.kill(child.pid, signal.SIGKILL)
        _, status = os.waitpid(child.pid, 0)
        with suppress(OSError):
            child.asker.send(str(os.waitstatus_to_exitcode(status)).encode())
        child.asker.close()
        os.close(child.ended)


def _request(file: int) -> dict[str, Any]:
    """What stands in `file`, with the modules loaded that it names."""
    with open(file, encoding="utf-8", closefd=False) as given:
        request: dict[str, Any] = json.load(given)
    for module in (request["task"].partition(":")[0], *request["loads"]):
        if module not in sys.modules:
            # The child says what is wrong with it.
            with suppress(ImportError):
                import_module(module)
            # What is there for good is never looked at again, so that children share the memory that it takes.
            gc.freeze()
    return request


if __name__ == "__main__":
    # What is left goes with the process; Python would take it apart first.
    os._exit(_Server(socket(fileno=int(sys.argv[1]))).serve())
