"""A text as blocks: which of them run on from one to the next, which are footnotes, which are the page's alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.document import Note
from index.parser.blocks import Block, link
from index.parser.footnotes import lift_footnotes
from index.parser.hyphenation import Vocabulary
from index.parser.joining import blocks_of
from index.parser.masthead import printed_symbol
from index.parser.page_headers import page_headers
from index.parser.recognisers import Recogniser
from index.readers.base import SourceText

_MASTHEAD_LINES = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks of a text in order, and those `running` from one to the next, which know their neighbours.

    `starred` are footnotes marked `*`; `unanchored` those whose mark is nowhere, by their blocks.
    """

    blocks: tuple[Block, ...]
    running: tuple[Block, ...]
    vocabulary: Vocabulary
    starred: tuple[Note, ...]
    unanchored: Mapping[Block, Note]

    def above(self, start: Block | None) -> Iterator[Block]:
        """The running blocks above `start`, all of them where it is None."""
        for block in self.running:
            if block is start:
                return
            yield block


def lay_out(source: SourceText, recognisers: Sequence[Recogniser], symbol: str | None = None) -> Layout:
    """The blocks of `source`; `symbol` is the document's, if it is known, which page headers repeat."""
    vocabulary = Vocabulary(line.text for line in source.lines)
    footnotes = lift_footnotes(blocks_of(source, vocabulary, recognisers))
    headers = page_headers(footnotes.blocks, symbol or printed_symbol(source.lines[:_MASTHEAD_LINES]))
    running = tuple(block for block in footnotes.blocks if not block.opens_note and block not in headers)
    link(running)
    return Layout(footnotes.blocks, running, vocabulary, footnotes.starred, footnotes.unanchored)
