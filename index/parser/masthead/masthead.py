"""What a document's masthead tells: symbol, date, body, session, agenda item, title, language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.parser.masthead.particulars import (
    AGENDA,
    DATE,
    LANGUAGE,
    SESSION,
    SYMBOL,
    Particular,
    is_organ,
    iso_date,
    language_of,
    particular_of,
)
from index.parser.masthead.title_page import entries_of, title_of
from index.readers.base import Line
from index.text.typography import collapse


@dataclass(frozen=True, slots=True)
class Masthead:
    """The particulars in the lines above a text, each None where it is not given. `date` is ISO 8601."""

    symbol: str | None = None
    date: str | None = None
    body: str | None = None
    session: str | None = None
    title: str | None = None
    language: str | None = None
    agenda_item: str | None = None


def read_masthead(blocks: Sequence[Sequence[Line]]) -> Masthead:
    """The particulars in the lines above a document's text; a block of `blocks` is lines that stand together.

    Nothing is guessed: a symbol or a date stands on a line of its own, or alone in a column of one.
    """
    lines = [line for block in blocks for line in block]
    laid_out = any(line.size is not None for line in lines)
    entries = entries_of(lines) if laid_out else []
    cells = [entry.text for entry in entries] or [cell for line in lines for cell in cells_of(line)]
    # In Word a tab may stand between `United Nations` and the symbol.
    symbol = _symbol(cells) or printed_symbol(lines)
    return Masthead(
        symbol=symbol,
        date=iso_date(match) if (match := _first_match(DATE, cells)) else None,
        body=_body(cells, symbol),
        session=_first(SESSION, cells),
        title=title_of(entries) if laid_out else _title(blocks),
        language=language_of(cell) if (cell := _first(LANGUAGE, cells)) else None,
        agenda_item=_first(AGENDA, [cell for cell in cells if any(map(str.isdigit, cell))]),
    )


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


def cells_of(line: Line) -> list[str]:
    """The columns of `line`, without the star of a footnote."""
    return [cell for column in re.split(r" {3,}|\t", line.text) if (cell := collapse(column).strip("*").strip())]


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


def _title(blocks: Sequence[Sequence[Line]]) -> str | None:
    """The last lines that are no other particular, of those in bold or marked as a heading if there are any.

    What stands right below the number of an agenda item is the title of that. Without any, the title is the line that
    names the document's kind and author.
    """
    found = [(above, block, title) for above, block in pairwise([(), *blocks]) if (title := _title_in(block))]
    displayed = [title for above, block, title in found if _is_displayed(block) and not _ends_with_agenda_item(above)]
    if found:
        return displayed[-1] if displayed else found[-1][-1]
    cells = [cell for block in blocks for line in block for cell in cells_of(line)]
    authors = [cell for cell in cells if particular_of(cell) is Particular.AUTHOR]
    return authors[-1] if authors else None


def _title_in(block: Sequence[Line]) -> str:
    """What may be a title of the last columns of `block`; empty where most of it is something else."""
    parts: list[str] = []
    for line in block:
        cells = cells_of(line)[-1:]
        parts.extend(cell for cell in cells if particular_of(cell, inside_title=bool(parts)) is None)
    return collapse(" ".join(parts)) if len(parts) * 2 >= len(block) else ""


def _is_displayed(block: Sequence[Line]) -> bool:
    return all(line.bold or line.heading for line in block)


def _ends_with_agenda_item(block: Sequence[Line]) -> bool:
    return bool(block) and any(particular_of(cell) is Particular.AGENDA for cell in cells_of(block[-1]))
