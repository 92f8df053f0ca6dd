"""Protocols and the like that stand below an agreement in one document, whose articles begin anew."""

import re
from collections.abc import Mapping, Sequence

from index.language.english.language import ENGLISH
from index.parser.blocks import Block
from index.parser.orders import name_order
from index.parser.recognisers import ARTICLE, Kind, Mark, Recogniser

# PROTOCOL ON THE SETTLEMENT OF DISPUTES · Optional Protocol II · Statute of the Tribunal
_NAME = re.compile(
    rf"(?P<mark>(?:{'|'.join(ENGLISH.parts.instruments)})(?: (?:[IVX]+|[0-9]{{1,2}})(?![^\W_]))?)(?![^\W_])",
    re.IGNORECASE,
)
_LONGEST_NAME = 200  # characters
# It closes all parts of the text before it, and may have annexes.
INSTRUMENT = Recogniser("instrument", Kind.CONTAINER, _NAME, 5, name_order)


def protocols_below(running: Sequence[Block]) -> Mapping[Block, Mark]:
    """The marks of headings below which articles begin anew: the name of an instrument, after those of another.

    In an annex articles are the annex's, and need no other name; a list of articles has none that anything is said in.
    """
    reader = _Reader()
    for block in running:
        part = block.container_mark()
        if part is None:
            reader.read(block)
        else:
            reader.begin(part)
    return reader.found


def is_instrument(container: str) -> bool:
    """Whether a container has the name of an instrument."""
    return _NAME.fullmatch(container) is not None


class _Reader:
    """Follows a text: the article reached, 0 for none, whether anything is said in these, and the last name after it.

    `found` are the names below which the first article came again.
    """

    def __init__(self) -> None:
        self.found: dict[Block, Mark] = {}
        self._article = 0
        self._is_told = False
        self._name: tuple[Block, Mark] | None = None

    def read(self, block: Block) -> None:
        """Go on below the last part of the text."""
        match = _NAME.match(block.text) if _may_be_name(block) else None
        if match is not None:
            self._name = block, Mark(INSTRUMENT, match["mark"].capitalize(), (), 0)
        self._is_told = self._is_told or (self._article > 0 and self._name is None and block.is_sentence())

    def begin(self, part: Mark) -> None:
        """Go on at the beginning of a part: an article, or what has articles of its own."""
        number = part.order[0] if part.recogniser.name == ARTICLE and part.order else 0
        if number == 1 < self._article and self._is_told and self._name is not None:
            block, mark = self._name
            self.found[block] = mark
        if number or part.recogniser.rank <= INSTRUMENT.rank:
            self._is_told = self._is_told and number > 1
            self._article, self._name = number, None


def _may_be_name(block: Block) -> bool:
    """Whether `block` stands for itself, and does not go on or end like a sentence."""
    return block.begins and not block.marks and len(block.text) <= _LONGEST_NAME and block.is_heading_like()
