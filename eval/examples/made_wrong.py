"""Statements made wrong by a program, as tests of fact checkers are (FactCC, Kryscinski et al. 2020).

What comes of it is nearly always unproved; now and then it is true by chance.
"""

import re
from collections.abc import Sequence
from random import Random

from index.search.bm25 import terms
from rag.answering.checks.named import named_in

_NAMES = re.compile(r"(?<=[\w,] )(?:[A-Z][\w’'-]+ (?:(?:of|on|for|and|the) )*)*[A-Z][\w’'-]+")
_PREDICATE = re.compile(
    r" (?=(?:is|are|was|were|has|have|had|may|must|shall|should|will|would|can|could|said|noted|asked|decided|urged|"
    r"requested|called|recommended|adopted|reported|welcomed|expressed|held|met)\b)"
)
_FEWEST = 3  # words of a subject and of what is said of it


def exchanged(statement: str, source: str, random: Random) -> str | None:
    """`statement` with one of its names exchanged for another one of `source`; None where there are no two."""
    own = names(statement)
    others = [each for each in names(source) if each not in statement]
    pairs = [(name, other) for name in own for other in others if not _alike(name, other)]
    if not pairs:
        return None
    name, other = random.choice(pairs)
    return statement.replace(name, other, 1)


def crossed(first: str, second: str) -> str | None:
    """What `second` says of its subject said of that of `first`; None where one has no predicate or they are alike."""
    one, other = _PREDICATE.split(first, maxsplit=1), _PREDICATE.split(second, maxsplit=1)
    halves = (one[0], other[-1])
    if len(one) < 2 or len(other) < 2 or min(len(each.split()) for each in halves) < _FEWEST:
        return None
    return None if _alike(one[0], other[0]) else f"{one[0]} {other[1]}"


def names(text: str) -> Sequence[str]:
    """The names in `text`: countries, short forms and words with capitals within a sentence."""
    told = [each.words for each in named_in(text) if each.kind in ("country", "acronym")]
    return tuple(dict.fromkeys([*told, *_NAMES.findall(text)]))


def _alike(one: str, other: str) -> bool:
    return bool(set(terms(one)) & set(terms(other)))
