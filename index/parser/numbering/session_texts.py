"""Resolutions and decisions in volumes of a session, which number them themselves: `2025/1. Inland ports`."""

import re
from collections.abc import Mapping, Sequence

from index.language.english.language import ENGLISH
from index.parser.blocks import Block
from index.parser.numbering.preamble import is_opening
from index.parser.recognisers import RECOGNISERS, TEXT, Mark
from index.wordings.preambles import begins_preambular

# Headings between the lead-in or number of a resolution and the organ's name: its title, in two blocks at most.
FARTHEST_LEAD = 3
# 2025/1. Inland ports · 59/25. Human rights and climate change · 75/276 A
_SESSION_NUMBER = re.compile(r"(?P<number>[0-9]{1,4}/[0-9]{1,4}(?: [A-Z](?![^\W_]))?)(?:\.\s*(?=\S)| (?=[^\W\d_])|$)")


def texts_of_a_session(running: Sequence[Block]) -> Mapping[Block, Mark]:
    """The marks of headings by which volumes number their resolutions and decisions, `2025/1. Inland ports`.

    Each is what the last heading above says that speaks of resolutions or of decisions alone; without one, a text in
    which an organ speaks is a resolution if it has a preamble. One number alone is that of the document.
    """
    found: dict[Block, Mark] = {}
    recogniser = next(each for each in RECOGNISERS if each.name == TEXT)
    kind = ""
    for block in running:
        match = _session_number(block)
        if match is None:
            kind = _kind_told(block, kind)
        elif name := kind or _kind_shown(block):
            found[block] = Mark(recogniser, f"{name} {match['number']}", (), match.end())
    return found if len({mark.printed for mark in found.values()}) > 1 else {}


def _session_number(block: Block) -> re.Match[str] | None:
    """The number of a session's text at the beginning of `block`, a heading or, if nothing follows, above a text."""
    match = _SESSION_NUMBER.match(block.text) if block.begins and not block.marks else None
    if match is None or block.is_heading_like():
        return match
    return match if match.end() == len(block.text) and _opening_below(block) is not None else None


def _kind_told(block: Block, kind: str) -> str:
    """What texts below `block` are called, `kind` if it does not tell; nothing where it speaks of both."""
    if not (block.begins and block.is_heading_like()):
        return kind
    kinds = [name for name in ENGLISH.parts.texts if f"{name}s".lower() in block.text.lower()]
    return kind if not kinds else kinds[0] if len(kinds) == 1 else ""


def _kind_shown(heading: Block) -> str:
    """What the text below `heading` is called by its form; nothing where no organ speaks in it."""
    opening = _opening_below(heading)
    if opening is None:
        return ""
    resolution, decision = ENGLISH.parts.texts
    return resolution if opening.next is not None and begins_preambular(opening.next.text) else decision


def _opening_below(heading: Block) -> Block | None:
    """The block in which an organ begins to speak right below `heading` and its title."""
    below = heading.next
    for _ in range(FARTHEST_LEAD):
        if below is None or is_opening(below):
            return below
        if not below.is_heading_like():
            return None
        below = below.next
    return None
