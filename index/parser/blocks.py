"""Blocks: the smallest stretches of a text that the parser gives one role to, each knowing its neighbours."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from index.document import Note
from index.parser.orders import follows
from index.parser.recognisers import PROVISION_RANK, Kind, Mark
from index.readers.base import Line, Role
from index.text.typography import begins_in_lower_case, ends_sentence

LONGEST_HEADING = 300  # characters, three lines of print; titles of agenda items are the longest headings
# Headings of letters name both sides with all their offices ("Letter dated … from … addressed to …").
_LONGEST_LETTER = 700
# Characters by which the first line of a paragraph is set in at least, where first lines are.
FIRST_LINE_INDENT = 3
_FEWEST_WORDS = 6  # of a sentence in bold; a shorter one with a full stop may be a heading
_LONGEST_QUESTION = 120  # characters; a longer sentence that asks is text and not a heading
# Signs that are printed, and so stay: a bullet, a dash, a table's row.
_PRINTED_BULLET = re.compile(r"[•·▪●◦‣–—|] ?(?=\S)")


@dataclass(slots=True, eq=False)
class Block:
    """Lines that belong together by their spacing.

    `begins` tells that the spacing says something new begins here; where it is false the block begins at a line that
    could be a mark's, and may turn out to go on from the block before. `top` is true of a page's first line, `depth` is
    a heading's by style or mark-up (0: none), `opens_note` is a footnote's mark where the block is a footnote's text,
    `full` tells that its last line is as long as the lines of the text are. `notes` are the footnotes whose marks stood
    in it. `role` is what its reader says of its lines.

    `previous` and `next` are the running blocks beside it, once `link` has put them there: those that are neither
    footnotes nor on the page alone. A block that is not running has none.

    `set_apart` tells whether it is set as headings are in this text, in bold, italics, capitals or larger type; None
    where the text has no such headings, or its reader does not tell.
    """

    text: str
    lines: tuple[Line, ...] = ()
    begins: bool = True
    top: bool = False
    depth: int = 0
    bold: bool = False
    bullet: bool = False
    full: bool = False
    set_apart: bool | None = None
    opens_note: str | None = None
    role: Role = Role.TEXT
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    previous: "Block | None" = field(default=None, repr=False)
    next: "Block | None" = field(default=None, repr=False)

    @property
    def first_line(self) -> int:
        """The number of its first line in the file; 0 where it has no lines."""
        return self.lines[0].number if self.lines else 0

    @property
    def last_line(self) -> int:
        """The number of its last line in the file; 0 where it has no lines."""
        return self.lines[-1].number if self.lines else 0

    @property
    def page(self) -> int | None:
        """The page on which it begins, where the file tells."""
        return self.lines[0].page if self.lines else None

    @property
    def indent(self) -> int:
        """How far its first line is set in from the left margin."""
        return self.lines[0].indent if self.lines else 0

    @property
    def is_laid_out(self) -> bool:
        """Whether its reader told how it is set: in a plain text indents say little."""
        return bool(self.lines) and self.lines[0].size is not None

    @property
    def is_italic(self) -> bool:
        """Whether all of it is set in italics."""
        return bool(self.lines) and all(line.italic for line in self.lines)

    @property
    def ends_bold(self) -> bool:
        """Whether its last words are in bold."""
        return bool(self.lines) and _ends_in(self.lines[-1], self.lines[-1].bold_spans, whole=self.lines[-1].bold)

    @property
    def ends_italic(self) -> bool:
        """Whether its last words are in italics."""
        return bool(self.lines) and _ends_in(self.lines[-1], self.lines[-1].italic_spans, whole=self.lines[-1].italic)

    @property
    def first_line_indent(self) -> int | None:
        """How much farther the first line is set in than the second; None where there is no second."""
        return self.lines[0].indent - self.lines[1].indent if len(self.lines) > 1 else None

    def continues_paragraph(self, *, indented: bool) -> bool:
        """Whether its first line is not set in though those of paragraphs are `indented` here: a page cut this one."""
        return indented and self.first_line_indent is not None and self.first_line_indent < FIRST_LINE_INDENT

    def mark(self, kind: Kind) -> Mark | None:
        """The first mark of `kind` that the block can be read as."""
        for mark in self.marks:
            if mark.recogniser.kind is kind:
                return mark
        return None

    def after(self, mark: Mark) -> str:
        """The text that follows `mark`."""
        return self.text[mark.end :].strip()

    def reads_like_heading(self, text: str) -> bool:
        """Whether `text`, at the end of the block, is a title rather than a sentence or a part of one."""
        if self.set_apart is False and not self._is_short_numbered():
            return False
        asks = text.endswith("?") and len(text) <= _LONGEST_QUESTION
        if len(text) > LONGEST_HEADING or (ends_sentence(text) and not asks) or text.endswith(","):
            return False
        return any(map(str.isalpha, text)) and not self._goes_on()

    def is_heading_like(self) -> bool:
        """Whether mark-up or wording make the block look like a heading."""
        if self.depth or (self.bold and not self._is_bold_sentence()):
            return len(self.text) <= (_LONGEST_LETTER if self.is_laid_out else LONGEST_HEADING)
        return (self.begins or self.top) and not self.bullet and self.reads_like_heading(self.text)

    def is_sentence(self) -> bool:
        """Whether the block is running text that begins with no mark."""
        return self.begins and not self.marks and not self.is_heading_like()

    def container_mark(self) -> Mark | None:
        """The mark by which the block names a container, such as `Annex II`."""
        mark = self.mark(Kind.CONTAINER)
        if mark is None or not self.begins or len(self.text) > LONGEST_HEADING:
            return None
        title = self.after(mark)
        if not title or self.reads_like_heading(title):
            return mark
        # Word files often set titles of articles like the text.
        short = len(self.lines) == 1 and not self.full and title[-1] not in ".;,:" and not self._goes_on()
        return mark if mark.recogniser.rank >= PROVISION_RANK and short else None

    def _is_bold_sentence(self) -> bool:
        """Whether it is a sentence, though in bold, as recommendations are; or one and what leads in their list."""
        words = self.text.rstrip("\"'”’»)]").split()
        if len(words) < _FEWEST_WORDS:
            return False
        leads_in = words[-1].endswith(":") and self.next is not None and self.next.mark(Kind.ITEM) is not None
        return words[-1].endswith(".") or leads_in

    def _is_short_numbered(self) -> bool:
        """Whether it is one short line that begins as a numbered heading does, set apart or not."""
        return self.mark(Kind.HEADING) is not None and len(self.lines) == 1 and not self.full

    def _goes_on(self) -> bool:
        after = self.next
        if after is None:
            return False
        if after.marks:
            return not after.begins and self.full and self._counts_on_in(after)
        return begins_in_lower_case(after.text)

    def _counts_on_in(self, after: "Block") -> bool:
        """Whether the numbers of two blocks follow each other: no heading and its paragraph do, two paragraphs do."""
        mark, following = self.mark(Kind.PARAGRAPH), after.mark(Kind.PARAGRAPH)
        return mark is not None and following is not None and follows(mark.order, following.order)


def _ends_in(line: Line, spans: Sequence[tuple[int, int]], *, whole: bool) -> bool:
    return whole or (bool(spans) and spans[-1][1] >= len(line.text.rstrip()))


def link(running: Iterable[Block]) -> None:
    """Make each of the `running` blocks know the one before and the one after it."""
    for before, after in pairwise(running):
        before.next, after.previous = after, before


def begins_with_bullet(text: str) -> bool:
    """Whether `text` begins with a bullet that is printed and so part of it."""
    return _PRINTED_BULLET.match(text) is not None
