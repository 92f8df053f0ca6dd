"""Drafts in plain text, Markdown, HTML and PDF: the lines that a reader of files gives, as blocks with their notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.document import Document, Paragraph
from index.parser.parse import parse_source
from index.readers.base import Line, Role, SourceText, Wrapping
from rag.citing.citation import place_in_words
from rag.verifying.draft import Block, BlockKind, Draft, DraftNote


def draft_of_lines(text: SourceText, name: str, *, is_printed: bool) -> Draft:
    """The draft that the lines of a file are; `is_printed` is whether these are the lines of printed pages.

    Printed pages are read as the documents of an index are: a paragraph goes on over the foot of a page, and running
    heads are no part of it.
    """
    if is_printed:
        document = parse_source(text, id="draft", source=name).document
        if document.paragraphs:
            return Draft(name, tuple(_printed(document)))
    return Draft(name, tuple(_blocks(text)))


def _printed(document: Document) -> Iterator[Block]:
    for each in document.paragraphs:
        # The marks of notes are no part of a paragraph's text: which words a note hangs on is not known.
        notes = tuple(DraftNote(note.mark, len(each.text), note.text, is_placed=False) for note in each.notes)
        kind: BlockKind = "cell" if each.kind == "table" else "text"
        yield Block(each.text, _place(each), kind, notes, each.locator.number)


def _place(paragraph: Paragraph) -> str:
    place = place_in_words(paragraph.locator)
    return f"{place} (page {paragraph.page})" if paragraph.page else place


@dataclass(slots=True)
class _Open:
    """A block that is being read: its text so far and the marks of notes in it."""

    text: str = ""
    marks: list[tuple[int, str]] = field(default_factory=list)
    is_table: bool = False

    def add(self, line: Line) -> None:
        """Add a line of the block."""
        # A hyphen at the end of a line is part of the word here: the words that are compared tell no more.
        if self.text and not (self.text.endswith("-") and line.text[:1].islower()):
            self.text += " "
        self.marks += [(len(self.text) + mark.at, mark.mark) for mark in line.note_marks]
        self.text += line.text.replace("\t", " ")


def _blocks(text: SourceText) -> Iterator[Block]:
    notes = _notes(text.lines)
    number = 0
    for each in _open_blocks(text):
        if each.text.strip():
            number += 1
            hung = tuple(DraftNote(mark, at, notes[mark]) for at, mark in each.marks if mark in notes)
            yield Block(each.text, f"paragraph {number}", "cell" if each.is_table else "text", hung)


def _open_blocks(text: SourceText) -> Iterator[_Open]:
    block = _Open()
    for line in text.lines:
        if line.role in (Role.HEADER, Role.NOTE):
            continue
        is_table = line.role is Role.TABLE
        goes_on = line.continues or (text.wrapping is Wrapping.WRAPPED and not line.gap and not line.heading)
        if is_table or block.is_table or not goes_on:
            yield block
            block = _Open(is_table=is_table)
        block.add(line)
    yield block


def _notes(lines: Sequence[Line]) -> dict[str, str]:
    """The texts of the notes by their marks; of a mark that is used again the first."""
    notes: dict[str, str] = {}
    mark = ""
    for line in lines:
        if line.role is not Role.NOTE:
            continue
        if line.opens_note is not None:
            mark = line.opens_note
            notes.setdefault(mark, "")
        if mark in notes:
            notes[mark] = f"{notes[mark]} {line.text}".strip()
    return notes
