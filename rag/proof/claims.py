"""Whether a sentence denies what its text affirms, or says more where that says less."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.language.english.claims import CLAIMS, Opposites
from index.search.bm25 import terms
from index.sentences import Span
from rag.proof.missing import Missing
from rag.proof.near import shares_words
from rag.proof.source import Line

_NEGATION = re.compile(rf"(?<![\w-])(?:{CLAIMS.negations})(?![\w-])|(?<![\w-])non(?=-)", re.IGNORECASE)
_DENIAL = re.compile(rf"(?<![\w-])(?:{CLAIMS.negations}|{CLAIMS.denials})(?!\w)", re.IGNORECASE)
_NOT_DENYING = re.compile(rf"(?<![\w-])(?:{CLAIMS.not_denying})", re.IGNORECASE)
# What is denied stands in these many words of meaning after the negation, and before the next stop.
_SCOPE = 3
_STOP = re.compile(r"[.;:](?:\s|$)")
# `No, the 2018 draft says …` answers a question and denies nothing of a text.
_ANSWER = re.compile(r"^\s*no\b\s*[,:;.–—]", re.IGNORECASE)
_TEXTS_KEPT = 4_096  # of a sentence or so


def missing_negations(sentence: str, lines: Sequence[Line]) -> tuple[Missing, ...]:
    """What only one of `sentence` and of the `lines` that it rests on denies, in order."""
    own = tuple(dict.fromkeys((*_invented(sentence, lines), *_dropped(sentence, lines))))
    return tuple(Missing("negation", each) for each in own)


def missing_comparisons(sentence: str, lines: Sequence[Line]) -> tuple[Missing, ...]:
    """The words of quantity, time and duty in `sentence` whose opposites alone its `lines` have, in order."""
    found = [word for each in CLAIMS.opposites for word in _turned(sentence, lines, each)]
    return tuple(Missing("comparison", each) for each in dict.fromkeys(found))


def _invented(sentence: str, lines: Sequence[Line]) -> Iterator[str]:
    """Negations of the sentence of what no line denies."""
    for span in _negations(sentence):
        denied = _denied(sentence, span)
        if not any(denied & _denied(each.text, other) or not denied for each in lines for other in _denials(each.text)):
            yield _shown(sentence, span)


def _dropped(sentence: str, lines: Sequence[Line]) -> Iterator[str]:
    """Negations of a line of what the sentence says without one."""
    said = set(terms(sentence))
    for line in lines:
        theirs = {_word(line.text, span) for span in _denials(line.text)}
        # A word that denies in other words (`fail`) stands for a negation only where the line does not have it as well.
        own = [
            span for span in _denials(sentence) if span in _negations(sentence) or _word(sentence, span) not in theirs
        ]
        denied_too = [_denied(sentence, span) | _before(sentence, span) for span in own]
        for span in _negations(line.text):
            denied = _denied(line.text, span)
            if denied and denied <= said and not any(denied & each for each in denied_too):
                yield _shown(line.text, span)


def _word(text: str, span: Span) -> str:
    return text[span[0] : span[1]].lower()


def _turned(sentence: str, lines: Sequence[Line], opposites: Opposites) -> Iterator[str]:
    """Words of one direction in a sentence whose lines have only the other one there."""
    one, other = _pattern(opposites.one), _pattern(opposites.other)
    for mine, theirs in ((one, other), (other, one)):
        if any(mine.search(line.text) for line in lines):
            continue
        for match in mine.finditer(sentence):
            turned = (line for line in lines if theirs.search(line.text))
            if not theirs.search(sentence) and any(_is_there(sentence, match.span(), each, theirs) for each in turned):
                yield match[0]


def _is_there(sentence: str, span: Span, line: Line, theirs: re.Pattern[str]) -> bool:
    """Whether `line` has one of the opposite words in the same surroundings."""
    after = set(terms(sentence[span[1] :])[:_SCOPE])
    return shares_words(sentence, span, line.text) and any(
        after & set(terms(line.text[each.end() :])[:_SCOPE]) for each in theirs.finditer(line.text)
    )


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=_TEXTS_KEPT)
def _negations(text: str) -> tuple[Span, ...]:
    return _spans(_NEGATION, text)


@lru_cache(maxsize=_TEXTS_KEPT)
def _denials(text: str) -> tuple[Span, ...]:
    return _spans(_DENIAL, text)


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    free = [each.span() for each in (*_NOT_DENYING.finditer(text), *_ANSWER.finditer(text))]
    found = (each.span() for each in pattern.finditer(text))
    return tuple(one for one in found if not any(start <= one[0] < end for start, end in free))


def _denied(text: str, span: Span) -> frozenset[str]:
    """The stems of what the negation at `span` denies."""
    return frozenset(terms(_STOP.split(text[span[1] :])[0])[:_SCOPE])


def _before(text: str, span: Span) -> frozenset[str]:
    return frozenset(terms(text[: span[0]])[-_SCOPE:])


def _shown(text: str, span: Span) -> str:
    """A negation with the words after it, as they stand."""
    return " ".join([text[span[0] : span[1]], *text[span[1] :].split()[:_SCOPE]]).strip(" .,;:")
