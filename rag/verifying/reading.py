"""A draft read: the quotations and citations of each block, `ibid.` followed from block to block and note to note."""

from collections.abc import Iterator, Sequence
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
        return tuple(replace(each, note=place) for place, note in enumerate(self.notes) for each in note.citations)


def read_draft(draft: Draft, resolver: Resolver) -> Iterator[ReadBlock]:
    """The blocks of `draft`, in order, as they are read.

    `ibid.` in a text refers to what was cited before it in the texts, in a note to what was in the notes.
    """
    before = before_in_notes = None
    for number, block in enumerate(draft.blocks):
        following = draft.blocks[number + 1] if number + 1 < len(draft.blocks) else None
        quotations = quotations_in(block, following)
        citations, before = _citations(block.text, quotations, resolver, before)
        notes = []
        for note in block.notes:
            own = Block(note.text, f"{block.place}, note {note.mark}")
            quoted = quotations_in(own)
            found, before_in_notes = _citations(note.text, quoted, resolver, before_in_notes)
            notes.append(ReadBlock(number, own, quoted, found))
        yield ReadBlock(number, block, quotations, citations, tuple(notes))


def _citations(
    text: str, quotations: Sequence[Quotation], resolver: Resolver, before: Reference | None
) -> tuple[tuple[Citation, ...], Reference | None]:
    """The citations in a text, and what `ibid.` refers to after it; what is quoted cites nothing for the draft."""
    own = text
    for each in quotations:
        own = own[: each.start] + " " * (each.end - each.start) + own[each.end :]
    found = citations_in(own, resolver.titles, before)
    return tuple(resolver.resolved(each, text) for each in found), last_of(found, before)
