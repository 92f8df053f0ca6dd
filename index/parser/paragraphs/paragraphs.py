"""A paragraph put together from its blocks: one text, the sub-items in it, its footnotes."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.document import Item, Note, Paragraph, ParagraphKind
from index.language.english.language import ENGLISH
from index.locator import Locator
from index.parser.blocks import FIRST_LINE_INDENT, Block
from index.parser.layout.hyphenation import Vocabulary, seam
from index.parser.orders import letter_order
from index.parser.recognisers import Kind, Mark
from index.text.typography import begins_in_lower_case, ends_sentence

_JOINING = "|".join(map(re.escape, ENGLISH.joining))
# What stands before a displayed entry; a mark after anything else belongs to a sentence.
_BEFORE_ENTRY = re.compile(rf"[.:;,?!–—][\"'”’»)\]]*(?:\s+(?:{_JOINING}))?$")
_LEAD_IN = re.compile(r"[:–—]$")
_FINAL_CONJUNCTION = re.compile(rf"\s(?:{_JOINING})$")
_DEEPEST = 6  # lists within lists; more levels would be an accident of letters
_MOST_SKIPPED = 3  # items of a list that may be missing; beyond that the mark belongs to something else
_TAIL = 200  # characters of a paragraph that tell how it goes on: its last line or two


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sub-item: its mark, the marks down to it, where its text begins and ends, whether it has a line of its own."""

    mark: Mark
    marks: tuple[str, ...]
    start: int
    displayed: bool
    end: int = 0


@dataclass(slots=True)
class ParagraphDraft:
    """A paragraph in the making."""

    locator: Locator
    headings: tuple[str, ...]
    vocabulary: Vocabulary
    first_line: int
    page: int | None = None
    kind: ParagraphKind = "text"
    last_line: int = 0
    indented: bool = False
    full: bool = False
    ends_bold: bool = False
    ends_italic: bool = False
    notes: list[Note] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _open: list[_Entry] = field(default_factory=list)
    _closed: dict[tuple[str, ...], _Entry] = field(default_factory=dict)
    _resumable: _Entry | None = None

    @property
    def tail(self) -> str:
        """The end of the text so far."""
        return self._parts[-1][-_TAIL:] if self._parts else ""

    @property
    def leads_in(self) -> bool:
        """Whether the text so far ends as the lead-in of a list or a quotation."""
        return _LEAD_IN.search(self.tail) is not None

    @property
    def has_ended(self) -> bool:
        """Whether the text so far is complete, as a sentence or a list's entry is."""
        return ends_sentence(self.tail)

    def is_cut_before(self, block: Block) -> bool:
        """Whether a page end has cut its sentence before `block`: its last line is full, `block` is set as it is."""
        set_in = self.indented and (block.first_line_indent or 0) >= FIRST_LINE_INDENT
        if not block.is_laid_out or self.has_ended or block.depth or set_in:
            return False
        if begins_in_lower_case(block.text):
            return True
        displayed = (block.bold and not self.ends_bold) or (block.is_italic and not self.ends_italic)
        return self.full and not displayed

    def go_on(self, block: Block, text: str) -> None:
        """Let the text, and an open sub-item with it, go on with `text` of `block`."""
        self.last_line = block.last_line
        self._keep_setting(block)
        if not self._parts:
            self.indented = (block.first_line_indent or 0) >= FIRST_LINE_INDENT
        if not text:
            return
        if self._parts:
            cut, glue = seam(self._parts[-1], text, self.vocabulary)
            self._parts[-1] = (self._parts[-1][:-cut] if cut else self._parts[-1]) + glue
            self._length += len(glue) - cut
        self._parts.append(text)
        self._length += len(text)

    def add(self, block: Block) -> None:
        """Let the paragraph go on with `block`; a list whose last entry has ended is over."""
        if self._open and ends_sentence(_FINAL_CONJUNCTION.sub("", self.tail)):
            self._resumable = self._open[0]
            self._close(0)
        self.go_on(block, block.text)

    def entry_mark(self, block: Block) -> Mark | None:
        """The mark under which `block` is a sub-item of this paragraph, None where it is none."""
        if not block.begins and not _BEFORE_ENTRY.search(self.tail):
            return None
        marks = [mark for mark in block.marks if mark.kind is Kind.ITEM]
        first = next((mark for mark in marks if self._may_begin(mark)), None)
        if first is not None and self.leads_in:
            return first
        following = next((mark for mark in marks if self._depth_before(mark) is not None), first)
        if following is None and block.begins:
            return next((mark for mark in marks if self._skipped(mark)), None)
        return following

    def list_goes_on(self, block: Block) -> bool:
        """Whether `block` has the mark that comes next in a list whose last entry has not ended as a sentence does."""
        ended = self.tail.endswith((".", "?", "!"))
        return not ended and any(self._depth_before(mark) is not None for mark in block.marks if mark.kind is Kind.ITEM)

    def list_goes_on_below(self, block: Block) -> bool:
        """Whether `block` is a line between two entries of a list of this paragraph, which has no number.

        So some rules part their sub-items by what these are about: `General`, then (a) to (d), `Gifts`, then (e).
        """
        after = block.next
        if self.locator.number is not None or not self.locator.containers or after is None or block.marks:
            return False
        marks = [mark for mark in after.marks if mark.kind is Kind.ITEM]
        return block.is_heading_like() and any(self._depth_before(mark) == 0 for mark in marks)

    def lacks_before(self, mark: Mark) -> bool:
        """Whether sub-items are missing between the last one and `mark`."""
        return self._depth_before(mark) is None and self._skipped(mark) > 0 and not self._may_begin(mark)

    def _skipped(self, mark: Mark) -> int:
        return next((gap for gap in range(1, _MOST_SKIPPED + 1) if self._depth_before(mark, gap) is not None), 0)

    def add_entry(self, mark: Mark, block: Block) -> None:
        """Begin the sub-item of `mark` with `block`."""
        depth = self._depth_before(mark, self._skipped(mark) if self._depth_before(mark) is None else 0)
        nested = mark.order == (1,) and self._may_begin(mark)
        self._close(len(self._open) if depth is None or nested else depth)
        if self._parts:
            self._parts.append(" ")
            self._length += 1
        outer = self._open[-1].marks if self._open else ()
        self._open.append(_Entry(mark, (*outer, mark.printed), self._length + mark.end, block.begins))
        self._parts.append(block.text)
        self._length += len(block.text)
        self.last_line = block.last_line
        self._keep_setting(block)

    def end_list(self) -> None:
        """Close the list that is open: what follows belongs to the paragraph but to none of its sub-items."""
        self._close(0)

    def finish(self) -> Paragraph:
        """The paragraph."""
        self._close(0)
        text = "".join(self._parts)
        entries = sorted(_displayed(list(self._closed.values()), text), key=lambda entry: (entry.start, -entry.end))
        return Paragraph(
            locator=self.locator,
            text=text,
            headings=self.headings,
            items=tuple(_item(self.locator, entry, text) for entry in entries),
            notes=tuple(self.notes),
            first_line=self.first_line,
            last_line=self.last_line,
            page=self.page,
            kind=self.kind,
        )

    def _keep_setting(self, block: Block) -> None:
        self.full, self.ends_bold, self.ends_italic = block.full, block.ends_bold, block.ends_italic

    def _depth_before(self, mark: Mark, skipped: int = 0) -> int | None:
        """How deep the list is that `mark` goes on with, counted from 0; None where it goes on with none.

        A list that a text between its entries has closed can be gone on with.
        """
        entries = self._open or ([self._resumable] if self._resumable else [])
        for depth in range(len(entries) - 1, -1, -1):
            before = entries[depth].mark
            if before.recogniser.name == mark.recogniser.name and mark.order[0] == before.order[0] + 1 + skipped:
                return depth
        return None

    def _may_begin(self, mark: Mark) -> bool:
        """Whether `mark` may begin a list here: it is a first one, its kind of list is not open, its name not taken."""
        outer = self._open[-1].marks if self._open else ()
        names = {entry.mark.recogniser.name for entry in self._open}
        taken = (*outer, mark.printed) in self._closed
        return mark.order == (1,) and mark.recogniser.name not in names and not taken and len(outer) < _DEEPEST

    def _close(self, depth: int) -> None:
        while len(self._open) > depth:
            entry = self._open.pop()
            self._closed[entry.marks] = replace(entry, end=self._length)


