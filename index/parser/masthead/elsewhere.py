"""Particulars that stand outside the lines above a text: in the heads of its pages, in a table at its beginning."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from itertools import groupby

from index.language.english.language import ENGLISH
from index.parser.masthead.masthead import Masthead, read_masthead
from index.parser.masthead.particulars import DATE, SYMBOL, cells_of, is_organ, iso_date
from index.readers.base import Line

_FEWEST_PAGES = 2  # whose heads have a symbol that is the document's; one alone may be an annex's
# Judgment No. UNDT/2024/061   Judgment No. 2023-UNAT-1361
_JUDGMENT = re.compile(rf"(?:{'|'.join(map(re.escape, ENGLISH.masthead.judgments))})\.?:? (?P<symbol>[A-Z0-9/-]+[0-9])")


def completed(masthead: Masthead, above: Iterable[Line], heads: Sequence[Line], table: Sequence[Line]) -> Masthead:
    """`masthead` with what it lacks: symbol, date and organ, where the document tells them elsewhere.

    `above` are the lines above the text, `heads` the running heads of pages, in a Word file often the whole masthead,
    `table` the rows of tables above the text on its first page. A symbol or a date of a table counts only if it has one
    alone.
    """
    columns = _columns(table)
    head = _in_head([line for line in heads if line.page is None])
    dates = [iso_date(match) for text in columns for match in DATE.finditer(text)]
    organs = [text for text in columns if is_organ(text)]
    told = Masthead(
        symbol=_numbered(above) or _repeated_symbol(heads) or _only(_symbols(columns)),
        date=_only(dates),
        body=organs[-1] if organs else None,
    )
    return _first_told(masthead, told, replace(head, symbol=None, title=None, session=None, agenda_item=None))


def _first_told(*mastheads: Masthead) -> Masthead:
    """What the first of `mastheads` tells that tells it."""
    told = {each.name: [getattr(one, each.name) for one in mastheads] for each in fields(Masthead)}
    return Masthead(**{name: next(filter(None, values), None) for name, values in told.items()})


def _in_head(heads: Sequence[Line]) -> Masthead:
    """The masthead that `heads` are, if they say who gets the document."""
    told = any(cell.startswith(ENGLISH.masthead.distribution) for line in heads for cell in cells_of(line))
    return read_masthead([heads]) if told else Masthead()


def _only(found: Sequence[str]) -> str | None:
    return found[0] if len(found) == 1 else None


def _symbols(columns: Iterable[str]) -> list[str]:
    return [token for text in columns for token in text.split() if SYMBOL.fullmatch(token)]


def _numbered(above: Iterable[Line]) -> str | None:
    """The number of the judgment that a line of its own tells."""
    return next((match["symbol"] for line in above if (match := _JUDGMENT.fullmatch(line.text))), None)


def _columns(table: Sequence[Line]) -> list[str]:
    """The cells of rows, those that stand in one column of rows alike read on from one to the next."""
    alike = (list(rows) for _, rows in groupby(table, key=lambda row: len(row.cells)))
    return [" ".join(cells).strip() for rows in alike for cells in zip(*(row.cells for row in rows), strict=True)]


def _repeated_symbol(heads: Iterable[Line]) -> str | None:
    """The symbol that most pages have in their heads; None where fewer than two of several pages have one."""
    found = {(line.page, symbol) for line in heads for cell in cells_of(line) if (symbol := _symbol(cell))}
    counts = Counter(symbol for _, symbol in sorted(found, key=lambda each: (each[0] or 0, each[1])))
    symbol, pages = counts.most_common(1)[0] if counts else (None, 0)
    return symbol if pages >= _FEWEST_PAGES or (None, symbol) in found else None


def _symbol(cell: str) -> str | None:
    if SYMBOL.fullmatch(cell):
        return cell
    match = _JUDGMENT.fullmatch(cell)
    return match["symbol"] if match else None
