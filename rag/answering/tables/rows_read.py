"""Answers from a row of a table, where no sentence surely answers and the row surely does."""

import re
from dataclasses import replace

from index.language.english.language import ENGLISH
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.extractive.compose import best_first
from rag.answering.tables.asked import AskedOfTable
from rag.answering.tables.in_words import RowInWords, rows_in_words
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
        if question.answer_type is AnswerType.REASON or _EXTREMES.search(question.topic):
            return draft
        if draft.state == "answers" and not _leading_tables(draft, evidence.index):
            return draft
        asked = AskedOfTable(question.topic, evidence.index, self._glossary)
        row = self._row(question, asked, evidence)
        if row is not None:
            return Draft("answers", best_first([row.place], evidence.index), _CHANCE)
        meant = _meant(asked, draft, evidence.index) if draft.state == "answers" else None
        return replace(draft, state="related", statements=best_first([meant.place], evidence.index)) if meant else draft

    def _row(self, question: QuestionAnalysis, asked: AskedOfTable, evidence: Evidence) -> RowInWords | None:
        """The row that answers, None where none surely does."""
        read = (rows_in_words(hit.row, evidence.index) for hit in evidence.hits[:_AMONG])
        tables = [rows for rows in read if 0 < len(rows) <= _MOST_ROWS]
        likely = {row: rows for rows in tables[:_TABLES] for row in asked.likeliest(rows, _ROWS)}
        named = [row for row, rows in likely.items() if asked.names(row, rows) and not asked.lacks(row, rows)]
        found = named[0] if len(named) == 1 else self._surest(question.text, list(likely))
        if found is None or asked.lacks(found, likely[found]) or _tells_shares_alone(found, question.answer_type):
            return None
        return found

    def _surest(self, question: str, rows: list[RowInWords]) -> RowInWords | None:
        """The row that the reader is sure of, and of no other one as much."""
        if self._reader is None or not rows:
            return None
        read = self._reader.read([(self._glossary.as_in(question, row.text), _window(row)) for row in rows])
        ranked = sorted(zip((each.answers for each in read), range(len(rows)), strict=True), reverse=True)
        (best, at), *others = ranked
        second = others[0][0] if others else float("-inf")
        return rows[at] if best >= _SURE and best - second >= _SURER else None


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
