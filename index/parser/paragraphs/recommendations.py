"""Recommendations that have a name and a number of their own: `Recommendation 4`, their text on the lines below."""

import re
from dataclasses import dataclass

from index.language.english import ENGLISH
from index.parser.blocks import Block

_NAMES = "|".join(map(re.escape, ENGLISH.parts.recommendations))
_HEAD = re.compile(rf"(?:{_NAMES}) (?P<number>[0-9]{{1,3}})(?:[.:]?$|[.:] (?P<text>\S.*))")


@dataclass(frozen=True, slots=True)
class RecommendationMark:
    """The head of a recommendation: its number, and its text as far as it stands on the same line."""

    number: str
    text: str


def recommendation_mark(block: Block) -> RecommendationMark | None:
    """The recommendation that `block` opens; None where it opens none."""
    match = _HEAD.match(block.text) if block.begins else None
    return RecommendationMark(match["number"], match["text"] or "") if match else None
