"""Questions in a plain text file: one a line, `# …` for a section, list marks and numbers taken off."""

import re
from collections.abc import Iterator
from pathlib import Path

from rag.batches.questions.decoding import opened
from rag.batches.questions.row import QuestionRow, Remark, is_unreadable, one_line

_SECTION = re.compile(r"#{1,6}\s+(?P<name>.+)")
_NUMBER = re.compile(r"\(?(?P<id>Q?\d{1,4}[a-z]?)[.):]\s+(?P<text>.+)", re.IGNORECASE)
_BULLET = re.compile(r"[-*•–]\s+(?P<text>.+)")


def read_plain(path: Path, _remark: Remark) -> Iterator[QuestionRow]:
    """The questions of a text file, a line each; blank lines are none."""
    section: str | None = None
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            text = one_line(line)
            if heading := _SECTION.fullmatch(text):
                section = heading["name"]
            elif text:
                yield _row(f"line {number}", text, section, unreadable=is_unreadable(line))


def listed(text: str) -> tuple[str | None, str]:
    """The number that stands before a question in a list, None where there is none, and the question."""
    if numbered := _NUMBER.fullmatch(text):
        return numbered["id"], numbered["text"]
    bullet = _BULLET.fullmatch(text)
    return None, bullet["text"] if bullet else text


def _row(place: str, line: str, section: str | None, *, unreadable: bool) -> QuestionRow:
    id, text = listed(line)
    problem = "it holds bytes that cannot be read; save the file as UTF-8" if unreadable else None
    return QuestionRow(place, text, id=id, section=section, problem=problem)
