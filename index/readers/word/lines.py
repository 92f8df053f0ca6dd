"""The blocks of a Word file as lines: one for a paragraph, more where line breaks part it, one for a table's row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from index.readers.base import Line, NoteMark, Role
from index.readers.draft import LineDraft, row_of
from index.readers.letters import BULLETS
from index.readers.word.blocks import BlockReader, WordParagraph, WordTable, flat
from index.readers.word.notes import NoteReference

# Letters are half as wide as they are high, on average.
_LETTER_WIDTH = 0.5
# A table that a document begins with, of at most this many rows, holds its masthead.
_ROWS_OF_A_MASTHEAD = 20


def lines_of(reader: BlockReader) -> Iterator[Line]:
    """The lines of a document, each note after the block that refers to it."""
    for number, line in enumerate(_Writer(reader).lines(), start=1):
        yield replace(line, number=number)


@dataclass(slots=True)
class _Writer:
    """Writes lines; `_gap` counts the empty paragraphs since the last, `_begun` tells that there was text."""

    reader: BlockReader
    _gap: int = 0
    _new_page: bool = False
    _begun: bool = False
    _notes: list[NoteReference] = field(default_factory=list)

    def lines(self) -> Iterator[Line]:
        for head in self.reader.headers():
            yield from self._paragraph(head, Role.HEADER)
        for block in self.reader.blocks():
            yield from self._block(block)
            yield from self._note_lines()

    def _block(self, block: WordParagraph | WordTable) -> Iterator[Line]:
        if isinstance(block, WordTable):
            yield from self._table(block)
            return
        yield from self._paragraph(block, Role.TEXT)
        self._begun = self._begun or not block.content.is_empty

    def _paragraph(self, paragraph: WordParagraph, role: Role) -> Iterator[Line]:
        content = paragraph.content
        if content.is_empty and not content.boxes:
            self._gap += 1
            self._new_page = self._new_page or paragraph.begins_page or bool(content.new_pages)
            return
        self._new_page = self._new_page or paragraph.begins_page
        first = True
        for place, draft in enumerate(content.lines):
            self._new_page = self._new_page or place in content.new_pages
            if draft.text.strip() or draft.marks:
                yield self._line(draft, paragraph, role, first=first)
                first = False
        self._notes.extend(content.notes)
        for box in content.boxes:
            for block in self.reader.blocks_of(box):
                for each in flat(block):
                    yield from self._paragraph(each, Role.BOX if role is Role.TEXT else role)

    def _line(self, draft: LineDraft, paragraph: WordParagraph, role: Role, *, first: bool) -> Line:
        prefix = paragraph.number.text if first and paragraph.number else ""
        text, marks, cut = _trimmed(draft)
        bullet = first and paragraph.number is not None and paragraph.number.bullet
        if text[:1] in BULLETS and len(text) > 1 and not prefix:
            shorter = text[1:].lstrip()
            cut, text, bullet = cut + len(text) - len(shorter), shorter, True
        shift = len(prefix) - cut
        bold, bold_spans = draft.bold
        italic, italic_spans = draft.italic
        gap, self._gap = self._gap, 0
        new_page, self._new_page = self._new_page, False
        return Line(
            text=prefix + text,
            number=0,
            gap=gap if first else 0,
            begins_page=new_page,
            indent=round(paragraph.indent / (_LETTER_WIDTH * paragraph.size)) if paragraph.size else 0,
            size=paragraph.size or None,
            bold=bold,
            italic=italic,
            heading=paragraph.heading,
            bullet=bullet,
            note_marks=tuple(NoteMark(max(0, mark.at + shift), mark.mark) for mark in marks),
            role=role,
            bold_spans=_moved(bold_spans, shift),
            italic_spans=_moved(italic_spans, shift),
            continues=not first,
        )

    def _table(self, table: WordTable) -> Iterator[Line]:
        paragraphs = flat(table)
        if not self._begun and len(table.rows) <= _ROWS_OF_A_MASTHEAD:
            for each in paragraphs:
                yield from self._paragraph(each, Role.TEXT)
        elif table.widest <= 1:
            for each in paragraphs:
                yield from self._paragraph(each, Role.BOX)
        else:
            for row in table.rows:
                yield from self._row(row)

    def _row(self, row: Sequence[Sequence[WordParagraph]]) -> Iterator[Line]:
        cells = [_cell(each) for each in row]
        whole = row_of(cells)
        self._notes.extend(note for cell in row for paragraph in cell for note in paragraph.content.notes)
        if whole.text:
            gap, self._gap = self._gap, 0
            yield Line(
                text=whole.text,
                number=0,
                gap=gap,
                bold=whole.bold[0],
                italic=whole.italic[0],
                note_marks=tuple(whole.marks),
                role=Role.TABLE,
                cells=tuple(each.text for each in cells),
            )

    def _note_lines(self) -> Iterator[Line]:
        while self._notes:
            reference = self._notes.pop(0)
            opens: str | None = reference.mark
            for paragraph in self.reader.note(reference):
                for line in self._paragraph(paragraph, Role.NOTE):
                    yield replace(line, text=_unmarked(line.text, opens), gap=0, opens_note=opens, continues=False)
                    opens = None


def _cell(paragraphs: Sequence[WordParagraph]) -> LineDraft:
    """The text of a cell as one line."""
    cell = LineDraft()
    for paragraph in paragraphs:
        prefix = paragraph.number.text.replace("\t", " ") if paragraph.number else ""
        for draft in paragraph.content.lines:
            text, marks, cut = _trimmed(draft)
            if not text and not marks:
                continue
            if cell.text:
                cell.text += " "
            cell.text += prefix
            cell.marks.extend(NoteMark(max(0, len(cell.text) + mark.at - cut), mark.mark) for mark in marks)
            cell.append(text.replace("\t", " "), bold=draft.bold[0], italic=draft.italic[0])
            prefix = ""
    return cell


def _trimmed(draft: LineDraft) -> tuple[str, list[NoteMark], int]:
    """The text of a draft without white space at its ends, its marks, and how much was cut off at the beginning."""
    text = draft.text.strip()
    cut = len(draft.text) - len(draft.text.lstrip())
    return text, [NoteMark(min(mark.at, cut + len(text)), mark.mark) for mark in draft.marks], cut


def _moved(spans: Sequence[tuple[int, int]], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(0, first + by), last + by) for first, last in spans if last + by > 0)


def _unmarked(text: str, mark: str | None) -> str:
    """The text of a note without the mark that it begins with where that is the writer's own, as `*`."""
    return text[len(mark) :].lstrip() if mark and not mark.isalnum() and text.startswith(mark) else text
