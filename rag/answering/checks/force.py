"""Whether passages say with the force that a question asks for: that something must be done, or that it was done.

To a reader `States should report` answers `must States report?`, and `decides that the group shall withdraw` whether it
withdrew: what is advised is taken for a duty, and what is demanded or planned for a fact.
"""

import re
from collections.abc import Sequence

from index.language.english.checks import FORCE, TOLD_DEEDS, YES_NO
from index.text.late_patterns import LatePattern

_ASKS_DUTY = LatePattern(FORCE.asks_duty, re.IGNORECASE)
_ASKS_DEED = LatePattern(FORCE.asks_deed, re.IGNORECASE)
_DUTY = LatePattern(FORCE.duty, re.IGNORECASE)
_NEEDS = LatePattern(FORCE.needs, re.IGNORECASE)
_ADVICE = LatePattern(FORCE.advice, re.IGNORECASE)
_WANTED = LatePattern(FORCE.wanted, re.IGNORECASE)
_PAST = LatePattern(FORCE.past, re.IGNORECASE)
_ASKS_SAID = LatePattern(FORCE.asks_said, re.IGNORECASE)
_SAID = LatePattern(FORCE.said, re.IGNORECASE)
_YES_NO = LatePattern(YES_NO, re.IGNORECASE)
_DEEDS = tuple(
    (LatePattern(rf"\b(?:{asked})\b", re.IGNORECASE), LatePattern(rf"\b(?:{told})", re.IGNORECASE))
    for asked, told in TOLD_DEEDS.items()
)


def of_less_force(question: str, quotes: Sequence[str], best: Sequence[str]) -> tuple[str, ...]:
    """A sentence where no duty is in `quotes` that `question` asks for, or they only want what it asks was done.

    Of a deed those of the `best` paragraph decide: what is quoted of others is about other things more often.
    """
    if _ASKS_DUTY.search(question):
        told = [_DUTY, _NEEDS] if _NEEDS.search(question) else [_DUTY]
        if any(each.search(quote) for each in told for quote in quotes):
            return ()
        none = "These passages advise; none" if any(map(_ADVICE.search, quotes)) else "None of these passages"
        return (f"{none} says that it must be done.",)
    is_said = _ASKS_SAID.search(question) and any(map(_SAID.search, best))
    if _ASKS_DEED.search(question) and best and not is_said and all(map(_is_wanted, best)):
        past = any(_PAST.search(each) for each in quotes if each not in best)
        said = "The first of these passages says" if past else "These passages say"
        return (f"{said} what is to be done, not whether it was done.",)
    return ()


def on_another_deed(question: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """A sentence where `question` asks whether something is done that none of `quotes` has any word for; else nothing.

    Whether a State can refuse is not told by what it can share, though all else that is asked about stands there.
    """
    if not _YES_NO.match(question):
        return ()
    deeds = [(found[0], told) for asked, told in _DEEDS if (found := asked.search(question))]
    untold = [word for word, told in deeds if not any(map(told.search, quotes))]
    return (f"“{untold[0]}” is in none of these passages.",) if untold else ()


def _is_wanted(sentence: str) -> bool:
    """Whether `sentence` wants something done or plans it, and says of nothing that it was."""
    return _WANTED.search(sentence) is not None and not _PAST.search(sentence)
