"""The blocks of a text read from top to bottom: what each is, and the paragraphs that come of them."""

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum

from index.document import Note, Paragraph, ParagraphKind
from index.locator import Locator
from index.parser.audit import Findings, Numbered, check_numbers
from index.parser.beside import BesideText, captions
from index.parser.blocks import Block
from index.parser.headings import Headings
from index.parser.layout import Layout
from index.parser.numbered_blocks import NumberedBlocks, ParagraphNumber
from index.parser.outline import Heading, Outline
from index.parser.paragraph_list import ParagraphList
from index.parser.paragraphs import ParagraphDraft
from index.parser.preamble import preambles
from index.parser.recognisers import Kind, Mark
from index.parser.recommendations import recommendation_mark
from index.parser.records import speakers
from index.parser.unnumbered import UnnumberedPlaces
from index.readers.base import Role
from index.typography import begins_in_lower_case

_SHOWN = 80
_FARTHEST_STRAY = 10  # above the highest number that runs on; a number beyond that is a year or a quantity


class BlockRole(Enum):
    """What a block of the text is."""

    MASTHEAD = "masthead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BESIDE = "beside"
    NOTE = "note"
    DROPPED = "dropped"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Assembly:
    """What the blocks of a text make up: its paragraphs, its own footnotes, and the role of each block in order."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    roles: tuple[BlockRole, ...]


def assemble(layout: Layout, numbered: NumberedBlocks, start: Block | None, findings: Findings) -> Assembly:
    """What the blocks of `layout` make up below the masthead, which ends before `start`.

    `numbered` says which blocks are numbered paragraphs and containers; what is odd is added to `findings`. A text that
    is nothing but heading-like lines is read as paragraphs: they are all it says.
    """
    assembly = _assembled(_Assembler(layout, numbered, Headings(layout.running, numbered), findings), layout, start)
    if assembly.paragraphs or not layout.running:
        return assembly
    findings.clear()
    return _assembled(_Assembler(layout, numbered, None, findings), layout, layout.blocks[0])


def _assembled(assembler: "_Assembler", layout: Layout, start: Block | None) -> Assembly:
    above = True
    for block in layout.blocks:
        above = above and block is not start
        assembler.add(block, above=above)
    return assembler.finish()


class _Assembler:
    """The state of reading: the headings above, the paragraph in the making, what has been found."""

    def __init__(self, layout: Layout, numbered: NumberedBlocks, headings: Headings | None, findings: Findings) -> None:
        self._layout = layout
        self._running, self._beside_blocks = frozenset(layout.running), frozenset(layout.beside)
        self._numbered = numbered
        self._headings = headings  # None: no block is a heading
        self._findings = findings
        self._highest = max((number.order[0] for number in numbered.paragraphs.values()), default=0)
        self._captions = captions(layout)
        self._preambles = preambles(layout.running, numbered)
        self._speakers = {} if numbered.paragraphs else speakers(layout.running)
        self._speaker: str | None = None
        self._places = UnnumberedPlaces(layout.printed_pages, numbered=bool(numbered.paragraphs))
        self._beside = BesideText(self._places)
        self._outline = Outline()
        self._box_outline: Outline | None = None  # the outline around the box that is being read
        self._list = ParagraphList(layout.vocabulary)
        self._numbers: list[Numbered] = []
        self._numbered_scopes: set[tuple[str, ...]] = set()
        self._between: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._roles: list[BlockRole] = []
        self._notes: list[Note] = list(layout.unmarked)
        self._heading_notes: list[Note] = []

    def add(self, block: Block, *, above: bool) -> None:
        """Give `block` its role; `above` tells that it stands above the text."""
        if block.opens_note is not None:
            role = BlockRole.NOTE
            self._keep_unanchored(block)
        elif block in self._beside_blocks:
            role = BlockRole.BESIDE
            self._beside.add(block, self._outline.containers, self._outline.headings)
        elif block not in self._running:
            role = BlockRole.DROPPED
        elif above:
            role = BlockRole.MASTHEAD
            self._notes += block.notes
        else:
            role = self._running_role(block)
        self._roles.append(role)

    def finish(self) -> Assembly:
        """What has been read."""
        paragraphs = self._list.in_order(self._beside.paragraphs())
        self._notes += self._heading_notes
        check_numbers(self._numbers, self._findings)
        if not self._numbers:
            what = "no numbered paragraphs; those there are are counted"
            self._findings.add("unnumbered", 1, what)
        return Assembly(paragraphs, tuple(self._notes), tuple(self._roles))

    def _running_role(self, block: Block) -> BlockRole:
        caption = self._captions.get(block)
        if caption is not None:
            self._beside.caption(caption, self._outline.containers, self._outline.headings)
            return BlockRole.BESIDE
        if block.role is Role.BOX and self._beside.holds_box():
            self._beside.add(block, self._outline.containers, self._outline.headings)
            return BlockRole.BESIDE
        self._beside.leave()
        self._enter_or_leave_box(block)
        return self._read(block)

    def _enter_or_leave_box(self, block: Block) -> None:
        """Read a box for itself: the paragraph that it interrupts, and the headings above, wait for its end."""
        if block.role is Role.BOX and self._box_outline is None and block not in self._numbered.paragraphs:
            self._list.suspend()
            self._box_outline = self._outline.copy()
        elif block.role is not Role.BOX and self._box_outline is not None:
            self._outline, self._box_outline = self._box_outline, None
            self._list.resume()

    def _read(self, block: Block) -> BlockRole:
        number = self._numbered.paragraphs.get(block)
        if number is not None:
            self._outline.keep(len(number.containers))
            self._begin_numbered(block, number)
            return BlockRole.PARAGRAPH
        recommendation = recommendation_mark(block)
        if recommendation is not None:
            locator = Locator(self._outline.containers, recommendation.number, label="recommendation")
            self._start(block, locator, recommendation.text)
            return BlockRole.PARAGRAPH
        if block in self._preambles.openings:
            return self._open(Heading(block.text.removesuffix(",")), block)
        if self._awaits_text():
            return self._text(block)
        heading = self._headings.at(block, self._outline, self._list.draft) if self._headings is not None else None
        return self._text(block) if heading is None else self._open(heading, block)

    def _awaits_text(self) -> bool:
        """Whether the text of a recommendation is still to come after its head, in bold or not."""
        draft = self._list.draft
        return draft is not None and draft.locator.label == "recommendation" and not draft.tail

    def _open(self, heading: Heading, block: Block) -> BlockRole:
        self._list.close()
        self._outline.open(heading)
        container = block.mark(Kind.CONTAINER)
        if heading.awaits_title and container is not None and (title := block.after(container)):
            self._outline.open(heading.title(title))
        self._heading_notes += block.notes
        self._speaker = None
        return BlockRole.HEADING

    def _text(self, block: Block) -> BlockRole:
        """The role of a block that is neither a numbered paragraph's beginning nor a heading."""
        draft = self._list.draft
        number = block.mark(Kind.PARAGRAPH)
        if number is not None and block in self._numbered.listed:
            self._report_list(number, block)
        elif number is not None and block.begins and self._is_stray(number):
            containers = self._outline.containers
            stray = ParagraphNumber(containers, number.printed, number.order, block.after(number))
            self._begin_numbered(block, stray, stray=True)
            return BlockRole.PARAGRAPH
        if draft is None or self._begins_unnumbered(block, draft):
            return self._begin_unnumbered(block)
        mark = draft.entry_mark(block)
        if mark is not None:
            self._add_entry(draft, mark, block)
        elif self._is_unfinished(draft, block):
            draft.go_on(block, block.text)
        elif self._is_out_of_place(block) and not draft.leads_in:
            return self._leave_out(block)
        else:
            draft.add(block)
        draft.notes += block.notes
        return BlockRole.PARAGRAPH

    def _report_list(self, mark: Mark, block: Block) -> None:
        draft = self._list.draft
        if draft is not None and mark.order == (1,) and not draft.leads_in:
            what = f"a list numbered from 1 inside {draft.locator} is kept as its text"
            self._findings.add("out of order", block.first_line, what)

    def _is_unfinished(self, draft: ParagraphDraft, block: Block) -> bool:
        """Whether `block` goes on a sentence that a line or a page end has cut."""
        if not block.begins:
            return True
        if draft.has_ended:
            return False
        if any(mark.kind is Kind.ITEM for mark in block.marks):
            draft.end_list()
        return True

    def _is_out_of_place(self, block: Block) -> bool:
        """Whether `block` is a heading of nothing, or a number alone, in a text that has numbered paragraphs."""
        if not self._numbered.paragraphs or block.marks or not block.begins:
            return False
        return block.is_heading_like() or not any(map(str.isalpha, block.text))

    def _leave_out(self, block: Block) -> BlockRole:
        if block.page is not None and any(map(str.isalpha, block.text)):
            return self._begin_unnumbered(block, expected=True)
        shown = block.text if len(block.text) <= _SHOWN else f"{block.text[:_SHOWN]}…"
        self._findings.add("unplaced", block.first_line, f"belongs to no paragraph: {shown}")
        return BlockRole.UNPLACED

    def _is_stray(self, mark: Mark) -> bool:
        """Whether a number that does not run on begins a paragraph all the same, and not a line of the one before."""
        draft = self._list.draft
        if not self._numbered.paragraphs or mark.order[0] > self._highest + _FARTHEST_STRAY:
            return False
        return draft is None or draft.has_ended

    # Paragraphs

    def _begin_numbered(self, block: Block, number: ParagraphNumber, *, stray: bool = False) -> None:
        locator = Locator(number.containers, number.cited, label=number.label)
        self._start(block, locator, number.text)
        self._numbers.append(Numbered(locator, number.order, block.first_line, number.continues, stray))
        self._numbered_scopes.add(locator.containers)
        self._report_between(locator.containers)

    def _report_between(self, containers: tuple[str, ...]) -> None:
        """Report the paragraphs without a number since the last numbered one of a container, now that another comes."""
        lines = self._between.pop(containers, [])
        if lines:
            many = f"{len(lines)} paragraphs without a number stand" if len(lines) > 1 else ""
            what = f"{many or 'a paragraph without a number stands'} between numbered ones"
            self._findings.add("unnumbered", lines[0], what)

    def _begins_unnumbered(self, block: Block, draft: ParagraphDraft) -> bool:
        """Whether `block` begins a paragraph of its own after one that has no number either."""
        if draft.locator.number is not None or not block.begins or block.bullet:
            return False
        if any(mark.kind is Kind.ITEM for mark in block.marks) and draft.entry_mark(block) is not None:
            return False
        if block.top and block.continues_paragraph(indented=draft.indented):
            return False
        goes_on = not draft.has_ended and begins_in_lower_case(block.text)
        return not goes_on and not draft.leads_in

    def _begin_unnumbered(self, block: Block, *, expected: bool = False) -> BlockRole:
        containers = self._outline.containers
        if block in self._preambles.paragraphs:
            self._start(block, self._places.preambular(containers), block.text)
            return BlockRole.PARAGRAPH
        if self._list.draft is None and self._is_out_of_place(block) and not expected:
            return self._leave_out(block)
        if containers in self._numbered_scopes and not expected and self._box_outline is None:
            self._between[containers].append(block.first_line)
        self._speaker = self._speakers.get(block, self._speaker)
        speaker = None if block.is_italic else self._speaker
        self._start(block, self._places.paragraph(block, containers, speaker=speaker), block.text)
        return BlockRole.PARAGRAPH

    def _start(self, block: Block, locator: Locator, text: str) -> None:
        kind: ParagraphKind = "text" if self._box_outline is None else "box"
        self._list.start(block, locator, text, headings=self._outline.headings, notes=self._heading_notes, kind=kind)
        self._heading_notes = []

    def _add_entry(self, draft: ParagraphDraft, mark: Mark, block: Block) -> None:
        if draft.lacks_before(mark):
            what = f"sub-items are missing before ({mark.printed}) in paragraph {draft.locator}"
            self._findings.add("missing", block.first_line, what)
        draft.add_entry(mark, block)

    def _keep_unanchored(self, block: Block) -> None:
        note = self._layout.unanchored.get(block)
        if note is None:
            return
        what = f"footnote {note.mark} has no mark in the text; it is kept with the paragraph before it"
        self._findings.add("unplaced", block.first_line, what)
        if not self._list.keep_note(note):
            self._notes.append(note)
