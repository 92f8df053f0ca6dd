"""The files of one index folder, opened together, each checked against its hash as it is read. Nothing is unpickled.

They are opened through the folder and not by their paths, so that another index that is put in its place meanwhile
cannot mix with it; and what was hashed is what is used.
"""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BufferedReader
from math import prod
from pathlib import Path
from reprlib import repr as shown
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexFolderError
from index.folder.files import broken
from index.manifest import FILE_NAME, REBUILD, Manifest, parse_manifest
from index.storage.digests import LARGE, sha256_of_parts
from index.storage.records import json_value, made
from index.storage.rows_on_disk import RowsOnDisk

T = TypeVar("T")
# A pipe in the place of a file would keep whoever opens it waiting.
_READ = os.O_RDONLY | os.O_NONBLOCK
# How `write_array` begins a file: NumPy's format 1.0 has the length of its head in two bytes. NumPy itself would read
# the head as a Python literal, which in Python 3.11 can fail when several threads do it at once.
_MAGIC, _START = b"\x93NUMPY\x01\x00", 10
_HEAD = re.compile(
    rb"\{'descr': '(?P<type>[^']{1,8})', 'fortran_order': False, "
    rb"'shape': \((?P<shape>[0-9]{1,18},(?: [0-9]{1,18},?)*)\), \} *\n"
)
_KINDS = {kind.str.encode(): kind for kind in map(np.dtype, (np.float16, np.float32, np.int8, np.int32, np.int64))}

VERY_LONG = 2**30
"""Bytes beyond which an array may not stay in memory whole: 200,000 paragraphs have some of that length."""


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """An index folder that was opened; its path may lead to another by now."""

    path: Path
    handle: int

    def is_in_place(self) -> bool:
        """Whether the folder's path still leads to it."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self.handle))
        except OSError:
            return False

    def open(self, name: str) -> BufferedReader:
        """The file `name` under the folder; OSError where there is none that can be read."""
        file = os.fdopen(os.open(name, _READ, dir_fd=self.handle), "rb")
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise OSError("it is not a file")
        return file


@contextmanager
def open_folder(path: Path) -> Iterator[OpenFolder]:
    """The index folder at `path`; IndexFolderError where there is no folder."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise IndexFolderError(f"no index at {path}; build one: pincite index") from error
    try:
        yield OpenFolder(path, handle)
    finally:
        os.close(handle)


@contextmanager
def open_inside(folder: OpenFolder, name: str) -> Iterator[OpenFolder]:
    """The folder `name` inside `folder`, wherever that one lies by now; IndexFolderError where there is none."""
    path = folder.path / name
    try:
        handle = os.open(name, os.O_RDONLY | os.O_DIRECTORY, dir_fd=folder.handle)
    except OSError as error:
        raise broken(path, error.strerror or str(error)) from error
    try:
        yield OpenFolder(path, handle)
    finally:
        os.close(handle)


def manifest_of(folder: OpenFolder) -> Manifest:
    """The manifest of the index in `folder`; IndexFolderError says what is wrong with it and what to run."""
    path = folder.path / FILE_NAME
    try:
        with folder.open(FILE_NAME) as file:
            text = file.read().decode("utf-8")
    except FileNotFoundError as error:
        raise IndexFolderError(f"{folder.path} is not a pincite index (no {FILE_NAME}); {REBUILD}") from error
    except (OSError, ValueError) as error:
        raise IndexFolderError(f"{path} cannot be read ({error}); {REBUILD}") from error
    return parse_manifest(text, path)


def listed(folder: OpenFolder, manifest: Manifest, name: str, kind: type[T]) -> T | None:
    """The `kind` that the small file `name` of the index in `folder` says; None where `manifest` has no such file.

    IndexFolderError where it is not what was written.
    """
    if name not in manifest.files:
        return None
    path = folder.path / name
    try:
        with folder.open(name) as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != manifest.files[name]:
            raise broken(path, "it is not the file that was written")
        return made(kind, json_value(content.decode("utf-8")))
    except FileNotFoundError as error:
        raise broken(path, "it is missing") from error
    except (OSError, TypeError, ValueError) as error:
        raise broken(path, str(error)) from error


