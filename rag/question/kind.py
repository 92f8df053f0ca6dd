"""What a question wants, which decides how it is answered."""

from enum import Enum, auto

from rag.question.analyse import QuestionAnalysis


class QuestionKind(Enum):
    """What a question wants."""

    NOT_ANSWERABLE = auto()
    """It names only what no document has, or is in a language that is not read."""
    FOOTNOTES = auto()
    """The footnotes that it names by their marks."""
    TEXT = auto()
    """The places that it names, as they stand."""
    FACTS = auto()
    """Something that the documents say."""


def kind_of(question: QuestionAnalysis) -> QuestionKind:
    """What `question` wants."""
    if question.unknown_place or question.in_other_language:
        return QuestionKind.NOT_ANSWERABLE
    if question.footnotes:
        return QuestionKind.FOOTNOTES
    return QuestionKind.TEXT if question.asks_for_text else QuestionKind.FACTS
