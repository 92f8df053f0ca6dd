"""Answers written again from the paragraphs that have what a question names, where the first draft has none of it."""

from collections.abc import Callable
from dataclasses import replace

from rag.answering.checks.held import Held
from rag.answering.checks.missing import missing_from
from rag.answering.checks.named import NAMES, Named
from rag.answering.writer import AnswerWriter, Draft, Evidence
from rag.citing.quoted import cited_rows
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary


class NamedAgain:
    """Has `writer` write; again from fewer paragraphs where its passages lack a name that others found have.

    A reader asked for the members of one network is content with another network's, and such passages are shown as
    related at best. It stopped where it was content, so that the others found are read by `read`.
    """

    def __init__(
        self, writer: AnswerWriter, glossary: Glossary, read: Callable[[QuestionAnalysis, Evidence], Evidence]
    ) -> None:
        self._writer = writer
        self._read = read
        self._forms = glossary.forms

    @property
    def mode(self) -> str:
        """How the writer writes."""
        return self._writer.mode

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The draft of the writer, or its second one where that has passages with more of what is named."""
        draft = self._writer.write(question, evidence)
        missing = self._missing(question, draft, evidence)
        if not missing:
            return draft
        having = [hit for hit in evidence.hits if self._holds_any(hit.row, missing, evidence)]
        if not having:
            return draft
        again = self._writer.write(question, self._read(question, replace(evidence, hits=tuple(having))))
        fewer = again.statements and len(self._missing(question, again, evidence)) < len(missing)
        return again if fewer else draft

    def _missing(self, question: QuestionAnalysis, draft: Draft, evidence: Evidence) -> list[Named]:
        """The names of `question` that no passage of `draft` has."""
        rows = cited_rows(draft.statements, evidence.index)
        if not rows:
            return []
        missing = missing_from(question.topic, rows, evidence.index, self._forms)
        return [each for each in missing if each.kind in NAMES]

    def _holds_any(self, row: int, names: list[Named], evidence: Evidence) -> bool:
        held = Held(evidence.index, (row,), self._forms)
        return any(held.holds(each) for each in names)
