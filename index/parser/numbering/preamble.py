"""Preambles: the unnumbered paragraphs between an organ's name and what it decides (`Recalling …`, `Noting …`)."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from index.language.english import ENGLISH
from index.parser.blocks import Block
from index.parser.orders import LATIN_ORDINALS
from index.text.typography import begins_in_lower_case

_WORDS = ENGLISH.resolutions
_ORGANS = frozenset(word.split()[-1] for word in ENGLISH.masthead.organs)
_LINKING = frozenset(_WORDS.linking)
_LONGEST_OPENING = 250  # characters: `The General Assembly,` and the longest names of organs
_FIRST_WORDS = 4  # `Having further considered also …`
_WORD = re.compile(r"[^\W\d_]+")
# The Seventy-ninth World Health Assembly,
_ORDINAL = re.compile(rf"\b[A-Z][a-z]+ty-(?:{'|'.join(ENGLISH.ordinals)})\b")
# (PP1) Recalling … · PP2 bis. Noting …: negotiators count them so in drafts
_COUNTED = re.compile(rf"\(?PP\)? ?[0-9]{{1,3}}(?: ?(?:{'|'.join(LATIN_ORDINALS)}))?\)?\.?\s+(?=\S)")


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
    return ends_as_opening and block.next is not None and _is_organ_name(text)


def leads_in_decision(block: Block) -> bool:
    """Whether `block` is an organ's name and a colon: what it decides is a list then, `The Board: (a) Takes note …`."""
    text = block.text
    return text.endswith(":") and len(text) <= _LONGEST_OPENING and _is_organ_name(text)


def _is_organ_name(text: str) -> bool:
    """Whether `text` is an article and an organ's name: words in capitals, an organ among them, and what links them."""
    if not text.startswith(_WORDS.article):
        return False
    words = _WORD.findall(_ORDINAL.sub("", text.removeprefix(_WORDS.article)))
    names = {word for word in words if word[0].isupper()}
    return not _ORGANS.isdisjoint(names) and names.union(_LINKING).issuperset(words)


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


def preambular_text(text: str) -> str:
    """`text` without the number that a draft's preambular paragraph may have before it."""
    return text[match.end() :] if (match := _COUNTED.match(text)) else text


def begins_preambular(text: str) -> bool:
    """Whether `text` begins as a preambular paragraph does: with a participle or with what stands for one."""
    text = preambular_text(text)
    words = [word.lower() for word in _WORD.findall(text[:120])[:_FIRST_WORDS]]
    if not words or not text[:1].isupper():
        return False
    first = next((word for word in words if not word.endswith(_WORDS.adverb_ending) and word not in _WORDS.adverbs), "")
    return first.endswith(_WORDS.participle_endings) or first in _WORDS.participles
