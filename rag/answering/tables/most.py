"""The row of a table that has most, or least, in the column that a question names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.language import ENGLISH
from index.language.english.tables import TABLES
from index.text.late_patterns import LatePattern
from index.text.wording import counted, listed
from rag.answering.checks.named import country_spans
from rag.answering.tables.asked import AskedOfTable
from rag.answering.tables.in_words import RowInWords
from rag.answering.tables.values import value_of

_MOST = LatePattern(TABLES.most, re.IGNORECASE)
_LEAST = LatePattern(TABLES.least, re.IGNORECASE)
_FALLS = LatePattern(TABLES.falls, re.IGNORECASE)
_SUMS = LatePattern(TABLES.sums, re.IGNORECASE)
_KIND = LatePattern(TABLES.kind, re.IGNORECASE)
_STATES = LatePattern(TABLES.states, re.IGNORECASE)
_SEVERAL = LatePattern(TABLES.several, re.IGNORECASE)
_SHARES = LatePattern(ENGLISH.questions.in_shares, re.IGNORECASE)
_FEWEST = 3  # rows with a figure, or nothing is worth comparing
_TIED = 2  # rows more than are asked for, that have as much; where more have, none stands out
_OF_SEVERAL = 3  # rows that answer `which countries`
_KNOWN = 0.75  # of the rows, at least, have a figure in a column that is compared


@dataclass(frozen=True, slots=True)
class RowsWithMost:
    """The `rows` with most in a `column`, most first, of so many `compared`; with least, least first, if `is_least`."""

    rows: tuple[RowInWords, ...]
    column: str
    compared: int
    is_least: bool

    @property
    def remark(self) -> str:
        """How they were found, as no text says it."""
        which = "lowest" if self.is_least else "highest"
        said = f"Compared by pincite: of {counted(self.compared, 'row')} with a figure under “{self.column}”,"
        if len(self.rows) == 1:
            return f"{said} this one has the {which}."
        names = listed([f"{each.name} ({each.cell(self.column)})" for each in self.rows])
        return f"{said} these have the {which}: {names}."


def asks_for_most(topic: str) -> bool:
    """Whether a question asks which has most or least."""
    return bool(_MOST.search(topic)) != bool(_LEAST.search(topic))


def rows_with_most(asked: AskedOfTable, tables: Sequence[Sequence[RowInWords]]) -> RowsWithMost | None:
    """The rows with most, or least, of the first of `tables` that `asked` surely means; None where it means none."""
    if not asks_for_most(asked.topic) or _FALLS.search(asked.topic):
        return None
    return next((found for rows in tables if (found := _of_table(asked, rows))), None)


def _of_table(asked: AskedOfTable, rows: Sequence[RowInWords]) -> RowsWithMost | None:
    own = _comparable(asked, rows)
    column = _column(asked, own) if own and not any(map(asked.is_named, own)) else None
    found = _most_in(column, own, asked.topic) if column is not None else None
    if found is None:
        return None
    first = found.rows[0]
    means = asked.is_about(f"{first.captions} {first.kind} {found.column}", first) and not asked.lacks(first, rows)
    return found if means else None


def _comparable(asked: AskedOfTable, rows: Sequence[RowInWords]) -> Sequence[RowInWords]:
    """Those of `rows` that stand beside one another, of which one may have most of what is `asked`; none for none.

    Sums and means are not beside the rest, and rows that only their section tells apart cannot be compared.
    """
    own = [each for each in rows if not _SUMS.search(each.label) and not _is_rest(asked, each)]
    alone = len({each.label for each in own}) == len(own)
    return own if alone and len(own) >= _FEWEST and _is_kind(asked, own) else ()


def _most_in(column: str, rows: Sequence[RowInWords], topic: str) -> RowsWithMost | None:
    """As many of `rows` as are wanted that have most in a `column`, or least; None where too many have as much."""
    is_least, wanted = _LEAST.search(topic) is not None, _wanted(topic)
    values = [(value, each) for each in rows if (value := value_of(each.cell(column))) is not None]
    ranked = sorted(values, key=lambda each: each[0], reverse=not is_least)
    last = ranked[min(wanted, len(ranked)) - 1][0]
    found = tuple(each for value, each in ranked if (value <= last if is_least else value >= last))
    return RowsWithMost(found, column, len(values), is_least) if len(found) <= wanted + _TIED else None


def _wanted(topic: str) -> int:
    """How many rows a question asks for: `the five largest`, `which regions`."""
    if match := _SEVERAL.search(topic):
        number = (match["of"] or match["top"]).lower()
        return int(number) if number.isdecimal() else ENGLISH.numbers.index(number) + 1
    kind = _KIND.search(topic)
    return _OF_SEVERAL if kind and kind["kind"].endswith("s") else 1


def _is_rest(asked: AskedOfTable, row: RowInWords) -> bool:
    """Whether `row` is no one thing: it is called by what all rows are called, as in `Other regions`."""
    return asked.stems(row.label) <= asked.stems(row.kind)


def _is_kind(asked: AskedOfTable, rows: Sequence[RowInWords]) -> bool:
    """Whether `rows` are of what the question asks which one has most: `which country`."""
    match = _KIND.search(asked.topic)
    if match is None:
        return True
    if _STATES.search(match["kind"]) and sum(bool(country_spans(each.label)) for each in rows) * 2 > len(rows):
        return True
    return not asked.stems(match["kind"]).isdisjoint(asked.stems(f"{rows[0].captions} {rows[0].kind}"))


def _column(asked: AskedOfTable, rows: Sequence[RowInWords]) -> str | None:
    """The one column of figures that the question names, or the only one that there is; None where it is not told."""
    columns = list(dict.fromkeys(name for row in rows for name in row.columns))
    named = asked.nearest_heads(columns, rows[0].captions)
    if len(named) > 1 and not _SHARES.search(asked.topic):
        named = [each for each in named if not _SHARES.search(each)]
    if not named:
        named = [each for each in columns if _is_compared(each, rows)]
    if len(named) != 1 or not asked.is_of_years(named[0], columns):
        return None
    return named[0] if _is_compared(named[0], rows) else None


def _is_compared(column: str, rows: Sequence[RowInWords]) -> bool:
    """Whether nearly all `rows` have one figure in `column`, and none is below nought: most of that may be least."""
    if any(row.columns.count(column) > 1 for row in rows):
        return False
    values = [value for row in rows if (value := value_of(row.cell(column))) is not None]
    return len(values) >= max(_FEWEST, _KNOWN * len(rows)) and min(values) >= 0
