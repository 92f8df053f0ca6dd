"""Work done in the background of the app, one piece after the other: batches answered, documents indexed."""

import queue
import threading
from collections.abc import Callable

Work = Callable[[], None]
"""What is to be done. It tells of its own errors: nobody waits for it."""

_IDLE_SECONDS = 1.0  # how long a thread that has nothing to do is kept: starting another takes no time


class JobRunner:
    """Does what it is given in one thread, in the order it came; `name` is the thread's. Safe to share."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._waiting: queue.Queue[tuple[Work, threading.Event]] = queue.Queue()
        self._worker: threading.Thread | None = None

    def run(self, work: Work) -> threading.Event:
        """What is set when `work` has ended, which is begun when all work before it has."""
        ended = threading.Event()
        with self._lock:
            self._waiting.put((work, ended))
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._worker.start()
        return ended

    def _work(self) -> None:
        while (given := self._next()) is not None:
            work, ended = given
            try:
                work()
            except BaseException:
                # The thread ends with a mistake of the program; what waits is done by another.
                self._replace()
                raise
            finally:
                ended.set()

    def _next(self) -> tuple[Work, threading.Event] | None:
        try:
            return self._waiting.get(timeout=_IDLE_SECONDS)
        except queue.Empty:
            with self._lock:
                # Under the lock nothing can come between this look and the end of the thread.
                if self._waiting.empty():
                    self._worker = None
                    return None
                return self._waiting.get_nowait()

    def _replace(self) -> None:
        with self._lock:
            self._worker = None
            if not self._waiting.empty():
                self._worker = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._worker.start()
