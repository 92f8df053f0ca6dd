"""Names of a sentence that stand where the text has another: it says of one what the text says of the other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from index.search.bm25 import stop_words, terms
from index.sentences import Span
from rag.answering.checks.named import named_in
from rag.proof.missing import Missing
from rag.proof.near import NAME_REACH, sides, stands_between
from rag.proof.source import Source

_CAPITAL = r"[A-Z][\w’'.-]*"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|the|for|and|against|on|in)\s+){{0,2}}{_CAPITAL})*")
_TEXTS_KEPT = 4_096  # of a sentence or so


def exchanged_names(sentence: str, sources: Sequence[Source], short_forms: Mapping[str, str]) -> tuple[Missing, ...]:
    """The names of `sentence` with whose nearest words `sources` have only names that `sentence` has not, in order."""
    lines = [line.text for each in sources for line in each.lines]
    own = frozenset(terms(" ".join(sentence[start:end] for start, end in names(sentence))))
    return tuple(
        Missing("name", sentence[start:end])
        for start, end in names(sentence)
        if _is_exchanged(sentence, (start, end), lines, own, short_forms)
    )


@lru_cache(maxsize=_TEXTS_KEPT)
def names(text: str) -> tuple[Span, ...]:
    """Where the names of `text` stand, words with capitals one after the other; one word that begins it is none."""
    return tuple(_names(text))


def _names(text: str) -> Iterator[Span]:
    for match in _NAME.finditer(text):
        start, end = match.span()
        first, _, rest = match[0].partition(" ")
        if first.lower() in stop_words() or (not start and not rest):
            rest = rest.lstrip()
            if not rest[:1].isupper():
                continue
            start = end - len(rest)
        end = start + len(text[start:end].rstrip("."))
        if end - start > 1:
            yield start, end


def _is_exchanged(
    sentence: str, span: Span, lines: Sequence[str], own: frozenset[str], short_forms: Mapping[str, str]
) -> bool:
    before, after = sides(sentence, span, NAME_REACH[0])
    name = sentence[span[0] : span[1]]
    called_so = called(name, short_forms)
    there = [(line, each.span()) for line in lines for each in called_so.finditer(line)]
    there += [(line, place) for line in lines for place in names(line) if _is_same(name, line[place[0] : place[1]])]
    if any(stands_between(before, after, line, place) for line, place in there):
        return False
    return any(
        stands_between(before, after, line, place)
        for line in lines
        for place in names(line)
        if own.isdisjoint(terms(line[place[0] : place[1]]))
    )


def _is_same(name: str, other: str) -> bool:
    """Whether one of two names is the other in short: `the Conference` for the Conference of the States Parties."""
    one, two = set(terms(name)), set(terms(other))
    return bool(one and two) and (one <= two or two <= one)


def called(name: str, short_forms: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern of what else a name is called: a short form or the long one, another form of a country's name."""
    forms = {name, *(short for short, long in short_forms.items() if long in name or name in long)}
    forms |= {long for short, long in short_forms.items() if short == name}
    forms |= {form for each in named_in(name) if each.kind == "country" for form in each.forms}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})\b", re.IGNORECASE)
