"""Lines as values that JSON holds, and back: what a process that reads a file hands to the one that asked for it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from index.readers.base import Line, NoteMark, Role, SourceText, Wrapping

_FIELDS = tuple((field.name, field.default) for field in fields(Line))
_PAIRS = frozenset({"bold_spans", "italic_spans"})


def source_values(source: SourceText) -> Iterator[dict[str, Any]]:
    """A source text as JSON values: first all but its lines, then a value a line, without fields as by default."""
    yield {
        "pages": source.pages,
        "recognised": source.recognised,
        "language": source.language,
        "wrapping": source.wrapping.name,
        "pictured_pages": source.pictured_pages,
    }
    for line in source.lines:
        values = {name: value for name, usual in _FIELDS if (value := getattr(line, name)) != usual}
        if "role" in values:
            values["role"] = line.role.name
        if "note_marks" in values:
            values["note_marks"] = [(mark.at, mark.mark) for mark in line.note_marks]
        yield values


def source_of(values: Iterator[Mapping[str, Any]]) -> SourceText:
    """The text that `source_values` gave as values."""
    head = next(values)
    return SourceText(
        tuple(_line(each) for each in values),
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
