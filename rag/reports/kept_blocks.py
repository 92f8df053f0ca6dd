"""Blocks of a report kept on disk in the order they were made, as what stands before them is known last."""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import Any, BinaryIO

from rag.reports.report import Cited, Heading, Link, Prose, Table, Text

_TYPES: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {each.__name__: each for each in (Heading, Prose, Table, Text, Cited, Link)}
)

Kept = Heading | Prose | Table
"""What can be kept."""


class KeptBlocks:
    """Headings, paragraphs and tables, written to `file`, an empty one, and read back as often as they are wanted."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def add(self, block: Kept) -> None:
        """Keep one block more."""
        self._file.seek(0, 2)
        self._file.write(json.dumps(_record(block)).encode() + b"\n")

    def __iter__(self) -> Iterator[Kept]:
        """The blocks in their order."""
        place = 0
        while True:
            # Others may read the file between two blocks.
            self._file.seek(place)
            line = self._file.readline()
            if not line:
                return
            place += len(line)
            yield _value(json.loads(line))


@contextmanager
def kept_blocks() -> Iterator[KeptBlocks]:
    """A place for blocks, gone after the block of code."""
    with tempfile.TemporaryFile() as file:
        yield KeptBlocks(file)


def _record(value: Any) -> Any:  # noqa: ANN401 - whatever a block has
    """A block or span as the name of its type and its fields, a tuple as a list."""
    if isinstance(value, tuple):
        return [_record(each) for each in value]
    if is_dataclass(value):
        return {type(value).__name__: [_record(getattr(value, field.name)) for field in fields(value)]}
    return value


def _value(record: Any) -> Any:  # noqa: ANN401 - of the type that the record names
    if isinstance(record, list):
        return tuple(map(_value, record))
    if isinstance(record, dict):
        ((name, parts),) = record.items()
        return _TYPES[name](*map(_value, parts))
    return record
