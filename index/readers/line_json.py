"""Lines as values that JSON holds, and back: what a process that reads a file hands to the one that asked for it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

from index.readers.base import Line, NoteMark, ReadLimits, Role, SourceText, Wrapping

_FIELDS = tuple((field.name, field.default) for field in fields(Line))
# Two pages. Written and read one by one, lines take half as long again as in lists of 50 or more.
_LINES_AT_ONCE = 100
_PAIRS = frozenset({"bold_spans", "italic_spans"})


def lines_read(reader: str, path: str, limits: str) -> Iterator[Any]:
    """What the reader `module:class` reads of a file, as values; the work of the process that reads it."""
    module, name = reader.split(":")
    found = getattr(import_module(module), name)()
    yield from source_values(found.read(Path(path), ReadLimits(**json.loads(limits))))


def source_values(source: SourceText) -> Iterator[Any]:
    """A source text as JSON values: first all but its lines, then lists of these, without fields as by default."""
    yield {
        "pages": source.pages,
        "recognised": source.recognised,
        "language": source.language,
        "wrapping": source.wrapping.name,
        "pictured_pages": source.pictured_pages,
    }
    for first in range(0, len(source.lines), _LINES_AT_ONCE):
        yield [_values(line) for line in source.lines[first : first + _LINES_AT_ONCE]]


def _values(line: Line) -> dict[str, Any]:
    values = {name: value for name, usual in _FIELDS if (value := getattr(line, name)) != usual}
    if "role" in values:
        values["role"] = line.role.name
    if "note_marks" in values:
        values["note_marks"] = [(mark.at, mark.mark) for mark in line.note_marks]
    return values


def source_of(values: Iterator[Any]) -> SourceText:
    """The text that `source_values` gave as values."""
    head = next(values)
    return SourceText(
        tuple(_line(each) for several in values for each in several),
        pages=head["pages"],
        recognised=head["recognised"],
        language=head["language"],
        wrapping=Wrapping[head["wrapping"]],
        pictured_pages=tuple(head["pictured_pages"]),
    )


def _line(values: Mapping[str, Any]) -> Line:
    given = dict(values)
    if "role" in given:
        given["role"] = Role[given["role"]]
    if "note_marks" in given:
        given["note_marks"] = tuple(NoteMark(at, mark) for at, mark in given["note_marks"])
    if "cells" in given:
        given["cells"] = tuple(given["cells"])
    for name in _PAIRS & given.keys():
        given[name] = tuple((first, last) for first, last in given[name])
    return Line(**given)
