"""Questions of a thread: what is asked, and in which documents, where one goes on from the one before."""

import re
from dataclasses import dataclass

from index.language.english.intents import FOLLOWING
from index.language.english.language import ENGLISH
from index.search.bm25 import terms
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.steps import Before
from rag.citing.citation import short_name
from rag.following.completed import completed
from rag.question.words.main_name import main_name

_OPENING = LatePattern(rf"^\W*(?:{FOLLOWING.opening})", re.IGNORECASE)
_POINTING = LatePattern(rf"{ENGLISH.questions.pointing_back}|{FOLLOWING.one}", re.IGNORECASE)
_FEW_WORDS = 3  # of meaning: `how did the ambassadors respond?`
_MOST_WORDS = 5  # of meaning, of a question that points at what was said before
_FEWEST_NAMING = 2  # words of meaning that what points after them may stand for


@dataclass(frozen=True, slots=True)
class GoneOn:
    """What a question is read as that goes on from another: its `text`, `whole` if that was completed, of `documents`.

    None are all.
    """

    text: str
    documents: tuple[str, ...] = ()
    whole: bool = False

    def remark(self, index: Index) -> str | None:
        """What a reader is told of it, if anything."""
        if self.whole:
            return f"Read as “{self.text}”."
        names = " and ".join(short_name(index.document(each)) for each in self.documents)
        return f"Asked of {names}, where the answer before is from." if names else None


def gone_on(question: str, before: Before) -> GoneOn | None:
    """How `question` goes on from the one `before`; None where it can be read alone.

    Where the words that it leaves out are not clear it is left as it is and asked of the documents that the answer
    before is from; of all where there was none that is sure.
    """
    whole = None if _names_itself(question) else completed(question, before.question)
    if whole is not None:
        return GoneOn(whole, whole=True)
    return GoneOn(question, before.documents) if leans(question) else None


def leans(question: str) -> bool:
    """Whether `question`, asked after another, says only with it what it is about: `was that granted?`, `who pays?`."""
    words = len(set(terms(question)))
    if main_name(question) is None and (_OPENING.search(question) or words < _FEW_WORDS):
        return True
    pointing = _POINTING.search(question)
    return pointing is not None and words <= _MOST_WORDS and not _names_itself(question)


def _names_itself(question: str) -> bool:
    """Whether what points in `question` may stand for words before it: `railways where it was installed`."""
    pointing = _POINTING.search(question)
    return pointing is not None and len(set(terms(question[: pointing.start()]))) >= _FEWEST_NAMING
