"""What a question wants, which decides how it is answered."""

from collections.abc import Mapping
from enum import Enum, auto

from rag.answer import Intent
from rag.question.analyse import QuestionAnalysis
from rag.question.words.fragments import is_fragment


class QuestionKind(Enum):
    """What a question wants."""

    NOT_ANSWERABLE = auto()
    """It names only what no document has, nothing at all, or is in a language that is not read."""
    FOOTNOTES = auto()
    """The footnotes that it names by their marks."""
    ABOUT = auto()
    """What there is to ask; or it only greets."""
    DOCUMENT = auto()
    """The date, the symbol or the like of the documents that it names."""
    TEXT = auto()
    """The places that it names, as they stand."""
    SUMMARY = auto()
    """The gist of the documents that it names."""
    SEARCH = auto()
    """Every paragraph that mentions something."""
    CHANGE = auto()
    """What is different between versions, documents or years."""
    FACTS = auto()
    """Something that the documents say."""


_BY_INTENT: Mapping[Intent, QuestionKind] = {
    "about": QuestionKind.ABOUT,
    "document": QuestionKind.DOCUMENT,
    "text": QuestionKind.TEXT,
    "summary": QuestionKind.SUMMARY,
    "search": QuestionKind.SEARCH,
    "change": QuestionKind.CHANGE,
}


def kind_of(question: QuestionAnalysis) -> QuestionKind:
    """What `question` wants."""
    if question.intent == "about":
        return QuestionKind.ABOUT
    if question.unknown_place or question.in_other_language:
        return QuestionKind.NOT_ANSWERABLE
    if question.footnotes:
        return QuestionKind.FOOTNOTES
    kind = _BY_INTENT.get(question.intent, QuestionKind.FACTS)
    return QuestionKind.NOT_ANSWERABLE if kind is QuestionKind.FACTS and is_fragment(question.text) else kind
