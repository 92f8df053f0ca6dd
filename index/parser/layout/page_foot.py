"""Footnotes at the foot of a page that nothing but their number tells: no rule above them, no smaller type."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from index.parser.blocks import Block
from index.parser.layout.footnotes import marks_in
from index.readers.base import Role

_NUMBERED = re.compile(r"(?P<number>[0-9]{1,3})\s+(?=[^\W\d_])")


def with_foot_notes(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, the last ones of a page as footnotes where they begin with a number that is raised on the same page.

    Only numbers that no footnote of that page has yet; in a text without pages nothing changes.
    """
    on_page: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.page is not None:
            on_page[block.page].append(block)
    unexplained: dict[int, set[str]] = {}
    found = list(blocks)
    at_foot: dict[int, bool] = {}
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if block.page is None or block.role is not Role.TEXT or not at_foot.get(block.page, True):
            continue
        match = _NUMBERED.match(block.text) if block.begins else None
        if match is not None and block.page not in unexplained:
            unexplained[block.page] = _unexplained(on_page[block.page])
        is_note = match is not None and match["number"] in unexplained[block.page]
        at_foot[block.page] = is_note
        if is_note and match is not None:
            found[place] = replace(block, text=block.text[match.end() :], opens_note=match["number"], marks=())
    return found


def _unexplained(blocks: Sequence[Block]) -> set[str]:
    """The marks that are raised in the text of a page's `blocks` and that no footnote among them has."""
    raised = {mark for block in blocks if block.opens_note is None for mark in marks_in(block.text)}
    return raised - {block.opens_note for block in blocks if block.opens_note is not None}
