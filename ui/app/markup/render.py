"""Pieces of HTML that every page uses. Whatever comes from a document or a person is escaped here.

Pages hand the result to `st.html`, which cleans it once more and runs no script. What a click does stands in `data-`
attributes that `behaviour.js` reads: `data-copy` is a text to copy, `data-go` a page of the app to open in place, with
`data-back` where it was left.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from index.document import Document, Note, Paragraph
from index.locator import Locator
from index.sentences import item_boundaries
from rag.citing.citation import cite, name_of
from ui.app.addresses import READ, Pairs, ReadAddress, Span, link

# No line is broken between `para.` and its number.
_NUMBERED = re.compile(r"(paras?\.) ")
_NOT_IN_ID = re.compile(r"[^a-z0-9.]+")
_LABEL_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-!|$~:^=&])")
# Where Streamlit's Markdown makes links of bare addresses, escaped or not; not after, or not with, a character unseen.
_LINK_START = re.compile(r"(?=https?:|www\.|@)", re.IGNORECASE)
_NO_LINK = "\N{WORD JOINER}"


def page(*pieces: str, kind: str = "") -> str:
    """`pieces` in the element that carries the app's own styles."""
    return f'<div class="{" ".join(["pc", kind]).strip()}">{"".join(pieces)}</div>'


def quiet(words: str) -> str:
    """A line of small quiet text, as a page of its own."""
    return page(tag("p", text(words), class_="pc-quiet pc-small"))


def text(words: str) -> str:
    """`words` as text in HTML, never as mark-up."""
    return escape(words, quote=True)


def label(words: str) -> str:
    """`words` for where Streamlit reads Markdown, as in a label: every mark stands for itself, nothing is a link."""
    return _LABEL_MARKS.sub(r"\\\1", _LINK_START.sub(_NO_LINK, " ".join(words.split())))


def tag(name: str, inner: str, **attributes: str) -> str:
    """An element around `inner`, which is HTML; attribute values are escaped, `class_` and `aria_label` spelled so."""
    spelled = "".join(
        f' {key.strip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{spelled}>{inner}</{name}>"


def marked(words: str, spans: Sequence[Span], *, element: str = "mark") -> str:
    """`words` with the characters at `spans` marked; spans out of order, overlapping or beyond the end do no harm."""
    pieces, place = [], 0
    for start, end in _joined(words, spans):
        pieces += [text(words[place:start]), tag(element, text(words[start:end]))]
        place = end
    return "".join([*pieces, text(words[place:])])


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


def go(words: str, target: str, pairs: Pairs, *, kind: str = "", aria_label: str = "", back: bool = False) -> str:
    """A link to a page of the app that opens in place; opened in a new tab it is an ordinary address.

    A link `back` opens the page where it was left.
    """
    address = link(target, pairs)
    returns = "yes" if back else ""
    return tag("a", words, class_=kind, href=address, data_go=address, data_back=returns, aria_label=aria_label)


def links(targets: Sequence[tuple[str, str, Pairs]]) -> str:
    """A list of links to pages of the app, a line each: words, page, what stands in its address."""
    lines = "".join(tag("li", go(text(words), target, pairs)) for words, target, pairs in targets)
    return page(tag("ul", lines, class_="pc-links"))


def citation_link(
    document: Document, locator: Locator, marks: Sequence[Span] = (), words: str = "", note: str | None = None
) -> str:
    """A small link that reads as a citation and opens the document there, the characters at `marks` marked.

    `words` are shown instead of the citation, which a screen reader hears all the same; `note` is the mark of a
    footnote of the paragraph, which is cited and marked then.
    """
    citation = cite(document, locator, note)
    pairs = ReadAddress.of(document.id, locator, marks, note).pairs()
    shown = _NUMBERED.sub("\\1\u00a0", words or citation)
    return go(text(shown), READ, pairs, kind="pc-cite", aria_label=f"Source: {citation}. Open it.")


def copy_button(words: str, what: str, shown: str = "Copy") -> str:
    """A small button that copies `words`; `what` is what a screen reader hears."""
    return tag("button", text(shown), type="button", class_="pc-copy", data_copy=words, aria_label=what)


def anchor(locator: Locator) -> str:
    """The id of a place on the page of its document."""
    return "para-" + _NOT_IN_ID.sub("-", str(locator).lower()).strip("-")


def listed_name(document: Document) -> str:
    """What a document is called in a list: the name it is cited by and, where that is a symbol, its short title."""
    name, title = name_of(document), document.short_title or document.title
    return name if name.startswith(title) else f"{name} — {title}"


def crumbs(headings: Sequence[str]) -> str:
    """The path of headings above a paragraph; nothing where there is none."""
    if not headings:
        return ""
    steps = '<span aria-hidden="true"> › </span>'.join(f"<span>{text(each)}</span>" for each in headings)
    return tag("p", steps, class_="pc-crumbs")


def paragraph_body(paragraph: Paragraph, spans: Sequence[Span] = (), *, element: str = "mark") -> str:
    """The text of a paragraph as it stands on paper: lead-in, sub-items on lines of their own, what follows them."""
    blocks = []
    for start, end, depth in blocks_of(paragraph):
        words = marked(paragraph.text[start:end].rstrip(), within(spans, start, end), element=element)
        blocks.append(tag("p", words, class_=f"pc-item pc-item-{depth}" if depth else ""))
    return "".join(blocks)


def blocks_of(paragraph: Paragraph) -> Iterator[tuple[int, int, int]]:
    """Start, end and depth of each line of a paragraph: 0 for running text, 1 for `(a)`, 2 for `(i)` under it."""
    cuts = [0, *item_boundaries(paragraph.text, paragraph.items), len(paragraph.text)]
    base = len(paragraph.locator.items)
    for start, end in pairwise(cuts):
        depths = [len(item.locator.items) - base for item in paragraph.items if start < item.start < end]
        yield start, end, min(depths, default=0)


def notes(each: Sequence[Note], quoted: Collection[str] = ()) -> str:
    """Footnotes, small, under their paragraph; those whose marks are in `quoted` stand out."""
    lines = [tag("p", f"<sup>{text(note.mark)}</sup> {_note_words(note, quoted)}") for note in each]
    return tag("div", "".join(lines), class_="pc-notes", role="note") if lines else ""


def _note_words(note: Note, quoted: Collection[str]) -> str:
    return tag("mark", text(note.text)) if note.mark in quoted else text(note.text)
