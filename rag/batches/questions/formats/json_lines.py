"""Questions in JSON Lines: an object or a text a line, keys recognised as columns are."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rag.batches.questions.formats.columns import roles_of
from rag.batches.questions.formats.decoding import opened
from rag.batches.questions.row import QuestionRow, Remark, cleaned, document_names, is_unreadable, one_line

_SHOWN = 200  # characters of a line that could not be read


def read_json_lines(path: Path, name: str, _remark: Remark) -> Iterator[QuestionRow]:
    """The questions of a JSON Lines file; a line that is broken is a problem of its own."""
    with opened(path, name) as file:
        for number, line in enumerate(file, start=1):
            if one_line(line):
                yield _row(f"line {number}", line)


def _row(place: str, line: str) -> QuestionRow:
    shown = one_line(line)[:_SHOWN]
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return QuestionRow(place, shown, problem=f"broken JSON ({error})")
    if isinstance(record, str):
        return _checked(QuestionRow(place, one_line(record)), line, record)
    if not isinstance(record, dict):
        return QuestionRow(place, shown, problem="expected a JSON object with a question, or a text")
    names = list(record)
    roles = {role: names[at] for role, at in roles_of(names).items()}
    if "question" not in roles:
        return QuestionRow(place, shown, problem="the object has no key called 'question'")
    held = {role: record[name] for role, name in roles.items()}
    row = QuestionRow(
        place=place,
        text=one_line(_text(held["question"])),
        id=one_line(_text(held.get("id"))) or None,
        section=one_line(_text(held.get("section"))) or None,
        documents=_documents(held.get("documents")),
        note=cleaned(_text(held.get("note"))) or None,
        others=tuple((one_line(name), cleaned(_text(record[name]))) for name in names if name not in roles.values()),
    )
    return _checked(row, line, *map(_text, record.values()))


def _checked(row: QuestionRow, *texts: str) -> QuestionRow:
    """`row`, with the problem that its texts have."""
    if any(map(is_unreadable, texts)):
        return replace(row, problem="it holds bytes or characters that cannot be read; save the file as UTF-8")
    return row if row.text else replace(row, problem="there is no question in this row")


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _documents(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(name for name in (one_line(_text(each)) for each in value) if name)
    return document_names(_text(value))
