"""Records of meetings: where each speaker's words begin (`Mr. Chumakov (Russian Federation): I would …`)."""

import re
from collections.abc import Container, Mapping, Sequence

from index.language.english.language import ENGLISH
from index.parser.blocks import Block
from index.wordings.speeches import TURN

_WORDS = ENGLISH.speakers
_BEGUN, _ENDED = ("|".join(map(re.escape, words)) for words in (_WORDS.begun, _WORDS.ended))
# The meeting was called to order at 10.05 a.m.   The meeting was suspended at 1 p.m. and resumed at 3 p.m.
_TIME = re.compile(rf"{_WORDS.article} [^.:;]{{1,80}}?\b(?:(?P<begun>{_BEGUN})|{_ENDED}) [^;]{{1,60}}\.")
_LONGEST_ABOVE = 900  # characters of what stands above a record: how to send corrections is the longest
_FEWEST_TURNS = 3  # turns to speak; two lines that begin `Name:` stand in any letter


def speakers(running: Sequence[Block]) -> Mapping[Block, str]:
    """The speakers whose words begin with one of the `running` blocks; {} where the text is no record of a meeting."""
    found = {block: name for block in running if (name := _speaker(block)) is not None}
    return found if len(found) >= _FEWEST_TURNS else {}


def opening_of(running: Sequence[Block], numbered: Container[Block]) -> Block | None:
    """The block with which the record begins among `running` ones: when the meeting was called to order, and by whom.

    What stands above it is the record's title page: who presided, and its contents. None where no such sentence stands
    above all paragraphs, which the `numbered` blocks are.
    """
    opening: Block | None = None
    for block in running:
        if block in numbered or len(block.text) > _LONGEST_ABOVE:
            return None
        if (time := _time(block)) is not None:
            opening = block if time["begun"] else None
            break
    while opening is not None and opening.previous is not None and is_procedure(opening.previous):
        opening = opening.previous
    return opening


def is_procedure(block: Block) -> bool:
    """Whether `block` is what a record itself tells, in italics (`The agenda was adopted.`)."""
    if not block.begins or block.marks:
        return False
    return _time(block) is not None or (block.is_italic and block.text.endswith("."))


def is_aside(block: Block) -> bool:
    """Whether `block` is told in passing, in italics and parentheses: `(spoke in French)`."""
    return block.is_italic and not block.depth and block.text.startswith("(") and block.text.endswith(")")


def _time(block: Block) -> re.Match[str] | None:
    """What tells, in `block` and nothing else of it, when a meeting was called to order, was suspended or rose."""
    return _TIME.fullmatch(block.text) if block.begins and not block.marks else None


def _speaker(block: Block) -> str | None:
    if not block.begins or block.marks:
        return None
    match = TURN.match(block.text)
    return match["name"].strip(" ,") if match else None
