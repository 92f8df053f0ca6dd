"""Recommendations that have a number of their own: `Recommendation 4`, or `(4)` in bold or in a box."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.language.english.language import ENGLISH
from index.parser.blocks import Block
from index.parser.recognisers import BRACKETED
from index.readers.base import Role
from index.text.typography import collapse

_NAMES = "|".join(map(re.escape, ENGLISH.parts.recommendations))
_HEAD = re.compile(rf"(?:{_NAMES}) (?P<number>[0-9]{{1,3}})(?:[.:]?$|[.:] (?P<text>\S.*))")
_HEAD_ALONE = re.compile(rf"(?:{_NAMES}) (?P<number>[0-9]{{1,3}})[.:]?")
_SPOKEN_OF = re.compile(rf"\b(?:{_NAMES})s? (?P<number>[0-9]{{1,3}})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RecommendationMark:
    """The head of a recommendation: its number, and its text as far as it stands on the same line."""

    number: str
    text: str


def recommendations_in(running: Sequence[Block]) -> Mapping[Block, RecommendationMark]:
    """The blocks that open a recommendation, each with its mark.

    `(4)` opens one in bold or in a box, where such numbers run on from 1 and the text speaks of `recommendation 4`.
    """
    named = {block: mark for block in running if (mark := _named(block)) is not None}
    spoken_of = {match["number"] for block in running for match in _SPOKEN_OF.finditer(block.text)}
    bracketed: dict[Block, RecommendationMark] = {}
    for block in running if spoken_of else ():
        number = str(len(bracketed) + 1)
        if number in spoken_of and (mark := _bracketed(block, number)) is not None:
            bracketed[block] = mark
    return {**bracketed, **named}


def _named(block: Block) -> RecommendationMark | None:
    if not block.begins:
        return None
    if match := _HEAD.match(block.text):
        return RecommendationMark(match["number"], match["text"] or "")
    # In a plain text the head is the first line of the block.
    head = collapse(block.lines[0].text)
    match = _HEAD_ALONE.fullmatch(head)
    return RecommendationMark(match["number"], block.text[len(head) :].strip()) if match else None


def _bracketed(block: Block, number: str) -> RecommendationMark | None:
    """The recommendation `(number) …` that `block` is, None where it is none."""
    marks = (mark for mark in block.marks if mark.recogniser.name == BRACKETED and mark.printed == number)
    mark = next(marks, None)
    if mark is None or not block.begins or not (block.bold or block.role is Role.BOX):
        return None
    return RecommendationMark(number, block.after(mark))
