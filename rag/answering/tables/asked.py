"""What a question asks of a table: which rows have its words, which of them it names, and what they lack of it."""

import re
from collections.abc import Collection, Sequence
from math import fsum

from index.language.english.language import ENGLISH
from index.language.english.tables import TABLES
from index.search.base import stem_weights
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.held import Held, told_of
from rag.answering.checks.named import Named, named_in, plain
from rag.answering.tables.in_words import RowInWords
from rag.question.words.acronyms import Glossary

# Of what the words of a question are worth, at least, the row and the heads and captions of its table have, where the
# question names the cell. On 110 questions on tables (`rows_read`) two that are answered have less, of none another.
_ABOUT = 0.5
_YEAR = LatePattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_EXTREMES = LatePattern(rf"{TABLES.several}|{ENGLISH.questions.extremes}", re.IGNORECASE)
_IN_ALL = LatePattern(TABLES.in_all, re.IGNORECASE)
_TOTAL = "total"
_NO_MATTER = " ".join(sorted(ENGLISH.questions.asks_for_text | ENGLISH.questions.counting_words))


class AskedOfTable:
    """A question, in the words of its `topic`, set beside rows of tables; `glossary` has the short forms of `index`."""

    def __init__(self, topic: str, index: Index, glossary: Glossary) -> None:
        self.topic = _IN_ALL.sub(_TOTAL, topic)
        self._index = index
        self._glossary = glossary
        self._weights = stem_weights(index.lexical, glossary.spell_out(self.topic))
        self._years = frozenset().union(*map(_years_of, named_in(self.topic)))

    def likeliest(self, rows: Sequence[RowInWords], most: int) -> list[RowInWords]:
        """At most so many of the `rows` of a table: those that have most of the question's words, best first.

        Words of what a row is called count twice: those of heads every row of the table has.
        """

        def worth(row: RowInWords) -> float:
            return self._worth(self.stems(row.text)) + self._worth(self.stems(row.label))

        return sorted(rows, key=worth, reverse=True)[:most]

    def is_named(self, row: RowInWords) -> bool:
        """Whether all words of what `row` is called are the question's, or the name of a country that it has."""
        label = plain(row.label)
        countries = (each for each in named_in(self.topic) if each.kind == "country")
        stems = self.stems(row.label)
        return bool(stems) and (stems <= self._weights.keys() or any(label in each.forms for each in countries))

    def names(self, row: RowInWords, rows: Sequence[RowInWords]) -> bool:
        """Whether the question names a cell of `row` and of no other of the `rows` of its table, and is about both."""
        if not self.is_named(row) or self._names_other(row, rows) or not self._names_column(row):
            return False
        return self.is_about(row.text, row)

    def is_about(self, text: str, row: RowInWords) -> bool:
        """Whether `text`, words of the table of `row`, has enough of what the question says."""
        # What is named may be told in other words; whether it is told is asked by itself.
        named = " ".join(each.words for each in named_in(self.topic))
        told = self.stems(f"{named} {text}")
        # Words of the document's title are as near to each of its tables.
        own = (
            self.stems(_EXTREMES.sub(" ", self.topic)) - self.stems(_NO_MATTER) - (self.stems(self._around(row)) - told)
        )
        return self._worth(own & told) >= _ABOUT * self._worth(own)

    def lacks(self, row: RowInWords, rows: Sequence[RowInWords]) -> bool:
        """Whether the question names something that neither `row` nor what stands around its table has.

        What another of the `rows` of its table is called by is not told of this one, nor what no one column is called
        by: `actual` and `2027`, where there is an actual figure of 2025 and a planned one of 2027.
        """
        told = all(self._is_told(each, row, rows) for each in named_in(self.topic))
        return not told or not self._has_columns(row, rows)

    def _is_told(self, named: Named, row: RowInWords, rows: Sequence[RowInWords]) -> bool:
        around = self._around(row)
        if years := _years_of(named):
            # A table with years tells of these alone, whenever its document was issued.
            return not years.isdisjoint(_YEAR.findall(row.text) or _YEAR.findall(around))
        if named.kind == "figure":
            return True  # a measure or an age may fall between those that the heads name
        forms = [plain(each) for each in self._forms(named)]
        if any(each in plain(f"{row.text} {around}") for each in forms):
            return True
        others = plain(" ".join(each.name for each in rows if each.place != row.place))
        held = Held(self._index, (row.place[0],), self._glossary.forms)
        return held.holds(named) and not any(each in others for each in forms)

    def _forms(self, named: Named) -> set[str]:
        return {*named.forms, *(long for each in named.forms if (long := self._glossary.forms.get(each)))}

    def _names_other(self, row: RowInWords, rows: Sequence[RowInWords]) -> bool:
        """Whether the question names another row too, in as many words of its label and section."""
        own = len(self.stems(row.name) & self._weights.keys())
        others = (each for each in rows if each.place != row.place and self.is_named(each))
        return any(len(self.stems(each.name) & self._weights.keys()) >= own for each in others)

    def _names_column(self, row: RowInWords) -> bool:
        """Whether the question has most of the words that not all heads have of one head, or of one for each year."""
        heads = self._heads(row)
        if len(heads) <= 1:
            return bool(heads)
        worth = [self._worth(each - frozenset.intersection(*heads)) for each in heads]
        return max(worth) > 0 and worth.count(max(worth)) in (1, len(self._years))

    def nearest_heads(self, columns: Sequence[str], captions: str) -> list[str]:
        """Those of `columns` that have most of the question's words, of those that the `captions` do not have.

        Where none has any the one of totals.
        """
        heads = [
            self.stems(each) - self.stems(captions) - (_years_in(self.stems(each)) - self._years) for each in columns
        ]
        worth = [self._worth(each) for each in heads]
        if (most := max(worth, default=0)) > 0:
            return [each for each, own in zip(columns, worth, strict=True) if own == most]
        return [each for each in columns if self.stems(each) == self.stems(_TOTAL)]

    def is_of_years(self, column: str, columns: Sequence[str]) -> bool:
        """Whether a `column` is of the years that the question names, as far as `columns` are."""
        told = frozenset().union(*(_years_in(self.stems(each)) for each in columns))
        return self._years & told <= self.stems(column)

    def _has_columns(self, row: RowInWords, rows: Sequence[RowInWords]) -> bool:
        """Whether `row` has columns for the years that the question names, and for what it says of these.

        Of years that no head has nothing is known.
        """
        of_years = frozenset().union(*(head for each in rows for head in self._heads(each) if _years_in(head)))
        years = self._years & of_years
        if not years:
            return True
        around = self.stems(f"{row.captions} {row.name} {self._around(row)}")
        said = (of_years & self._weights.keys()) - self._years - around
        own = [head for head in self._heads(row) if head & years]
        return years | said <= frozenset().union(*own)

    def _heads(self, row: RowInWords) -> list[frozenset[str]]:
        return [self.stems(each) for each in row.columns]

    def _around(self, row: RowInWords) -> str:
        ref = self._index.paragraphs[row.place[0]]
        return " ".join((*ref.paragraph.headings, *told_of(ref.document)))

    def _worth(self, stems: Collection[str]) -> float:
        """What those of `stems` that the question has are worth."""
        return fsum(self._weights.get(stem, 0.0) for stem in sorted(stems))

    def stems(self, text: str) -> frozenset[str]:
        """The words of `text` as the index compares them."""
        return frozenset(self._index.lexical.terms(text))


def _years_in(stems: Collection[str]) -> frozenset[str]:
    return frozenset(each for each in stems if _YEAR.fullmatch(each))


def _years_of(named: Named) -> frozenset[str]:
    """The years that `named` is, or the first one of a period: `2024/25`."""
    if named.kind == "period":
        return frozenset(_YEAR.findall(named.words)[:1])
    return named.forms if named.kind == "year" else frozenset()
