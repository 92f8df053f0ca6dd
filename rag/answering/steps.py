"""What is known of a question after each step of answering it."""

from dataclasses import dataclass

from rag.answer import Answer
from rag.answering.writer import Draft, Evidence, ReadQuestion
from rag.question.analyse import QuestionAnalysis
from rag.retrieval.encoded_question import EncodedQuestion


@dataclass(frozen=True, slots=True)
class Before:
    """The question before in a thread, and what came of it.

    `places` are what its answer cites, documents and locators in its order, or what was nearest; `documents` what
    answers it is from, none where that is not sure.
    """

    question: str
    places: tuple[tuple[str, str], ...] = ()
    documents: tuple[str, ...] = ()

    @classmethod
    def of(cls, answer: Answer) -> "Before":
        """What there is of `answer` for a question that goes on from it."""
        cited = [each for statement in answer.statements for each in statement.citations]
        places = [(each.document, str(each.locator.paragraph)) for each in cited]
        near = [(each.document, str(each.locator.paragraph)) for each in answer.nearest]
        sure = [document for document, _ in places[:1] if answer.state == "answers"]
        return cls(answer.question, tuple(dict.fromkeys([*places, *near])), tuple(sure))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as somebody hands it in: its text, the documents it may be answered from (all if empty), an id.

    `before` is the question that was asked just before in the same thread.
    """

    text: str
    documents: tuple[str, ...] = ()
    id: str | None = None
    before: Before | None = None


@dataclass(frozen=True, slots=True)
class Analysed:
    """A question and what it asks for; how many seconds it took to find that out."""

    asked: Asked
    question: QuestionAnalysis
    seconds: float


@dataclass(frozen=True, slots=True)
class Encoded:
    """A question as vectors, whole and as the questions that it joins; the seconds until they were there."""

    asked: Asked
    question: QuestionAnalysis
    whole: EncodedQuestion
    joined: tuple[ReadQuestion, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A question with the evidence for it; the seconds until that was there."""

    asked: Asked
    question: QuestionAnalysis
    evidence: Evidence
    seconds: float


@dataclass(frozen=True, slots=True)
class Written:
    """A draft, how it was written, and the seconds that took."""

    draft: Draft
    mode: str
    seconds: float
