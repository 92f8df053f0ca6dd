"""What writes an answer: evidence in, a draft out. Whoever writes, the draft is verified afterwards.

A writer is given what was understood of the question and the paragraphs found for it, and must not search again; the
index is there for what stands around a paragraph. `rag.answering.extractive` is the first.
"""

from dataclasses import dataclass, field
from typing import Protocol

from index.store import Index, ParagraphRef
from rag.answer import Hit, Intent, ModelRun, State, Statement
from rag.question.analyse import QuestionAnalysis
from rag.question.sub_questions import leans_on_another
from rag.reader.paragraphs import UNREAD, Readings
from rag.retrieval.encoded_question import EncodedQuestion


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question, or one of those that it joins, understood and encoded by itself.

    `readings` are what a reader made of the first hits with it, nothing without one.
    """

    question: QuestionAnalysis
    encoded: EncodedQuestion
    readings: Readings = field(default_factory=lambda: UNREAD)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What was found for a question in `index`.

    `hits` are paragraphs with their scores, best first. `encoded` is the question as the model reads it,
    `sub_questions` those that it joins, none where it is one. `documents` are the ids of those that the answer may come
    from, all if empty; `readings` what a reader made of the first hits, nothing without one.
    """

    index: Index
    hits: tuple[Hit, ...]
    encoded: EncodedQuestion
    sub_questions: tuple[ReadQuestion, ...] = ()
    documents: tuple[str, ...] = ()
    readings: Readings = field(default_factory=lambda: UNREAD)

    def paragraph(self, hit: Hit) -> ParagraphRef:
        """The paragraph that `hit` found."""
        return self.index.paragraphs[hit.row]

    def hits_for(self, part: ReadQuestion) -> tuple[Hit, ...]:
        """The hits that one of the `sub_questions` may be answered from.

        One that leans on another is about the document that the whole question found first.
        """
        if not self.hits or not leans_on_another(part.question.text):
            return self.hits
        return tuple(hit for hit in self.hits if hit.document == self.hits[0].document)

    def documents_for(self, question: QuestionAnalysis) -> tuple[str, ...]:
        """The ids of the documents that `question` names, else of those that it may be answered from; none are all."""
        return question.documents or self.documents


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer as it was written, not yet verified.

    `statements` are sentences with their citations: none where the `state` is `nothing`, some elsewhere. `confidence`
    (0 to 1) is the chance that they answer the question, `reason` why there are none, where that is known, `remark`
    what is to be said beside them. `mode` is how it was written where its writer does not always write in one way,
    `language_model` what one that was asked came to. `intent` is what the question wants where only what was found
    tells: all of a list, whose parts stand as they are.
    """

    state: State
    statements: tuple[Statement, ...] = ()
    confidence: float = 0.0
    reason: str | None = None
    remark: str | None = None
    mode: str | None = None
    language_model: ModelRun | None = None
    intent: Intent | None = None

    def __post_init__(self) -> None:
        if (self.state == "nothing") == bool(self.statements):
            raise ValueError(f"{len(self.statements)} statements do not go with the state {self.state!r}")

    @classmethod
    def of(cls, statements: tuple[Statement, ...], confidence: float, reason: str | None = None) -> "Draft":
        """The draft of `statements` that answer; `reason` says why there are none where there are none."""
        state: State = "answers" if statements else "nothing"
        return cls(state, statements, confidence, None if statements else reason)


class AnswerWriter(Protocol):
    """Writes answers. Safe to share between threads."""

    @property
    def mode(self) -> str:
        """How it writes, as every answer says: `extractive` where each statement is verbatim what it quotes."""

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The draft of an answer to `question` from `evidence`."""