@dataclass(frozen=True, slots=True)
class VerifiedFiles:
    """The open files of an index. Reading raises IndexFolderError where a file is not the one its manifest names."""

    folder: Path
    manifest: Manifest
    handles: Mapping[str, BufferedReader]

    def mapped(self, name: str) -> NDArray[np.uint8]:
        """The bytes of a file, which stay on the disk; of a large one only parts are compared with its hashes."""
        file = self.handles[name]
        try:
            self._compare_on_disk(name)
            file.seek(0)
            size = os.fstat(file.fileno()).st_size
            return np.memmap(file, np.uint8, "r", 0, (size,)) if size else np.zeros(0, dtype=np.uint8)
        except (OSError, ValueError) as error:
            raise self.broken(name, str(error)) from error

    def lines(self, name: str, make: Callable[[object], T]) -> tuple[T, ...]:
        """What `make` makes of each line's JSON value; the first line that does not fit is named."""
        made: list[T] = []
        try:
            text = self.text(name).removesuffix("\n")
            for line in text.split("\n") if text else ():
                made.append(make(json_value(line)))
        except (ValueError, TypeError) as error:
            raise self.broken(name, f"line {len(made) + 1}: {error}") from error
        return tuple(made)

    def text(self, name: str) -> str:
        """The whole text of a file in UTF-8."""
        try:
            return self.content(name).decode("utf-8")
        except UnicodeDecodeError as error:
            raise self.broken(name, str(error)) from error

    def content(self, name: str) -> bytes:
        """The whole content of a file."""
        try:
            content = self.handles[name].read()
        except OSError as error:
            raise self.broken(name, str(error)) from error
        self._compare(name, hashlib.sha256(content).hexdigest())
        return content

    def array(
        self, name: str, dtype: type[np.generic], shape: tuple[int, ...], *, mapped: bool = False
    ) -> NDArray[Any]:
        """The array of `dtype` and `shape` (-1: any length) that a file in NumPy's format holds.

        With `mapped`, or where it is long, it stays on disk and is read as it is needed; of a large file only parts are
        compared with its hashes.
        """
        file = self.handles[name]
        try:
            found, begin = self._shape(name, dtype, shape), file.tell()
            # An array without elements cannot be mapped.
            if 0 not in found and (mapped or os.fstat(file.fileno()).st_size > LARGE):
                self._compare_on_disk(name)
                return _mapped(file, dtype, begin, found)
            array = np.empty(found, dtype)
            content = array.reshape(-1).view(np.uint8)
            file.readinto(content.data)
            file.seek(0)
            digest = hashlib.sha256(file.read(begin))
        except (OSError, ValueError, MemoryError) as error:
            raise self.broken(name, str(error) or "it is too large") from error
        digest.update(content.data)
        self._compare(name, digest.hexdigest())
        return array

    def broken(self, name: str, what: str) -> IndexFolderError:
        """The error that says what is wrong with a file and what to run."""
        return broken(self.folder / name, what)

    def _shape(self, name: str, dtype: type[np.generic], shape: tuple[int, ...]) -> tuple[int, ...]:
        """The shape of the array in a file, whose head is read and whose length is checked; ValueError for another."""
        file = self.handles[name]
        found, kind = _head(file)
        fits = len(found) == len(shape) and all(want in (-1, has) for has, want in zip(found, shape, strict=True))
        if kind != dtype or not fits:
            raise ValueError(f"it holds {kind}{list(found)}, expected {dtype.__name__}{list(shape)}")
        length = os.fstat(file.fileno()).st_size - file.tell()
        if length != prod(found) * kind.itemsize:
            raise ValueError(f"it holds {length} bytes of {kind}{list(found)}")
        return found

    def _compare_on_disk(self, name: str) -> None:
        file = self.handles[name]
        size = os.fstat(file.fileno()).st_size
        if size > LARGE:
            if sha256_of_parts(file, size) != self.manifest.samples.get(name):
                raise self.broken(name, "it is not the file that was written")
            return
        file.seek(0)
        self._compare(name, hashlib.file_digest(file, "sha256").hexdigest())

    def _compare(self, name: str, digest: str) -> None:
        if digest != self.manifest.files[name]:
            raise self.broken(name, "it is not the file that was written")


@contextmanager
def verified_files(folder: OpenFolder, manifest: Manifest, names: frozenset[str]) -> Iterator[VerifiedFiles]:
    """The files `names` of the index in `folder`, all open; IndexFolderError where its manifest names others.

    Once they are open, they can be read even if the folder is removed.
    """
    if odd := sorted(names ^ manifest.files.keys()):
        raise broken(
            folder.path / FILE_NAME, f"files: {shown(odd[0])} is {'missing' if odd[0] in names else 'not known'}"
        )
    with ExitStack() as stack:
        handles: dict[str, BufferedReader] = {}
        for name in sorted(names):
            try:
                handles[name] = stack.enter_context(folder.open(name))
            except FileNotFoundError as error:
                raise broken(folder.path / name, "it is missing") from error
            except OSError as error:
                raise broken(folder.path / name, error.strerror or str(error)) from error
        yield VerifiedFiles(folder.path, manifest, handles)


def _mapped(file: BufferedReader, dtype: type[np.generic], begin: int, shape: tuple[int, ...]) -> NDArray[Any]:
    """The array that begins at a byte of `file`, left on the disk."""
    if prod(shape) * np.dtype(dtype).itemsize > VERY_LONG:
        return RowsOnDisk(file, dtype, "r", begin, shape).read_as_asked()
    return np.memmap(file, dtype, "r", begin, shape)


def _head(file: BufferedReader) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """The shape and the type that the head of a file in NumPy's format tells; ValueError where it has another head."""
    start = file.read(_START)
    head = _HEAD.fullmatch(file.read(int.from_bytes(start[-2:], "little")))
    if not start.startswith(_MAGIC) or head is None:
        raise ValueError("it does not begin as an array that pincite wrote")
    kind = _KINDS.get(head["type"])
    if kind is None:
        raise ValueError(f"it holds elements of type {head['type'].decode()}")
    return tuple(int(length) for length in head["shape"].split(b",") if length.strip()), kind
