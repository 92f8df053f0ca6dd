"""Answers from a row of a table, where no sentence surely answers and the row surely does."""

import re
from dataclasses import dataclass, replace
from math import inf

from index.language.english.language import ENGLISH
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.extractive.compose import best_first
from rag.answering.tables.asked import AskedOfTable
from rag.answering.tables.in_words import RowInWords, rows_in_words
from rag.answering.tables.most import asks_for_most, rows_with_most
from rag.answering.writer import AnswerWriter, Draft, Evidence
from rag.citing.quoted import cited_rows
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType, holds
from rag.question.words.acronyms import Glossary
from rag.reader.base import Reader
from rag.reader.windows import Window

_EXTREMES = LatePattern(ENGLISH.questions.extremes, re.IGNORECASE)
_SHARES = LatePattern(ENGLISH.questions.in_shares, re.IGNORECASE)
_AMONG = 8  # of the best hits are looked through for tables,
_TABLES = 3  # of which so many are read,
_ROWS = 4  # and so many rows of each.
_MOST_ROWS = 1_000  # of a table; a longer one takes longer to look through than a reader takes for a paragraph
# Log-odds of a row, at least, and how much surer than of the next one. Chosen on 110 questions on tables of 30
# documents: all 29 rows shown so answer, where 1 and 1 showed two more that do not.
_SURE = 0.5
_SURER = 2.5
_LIKELY = -4.0  # log-odds of a row that leads what is related: of 48 on the same tables 21 answer
_CHANCE = 0.9  # of 200 questions on ten others 53 are shown a row, of which 50 answer


class RowsRead:
    """Has `writer` write, and answers from a row of a table where that draft is not sure.

    A reader knows running text: it is given each row in words, one at a time. Without one only a row is shown that the
    question names, and a column of it.
    """

    def __init__(self, writer: AnswerWriter, reader: Reader | None, glossary: Glossary) -> None:
        self._writer = writer
        self._reader = reader
        self._glossary = glossary

    @property
    def mode(self) -> str:
        """How the writer writes."""
        return self._writer.mode

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The draft of the writer, or of a row."""
        draft = self._writer.write(question, evidence)
        if question.answer_type is AnswerType.REASON:
            return draft
        if draft.state == "answers" and not _leading_tables(draft, evidence.index):
            return draft
        asked = AskedOfTable(question.topic, evidence.index, self._glossary)
        if asks_for_most(question.topic):
            # A row does not tell by itself that it has most.
            return _most(asked, evidence) or (replace(draft, state="related") if draft.statements else draft)
        if _EXTREMES.search(question.topic):
            return draft
        found = self._row(question, asked, evidence)
        if found is not None and found.surely:
            return Draft("answers", best_first([found.row.place], evidence.index), _CHANCE)
        if draft.state == "related" and found is not None and found.answers > _answers(draft, evidence):
            return _led_by(found.row, draft, evidence.index)
        meant = _meant(asked, draft, evidence.index) if draft.state == "answers" else None
        return replace(draft, state="related", statements=best_first([meant.place], evidence.index)) if meant else draft

    def _row(self, question: QuestionAnalysis, asked: AskedOfTable, evidence: Evidence) -> "_Row | None":
        """The row that most likely answers, None where none is likely to."""
        likely = {row: rows for rows in _tables(evidence)[:_TABLES] for row in asked.likeliest(rows, _ROWS)}
        named = [row for row, rows in likely.items() if asked.names(row, rows) and not asked.lacks(row, rows)]
        found = _Row(named[0], inf, surely=True) if len(named) == 1 else self._likeliest(question.text, list(likely))
        if found is None or asked.lacks(found.row, likely[found.row]):
            return None
        return None if _tells_shares_alone(found.row, question.answer_type) else found

    def _likeliest(self, question: str, rows: list[RowInWords]) -> "_Row | None":
        """The row that the reader is surest of, if it is so at all."""
        if self._reader is None or not rows:
            return None
        read = self._reader.read([(self._glossary.as_in(question, row.text), _window(row)) for row in rows])
        ranked = sorted(zip((each.answers for each in read), range(len(rows)), strict=True), reverse=True)
        (best, at), *others = ranked
        second = others[0][0] if others else -inf
        surely = best >= _SURE and best - second >= _SURER
        return _Row(rows[at], best, surely=surely) if best >= _LIKELY else None


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that was found, the log-odds that it answers, and whether it `surely` does."""

    row: RowInWords
    answers: float
    surely: bool


def _answers(draft: Draft, evidence: Evidence) -> float:
    """The log-odds that a paragraph of `draft` answers, the highest of those that were read."""
    read = (evidence.readings.get(row) for row in cited_rows(draft.statements, evidence.index))
    return max((each.answers for each in read if each), default=-inf)


def _led_by(row: RowInWords, draft: Draft, index: Index) -> Draft:
    """`draft` with a row before what it has."""
    first = best_first([row.place], index)
    shown = {each.text for each in first}
    rest = (replace(each, leads=False) for each in draft.statements if each.text not in shown)
    return replace(draft, statements=(*first, *rest))


def _tables(evidence: Evidence) -> list[tuple[RowInWords, ...]]:
    """The rows of the best tables that were found."""
    read = (rows_in_words(hit.row, evidence.index) for hit in evidence.hits[:_AMONG])
    return [rows for rows in read if 0 < len(rows) <= _MOST_ROWS]


def _most(asked: AskedOfTable, evidence: Evidence) -> Draft | None:
    """The rows that have most, or least, of what is `asked` for; None where no table surely tells."""
    found = rows_with_most(asked, _tables(evidence))
    if found is None:
        return None
    shown = best_first([each.place for each in found.rows], evidence.index)
    return Draft("answers", tuple(replace(each, leads=True) for each in shown), _CHANCE, remark=found.remark)


def _window(row: RowInWords) -> Window:
    return Window(row.text, (0,), ((0, len(row.text)),))


def _leading_tables(draft: Draft, index: Index) -> list[int]:
    """The tables, by the rows of their paragraphs, that what most likely answers in `draft` stands in."""
    leading = cited_rows([each for each in draft.statements if each.leads], index)
    return [row for row in leading if index.paragraphs[row].paragraph.rows]


def _meant(asked: AskedOfTable, draft: Draft, index: Index) -> RowInWords | None:
    """The only row that is `asked` for by name of a table that leads in `draft`, if that shows others of it alone."""
    shown = {each.text for each in draft.statements}
    for table in _leading_tables(draft, index):
        named = [each for each in rows_in_words(table, index)[:_MOST_ROWS] if asked.is_named(each)]
        if len(named) == 1 and index.sentence_texts(table)[named[0].place[1]] not in shown:
            return named[0]
    return None


def _tells_shares_alone(row: RowInWords, asked: AnswerType) -> bool:
    """Whether a count or a sum is `asked` for of a table of shares: `(Percentage of households)`."""
    is_asked = asked in (AnswerType.NUMBER, AnswerType.MONEY)
    return is_asked and _SHARES.search(row.captions) is not None and not holds(AnswerType.MONEY, row.captions)
