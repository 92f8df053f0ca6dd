"""The blocks of a text read from top to bottom: what each is, and the paragraphs that come of them."""

from dataclasses import dataclass
from enum import Enum

from index.document import Note, Paragraph
from index.locator import Label
from index.parser.audit import Findings
from index.parser.beside import BesideText
from index.parser.blocks import Block
from index.parser.captions import captions
from index.parser.headings import Headings, opening_heading
from index.parser.layout.layout import Layout
from index.parser.numbering.numbered_blocks import NumberedBlocks, ParagraphNumber
from index.parser.numbering.outline import Heading, Outline
from index.parser.numbering.preamble import leads_in_decision
from index.parser.paragraphs.paragraph_starts import ParagraphStarts
from index.parser.paragraphs.paragraphs import ParagraphDraft
from index.parser.paragraphs.recommendations import recommendations_in
from index.parser.recognisers import RULE, Kind, Mark
from index.readers.base import Role
from index.text.typography import marks_omission

_SHOWN = 80  # characters of a block in a finding: a line of a terminal
_FARTHEST_STRAY = 10  # above the highest number that runs on; a number beyond that is a year or a quantity


class BlockRole(Enum):
    """The role of a block: paragraph, heading, note, page header and so on."""

    MASTHEAD = "masthead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BESIDE = "beside"
    NOTE = "note"
    DROPPED = "dropped"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Assembly:
    """The paragraphs of a text, the document's own footnotes, and the role of each block, in order."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    roles: tuple[BlockRole, ...]


def assemble(
    layout: Layout, numbered: NumberedBlocks, start: Block | None, findings: Findings, *, label: Label = ""
) -> Assembly:
    """The paragraphs in the blocks of `layout` below the masthead, which ends before `start`.

    `numbered` says which blocks are numbered paragraphs and containers; what is odd is added to `findings`; `label` is
    what the numbers count, where they are not paragraphs'. A text that is nothing but heading-like lines is read as
    paragraphs: they are all it says.
    """
    headings = Headings(layout.running, numbered)
    assembly = _assembled(_Assembler(layout, numbered, headings, findings, label), layout, start)
    if assembly.paragraphs or not layout.running:
        return assembly
    findings.clear()
    return _assembled(_Assembler(layout, numbered, None, findings, label), layout, layout.blocks[0])


def _assembled(assembler: "_Assembler", layout: Layout, start: Block | None) -> Assembly:
    above = True
    for block in layout.blocks:
        above = above and block is not start
        assembler.add(block, above=above)
    return assembler.finish()


class _Assembler:
    """The state of reading: the headings above, the paragraph in the making, what has been found."""

    def __init__(
        self,
        layout: Layout,
        numbered: NumberedBlocks,
        headings: Headings | None,
        findings: Findings,
        label: Label,
    ) -> None:
        self._layout, self._numbered, self._findings = layout, numbered, findings
        self._headings = headings  # None: no block is a heading
        self._running, self._beside_blocks = frozenset(layout.running), frozenset(layout.beside)
        self._highest = max((number.order[0] for number in numbered.paragraphs.values()), default=0)
        self._captions = captions(layout)
        self._recommendations = recommendations_in(layout.running)
        self._starts = ParagraphStarts(layout, numbered, findings, label)
        self._list = self._starts.list
        self._beside = BesideText(self._starts.places, layout, self._captions)
        self._outline = Outline()
        self._around_box: Outline | None = None  # the outline around the box that is being read
        self._roles: list[BlockRole] = []
        self._notes: list[Note] = list(layout.unmarked)

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
        """The paragraphs, notes and roles of the blocks added so far."""
        paragraphs = self._list.in_order(self._beside.paragraphs())
        self._notes += self._starts.finish()
        return Assembly(paragraphs, tuple(self._notes), tuple(self._roles))

    def _running_role(self, block: Block) -> BlockRole:
        caption = self._captions.get(block)
        if caption is not None:
            self._beside.caption(caption, self._outline.containers, self._outline.headings)
            return BlockRole.BESIDE
        # A recommendation apart from the box above it stands in one of its own.
        goes_on = block not in self._recommendations or not block.lines[0].gap
        if block.role is Role.BOX and self._beside.holds_box() and goes_on:
            self._beside.add(block, self._outline.containers, self._outline.headings)
            return BlockRole.BESIDE
        if block not in self._numbered.paragraphs and self._beside.add_if_told_with(block):
            return BlockRole.BESIDE
        self._beside.leave()
        self._enter_or_leave_box(block)
        return self._read(block)

    def _enter_or_leave_box(self, block: Block) -> None:
        """Read a box for itself: the paragraph that it interrupts, and the headings above, wait for its end."""
        if block.role is Role.BOX and self._around_box is None and block not in self._numbered.paragraphs:
            self._list.suspend()
            self._around_box = self._outline.copy()
        elif block.role is not Role.BOX and self._around_box is not None:
            self._outline, self._around_box = self._around_box, None
            self._list.resume()
        self._starts.in_box = self._around_box is not None

    def _read(self, block: Block) -> BlockRole:
        number = self._numbered.paragraphs.get(block)
        recommendation = self._recommendations.get(block)
        if number is not None:
            self._outline.keep(len(number.containers))
            self._starts.numbered(block, number, self._outline)
            return BlockRole.PARAGRAPH
        if recommendation is not None:
            self._starts.recommendation(block, recommendation, self._outline)
            return BlockRole.PARAGRAPH
        if self._starts.is_opening(block):
            return self._open(opening_heading(block, self._numbered.containers.get(block)), block)
        if leads_in_decision(block) and block in self._numbered.containers:
            self._open(opening_heading(block, self._numbered.containers[block]), block)
            return self._text(block)
        heading = None if self._headings is None or self._awaits_text() else self._heading(self._headings, block)
        return self._text(block) if heading is None else self._open(heading, block)

    def _heading(self, headings: Headings, block: Block) -> Heading | None:
        return headings.at(block, self._outline, self._list.draft)

    def _awaits_text(self) -> bool:
        """Whether the text of a recommendation is still to come after its head, in bold or not."""
        draft = self._list.draft
        return draft is not None and draft.locator.label == "recommendation" and not draft.tail

    def _open(self, heading: Heading, block: Block) -> BlockRole:
        above = self._outline.innermost if self._list.draft is None else None
        self._starts.heading(block)
        self._outline.open(heading)
        if heading.style == RULE and above is not None and not above.style:
            self._outline.open(heading.title(above.text))  # `Bank accounts`, and below it `Rule 104.1`
        container = block.mark(Kind.CONTAINER)
        if heading.awaits_title and container is not None and (title := block.after(container)):
            self._outline.open(heading.title(title))
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
            self._starts.numbered(block, stray, self._outline, stray=True)
            return BlockRole.PARAGRAPH
        if draft is None or self._starts.begins_unnumbered(block, draft):
            return self._unnumbered(block)
        return self._go_on(draft, block)

    def _go_on(self, draft: ParagraphDraft, block: Block) -> BlockRole:
        """Let the paragraph in the making go on with `block`, as its text or as an entry of a list."""
        mark = draft.entry_mark(block)
        if mark is not None:
            if draft.lacks_before(mark):
                what = f"sub-items are missing before ({mark.printed}) in paragraph {draft.locator}"
                self._findings.add("missing", block.first_line, what)
            draft.add_entry(mark, block)
        elif _is_unfinished(draft, block):
            draft.go_on(block, block.text)
        elif self._is_out_of_place(block) and not draft.leads_in and not draft.list_goes_on_below(block):
            return self._leave_out(block)
        else:
            draft.add(block)
        draft.notes += block.notes
        return BlockRole.PARAGRAPH

    def _unnumbered(self, block: Block) -> BlockRole:
        if self._list.draft is None and self._is_out_of_place(block):
            return self._leave_out(block)
        self._starts.unnumbered(block, self._outline)
        return BlockRole.PARAGRAPH

    def _leave_out(self, block: Block) -> BlockRole:
        """Keep words that belong to no paragraph as an unnumbered one if their page is known, or they are many.

        All others are reported.
        """
        of_many = self._headings is not None and self._headings.is_of_many(block)
        if (block.page is not None or of_many) and any(map(str.isalpha, block.text)):
            self._starts.unnumbered(block, self._outline, expected=True)
            return BlockRole.PARAGRAPH
        shown = block.text if len(block.text) <= _SHOWN else f"{block.text[:_SHOWN]}…"
        self._findings.add("unplaced", block.first_line, f"belongs to no paragraph: {shown}")
        return BlockRole.UNPLACED

    def _report_list(self, mark: Mark, block: Block) -> None:
        draft = self._list.draft
        if draft is not None and mark.order == (1,) and not draft.leads_in:
            what = f"a list numbered from 1 inside {draft.locator} is kept as its text"
            self._findings.add("out of order", block.first_line, what)

    def _is_out_of_place(self, block: Block) -> bool:
        """Whether `block` is a heading of nothing, or a number alone, in a text that has numbered paragraphs."""
        if not self._numbered.paragraphs or block.marks or not block.begins:
            return False
        return block.is_heading_like() or not (any(map(str.isalpha, block.text)) or marks_omission(block.text))

    def _is_stray(self, mark: Mark) -> bool:
        """Whether a number that does not run on begins a paragraph all the same, and not a line of the one before."""
        draft = self._list.draft
        if not self._numbered.paragraphs or mark.order[0] > self._highest + _FARTHEST_STRAY:
            return False
        return draft is None or draft.has_ended

    def _keep_unanchored(self, block: Block) -> None:
        note = self._layout.unanchored.get(block)
        if note is None:
            return
        what = f"footnote {note.mark} has no mark in the text; it is kept with the paragraph before it"
        self._findings.add("unplaced", block.first_line, what)
        if not self._list.keep_note(note):
            self._notes.append(note)


def _is_unfinished(draft: ParagraphDraft, block: Block) -> bool:
    """Whether `block` goes on a sentence that a line or a page end has cut."""
    if not block.begins:
        return True
    if draft.has_ended:
        return False
    if any(mark.kind is Kind.ITEM for mark in block.marks):
        draft.end_list()
    return True
