"""The content of a paragraph of a Word file: its text as it reads with tracked changes accepted, marks and boxes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.readers.draft import LineDraft
from index.readers.letters import mended
from index.readers.raised import EXPONENTS, note_marks
from index.readers.word.names import (
    ALTERNATIVES,
    CHOICE,
    FALLBACK,
    MATH_TEXT,
    REMOVED,
    RUN,
    Element,
    number_of,
    switch_of,
    value_of,
    w,
)
from index.readers.word.notes import NoteCounter, NoteReference
from index.readers.word.styles import Styles

_HALF_POINTS = 2  # sizes are stored in halves of a point (ECMA-376, 17.3.2.38)
_PASSED_OVER = REMOVED | {w("pPr"), w("sdtPr"), w("sdtEndPr"), FALLBACK, w("rPr"), w("instrText"), w("rt")}
_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "-", w("softHyphen"): "", w("pgNum"): ""}
_BREAKS = frozenset({w("br"), w("cr")})
_NOTE_REFERENCES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_DRAWN = frozenset({w("drawing"), w("pict"), w("object"), ALTERNATIVES})


@dataclass(slots=True)
class Content:
    """What a paragraph holds. `lines` are parted by line breaks; those in `new_pages` begin a page.

    `notes` are those that it refers to; `boxes` are the contents of text boxes that are anchored in it; `letters`
    counts letters by their size in points.
    """

    lines: list[LineDraft] = field(default_factory=lambda: [LineDraft()])
    new_pages: set[int] = field(default_factory=set)
    notes: list[NoteReference] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    letters: Counter[float] = field(default_factory=Counter)

    @property
    def is_empty(self) -> bool:
        """Whether it has no words and no marks."""
        return not any(line.text.strip() or line.marks for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Setting:
    bold: bool
    italic: bool
    raised: bool
    hidden: bool
    size: float


class ParagraphReader:
    """Reads the content of paragraphs in the order of the document, by its styles; `counter` numbers its notes."""

    def __init__(self, styles: Styles, counter: NoteCounter) -> None:
        self._styles = styles
        self._counter = counter
        # The fields that are open: whether their code is being read, which is not shown, or their result.
        self._in_code: list[bool] = []

    def read(self, paragraph: Element, content: Content) -> None:
        """Adds what `paragraph` holds to `content`."""
        style = value_of(paragraph.find(w("pPr")), "pStyle")
        for element in _inner(paragraph):
            if element.tag == MATH_TEXT:
                content.lines[-1].append(mended(element.text or ""))
            else:
                self._read_run(element, style, content)

    def _read_run(self, run: Element, style: str | None, content: Content) -> None:
        setting = self._setting(run.find(w("rPr")), style)
        for child in run:
            if child.tag == w("fldChar"):
                self._follow_field(child.get(w("fldCharType")))
            elif not setting.hidden and not any(self._in_code):
                self._read_child(child, run, setting, content)

    def _follow_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._in_code.append(True)
        elif kind == "separate" and self._in_code:
            self._in_code[-1] = False
        elif kind == "end" and self._in_code:
            self._in_code.pop()

    def _read_child(self, child: Element, run: Element, setting: _Setting, content: Content) -> None:
        if child.tag == w("t"):
            _append(content, mended(child.text or ""), setting)
        elif child.tag == w("sym"):
            _append(content, mended(_symbol(child)), setting)
        elif child.tag in _CHARACTERS:
            content.lines[-1].append(_CHARACTERS[child.tag])
        elif child.tag in _BREAKS:
            _break(content, child)
        elif child.tag in _NOTE_REFERENCES:
            self._refer(child, run, content)
        elif child.tag in _DRAWN:
            content.boxes.extend(_boxes(child))

    def _refer(self, reference: Element, run: Element, content: Content) -> None:
        kind, identity = _NOTE_REFERENCES[reference.tag], reference.get(w("id"), "")
        if reference.get(w("customMarkFollows"), "0") in ("1", "true", "on"):
            # The mark follows as raised text.
            content.notes.append(NoteReference(kind, identity, _text_after(reference, run)))
            return
        mark = self._counter.following(kind)
        content.lines[-1].mark(mark)
        content.notes.append(NoteReference(kind, identity, mark))

    def _setting(self, properties: Element | None, style: str | None) -> _Setting:
        own = value_of(properties, "rStyle")
        styles = self._styles
        size = number_of(value_of(properties, "sz"))
        position = value_of(properties, "vertAlign")

        def is_set(name: str, by_style: bool) -> bool:
            direct = switch_of(properties, name)
            return by_style if direct is None else direct

        return _Setting(
            bold=is_set("b", styles.bold(style) or (own is not None and styles.bold(own))),
            italic=is_set("i", styles.italic(style) or (own is not None and styles.italic(own))),
            raised=position == "superscript" if position else own is not None and styles.raised(own),
            hidden=is_set("vanish", styles.hidden(style) or (own is not None and styles.hidden(own))),
            size=size / _HALF_POINTS if size else styles.size(style),
        )


def _inner(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph, and the text of formulas, in order; what tracked changes remove is passed over."""
    stack: list[Iterator[Element]] = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == RUN or child.tag == MATH_TEXT:
            yield child
        elif child.tag == ALTERNATIVES:
            choice = child.find(CHOICE)
            stack.append(iter(choice if choice is not None else ()))
        elif isinstance(child.tag, str) and child.tag not in _PASSED_OVER:
            stack.append(iter(child))


def _append(content: Content, text: str, setting: _Setting) -> None:
    line = content.lines[-1]
    if setting.raised:
        marks = note_marks(text.strip(), line.text)
        for mark in marks:
            line.mark(mark)
        if marks:
            return
        text = EXPONENTS.get(text, text)
    line.append(text.replace("\n", " "), bold=setting.bold, italic=setting.italic)
    content.letters[setting.size] += len(text)


def _symbol(element: Element) -> str:
    code = element.get(w("char"), "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _break(content: Content, element: Element) -> None:
    content.lines.append(LineDraft())
    if element.get(w("type")) == "page":
        content.new_pages.add(len(content.lines) - 1)


def _text_after(reference: Element, run: Element) -> str:
    following = [*reference.itersiblings(w("t"))]
    if not following:
        sibling = run.getnext()
        following = [*sibling.iterfind(w("t"))] if sibling is not None else []
    return "".join(text.text or "" for text in following).strip()


def _boxes(drawn: Element) -> Iterator[Element]:
    """The contents of text boxes in what is drawn; of two ways to draw it, the first."""
    for box in drawn.iter(w("txbxContent")):
        if not any(above.tag == FALLBACK for above in box.iterancestors()):
            yield box
