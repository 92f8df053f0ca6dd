"""Questions that go on from the one before: `and in 2021?`, `who hosts it?`, completed by rule.

A completed question is only ever offered, never asked in place of the one that was typed: a rule may take the wrong
thing for what `it` stands for, and an answer about something else would look like an answer.
"""

import re

from index.language.english.intents import FOLLOWING
from rag.following.afterthoughts import in_its_place
from rag.question.words.main_name import main_name

_OPENING = re.compile(rf"^\W*(?:{FOLLOWING.opening})\s*", re.IGNORECASE)
_ASKING = re.compile(FOLLOWING.asking, re.IGNORECASE)
_TIME = re.compile(FOLLOWING.time, re.IGNORECASE)
_PLACE = re.compile(rf"^{FOLLOWING.place}", re.IGNORECASE)
_PRONOUN = re.compile(FOLLOWING.pronoun, re.IGNORECASE)
_POSSESSIVE = re.compile(FOLLOWING.possessive, re.IGNORECASE)
_EMPTY = re.compile(FOLLOWING.empty, re.IGNORECASE)
_END = re.compile(r"[\s?!.]*$")
_THEME = re.compile(FOLLOWING.theme, re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_BARE = re.compile(FOLLOWING.bare, re.IGNORECASE)
_PERSON = re.compile(FOLLOWING.person, re.IGNORECASE)
_OTHER_ONE = re.compile(FOLLOWING.other_one, re.IGNORECASE)
_CASE = re.compile(FOLLOWING.case, re.IGNORECASE)
_PREPOSITION = re.compile(rf"^(?:{FOLLOWING.preposition}|{FOLLOWING.place}|on\b)", re.IGNORECASE)
_VOTES = re.compile("|".join(part for part, _ in FOLLOWING.votes), re.IGNORECASE)
_VOTED = re.compile(FOLLOWING.voted, re.IGNORECASE)
_LONGEST = 12  # words of a part of a question; a longer one is no afterthought


def completed(question: str, before: str) -> str | None:
    """`question` with what it takes from the one `before`; None where it stands alone or that is not clear."""
    said, earlier = _bare(question), _bare(before)
    rest = _OPENING.sub("", said)
    # What goes on from another itself says too little to go on from.
    if not rest or not earlier or len(rest.split()) > _LONGEST or _OPENING.match(earlier):
        return None
    if _BARE.match(rest) or _PERSON.search(rest):
        return _asked(f"{earlier}, and {rest[:1].lower()}{rest[1:]}")
    is_vote = _VOTES.match(rest) and _VOTED.search(earlier)
    if is_vote or (rest != said and not _ASKING.search(rest)):
        return _asked(_with_part(earlier, rest))
    return _asked(_with_name(rest, earlier))


def _with_part(before: str, part: str) -> str | None:
    """The question `before` with `part` in place of what it says of the same kind."""
    if any(each.search(part) for each in (_OTHER_ONE, _POSSESSIVE, _PRONOUN, _CASE)):
        return None
    if (whole := in_its_place(part, before)) is not None:
        return whole
    if _TIME.match(part) or _PLACE.match(part):
        return f"{before} {part}"
    told = _THEME.match(part)
    if told:
        return _with_theme(before, told["theme"])
    return (_with_theme(before, part) if part.islower() else None) or _renamed(before, part)


def _with_theme(before: str, theme: str) -> str | None:
    """The question `before` on another `theme`, which who types no capitals goes on from, and not from who spoke."""
    themed = _THEME.search(before)
    return f"{before[: themed.start('theme')]}{theme}" if themed else None


def _renamed(before: str, part: str) -> str | None:
    """The question `before` with `part` in place of its name."""
    name = main_name(before)
    # `for extradition` is no name.
    if name is None or _PREPOSITION.match(part):
        return None
    # A short form has no article: `the Egmont Group`, `CARIN`.
    needs_article = _ARTICLE.match(name) and not _ARTICLE.match(part) and not part.isupper()
    return before.replace(name, f"the {part}" if needs_article else part, 1)


def _with_name(question: str, before: str) -> str | None:
    """`question` with the name of the one `before` where it only points at it."""
    name = main_name(before)
    if name is None or main_name(f" {question[:1].lower()}{question[1:]}") or _EMPTY.search(question):
        return None
    kind = re.escape(name.split()[-1])
    pointed = re.compile(rf"{FOLLOWING.pointing} {kind}\b", re.IGNORECASE)
    for pattern, words in ((pointed, name), (_POSSESSIVE, f"{name}{FOLLOWING.own}"), (_PRONOUN, name)):
        found = pattern.sub(lambda _, words=words: words, question, count=1)  # type: ignore[misc]
        if found != question:
            return found
    return None


def _bare(question: str) -> str:
    return _END.sub("", " ".join(question.split()))


def _asked(words: str | None) -> str | None:
    return f"{words[:1].upper()}{words[1:]}?" if words else None
