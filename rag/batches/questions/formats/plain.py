"""Questions in a plain text file: one a line, `# …` for a section, list marks and numbers taken off."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby, islice
from pathlib import Path

from rag.batches.questions.formats.decoding import opened
from rag.batches.questions.recognition.line import Line
from rag.batches.questions.recognition.marks import list_mark, listed
from rag.batches.questions.recognition.recognise import recognised
from rag.batches.questions.row import QuestionRow, Remark, is_unreadable, one_line

_SECTION = re.compile(r"#{1,6}\s+(?P<name>.+)")
_UNREADABLE = "it holds bytes that cannot be read; save the file as UTF-8"
# A letter with questions has a few pages. A file of more lines is a list: every line of it is asked, and it is never
# held in memory as a whole.
_LETTER_LINES = 2_000
# Programs for mail break lines at 72 characters or so, and people who write plain text at 80.
_WIDTHS = range(60, 91)
_ENDS = (".", "?", "!", ":", ";")


def read_plain(path: Path, name: str, _remark: Remark) -> Iterator[QuestionRow]:
    """The rows of a text file, a line each; blank lines are none. Of a letter, what is no question says what it is."""
    with opened(path, name) as file:
        lines = _lines(enumerate(file, start=1))
        head = list(islice(lines, _LETTER_LINES))
        more = list(islice(lines, 1))
        if more:
            yield from _all_asked(chain(head, more, lines))
        else:
            yield from recognised(_spaced(_mended(head)))


def _lines(numbered: Iterable[tuple[int, str]]) -> Iterator[Line]:
    """The lines, blank ones too."""
    for number, raw in numbered:
        text = one_line(raw)
        section = _SECTION.fullmatch(text)
        problem = _UNREADABLE if is_unreadable(raw) else None
        yield Line(f"line {number}", section["name"] if section else text, is_section=bool(section), problem=problem)


def _all_asked(lines: Iterable[Line]) -> Iterator[QuestionRow]:
    section: str | None = None
    for line in lines:
        if line.is_section:
            section = line.text
        elif line.text:
            id, question = listed(line.text)
            yield QuestionRow(line.place, question, id=id, section=section, problem=line.problem)


def _mended(lines: Iterable[Line]) -> list[Line]:
    """`lines` with those put together that a program for mail broke."""
    whole: list[Line] = []
    for _, block in groupby(lines, lambda line: bool(line.text)):
        together = list(block)
        width = max(len(line.text) for line in together)
        may_be_broken = width in _WIDTHS and together[-1].text.endswith(_ENDS)
        last = ""
        for line in together:
            if may_be_broken and last and _goes_on(last, line, width):
                before = whole.pop()
                problem = before.problem or line.problem
                whole.append(replace(before, text=f"{before.text} {line.text}", problem=problem))
            else:
                whole.append(line)
            last = line.text
    return whole


def _goes_on(last: str, line: Line, width: int) -> bool:
    """Whether a line goes on with the sentence of the last, and its first word had no room there."""
    if line.is_section or list_mark(line.text) or last.endswith(_ENDS) or not line.text[:1].islower():
        return False
    return len(last) + 1 + len(line.text.split()[0]) > width


def _spaced(lines: list[Line]) -> list[Line]:
    """The lines that say anything, with those marked that have a gap before and after them."""
    texts = ["", *(line.text for line in lines), ""]
    return [
        replace(line, stands_alone=not before and not after)
        for before, line, after in zip(texts, lines, texts[2:], strict=False)
        if line.text
    ]
