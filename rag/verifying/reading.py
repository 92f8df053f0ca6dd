"""A draft read: the quotations and citations of each block, `ibid.` followed from block to block and note to note."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag.citing.references import Reference
from rag.verifying.citations.found import citations_in, last_of
from rag.verifying.citations.resolve import Citation, Resolver
from rag.verifying.draft import Block, Draft
from rag.verifying.quoting.quotations import Quotation, quotations_in


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block of a draft, or a note of one, with its quotations and the citations in its text, each in order.

    `notes` are the notes of a block, read as texts of their own.
    """

    number: int
    block: Block
    quotations: tuple[Quotation, ...]
    citations: tuple[Citation, ...]
    notes: tuple["ReadBlock", ...] = ()

    @property
    def in_notes(self) -> tuple[Citation, ...]:
        """The citations in the notes, each with the number of its note."""
        return tuple(
            replace(each, note=place)
            for place, note in enumerate(self.notes)
            for each in note.citations
            if not any(quotation.start <= each.start < quotation.end for quotation in note.quotations)
        )


def read_draft(draft: Draft, resolver: Resolver) -> Iterator[ReadBlock]:
    """The blocks of `draft`, in order, as they are read.

    `ibid.` in a text refers to what was cited before it in the texts, in a note to what was in the notes.
    """
    before = before_in_notes = None
    for number, block in enumerate(draft.blocks):
        following = draft.blocks[number + 1] if number + 1 < len(draft.blocks) else None
        citations, before = _citations(block.text, resolver, before)
        notes = []
        for note in block.notes:
            found, before_in_notes = _citations(note.text, resolver, before_in_notes)
            own = Block(note.text, f"{block.place}, note {note.mark}")
            notes.append(ReadBlock(number, own, quotations_in(own), found))
        yield ReadBlock(number, block, quotations_in(block, following), citations, tuple(notes))


def _citations(
    text: str, resolver: Resolver, before: Reference | None
) -> tuple[tuple[Citation, ...], Reference | None]:
    """The citations in a text, and what `ibid.` refers to after it."""
    found = citations_in(text, resolver.titles, before)
    return tuple(resolver.resolved(each, text) for each in found), last_of(found, before)
