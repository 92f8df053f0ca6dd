"""Mentions in running text: paragraphs, parts, pages, sections, footnotes, other instruments and document symbols.

Each recogniser is one row of a table: a pattern and a function that reads its match. What a row has recognised is not
offered to the rows after it, so `draft article 4` is a part and the `article 4` inside it is no treaty's.
"""

from functools import lru_cache

from rag.citing.mentions.base import Mention
from rag.citing.mentions.instruments import INSTRUMENT_RECOGNISERS, SYMBOL_RECOGNISERS
from rag.citing.mentions.paragraphs import (
    BARE_RECOGNISERS,
    LABELLED_RECOGNISERS,
    ORDINAL_RECOGNISERS,
    PAGE_RECOGNISERS,
    PARAGRAPH_RECOGNISERS,
)
from rag.citing.mentions.parts import ORDINAL_PART_RECOGNISERS, PART_RECOGNISERS, SECTION_RECOGNISERS

RECOGNISERS = (
    *SYMBOL_RECOGNISERS,
    *PARAGRAPH_RECOGNISERS,
    *PART_RECOGNISERS,
    *INSTRUMENT_RECOGNISERS,
    *LABELLED_RECOGNISERS,
    *PAGE_RECOGNISERS,
    *SECTION_RECOGNISERS,
    *ORDINAL_RECOGNISERS,
    *ORDINAL_PART_RECOGNISERS,
    *BARE_RECOGNISERS,
)


_MOST_KEPT = 256  # texts that are not looked through again; a question is asked about seven times


def mentions(text: str) -> list[Mention]:
    """Everything that `text` mentions, in its order; no two overlap."""
    return list(_mentions(text))


@lru_cache(maxsize=_MOST_KEPT)
def _mentions(text: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    covered = bytearray(len(text))
    for pattern, read in RECOGNISERS:
        for match in pattern.finditer(text):
            if any(covered[match.start() : match.end()]):
                continue
            if mention := read(match):
                found.append(mention)
                covered[match.start() : match.end()] = b"x" * (match.end() - match.start())
    return tuple(sorted(found, key=lambda each: each.start))
