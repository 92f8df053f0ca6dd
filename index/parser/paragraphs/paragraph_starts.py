"""Where paragraphs begin: with a number, under a recommendation's head, or without either."""

from index.document import Note, ParagraphKind
from index.locator import Label, Locator
from index.parser.audit import Findings, Numbered, check_numbers
from index.parser.blocks import FIRST_LINE_INDENT, Block
from index.parser.layout.layout import Layout
from index.parser.numbering.numbered_blocks import NumberedBlocks, ParagraphNumber
from index.parser.numbering.outline import Outline
from index.parser.numbering.preamble import preambles
from index.parser.paragraphs.paragraph_list import ParagraphList
from index.parser.paragraphs.paragraphs import ParagraphDraft
from index.parser.paragraphs.recommendations import RecommendationMark
from index.parser.paragraphs.records import is_aside, is_procedure, opening_of, speakers
from index.parser.paragraphs.unnumbered import UnnumberedPlaces, is_signature
from index.parser.recognisers import Kind
from index.text.typography import begins_in_lower_case
from index.wordings.preambles import begins_preambular, preambular_text

# A statement is quoted paragraph by paragraph, each with a quotation mark.
_QUOTED = ("“", '"')


class ParagraphStarts:
    """Begins the paragraphs of a text, below the headings of an outline, and reports what is odd about their numbers.

    `label` is what the numbers count, where they are not paragraphs'. `in_box` is set while the text of a box is read.
    """

    def __init__(self, layout: Layout, numbered: NumberedBlocks, findings: Findings, label: Label) -> None:
        self._findings, self._label = findings, label
        self._preambles = preambles(layout.running, {*numbered.paragraphs, *numbered.containers})
        self._is_unnumbered = not numbered.paragraphs
        self._speakers = speakers(layout.running) if self._is_unnumbered else {}
        self._is_record = opening_of(layout.running, numbered.paragraphs) is not None
        self._speaker: str | None = None
        self._numbers: list[Numbered] = []
        self._between: dict[tuple[str, ...], list[int]] = {}
        self._heading_notes: list[Note] = []
        self.places = UnnumberedPlaces(layout.printed_pages, numbered=not self._is_unnumbered)
        self.list = ParagraphList(layout.vocabulary)
        self.in_box = False

    def is_opening(self, block: Block) -> bool:
        """Whether `block` names the organ that speaks in the text below it."""
        return block in self._preambles.openings

    def heading(self, block: Block) -> None:
        """Close the paragraph that a heading ends; footnotes of the heading go with the next one."""
        self.list.close()
        self._heading_notes += block.notes
        self._speaker = None

    def numbered(self, block: Block, number: ParagraphNumber, outline: Outline, *, stray: bool = False) -> None:
        """Begin a paragraph with a number; `stray` tells that the numbering around it runs on without it."""
        locator = Locator(number.containers, number.cited, label=number.label or self._label)
        self._start(block, locator, number.text, outline)
        self._numbers.append(Numbered(locator, number.order, block.first_line, number.continues, stray))
        lines = self._between.get(locator.containers)
        if lines:
            many = f"{len(lines)} paragraphs without a number stand" if len(lines) > 1 else ""
            what = f"{many or 'a paragraph without a number stands'} between numbered ones"
            self._findings.add("unnumbered", lines[0], what)
        self._between[locator.containers] = []

    def recommendation(self, block: Block, mark: RecommendationMark, outline: Outline) -> None:
        """Begin a recommendation that has a name and a number of its own."""
        locator = Locator(outline.containers, mark.number, label="recommendation")
        self._start(block, locator, mark.text, outline)

    def unnumbered(self, block: Block, outline: Outline, *, expected: bool = False) -> None:
        """Begin a paragraph without a number; unless it is `expected` it is odd between numbered ones."""
        containers = outline.containers
        if block in self._preambles.paragraphs:
            self._start(block, self.places.preambular(containers), preambular_text(block.text), outline)
            return
        if containers in self._between and not (expected or self.in_box or self._is_record or is_signature(block)):
            self._between[containers].append(block.first_line)
        locator = self.places.paragraph(block, containers, speaker=self._speaker_of(block))
        first = next((mark for mark in block.marks if mark.kind is Kind.ITEM and mark.order == (1,)), None)
        if first is None or not containers:
            self._start(block, locator, block.text, outline)
            return
        self._start(block, locator, "", outline)
        if self.list.draft is not None:
            self.list.draft.add_entry(first, block)

    def begins_unnumbered(self, block: Block, draft: ParagraphDraft) -> bool:
        """Whether `block` begins a paragraph of its own after one that has no number either, or is a signature.

        What a record itself tells between speeches is one after a numbered paragraph, too.
        """
        if _ends(draft, block) or (self._is_record and is_procedure(block) and draft.has_ended):
            return True
        if draft.locator.number is not None or not block.begins or block.bullet or draft.list_goes_on_below(block):
            return False
        if _is_entry_or_aside(block, draft) or (block.top and self._is_cut(block, draft)):
            return False
        goes_on = not draft.has_ended and begins_in_lower_case(block.text)
        return not goes_on and not (draft.leads_in and not self._is_statement(block, draft))

    def finish(self) -> list[Note]:
        """Report what is odd about the numbers; footnotes of headings that no paragraph followed come back."""
        check_numbers(self._numbers, self._findings)
        if not self._numbers:
            self._findings.add("unnumbered", 1, "no numbered paragraphs; those there are are counted")
        return self._heading_notes

    def _is_statement(self, block: Block, draft: ParagraphDraft) -> bool:
        """Whether `block` is a paragraph of a statement, though a colon stands before it.

        Statements are quoted paragraph by paragraph; in a speech the first line of each is set in as that before it.
        """
        if self._is_unnumbered and block.text.startswith(_QUOTED):
            return True
        set_in = (block.first_line_indent or 0) >= FIRST_LINE_INDENT
        return self._speaker is not None and draft.indented and set_in

    def _is_cut(self, block: Block, draft: ParagraphDraft) -> bool:
        """Whether `block`, at the top of a page, goes on with `draft`."""
        if block in self._preambles.paragraphs and begins_preambular(block.text):
            return False
        return block.continues_paragraph(indented=draft.indented) or draft.is_cut_before(block)

    def _speaker_of(self, block: Block) -> str | None:
        """Whose words `block` is; None for what the record itself tells in italics (`It was so decided`).

        After that nobody has the floor; `(spoke in French)` alone does not end a speech.
        """
        if not block.is_italic:
            self._speaker = self._speakers.get(block, self._speaker)
            return self._speaker
        if not block.text.startswith("("):
            self._speaker = None
        return None

    def _start(self, block: Block, locator: Locator, text: str, outline: Outline) -> None:
        kind: ParagraphKind = "box" if self.in_box else "text"
        self.list.start(block, locator, text, headings=outline.headings, notes=self._heading_notes, kind=kind)
        self._heading_notes = []


def _ends(draft: ParagraphDraft, block: Block) -> bool:
    """Whether `block` is a signature, or stands below a recommendation in bold and tells what became of it."""
    if is_signature(block):
        return True
    ended = draft.locator.label == "recommendation" and draft.ends_bold and draft.has_ended
    return ended and block.begins and not block.bold and not block.marks


def _is_entry_or_aside(block: Block, draft: ParagraphDraft) -> bool:
    """Whether `block` is a sub-item of the paragraph before it or, in a speech, told in passing."""
    if is_aside(block) and draft.locator.speaker is not None:
        return True
    return any(mark.kind is Kind.ITEM for mark in block.marks) and draft.entry_mark(block) is not None
