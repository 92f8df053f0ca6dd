"""The blocks of a Word file in order: paragraphs, the rows of tables, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.document import Document

from index.readers.draft import span_of
from index.readers.word.names import CELL, PARAGRAPH, REMOVED, ROW, TABLE, Element, switch_of, value_of, w
from index.readers.word.notes import NoteReference, note_counter, note_texts
from index.readers.word.numbers import ListNumber, list_numbers
from index.readers.word.paragraphs import Content, ParagraphReader
from index.readers.word.styles import Styles, heading_of, indent_of

# Elements that hold blocks and say nothing of them.
_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")})


@dataclass(slots=True)
class WordParagraph:
    """A paragraph as it reads with tracked changes accepted."""

    content: Content = field(default_factory=Content)
    number: ListNumber | None = None
    heading: int = 0
    indent: float = 0.0
    size: float = 0.0
    begins_page: bool = False


@dataclass(slots=True)
class WordTable:
    """A table: its rows of cells, each a list of what it holds.

    A cell that goes on from the row above is empty, as are those that one beside it spans; `widest` is how many cells
    are there at most in a row.
    """

    rows: list[list[list["WordParagraph"]]] = field(default_factory=list)
    widest: int = 0


class BlockReader:
    """Reads the blocks of a document in order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles = Styles(document.styles.element)
        self._paragraphs = ParagraphReader(self._styles, note_counter(document))
        self._notes = note_texts(document)
        self._numbers = list_numbers(document, shown_paragraphs(document.element.body))

    def blocks(self) -> Iterator[WordParagraph | WordTable]:
        """The blocks of the document's body."""
        yield from self.blocks_of(self._document.element.body)

    def headers(self) -> Iterator[WordParagraph]:
        """The paragraphs of the heads of the first section's pages, the first page's before the others'."""
        section = self._document.sections[0] if len(self._document.sections) else None
        heads = (section.first_page_header, section.header) if section is not None else ()
        for head in heads:
            if not head.is_linked_to_previous:
                for element in head._element.iter(PARAGRAPH):
                    paragraph = WordParagraph()
                    self._paragraphs.read(element, paragraph.content)
                    yield paragraph

    def note(self, reference: NoteReference) -> Iterator[WordParagraph]:
        """The paragraphs of the note that is referred to."""
        element = self._notes.get((reference.kind, reference.identity))
        for block in self.blocks_of(element) if element is not None else ():
            yield from flat(block)

    def blocks_of(self, parent: Element) -> Iterator[WordParagraph | WordTable]:
        """The blocks that `parent` holds: a body, a cell, a note, a text box."""
        kept: Content | None = None
        for element in _block_elements(parent):
            if element.tag == TABLE:
                yield self._table(element)
                continue
            paragraph = self._paragraph(element, kept)
            # A paragraph whose mark is deleted goes on in the next one.
            kept = paragraph.content if _mark_is_removed(element) else None
            if kept is None:
                yield paragraph
        if kept is not None:
            yield WordParagraph(kept)

    def _paragraph(self, element: Element, kept: Content | None) -> WordParagraph:
        properties = element.find(w("pPr"))
        style = value_of(properties, "pStyle")
        content = kept or Content()
        self._paragraphs.read(element, content)
        indent, heading = indent_of(properties), heading_of(properties)
        sizes = content.letters.most_common(1)
        return WordParagraph(
            content,
            self._numbers.get(element),
            self._styles.heading(style) if heading is None else heading,
            self._styles.indent(style) if indent is None else indent,
            sizes[0][0] if sizes else self._styles.size(style),
            switch_of(properties, "pageBreakBefore") or False,
        )

    def _table(self, table: Element) -> WordTable:
        read = WordTable()
        for row in _rows(table):
            own = list(_direct(row, CELL))
            read.widest = max(read.widest, len(own))
            before = value_of(row.find(w("trPr")), "gridBefore")
            cells: list[list[WordParagraph]] = [[] for _ in range(span_of(before) if before else 0)]
            for cell in own:
                properties = cell.find(w("tcPr"))
                goes_on = properties is not None and properties.find(w("vMerge")) is not None
                goes_on = goes_on and value_of(properties, "vMerge") != "restart"
                blocks = [] if goes_on else list(self.blocks_of(cell))
                cells.append([each for block in blocks for each in flat(block)])
                cells.extend([] for _ in range(span_of(value_of(properties, "gridSpan")) - 1))
            read.rows.append(cells)
        return read


def flat(block: WordParagraph | WordTable) -> list[WordParagraph]:
    """The paragraphs of a block: itself, or those in its cells."""
    if isinstance(block, WordParagraph):
        return [block]
    return [paragraph for row in block.rows for cell in row for paragraph in cell]


def _block_elements(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables that stand in `parent`, not those inside them."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in (PARAGRAPH, TABLE):
            yield child
        elif child.tag in _WRAPPERS:
            stack.append(iter(child))


def _direct(parent: Element, tag: str) -> Iterator[Element]:
    """The children `tag` of `parent`, those in content controls too."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            stack.append(iter(child))


def _rows(table: Element) -> Iterator[Element]:
    for row in _direct(table, ROW):
        properties = row.find(w("trPr"))
        if properties is None or all(properties.find(name) is None for name in REMOVED):
            yield row


def shown_paragraphs(body: Element) -> Iterator[Element]:
    """The paragraphs of `body` in order that stay when tracked changes are accepted."""
    for paragraph in body.iter(PARAGRAPH):
        if not _mark_is_removed(paragraph):
            yield paragraph


def _mark_is_removed(paragraph: Element) -> bool:
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and any(mark.find(name) is not None for name in REMOVED)
