"""What a question wants to be done: facts found, a place quoted, a document summed up, every mention listed."""

import re

from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern
from rag.answer import Intent
from rag.question.answer_type import AnswerType
from rag.question.words.bare import bare_words

_PATTERNS = ENGLISH.intents
_SUMMARY, _CHANGE, _SEARCH, _DEFINITION, _ABOUT = (
    LatePattern(pattern, re.IGNORECASE)
    for pattern in (_PATTERNS.summary, _PATTERNS.change, _PATTERNS.search, _PATTERNS.definition, _PATTERNS.about)
)
_NAME_ALONE = LatePattern(_PATTERNS.name_alone, re.IGNORECASE)
_OVERVIEW = LatePattern(_PATTERNS.overview, re.IGNORECASE)
_OF_A_SUMMARY = _PATTERNS.summary_words | ENGLISH.questions.asks_for_text | ENGLISH.questions.publications


def wants_summary(question: str, topic: str) -> bool:
    """Whether `question` wants the gist of the documents that it names and of which `topic` no longer speaks.

    What is summed up is a whole document: `summarise what the report says on mining` wants something said in it. Who
    only names a document (`A/79/352`, `what does the report say`) wants to know what it is about.
    """
    left = bare_words(topic.lower())
    asks = _SUMMARY.search(question) is not None or _NAME_ALONE.fullmatch(topic) is not None
    return asks and all(word in _OF_A_SUMMARY for word in left)


def overview_theme(topic: str) -> str:
    """The theme of which `topic` wants an overview; empty where it wants something else."""
    match = _OVERVIEW.search(topic)
    return match["theme"].strip() if match else ""


def searched_words(topic: str) -> str:
    """The words of which `topic` wants every mention; none where it wants something else."""
    match = _SEARCH.search(topic)
    return next((words for words in match.groups() if words), "").strip(" ?.!") if match else ""


def wants_changes(question: str) -> bool:
    """Whether `question` asks what became different, or how two things differ."""
    return _CHANGE.search(question) is not None


def intent_of(question: str, answer_type: AnswerType) -> Intent:
    """What `question` wants where it is neither a place, a summary, a comparison nor every mention."""
    if _ABOUT.search(question):
        return "about"
    if _DEFINITION.search(question):
        return "definition"
    return "list" if answer_type is AnswerType.LIST else "facts"
