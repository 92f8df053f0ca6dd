"""Blocks of a report kept on disk in the order they were made, as what stands before them is known last."""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from types import MappingProxyType
from typing import Any, BinaryIO

from rag.reports.report import Cited, Heading, Link, Prose, Text

_TYPES: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {each.__name__: each for each in (Heading, Prose, Text, Cited, Link)}
)

Kept = Heading | Prose
"""What can be kept."""


class KeptBlocks:
    """Headings and paragraphs, written to `file`, an empty one, and read back as often as they are wanted."""

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


def _record(value: object) -> list[Any]:
    """A block or span as the name of its type and its fields; those that are tuples hold spans."""
    parts = (getattr(value, field.name) for field in fields(value))  # type: ignore[arg-type]
    return [type(value).__name__, *([*map(_record, each)] if isinstance(each, tuple) else each for each in parts)]


def _value(record: list[Any]) -> Any:  # noqa: ANN401 - of the type that the record names
    name, *parts = record
    return _TYPES[name](*(tuple(map(_value, each)) if isinstance(each, list) else each for each in parts))
