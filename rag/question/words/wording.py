"""A question as it was meant, where it was typed in a hurry: without capitals, in short, with an error in a word."""

import re
from dataclasses import dataclass

from index.language.english.intents import FRAMING
from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern
from rag.question.language import is_english
from rag.question.words.acronyms import Glossary
from rag.question.words.casing import with_capitals
from rag.question.words.framing import without_frame
from rag.question.words.hyphens import with_hyphens
from rag.question.words.resolutions import with_resolutions
from rag.question.words.spelling import Correction, Spelling

_ASKED_LAST = LatePattern(FRAMING.asked_last, re.IGNORECASE)
_DUTY = LatePattern(FRAMING.duty, re.IGNORECASE)
_BEGINS = LatePattern(ENGLISH.questions.opening, re.IGNORECASE)
# `what's`, and `whats` as it is typed; `whose` is another word.
_CONTRACTED = re.compile(ENGLISH.questions.contracted, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a question is read as; `errors` are the words that were taken for others."""

    text: str
    errors: tuple[Correction, ...] = ()

    @property
    def remark(self) -> str | None:
        """What whoever asked should know; None where the question is read as it stands."""
        return " ".join(f"“{each.word}” was read as “{each.meant}”." for each in self.errors) or None


def wording_of(question: str, spelling: Spelling, glossary: Glossary) -> Wording:
    """`question` out of its frame, with capitals where it has none, its resolutions called so, its errors corrected.

    Its question word stands first. One in another language as it is.
    """
    if not is_english(question):
        return Wording(question)
    question = _duty_first(_question_first(without_frame(_CONTRACTED.sub(r"\1 is", question))))
    question = with_hyphens(with_capitals(question, glossary.forms, spelling.is_ordinary), glossary.forms, spelling)
    text = with_resolutions(question)
    errors = spelling.errors(text)
    for each in errors:
        text = re.sub(rf"\b{re.escape(each.word)}\b", each.meant, text)
    return Wording(text, errors)


def _question_first(question: str) -> str:
    """`question` with the question word before what it asks of.

    >>> _question_first("mandate of the Panel until when?")
    'until when mandate of the Panel'
    """
    last = None if _BEGINS.match(question) else _ASKED_LAST.match(question)
    return f"{last['asking']} {last['matter']}" if last else question


def _duty_first(question: str) -> str:
    """`question` as texts speak of duties: a reader is less sure of the longer way to ask.

    >>> _duty_first("is it mandatory for States to report?")
    'must States report?'
    """
    asked = _DUTY.match(question)
    return f"must {asked['whom']} {asked['what']}" if asked else question
