"""Several files read at once, each in a process of its own, so that all processors are used.

These processes are forks of one that has loaded the readers; a single file is read by one that is started for it.
"""

import os
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

from index.errors import SourceError
from index.readers.base import Reader, ReadLimits, SourceText
from index.readers.processes.warm import WarmProcess, use_warm_process
from index.readers.registry import reader_of

# How many files are read ahead of the one that is waited for, for each that is read at once: texts of whole documents
# are held until they are taken.
_AHEAD = 2


def read_several(
    paths: Sequence[Path], readers: Sequence[Reader], limits: ReadLimits, *, at_once: int | None = None
) -> Generator[tuple[Path, SourceText | SourceError]]:
    """Each of `paths`, in their order, with what was read of it or why it was not.

    `at_once` is how many are read at a time, one for each processor if it is None.
    """
    workers = max(1, at_once or os.cpu_count() or 1)
    waiting: deque[tuple[Path, Future[SourceText | SourceError]]] = deque()
    warm = WarmProcess() if len(paths) > 1 else None
    with ThreadPoolExecutor(workers, initializer=use_warm_process, initargs=(warm,)) as pool, warm or nullcontext():
        try:
            for path in paths:
                waiting.append((path, pool.submit(_read, path, readers, limits)))
                if len(waiting) >= workers * _AHEAD:
                    first, future = waiting.popleft()
                    yield first, future.result()
            while waiting:
                first, future = waiting.popleft()
                yield first, future.result()
        finally:
            # Who stops taking does not wait for files that nobody asked for.
            pool.shutdown(wait=False, cancel_futures=True)


def _read(path: Path, readers: Sequence[Reader], limits: ReadLimits) -> SourceText | SourceError:
    try:
        return reader_of(path, readers).read(path, limits)
    except SourceError as error:
        return error
