"""Preambles: the unnumbered paragraphs between an organ's name and what it decides (`Recalling …`, `Noting …`)."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from index.parser.blocks import Block
from index.text.typography import begins_in_lower_case
from index.wordings.preambles import begins_preambular, is_organ_name

_LONGEST_OPENING = 250  # characters: `The General Assembly,` and the longest names of organs


@dataclass(frozen=True, slots=True)
class Preambles:
    """The blocks that name the organ which speaks, and those that are paragraphs of a preamble, or go on in one."""

    openings: frozenset[Block]
    paragraphs: frozenset[Block]


def preambles(running: Sequence[Block], ends: Container[Block]) -> Preambles:
    """The preambles among `running` blocks: each stands below an organ's name and ends where it begins to decide.

    `ends` are the blocks that end one whatever they say: numbered paragraphs and headings of parts.
    """
    openings = frozenset(block for block in running if is_opening(block))
    paragraphs = frozenset(below for block in openings for below in _below(block, ends))
    return Preambles(openings, paragraphs)


def is_opening(block: Block) -> bool:
    """Whether `block` is an organ's name and a comma: `The Conference of the Parties serving as the meeting …,`."""
    text = block.text
    if not block.begins or block.bold or block.depth or block.marks or len(text) > _LONGEST_OPENING:
        return False
    ends_as_opening = text.endswith(",") or (block.is_italic and not text.endswith(":"))
    return ends_as_opening and block.next is not None and is_organ_name(text)


def leads_in_decision(block: Block) -> bool:
    """Whether `block` is an organ's name and a colon: what it decides is a list then, `The Board: (a) Takes note …`."""
    text = block.text
    return text.endswith(":") and len(text) <= _LONGEST_OPENING and is_organ_name(text)


def _below(opening: Block, ends: Container[Block]) -> list[Block]:
    """The blocks of the preamble below `opening`."""
    found: list[Block] = []
    block = opening.next
    while block is not None and block not in ends:
        goes_on = bool(found) and (begins_in_lower_case(block.text) or not block.begins or block.top)
        if not goes_on and not begins_preambular(block.text):
            break
        found.append(block)
        if block.text[-1:] in (".", ":"):
            break
        block = block.next
    return found
