"""The blocks of a text read from top to bottom: what each is, and the paragraphs that come of them."""

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum

from index.document import Note, Paragraph
from index.locator import Locator
from index.parser.audit import Findings, Numbered, check_numbers
from index.parser.blocks import Block
from index.parser.headings import Headings
from index.parser.layout import Layout
from index.parser.numbered_blocks import NumberedBlocks
from index.parser.outline import Outline
from index.parser.paragraphs import ParagraphDraft
from index.parser.recognisers import Kind, Mark
from index.typography import begins_in_lower_case, ends_sentence

_SHOWN = 80
_FARTHEST_STRAY = 10  # above the highest number that runs on; a number beyond that is a year or a quantity


class BlockRole(Enum):
    """What a block of the text is."""

    MASTHEAD = "masthead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
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
        self._running = frozenset(layout.running)
        self._numbered = numbered
        self._headings = headings  # None: no block is a heading
        self._findings = findings
        self._highest = max((_first_number(block) for block in numbered.paragraphs), default=0)
        self._outline = Outline()
        self._draft: ParagraphDraft | None = None
        self._paragraphs: list[Paragraph] = []
        self._ordinals: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._numbers: list[Numbered] = []
        self._numbered_scopes: set[tuple[str, ...]] = set()
        self._roles: list[BlockRole] = []
        self._notes: list[Note] = list(layout.starred)
        self._heading_notes: list[Note] = []

    def add(self, block: Block, *, above: bool) -> None:
        """Give `block` its role; `above` tells that it stands above the text."""
        if block.opens_note:
            role = BlockRole.NOTE
            self._keep_unanchored(block)
        elif block not in self._running:
            role = BlockRole.DROPPED
        elif above:
            role = BlockRole.MASTHEAD
            self._notes += block.notes
        else:
            role = self._read(block)
        self._roles.append(role)

    def finish(self) -> Assembly:
        """What has been read."""
        self._close()
        self._name_lone_paragraphs()
        self._notes += self._heading_notes
        check_numbers(self._numbers, self._findings)
        if not self._numbers:
            what = "no numbered paragraphs; they are counted: unnumbered 1, unnumbered 2 …"
            self._findings.add("unnumbered", 1, what)
        return Assembly(tuple(self._paragraphs), tuple(self._notes), tuple(self._roles))

    def _read(self, block: Block) -> BlockRole:
        mark = block.mark(Kind.PARAGRAPH)
        if mark is not None and block in self._numbered.paragraphs:
            containers = self._numbered.paragraphs[block]
            self._outline.keep(len(containers))
            self._begin(block, Locator(containers, mark.printed), mark)
            return BlockRole.PARAGRAPH
        heading = self._headings.at(block, self._outline, self._draft) if self._headings is not None else None
        if heading is None:
            return self._text(block)
        self._close()
        self._outline.open(heading)
        container = block.mark(Kind.CONTAINER)
        if heading.awaits_title and container is not None and (title := block.after(container)):
            self._outline.open(heading.title(title))
        self._heading_notes += block.notes
        return BlockRole.HEADING

    def _text(self, block: Block) -> BlockRole:
        """The role of a block that is neither a numbered paragraph's beginning nor a heading."""
        draft = self._draft
        number = block.mark(Kind.PARAGRAPH)
        if number is not None and block in self._numbered.listed:
            self._report_list(number, block)
        elif number is not None and block.begins and self._is_stray(number):
            self._begin(block, Locator(self._outline.containers, number.printed), number, stray=True)
            return BlockRole.PARAGRAPH
        if draft is None or self._begins_unnumbered(block):
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
        if self._draft is not None and mark.order == (1,) and not self._draft.leads_in:
            what = f"a list numbered from 1 inside {self._draft.locator} is kept as its text"
            self._findings.add("out of order", block.first_line, what)

    def _is_unfinished(self, draft: ParagraphDraft, block: Block) -> bool:
        """Whether `block` goes on a sentence that a line or a page end has cut."""
        if not block.begins:
            return True
        if ends_sentence(draft.tail):
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
        shown = block.text if len(block.text) <= _SHOWN else f"{block.text[:_SHOWN]}…"
        self._findings.add("unplaced", block.first_line, f"belongs to no paragraph: {shown}")
        return BlockRole.UNPLACED

    def _is_stray(self, mark: Mark) -> bool:
        """Whether a number that does not run on begins a paragraph all the same, and not a line of the one before."""
        draft = self._draft
        if not self._numbered.paragraphs or mark.order[0] > self._highest + _FARTHEST_STRAY:
            return False
        return draft is None or ends_sentence(draft.tail)

    # Paragraphs

    def _begin(self, block: Block, locator: Locator, mark: Mark, *, stray: bool = False) -> None:
        self._start(block, locator, block.after(mark))
        continues = block in self._numbered.continuing
        self._numbers.append(Numbered(locator, mark.order, block.first_line, continues, stray))
        self._numbered_scopes.add(locator.containers)

    def _begins_unnumbered(self, block: Block) -> bool:
        """Whether `block` begins a paragraph of its own after one that has no number either."""
        draft = self._draft
        if draft is None or draft.locator.number is not None or not block.begins or block.bullet:
            return False
        if any(mark.kind is Kind.ITEM for mark in block.marks) and draft.entry_mark(block) is not None:
            return False
        goes_on = not ends_sentence(draft.tail) and begins_in_lower_case(block.text)
        return not goes_on and not draft.leads_in

    def _begin_unnumbered(self, block: Block) -> BlockRole:
        containers = self._outline.containers
        if self._draft is None and self._is_out_of_place(block):
            return self._leave_out(block)
        if containers in self._numbered_scopes:
            what = "a paragraph without a number stands between numbered ones"
            self._findings.add("unnumbered", block.first_line, what)
        self._close()
        ordinals = self._ordinals[containers]
        ordinals.append(len(self._paragraphs))
        self._start(block, Locator(containers, ordinal=len(ordinals)), block.text)
        return BlockRole.PARAGRAPH

    def _start(self, block: Block, locator: Locator, text: str) -> None:
        self._close()
        draft = ParagraphDraft(locator, self._outline.headings, self._layout.vocabulary, block.first_line, block.page)
        draft.go_on(block, text)
        draft.notes += [*self._heading_notes, *block.notes]
        self._heading_notes = []
        self._draft = draft

    def _add_entry(self, draft: ParagraphDraft, mark: Mark, block: Block) -> None:
        if draft.lacks_before(mark):
            what = f"sub-items are missing before ({mark.printed}) in paragraph {draft.locator}"
            self._findings.add("missing", block.first_line, what)
        draft.add_entry(mark, block)

    def _close(self) -> None:
        if self._draft is not None:
            self._paragraphs.append(self._draft.finish())
            self._draft = None

    def _keep_unanchored(self, block: Block) -> None:
        note = self._layout.unanchored.get(block)
        if note is None:
            return
        what = f"footnote {note.mark} has no mark in the text; it is kept with the paragraph before it"
        self._findings.add("unplaced", block.first_line, what)
        if self._draft is not None:
            self._draft.notes.append(note)
        elif self._paragraphs:
            last = self._paragraphs[-1]
            self._paragraphs[-1] = replace(last, notes=(*last.notes, note))
        else:
            self._notes.append(note)

    def _name_lone_paragraphs(self) -> None:
        """Let a container's only paragraph, if it has no number, go by the container's name alone."""
        for containers, places in self._ordinals.items():
            if containers and len(places) == 1 and containers not in self._numbered_scopes:
                lone = self._paragraphs[places[0]]
                name = Locator(containers)
                items = tuple(replace(item, locator=name.item(*item.locator.items)) for item in lone.items)
                self._paragraphs[places[0]] = replace(lone, locator=name, items=items)


def _first_number(block: Block) -> int:
    mark = block.mark(Kind.PARAGRAPH)
    return mark.order[0] if mark is not None else 0
