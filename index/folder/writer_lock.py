"""One writer of an index at a time, from reading the old one to putting the new one in place."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import OutputError


@contextmanager
def only_writer(folder: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """The only writer of the index in `folder` on this machine; `on_wait` is called where another one is at it.

    Who reads an index, changes it and puts it back must be alone for as long, else two changes at once lose one of
    them. The lock goes with the process that holds it, however that ends. OutputError where there is no place for it.
    """
    import fcntl

    target = folder.expanduser().resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(target.with_name(f".{target.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise OutputError(f"cannot write beside {folder}: {error.strerror}; nothing was changed") from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
