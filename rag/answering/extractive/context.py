"""Sentences that cannot be read alone, and what each leans on.

A sentence leans on what stands before it by its opening (`It was established in 2004`, `In this regard`), by a noun
that it takes for known (`these funds`, `the asset recovery framework of this country`), or by a subject in short where
an earlier sentence has it in full (`The Network is hosted by …` after `the Camden Asset Recovery Inter-Agency
Network`). The rules are those of English (`index.language.english.leaning`), not of any document.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from index.language.english.leaning import LEANING
from index.text.late_patterns import LatePattern

BEFORE: Final = -1
"""Where that stands on which the first of some sentences leans: before them."""

Leaning = Callable[[Sequence[str], int], Sequence[int]]
"""Where that stands on which a sentence leans, as `leaning` tells it."""

_CHAIN = 2  # sentences that one may bring with it
_FURTHEST = 4  # paragraphs back that a resolution is looked for
_MUCH = 12  # words: a sentence that has said so many before a noun for anything means what it said itself

_PERSON = LatePattern(LEANING.person)
_INTRODUCES_PERSON = LatePattern(LEANING.introduces_person)
_PRONOUN = LatePattern(LEANING.pronoun, re.IGNORECASE)
_TURNS_BACK = LatePattern(LEANING.turns_back)
_POINTING = LatePattern(LEANING.pointing, re.IGNORECASE)
_IS_PLURAL = LatePattern(LEANING.plural)
_IS_ITSELF = LatePattern(LEANING.itself)
_SUBJECT = LatePattern(LEANING.subject)
_SPOKEN_OF = LatePattern(LEANING.spoken_of)
_IN_QUESTION = LatePattern(LEANING.in_question)
_SAME_TEXT = LatePattern(LEANING.same_text, re.IGNORECASE)
_NAMES_TEXT = LatePattern(LEANING.names_text, re.IGNORECASE)


def leaning(sentences: Sequence[str], place: int) -> tuple[int, ...]:
    """Where that stands on which `sentences[place]` leans: earlier places, or BEFORE all; none where it leans on none.

    `sentences` are those of one paragraph. First comes what its opening or its subject needs, then what a noun needs.
    """
    said = sentences[place]
    found = [*opening(sentences, place)]
    if not found:
        found += _introduced(sentences, place)
    if match := _IN_QUESTION.search(said):
        found.append(_nearest(sentences, place, re.compile(_alike(match["noun"]), re.IGNORECASE)))
    elif nouns := next(_taken_for_known(said), None):
        found.append(_nearest(sentences, place, re.compile("|".join(map(_alike, nouns)), re.IGNORECASE)))
    return tuple(dict.fromkeys(found))


def opening(sentences: Sequence[str], place: int) -> tuple[int, ...]:
    """Where that stands which `sentences[place]` opens by taking up, as in `It was` or `In this regard`, if it does."""
    said = sentences[place]
    if _PERSON.match(said):
        return (_nearest(sentences, place, _INTRODUCES_PERSON),)
    if leans_on_resolution(said):
        return (next((at for at in range(place - 1, -1, -1) if _NAMES_TEXT.search(sentences[at])), BEFORE),)
    return (place - 1,) if _PRONOUN.match(said) or _TURNS_BACK.match(said) else ()


def antecedents(sentences: Sequence[str], place: int, leans: Leaning = leaning) -> list[int]:
    """The places in `sentences` of those that `sentences[place]` needs before it, in order; at most two."""
    needed: list[int] = []
    waiting = [place]
    while waiting and len(needed) < _CHAIN:
        earlier = [at for at in leans(sentences, waiting.pop(0)) if at != BEFORE and at not in needed]
        needed += earlier[: _CHAIN - len(needed)]
        waiting += earlier
    return sorted(needed)


def leans_on_resolution(sentence: str) -> bool:
    """Whether `sentence` speaks of `the same resolution` or the like without having named one."""
    match = _SAME_TEXT.search(sentence)
    return match is not None and not _NAMES_TEXT.search(sentence, 0, match.start())


def resolution_before(paragraphs: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Of the paragraphs before one, nearest last: which paragraph and sentence of it last name a resolution."""
    first = max(0, len(paragraphs) - _FURTHEST)
    for paragraph in range(len(paragraphs) - 1, first - 1, -1):
        for place in range(len(paragraphs[paragraph]) - 1, -1, -1):
            if _NAMES_TEXT.search(paragraphs[paragraph][place]):
                return paragraph, place
    return None


def _nearest(sentences: Sequence[str], place: int, wanted: re.Pattern[str] | LatePattern) -> int:
    """The nearest place before `place` that `wanted` is found at, else the one right before; BEFORE for the first."""
    return next((at for at in range(place - 1, -1, -1) if wanted.search(sentences[at])), place - 1)


def _taken_for_known(sentence: str) -> Iterator[list[str]]:
    """The nouns of each phrase of `sentence` that points to what it does not itself name: `these funds`."""
    for match in _POINTING.finditer(sentence):
        before, words = sentence[: match.start()], match["nouns"].lower().split()
        nouns = list(takewhile(lambda word: word not in LEANING.function_words, words))
        # `such as`, `those States that have not yet done so`
        if not nouns or (len(words) > len(nouns) and words[len(nouns)] in LEANING.relatives and not match["far"]):
            continue
        if _IS_ITSELF.fullmatch(nouns[0]) or nouns[-1] in LEANING.of_phrases:
            continue
        if nouns[-1] in LEANING.for_anything and len(before.split()) > _MUCH:
            continue
        if match[0].lower().startswith("those") and not _IS_PLURAL.search(" ".join(nouns)):
            continue
        if not any(re.search(_alike(noun), before, re.IGNORECASE) for noun in nouns):
            yield nouns


def _alike(noun: str) -> str:
    """A pattern of `noun` in the singular, the plural and as a verb: `recommendations`, `recommended`."""
    stem = noun.lower().removesuffix("’s").removesuffix("'s")
    stem = stem[: max(5, len(stem) - 5)] if len(stem) > 5 else stem.removesuffix("s")
    return rf"\b{re.escape(stem)}\w*"


def _introduced(sentences: Sequence[str], place: int) -> tuple[int, ...]:
    """Where before `place` its subject, such as `The Network`, is named in full; none where it needs no such place."""
    match = _SUBJECT.match(sentences[place])
    subject = (match["phrase"] or match["name"]) if match else ""
    if not subject or any(word.lower() in LEANING.function_words for word in subject.split()):
        return ()
    noun = re.escape(subject)
    if subject[0].isupper():
        # A name of three words and more, such as is not remembered: not `the Working Group` for `the Group`.
        in_full = re.compile(rf"(?:\b[A-Z][\w’/-]+ ){{2,}}{noun}\b|\b{noun} (?:of|on|for) (?:the )?[A-Z]")
        return tuple(at for at in range(place) if in_full.search(sentences[at]))[:1]
    in_full = re.compile(
        rf"(?<![Tt]he )\b{noun}s?\b|\b[Tt]he {noun} (?:of|on|for|entitled|called|between|that|which|held)\b"
    )
    before = tuple(at for at in range(place - 1, -1, -1) if in_full.search(sentences[at]))[:1]
    return before or ((place - 1,) if place and _SPOKEN_OF.match(sentences[place]) else ())
