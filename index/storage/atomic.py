"""Files and folders written whole beside the old ones and put in their place, so that nobody ever sees half of one."""

import ctypes
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from index.errors import OutputError

# Linux: exchange two names in one step (linux/fs.h), paths taken from the working directory (fcntl.h).
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
# Bytes; a disk with less than that is full.
_NEARLY_NOTHING = 1_000_000
# The folders that this flow of the program is the only builder in.
_held: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())


@contextmanager
def replacing_file(path: Path) -> Iterator[BinaryIO]:
    """A file, open for reading and writing, that takes the place of `path` when the block ends without an error.

    Until then, and after any error, `path` is as it was; folders above it are made. What a killed run left behind is
    written over. OutputError where it cannot be written.
    """
    new = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        _sync(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {path}: {reason}; what was there is unchanged") from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


@contextmanager
def alone_beside(folder: Path, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """The only builder of `folder`, and of folders beside it, until the block ends.

    Who reads a folder, changes it and puts it back is alone for as long, else two changes at once lose one of them.
    `on_wait` is called where another builder is at it, which is waited for. The lock goes with the process that holds
    it, however that ends; who holds it may take it once more. OutputError where there is no place for `folder`.
    """
    import fcntl

    parent = folder.expanduser().resolve().parent
    if parent in _held.get():
        yield
        return
    try:
        parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(parent, os.O_RDONLY)
    except OSError as error:
        raise OutputError(f"cannot write {folder}: {error.strerror}; nothing was changed") from error
    token = _held.set(_held.get() | {parent})
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        _held.reset(token)
        os.close(handle)


@contextmanager
def replacing_folder(folder: Path) -> Iterator[Path]:
    """A new empty folder beside `folder` that takes its place when the block ends without an error.

    Until then, and after any error, `folder` is as it was and the new one is gone. Builders of folders in the same
    place wait for one another; what a killed one left behind is removed. OutputError where nothing can be written.
    """
    target = folder.expanduser().resolve()
    try:
        with alone_beside(folder):
            _remove_leftovers(target)
            new = _beside(target)
            try:
                yield new
                _sync_all(new)
                _put_in_place(new, target)
            finally:
                # The old folder after a success, the unfinished one after an error or Ctrl-C.
                _remove_leftovers(target)
    except OSError as error:
        raise OutputError(f"cannot write {folder}: {_reason(error, target)}; what was there is unchanged") from error


def _reason(error: OSError, target: Path) -> str:
    if error.strerror:
        return error.strerror
    # NumPy only says how many bytes it could not write.
    full = target.parent.exists() and shutil.disk_usage(target.parent).free < _NEARLY_NOTHING
    return os.strerror(errno.ENOSPC) if full else str(error)


def _put_in_place(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(_beside(target) / target.name)
        new.rename(target)
    _sync(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders' names in one step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _beside(target: Path) -> Path:
    path = target.with_name(f"{_prefix(target)}{os.getpid()}-{secrets.token_hex(4)}")
    path.mkdir()
    return path


def _prefix(target: Path) -> str:
    return f".{target.name}.building-"


def _remove_leftovers(target: Path) -> None:
    leftovers = [path for path in target.parent.iterdir() if path.name.startswith(_prefix(target))]
    for leftover in leftovers:
        # A builder killed between the two renames of `_put_in_place`: the old folder goes back.
        if not target.exists() and (leftover / target.name).is_dir():
            (leftover / target.name).rename(target)
        shutil.rmtree(leftover, ignore_errors=True)


def _sync_all(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    """Have the file or folder reach the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
