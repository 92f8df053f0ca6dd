"""Words inside the blocks of a web page: what is bold, italic or raised in them, and marks of notes taken out."""

import re
from dataclasses import dataclass, field

from index.readers.draft import LineDraft
from index.readers.html.note_links import NoteLinks
from index.readers.html.tree import Element
from index.readers.letters import mended
from index.readers.raised import EXPONENTS, note_marks

_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\u00a0]+")
# Numbers that a style sets off from the words after them: `12.`, `4.1`, `(a)`, `7. (a)`.
_MARK = r"(?:\(?(?:[0-9]{1,4}(?:\.[0-9]{1,3}){0,3}|[a-zA-Z]|[ivxlcIVXLC]{1,7})[.)]|[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})"
_MARKS = re.compile(rf"{_MARK}(?: {_MARK}){{0,2}}")


@dataclass(slots=True)
class InlineText:
    """Follows a page and gathers its words in `draft`. `in_note` tells that links back to the text are dropped."""

    links: NoteLinks
    draft: LineDraft = field(default_factory=LineDraft)
    in_note: bool = False
    _bold: int = 0
    _italic: int = 0
    _raised: list[str] | None = None
    _skipping: Element | None = None
    _set_off: bool = False  # a number in an element of its own stands before what comes next

    @property
    def is_skipping(self) -> bool:
        """Whether an element is being passed over."""
        return self._skipping is not None

    def skip(self, element: Element) -> None:
        """Passes over what `element` holds."""
        self._skipping = element

    def begin(self, element: Element) -> None:
        """Follows the beginning of an element."""
        if self.is_skipping:
            return
        self._style(element, 1)
        if element.tag == "sup":
            self._raised = []
        elif element.tag == "a":
            mark = self.links.mark(element)
            if mark is not None:
                self.draft.mark(mark)
            if mark is not None or (self.in_note and self.links.is_back(element)):
                self.skip(element)

    def end(self, element: Element) -> None:
        """Follows the end of an element."""
        if self._skipping is element:
            self._skipping = None
        if self.is_skipping:
            return
        self._style(element, -1)
        if element.tag == "span" and _MARKS.fullmatch(self.draft.text.strip()):
            self._set_off = True
        if element.tag == "sup" and self._raised is not None:
            raised, self._raised = "".join(self._raised).strip(), None
            self._settle(raised)

    def text(self, raw: str) -> None:
        """Adds words of the page; white space in them is one space."""
        text = mended(_SPACE.sub(" ", raw))
        if self._raised is not None:
            self._raised.append(text)
        elif not self.draft.text or self.draft.text.endswith(" "):
            self.append(text.removeprefix(" "))
        else:
            self.append(text)

    def append(self, text: str) -> None:
        """Adds words as they are."""
        if text:
            if self._set_off and not text.startswith((" ", "\t")) and self.draft.text[-1:].strip():
                self.draft.append(" ", bold=False, italic=False)
            self._set_off = False
            self.draft.append(text, bold=self._bold > 0, italic=self._italic > 0)

    def take(self) -> LineDraft:
        """The words gathered so far; the next ones are gathered anew."""
        draft, self.draft, self._set_off = self.draft, LineDraft(), False
        return draft

    def _style(self, element: Element, by: int) -> None:
        style = element.get("style", "")
        self._bold += by * (element.tag in _BOLD or _BOLD_STYLE.search(style) is not None)
        self._italic += by * (element.tag in _ITALIC or _ITALIC_STYLE.search(style) is not None)

    def _settle(self, raised: str) -> None:
        marks = note_marks(raised.strip("[]()"), self.draft.text)
        for mark in marks:
            self.draft.mark(mark)
        if raised and not marks:
            self.append(EXPONENTS.get(raised, raised))
