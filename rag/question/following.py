"""Questions that go on from the one before: `and in 2021?`, `who hosts it?`, completed by rule.

A completed question is only ever offered, never asked in place of the one that was typed: a rule may take the wrong
thing for what `it` stands for, and an answer about something else would look like an answer.
"""

import re

from index.language.english.intents import FOLLOWING

_OPENING = re.compile(rf"^\W*(?:{FOLLOWING.opening})\s*", re.IGNORECASE)
_ASKING = re.compile(FOLLOWING.asking, re.IGNORECASE)
_TIME = re.compile(FOLLOWING.time, re.IGNORECASE)
_PLACE = re.compile(rf"^{FOLLOWING.place}", re.IGNORECASE)
_PRONOUN = re.compile(FOLLOWING.pronoun, re.IGNORECASE)
_POSSESSIVE = re.compile(FOLLOWING.possessive, re.IGNORECASE)
_EMPTY = re.compile(FOLLOWING.empty, re.IGNORECASE)
_END = re.compile(r"[\s?!.]*$")
_THEME = re.compile(FOLLOWING.theme, re.IGNORECASE)
_CAPITAL = r"[A-Z][\w’'&/-]*"
# `the Working Group on Asset Recovery`, `CARIN`; not the first word of a question, which has a capital anyway.
_NAME = re.compile(rf"(?<=[\s(“\"])(?:the )?{_CAPITAL}(?:(?: (?:of|on|for|and|the|against|to|in)){{0,2}} {_CAPITAL})*")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_LONGEST = 12  # words of a part of a question; a longer one is no afterthought


def completed(question: str, before: str) -> str | None:
    """`question` with what it takes from the one `before`; None where it stands alone or that is not clear."""
    said, earlier = _bare(question), _bare(before)
    rest = _OPENING.sub("", said)
    if not rest or not earlier or len(rest.split()) > _LONGEST:
        return None
    if rest != said and not _ASKING.search(rest):
        return _asked(_with_part(earlier, rest))
    return _asked(_with_name(rest, earlier))


def main_name(question: str) -> str | None:
    """The name that `question` is most about: the longest, with its article; None where there is none."""
    return max(_NAME.findall(question), key=len, default=None)


def _with_part(before: str, part: str) -> str | None:
    """The question `before` with `part` in place of what it says of the same kind."""
    if _TIME.match(part):
        return _TIME.sub(part, before, count=1) if _TIME.search(before) else f"{before} {part}"
    if _PLACE.match(part):
        return f"{before} {part}"
    if (told := _THEME.match(part)) or part.islower():
        # Who types no capitals goes on from the theme, not from who spoke of it.
        themed = _THEME.search(before)
        if themed is not None:
            return f"{before[: themed.start('theme')]}{told['theme'] if told else part}"
    name = main_name(before)
    if name is None or told:
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
