"""Pieces of HTML that every page uses. Whatever comes from a document or a person is escaped by their templates.

Pages hand the result to `st.html`, which cleans it once more and runs no script. What a click does stands in `data-`
attributes that `behaviour.js` reads: `data-copy` is a text to copy, `data-go` a page of the app to open in place, with
`data-back` where it was left.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from markupsafe import Markup

from index.document import Document, Note
from index.locator import Locator
from index.text.wording import excerpt
from rag.answer import State
from rag.citing.citation import cite, spelled_date
from rag.quotations import marked_stretches
from rag.states import STATES
from ui.app.addresses import READ, Pairs, ReadAddress, Span, link
from ui.app.markup.macros import fill

# No line is broken between `para.` and its number.
_NUMBERED = re.compile(r"(paras?\.) ")
_NOT_IN_ID = re.compile(r"[^a-z0-9.]+")
_LABEL_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-!|$~:^=&])")
# Where Streamlit's Markdown makes links of bare addresses, escaped or not; not after, or not with, a character unseen.
_LINK_START = re.compile(r"(?=https?:|www\.|@)", re.IGNORECASE)
_part = partial(fill, "parts")
# Characters of a title that take two lines of half a window.
_LONGEST_TITLE = 120
_NO_LINK = "\N{WORD JOINER}"


def page(*pieces: Markup, kind: str = "") -> Markup:
    """`pieces` in the element that carries the app's own styles."""
    return _part("page", pieces, kind)


def line(words: str, kind: str = "", id: str = "") -> Markup:
    """A paragraph of the app's own words, of the class `kind`."""
    return _part("line", words, kind, id)


def quiet(words: str) -> Markup:
    """A line of small quiet text, as a page of its own."""
    return page(line(words, "pc-quiet pc-small"))


def label(words: str) -> str:
    """`words` for where Streamlit reads Markdown, as in a label: every mark stands for itself, nothing is a link."""
    return _LABEL_MARKS.sub(r"\\\1", _LINK_START.sub(_NO_LINK, " ".join(words.split())))


def marked(words: str, spans: Sequence[Span], *, element: str = "mark") -> Markup:
    """`words` with the characters at `spans` marked; spans out of order, overlapping or beyond the end do no harm."""
    return _part("marked", tuple(marked_stretches(words, _joined(words, spans))), element)


def _joined(words: str, spans: Sequence[Span]) -> list[Span]:
    """`spans` in order within `words`, those with nothing but white space between them as one."""
    joined: list[Span] = []
    for start, end in sorted((max(start, 0), min(end, len(words))) for start, end in spans):
        if joined and not words[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The parts of `spans` between `start` and `end`, counted from `start`."""
    return [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]


def go(words: str, target: str, pairs: Pairs, *, kind: str = "", aria_label: str = "", back: bool = False) -> Markup:
    """A link to a page of the app that opens in place; opened in a new tab it is an ordinary address.

    A link `back` opens the page where it was left.
    """
    return _part("go", words, link(target, pairs), kind, aria_label, back)


def links(targets: Sequence[tuple[str, str, Pairs]]) -> Markup:
    """A list of links to pages of the app, a line each: words, page, what stands in its address."""
    return _part("links", [(words, link(target, pairs)) for words, target, pairs in targets])


def citation_link(
    document: Document, locator: Locator, marks: Sequence[Span] = (), words: str = "", note: str | None = None
) -> Markup:
    """A small link that reads as a citation and opens the document there, the characters at `marks` marked.

    `words` are shown instead of the citation, which a screen reader hears all the same; `note` is the mark of a
    footnote of the paragraph, which is cited and marked then.
    """
    citation = cite(document, locator, note)
    pairs = ReadAddress.of(document.id, locator, marks, note).pairs()
    shown = _NUMBERED.sub("\\1\u00a0", words or citation)
    return go(shown, READ, pairs, kind="pc-cite", aria_label=f"Source: {citation}. Open it.")


def copy_button(words: str, what: str, shown: str = "Copy") -> Markup:
    """A small button that copies `words`; `what` is what a screen reader hears."""
    return _part("copy_button", words, what, shown)


def heading_of(document: Document) -> str:
    """What stands over words of `document`: its title, cut where it would take more than two lines, with its date."""
    title = excerpt(document.short_title or document.title, _LONGEST_TITLE)
    return f"{title} ({spelled_date(document.date)})" if document.date else title


def anchor(locator: Locator) -> str:
    """The id of a place on the page of its document."""
    return "para-" + _NOT_IN_ID.sub("-", str(locator).lower()).strip("-")


def crumbs(headings: Sequence[str]) -> Markup:
    """The path of headings above a paragraph; nothing where there is none."""
    return _part("crumbs", headings)


def contents(lines: Sequence[tuple[str, str, str]], name: str) -> Markup:
    """A list of links into the page, called `name` by screen readers: words, id and class of each."""
    return _part("contents", lines, name)


def state_name(state: State) -> Markup:
    """What a state is called, after its sign."""
    return _part("state_name", STATES[state].sign, STATES[state].name)


def result(number: str, question: str, status: str, kind: str, body: Markup) -> Markup:
    """A question that opens to `body`; `kind` is the class of its `status`."""
    return _part("result", number, question, status, kind, body)


def notes(each: Sequence[Note], quoted: Collection[str] = ()) -> Markup:
    """Footnotes, small, under their paragraph; those whose marks are in `quoted` stand out."""
    return _part("notes", each, quoted)
