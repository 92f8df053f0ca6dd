"""What a document's masthead tells: symbol, date, body, session, agenda item, title, language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from index.parser.masthead.particulars import (
    ADOPTED,
    AGENDA,
    DATE,
    LANGUAGE,
    SESSION,
    SYMBOL,
    Particular,
    cells_of,
    is_organ,
    is_sub_title,
    iso_date,
    language_of,
    names_author,
    particular_of,
    without_author,
)
from index.parser.masthead.plain_title import plain_title
from index.parser.masthead.title_page import Entry, entries_of, title_of
from index.parser.masthead.unspaced import in_groups
from index.readers.base import Line
from index.text.typography import collapse

_ADOPTED_LINES = 3  # `Adopted by the Security Council at its 9928th meeting, on`, `30 May 2025`


@dataclass(frozen=True, slots=True)
class Masthead:
    """The particulars in the lines above a text, each None where it is not given; `date` and `adopted` are ISO 8601."""

    symbol: str | None = None
    date: str | None = None
    body: str | None = None
    session: str | None = None
    title: str | None = None
    language: str | None = None
    agenda_item: str | None = None
    adopted: str | None = None
    author: str | None = None


def read_masthead(blocks: Sequence[Sequence[Line]]) -> Masthead:
    """The particulars in the lines above a document's text; a block of `blocks` is lines that stand together.

    Nothing is guessed: a symbol or a date stands on a line of its own, or alone in a column of one.
    """
    lines = list(chain.from_iterable(_beside_one_another(line) for block in blocks for line in block))
    laid_out = any(line.size is not None for line in lines)
    entries = entries_of(lines) if laid_out else []
    cells = [entry.text for entry in entries] or [cell for line in lines for cell in cells_of(line)]
    # In Word a tab may stand between `United Nations` and the symbol.
    symbol = _symbol(cells) or printed_symbol(lines)
    title, below = without_author(title_of(entries) if laid_out else plain_title(in_groups(blocks)))
    language = _first(LANGUAGE, cells)
    return Masthead(
        symbol=symbol,
        date=_date(cells),
        body=_body(cells, symbol),
        session=_first(SESSION, cells),
        title=title,
        language=language and language_of(language),
        agenda_item=_first(AGENDA, [cell for cell in cells if any(map(str.isdigit, cell))]),
        adopted=_adopted(lines),
        author=below or _author(entries, cells),
    )


def _date(cells: Sequence[str]) -> str | None:
    match = _first_match(DATE, cells)
    return iso_date(match) if match else None


def _author(entries: Sequence[Entry], cells: Sequence[str]) -> str | None:
    """The line that says whose report it is, of a page that is laid out the entry, where that is not the title."""
    if not entries:
        return next(filter(names_author, cells), None)
    title = title_of(entries)
    found = (each.text for each in entries if each.particular is Particular.AUTHOR and each.text != title)
    return next((each for each in found if not is_sub_title(each)), None)


def _adopted(lines: Sequence[Line]) -> str | None:
    """The day on which a line, and those that it goes on in, says that the text was adopted."""
    said = (lines[place : place + _ADOPTED_LINES] for place in range(len(lines)))
    texts = (collapse(" ".join(line.text for line in some)) for some in said)
    return next((iso_date(match) for text in texts if (match := ADOPTED.match(text))), None)


def _beside_one_another(line: Line) -> list[Line]:
    """The parts of a `line` that tabs set beside one another, where one is a particular; else all of it."""
    parts = [part for part in line.text.split("\t") if part.strip()]
    told = len(parts) > 1 and any(particular_of(collapse(part)) for part in parts)
    return [replace(line, text=part, note_marks=()) for part in parts] if told else [line]


def _first_match(pattern: re.Pattern[str], cells: Sequence[str]) -> re.Match[str] | None:
    """The match of the first of `cells` that is what `pattern` says and nothing else."""
    return next(filter(None, map(pattern.fullmatch, cells)), None)


def _first(pattern: re.Pattern[str], cells: Sequence[str]) -> str | None:
    match = _first_match(pattern, cells)
    return match.string if match else None


def printed_symbol(lines: Sequence[Line]) -> str | None:
    """The symbol that stands on one of `lines`, alone or in a column of its own; not in a footnote."""
    cells = (cell for line in lines if line.opens_note is None and line.text[:1] != "*" for cell in cells_of(line))
    return next((cell for cell in cells if SYMBOL.fullmatch(cell)), None)


def _symbol(cells: Sequence[str]) -> str | None:
    """The first symbol; with the one below it where a document has one of each of two organs."""
    found = next((cell for cell in cells if SYMBOL.fullmatch(cell)), None)
    if found is None:
        return None
    below = next((after for cell, after in pairwise(cells) if cell == found), "")
    if "-" not in found and SYMBOL.fullmatch(below) and below.split("/")[0] != found.split("/")[0]:
        return f"{found}-{below}"
    return found.replace("–", "-")


def _body(cells: Sequence[str], symbol: str | None) -> str | None:
    """The most particular organ, which comes last: a working group after the conference that set it up.

    A document with a symbol of each of two principal organs is both organs'.
    """
    organs = [cell for cell in cells if is_organ(cell)]
    of_each = [part.split("/")[0] for part in (symbol or "").split("-")]
    if len(set(of_each)) > 1:
        return "; ".join(list(dict.fromkeys(organs))[:2]) or None
    return organs[-1] if organs else None