def _item(locator: Locator, entry: _Entry, text: str) -> Item:
    return Item(locator.item(*entry.marks), text[entry.start : entry.end], entry.start, entry.end)


def _displayed(entries: Sequence[_Entry], text: str) -> list[_Entry]:
    """The entries of lists that are displayed: one of them alone, or in the middle of a line, is a sentence's own (a).

    Where `(b)` stands inside the text of entry (a), the list goes on in the sentence and has no entries.
    """
    lists = defaultdict[tuple[str, ...], list[_Entry]](list)
    for entry in entries:
        lists[entry.marks[:-1]].append(entry)
    inline = {
        outer
        for outer, members in lists.items()
        if (len(members) == 1 and not members[0].displayed) or _goes_on_inline(members, text)
    }
    return [entry for entry in entries if not any(entry.marks[:depth] in inline for depth in range(len(entry.marks)))]


def _goes_on_inline(members: Sequence[_Entry], text: str) -> bool:
    """Whether the text of an entry holds the mark that comes next, and no entry of the list has that mark."""
    marks = {entry.mark.printed for entry in members}
    return any(_next_mark(entry) not in marks and _holds(entry, text) for entry in members)


def _holds(entry: _Entry, text: str) -> bool:
    following = _next_mark(entry)
    if following is None:
        return False
    return re.search(rf"[;,:](?: and| or)? \({following}\) ", text[entry.start : entry.end]) is not None


def _next_mark(entry: _Entry) -> str | None:
    """The mark that comes after that of `entry`, None where it cannot be told."""
    mark = entry.mark.printed
    if mark.isdigit():
        return str(int(mark) + 1)
    if entry.mark.recogniser.order is letter_order and mark.strip("z"):
        return chr(ord(mark[0]) + 1) * len(mark)
    return None
