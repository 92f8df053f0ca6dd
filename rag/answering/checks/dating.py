"""Questions for the date of a treaty or the like that documents speak of, and whether a sentence gives it.

A sentence with the name of a treaty and some date is as near to such a question as one that dates the treaty, and a
reader takes the one for the other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.document import Document
from index.language.english.checks import DATING
from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern

_ASKED = tuple(LatePattern(pattern, re.IGNORECASE) for pattern in DATING.asked)
_DEEDS = tuple(LatePattern(pattern, re.IGNORECASE) for pattern in DATING.deeds)
_NAME = LatePattern(
    rf"(?:the )?(?P<name>(?=(?:.* )?{DATING.instruments}\b)[A-Z][\w’'-]*(?:,? (?:{DATING.small} )*[A-Z][\w’'-]*)+)\W*",
    re.IGNORECASE,
)
_SMALL = LatePattern(DATING.small)
_INSTRUMENT = LatePattern(rf"\b{DATING.instruments}\b", re.IGNORECASE)
_YEAR = r"(?:1[89]|20)\d\d(?![\d–-])"
_DATE = rf"(?:(?:\d{{1,2}} )?(?:{'|'.join(ENGLISH.months)}) )?{_YEAR}"
_WORDS = r"(?: [\w’'-]+){0,8}?"


@dataclass(frozen=True, slots=True)
class DateAsked:
    """What a question wants to have dated, and what was done to it then, in the question's words; None for nothing."""

    name: str
    deed: str | None = None


def date_asked(question: str) -> DateAsked | None:
    """The treaty or the like whose date `question` asks for and nothing more; None where it asks for none.

    What is typed without capitals may be none.

    >>> date_asked("When was the Paris Agreement adopted?")
    DateAsked(name='Paris Agreement', deed='adopted')
    """
    for pattern in _ASKED:
        if (found := pattern.search(question)) and (named := _NAME.fullmatch(found["name"])):
            return DateAsked(named["name"], found.groupdict().get("deed"))
    return None


def is_named_in(text: str, asked: DateAsked) -> bool:
    """Whether `text` has what is asked for as a name, with its capitals: `ceasefire agreement` is none."""
    mentions = re.findall(rf"(?<!\w){re.escape(asked.name)}(?!\w)", text, re.IGNORECASE)
    return any(all(word[0].isupper() or _SMALL.fullmatch(word) for word in each.split()) for each in mentions)


def gives_date(sentence: str, asked: DateAsked, before: str = "") -> bool:
    """Whether `sentence` says when that was done which is asked for, or calls it by its date where it was only made.

    Where it is named in what stands `before`, `it` and `the Agreement` are taken for it.
    """
    names = re.escape(asked.name)
    if asked.name.lower() in before.lower():
        names = "|".join((names, "^it", *(rf"\bthe {each}" for each in _INSTRUMENT.findall(asked.name))))
    name = rf"(?:{names})\b(?:[”\"’]| \([^()]*\))?"
    deed = next((at for at, each in enumerate(_DEEDS) if asked.deed and each.search(asked.deed)), 0)
    done = DATING.deeds[deed]
    forms = [
        rf"{name}{_WORDS},? (?:{DATING.be} )?(?:\w+ly )?{done}(?:,? [\w’'-]+){{0,8}}?,? (?:{DATING.on} )?{_DATE}",
        rf"\b{done}(?: of)?(?: the)? [“\"]?{name}(?: [\w’'-]+){{0,5}}?,? {DATING.on} {_DATE}",
        rf"\b{DATING.on} {_DATE},? (?:[^,;.]{{0,60}}? )?{done}(?: of)?(?: the)? [“\"]?{name}",
    ]
    if not deed:
        forms += [rf"{name}(?: \(|,? {DATING.of} ){_DATE}", rf"\b{_YEAR} [“\"]?{name}"]
    return any(re.search(each, sentence, re.IGNORECASE) for each in forms)


def undated(question: str, quotes: Sequence[str], documents: Sequence[Document]) -> tuple[str, ...]:
    """A sentence where `question` asks for the date of a treaty or the like that none of `quotes` gives; else nothing.

    One that is among `documents`, those quoted, says of itself when it was made, and seldom by its name.
    """
    asked = date_asked(question)
    if asked is None or not any(is_named_in(each, asked) for each in (question, *quotes)):
        return ()
    if any(each.title.lower().startswith(asked.name.lower()) for each in documents):
        return ()
    if any(gives_date(each, asked, " ".join(quotes[:at])) for at, each in enumerate(quotes)):
        return ()
    return (f"None of these passages gives this date of “{asked.name}”.",)
