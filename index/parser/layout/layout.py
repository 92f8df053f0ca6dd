"""A text as blocks: which of them run on from one to the next, which are footnotes, which are the page's alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.document import Note
from index.parser.blocks import Block, link
from index.parser.layout.contents import contents
from index.parser.layout.footnotes import lift_footnotes
from index.parser.layout.hyphenation import Vocabulary, with_typed_hyphens
from index.parser.layout.joining import blocks_of
from index.parser.layout.leaders import with_led_rows
from index.parser.layout.page_foot import with_foot_notes
from index.parser.layout.page_headers import page_headers, printed_pages
from index.parser.masthead.masthead import printed_symbol
from index.parser.masthead.particulars import is_bracketed
from index.parser.recognisers import Recogniser
from index.readers.base import Role, SourceText

_MASTHEAD_LINES = 30  # a first page's head with symbol, session and agenda item takes about twenty
_BESIDE = (Role.TABLE, Role.FIGURE)


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks of a text in order, and those `running` from one to the next, which know their neighbours.

    `beside` are rows of tables and words of figures; what is none of these and no footnote is on the page alone.
    `unmarked` are footnotes without a number and a mark; `unanchored` those whose mark is nowhere, by their blocks.
    `printed_pages` has the page numbers that are printed, by those that count the file's pages; `bracketed` are dates
    and languages that stand in brackets beside the text, `heads` the heads and feet of pages.
    """

    blocks: tuple[Block, ...]
    running: tuple[Block, ...]
    beside: tuple[Block, ...]
    vocabulary: Vocabulary
    unmarked: tuple[Note, ...]
    unanchored: Mapping[Block, Note]
    printed_pages: Mapping[int, str]
    bracketed: tuple[Block, ...] = ()
    heads: tuple[Block, ...] = ()

    @property
    def is_laid_out(self) -> bool:
        """Whether the reader told text apart that stands beside the running text."""
        return any(block.role in (*_BESIDE, Role.BOX) for block in self.blocks)

    def tables_above(self, start: Block | None) -> Sequence[Block]:
        """The rows of tables above `start` on the first page; none where the text has no pages."""
        first = 0 if start is None or start.page is None else start.first_line
        return [
            block
            for block in self.beside
            if block.role is Role.TABLE and block.first_line < first and block.page == self.blocks[0].page
        ]

    def above(self, start: Block | None) -> Iterator[Block]:
        """The running blocks above `start`, all of them where it is None."""
        for block in self.running:
            if block is start:
                return
            yield block


def lay_out(source: SourceText, recognisers: Sequence[Recogniser], symbol: str | None = None) -> Layout:
    """The blocks of `source`; `symbol` is the document's, if it is known, which page headers repeat."""
    source = replace(source, lines=tuple(with_led_rows(with_typed_hyphens(source.lines))))
    vocabulary = Vocabulary(line.text for line in source.lines)
    footnotes = lift_footnotes(with_foot_notes(blocks_of(source, vocabulary, recognisers)))
    headers = page_headers(footnotes.blocks, symbol or printed_symbol(source.lines[:_MASTHEAD_LINES]))
    bracketed = tuple(block for block in footnotes.blocks if block.is_laid_out and is_bracketed(block.text))
    apart = headers | contents(footnotes.blocks) | frozenset(bracketed)
    running = tuple(block for block in footnotes.blocks if block not in apart and _is_running(block))
    link(running)
    return Layout(
        footnotes.blocks,
        running,
        tuple(block for block in footnotes.blocks if block.role in _BESIDE and block not in apart),
        vocabulary,
        footnotes.unmarked,
        footnotes.unanchored,
        printed_pages(headers, source.pages or 0),
        bracketed,
        tuple(block for block in footnotes.blocks if block in headers),
    )


def _is_running(block: Block) -> bool:
    return block.opens_note is None and block.role in (Role.TEXT, Role.BOX)
