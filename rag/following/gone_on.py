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
from rag.question.sub_questions import leans_on_another
from rag.question.words.main_name import main_name

_OPENING = LatePattern(rf"^\W*(?:{FOLLOWING.opening})", re.IGNORECASE)
_POINTING = LatePattern(rf"{ENGLISH.questions.pointing_back}|{FOLLOWING.one}", re.IGNORECASE)
_FEW_WORDS = 3  # of meaning: `how did the ambassadors respond?`


@dataclass(frozen=True, slots=True)
class GoneOn:
    """What a question is read as that goes on from another: its whole `text`, and the `documents` it is about."""

    text: str
    documents: tuple[str, ...] = ()

    def remark(self, index: Index) -> str:
        """What a reader is told of it."""
        if not self.documents:
            return f"Read as “{self.text}”."
        names = " and ".join(short_name(index.document(each)) for each in self.documents)
        return f"Asked of {names}, where the answer before is from."


def gone_on(question: str, before: Before) -> GoneOn | None:
    """How `question` goes on from the one `before`; None where it can be read alone.

    Where the words that it leaves out are not clear it is left as it is and asked of the documents that the answer
    before is from; of all where there was none that is sure.
    """
    whole = completed(question, before.question)
    if whole is not None:
        return GoneOn(whole)
    return GoneOn(question, before.documents) if before.documents and leans(question) else None


def leans(question: str) -> bool:
    """Whether `question`, asked after another, says only with it what it is about: `was that granted?`, `who pays?`."""
    if any(each.search(question) for each in (_OPENING, _POINTING)) or leans_on_another(question):
        return True
    return len(set(terms(question))) < _FEW_WORDS and main_name(question) is None
