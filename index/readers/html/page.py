"""The lines of a web page: one for each paragraph, entry of a list, heading and row of a table."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index.readers.base import Line, NoteMark, Role
from index.readers.html.inline import InlineText
from index.readers.html.lists import PageList, page_list
from index.readers.html.note_links import NoteLinks
from index.readers.html.tables import is_table_of_data, table_rows
from index.readers.html.tree import Element, walk
from index.readers.letters import BULLETS, mended

_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_BLOCKS = frozenset(
    "p div section article main header footer aside li ul ol dl dt dd table tr td th thead tbody tfoot caption pre hr "
    "blockquote address figure figcaption form fieldset legend body html center details summary "
    "h1 h2 h3 h4 h5 h6".split()
)
_ROLES = {"figure": Role.FIGURE, "aside": Role.BOX}
_INDENT_OF_A_LIST = 4  # letters a level; more than a first line is set in by (`index.parser.blocks`)


def page_lines(root: Element, links: NoteLinks) -> Iterator[Line]:
    """The lines of what `root` holds, in order."""
    for number, line in enumerate(_Page(links).lines(root), start=1):
        yield replace(line, number=number)


@dataclass(slots=True)
class _Page:
    """Follows a page. What stands open: lists, notes, regions; what the next line begins with: number, bullet, mark."""

    links: NoteLinks
    inline: InlineText = field(init=False)
    lists: list[PageList] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    regions: list[Role] = field(default_factory=list)
    ready: list[Line] = field(default_factory=list)
    heading: int = 0
    preformatted: int = 0
    prefix: str = ""
    bullet: bool = False
    opens: str | None = None
    continues: bool = False

    def __post_init__(self) -> None:
        self.inline = InlineText(self.links)

    def lines(self, root: Element) -> Iterator[Line]:
        for kind, what in walk(root):
            if isinstance(what, str):
                self._text(what)
            elif kind == "end":
                self._end(what)
            elif not self.inline.is_skipping:
                self._begin(what)
            yield from self.ready
            self.ready.clear()
        self._flush()
        yield from self.ready

    def _text(self, raw: str) -> None:
        if self.inline.is_skipping or not raw:
            return
        if not self.preformatted:
            self.inline.text(raw)
            return
        for place, part in enumerate(raw.split("\n")):
            if place:
                self._flush(goes_on=True)
            self.inline.append(mended(part))

    def _begin(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        mark = self.links.note(element)
        if mark is not None:
            self.notes.append(element)
            self.opens, self.inline.in_note = mark, True
        self._open(element, tag)
        self.inline.begin(element)
        if tag == "table" and is_table_of_data(element):
            self.ready.extend(table_rows(element, self.links))
            self.inline.skip(element)
        elif tag == "br":
            self._flush(goes_on=True)

    def _open(self, element: Element, tag: str) -> None:
        if tag in ("ol", "ul"):
            self.lists.append(page_list(element))
        elif tag == "li":
            number = self.lists[-1].following(element) if self.lists else None
            self.bullet, self.prefix = number is None, f"{number}\t" if number else ""
        elif tag in _ROLES:
            self.regions.append(_ROLES[tag])
        self.heading = _HEADINGS.get(tag, self.heading)
        self.preformatted += tag == "pre"

    def _end(self, element: Element) -> None:
        self.inline.end(element)
        if self.inline.is_skipping:
            return
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.bullet, self.prefix = False, ""
        elif tag in _ROLES and self.regions:
            self.regions.pop()
        elif tag in _HEADINGS:
            self.heading = 0
        self.preformatted -= tag == "pre"
        if self.notes and self.notes[-1] is element:
            self.notes.pop()
            self.opens, self.inline.in_note = None, bool(self.notes)

    def _flush(self, *, goes_on: bool = False) -> None:
        """Makes a line of the words gathered; `goes_on` tells that the next ones belong to the same block."""
        draft = self.inline.take()
        text = draft.text.strip()
        if text or (draft.marks and not self.prefix):
            shift = len(draft.text.lstrip()) - len(draft.text)
            if text[:1] in BULLETS and len(text) > 1 and not self.prefix:
                shift -= len(text) - len(text[1:].lstrip())
                text, self.bullet = text[1:].lstrip(), True
            shift += len(self.prefix)
            whole = self.prefix + text
            bold, bold_spans = draft.bold
            italic, italic_spans = draft.italic
            marks = (replace(mark, at=min(max(0, mark.at + shift), len(whole))) for mark in draft.marks)
            self.ready.append(
                Line(
                    text=whole,
                    number=0,
                    indent=_INDENT_OF_A_LIST * max(0, len(self.lists) - 1),
                    bold=bold,
                    italic=italic,
                    heading=self.heading,
                    bullet=self.bullet,
                    note_marks=tuple[NoteMark, ...](marks),
                    opens_note=self.opens,
                    role=self._role(),
                    bold_spans=_moved(bold_spans, shift),
                    italic_spans=_moved(italic_spans, shift),
                    continues=self.continues,
                )
            )
            self.prefix, self.bullet, self.opens = "", False, None
            self.continues = goes_on
        elif not goes_on:
            self.continues = False

    def _role(self) -> Role:
        if self.notes:
            return Role.NOTE
        return self.regions[-1] if self.regions else Role.TEXT


def _moved(spans: tuple[tuple[int, int], ...], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(0, first + by), last + by) for first, last in spans if last + by > 0)
