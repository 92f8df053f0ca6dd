"""What is known of a question after each step of answering it."""

from dataclasses import dataclass

from rag.answering.writer import Draft, Evidence, ReadQuestion
from rag.question.analyse import QuestionAnalysis
from rag.retrieval.encoded_question import EncodedQuestion


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as somebody hands it in: its text, the documents it may be answered from (all if empty), an id."""

    text: str
    documents: tuple[str, ...] = ()
    id: str | None = None


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
