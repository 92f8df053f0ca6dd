"""A document as it reads, as HTML: headings, numbered paragraphs with anchors, footnotes, and its contents."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from index.document import Document, Paragraph
from index.readers.page_image.framed import FramedPage
from index.store import Index
from index.symbols import official_link
from rag.citing.citation import cite, place_in_words, spelled_date
from rag.citing.links import Link, link_in_words
from rag.searching.finding import Found
from ui.app.addresses import READ, ReadAddress, Span
from ui.app.markup.macros import fill
from ui.app.markup.paragraphs.bodies import paragraph_body
from ui.app.markup.render import anchor, contents, copy_button, go, notes, page, within

_DEEPEST = 6
_NOTHING = Markup("")
_html = partial(fill, "document")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document, how deep it stands, and the id of its element."""

    words: str
    depth: int
    id: str


def headings(document: Document) -> tuple[Heading, ...]:
    """The headings of `document`, in order, each once where it begins."""
    return tuple(heading for _, new in _headings(document) for heading in new)


def contents_html(document: Document) -> Markup:
    """The table of contents, each line a link into the page."""
    lines = [(each.words, each.id, f"pc-depth-{each.depth}") for each in headings(document)]
    return page(contents(lines, "Contents")) if lines else Markup("")


def masthead_html(document: Document) -> Markup:
    """Symbol, title, date, body and meeting of a document."""
    facts = [document.body, document.session, spelled_date(document.date) if document.date else None]
    known = [each for each in facts if each]
    return page(
        _html("masthead", document.symbol, official_link(document.symbol), document.title, known, notes(document.notes))
    )


def references_html(links: Sequence[Link], index: Index) -> Markup:
    """What a paragraph refers to, as links: to the places that `index` has, else to the official documents."""
    pieces = {link_in_words(each, index): _reference(each, index) for each in links if each.document or each.url}
    return _html("references", list(pieces.values())) if pieces else Markup("")


def page_html(picture: FramedPage, page: int, citation: str) -> Markup:
    """The picture of the page of a PDF file on which the place cited stands; what is framed can be gone to and lit."""
    left, top, right, bottom = (f"{100 * each:.2f}" for each in picture.frame or (0, 0, 0, 0))
    frame = (left, top, f"{float(right) - float(left):.2f}", f"{float(bottom) - float(top):.2f}")
    return _html("page_of_pdf", b64encode(picture.png).decode(), page, citation, frame if picture.frame else ())


def document_html(
    document: Document,
    address: ReadAddress,
    found: Found,
    references: Sequence[Markup] = (),
    picture: Markup = _NOTHING,
) -> Markup:
    """The paragraphs under their headings; the one at the address and the words marked in it stand out.

    Where something was searched for, only the paragraphs that hold it are shown. `references` stand under the
    paragraphs, one for each, `picture` under the one at the address.
    """
    here = place_of(document, address)
    pieces = []
    for i, (paragraph, new) in enumerate(_headings(document)):
        if found.spans and i not in found.spans:
            continue
        pieces += [_heading(each) for each in new]
        is_here = here is not None and paragraph is here
        marks = within(address.marks or _item_at(paragraph, address), 0, len(paragraph.text)) if is_here else []
        noted = notes(paragraph.notes, (address.note,) if is_here else ()) + Markup("").join(references[i : i + 1])
        noted += picture if is_here else _NOTHING
        pieces.append(_paragraph(document, paragraph, [*marks, *found.spans.get(i, ())], noted, is_here=is_here))
    return page(_html("document", document.language, pieces))


def place_of(document: Document, address: ReadAddress) -> Paragraph | None:
    """The paragraph that an address names, as it is printed; None where the document has no such place."""
    wanted = address.place.strip()
    for paragraph in document.paragraphs:
        if wanted in {str(paragraph.locator), *(str(item.locator) for item in paragraph.items)}:
            return paragraph
    return None


def _reference(link: Link, index: Index) -> Markup:
    words = link_in_words(link, index)
    if link.document is None:
        return _html("outward", words, link.url)
    place = link.places[0] if link.places else index.document(link.document).paragraphs[0].locator
    return go(words, READ, ReadAddress.of(link.document, place).pairs(), kind="pc-cite")


def _item_at(paragraph: Paragraph, address: ReadAddress) -> tuple[Span, ...]:
    """Where the sub-item that an address names stands; nothing where it names the paragraph."""
    return tuple((item.start, item.end) for item in paragraph.items if str(item.locator) == address.place.strip())


def _headings(document: Document) -> Iterator[tuple[Paragraph, list[Heading]]]:
    """Each paragraph with the headings that begin above it."""
    shown: tuple[str, ...] = ()
    count = 0
    for paragraph in document.paragraphs:
        new: list[Heading] = []
        same = _shared(shown, paragraph.headings)
        for depth, words in enumerate(paragraph.headings[same:], same + 1):
            count += 1
            new.append(Heading(words, depth, f"heading-{count}"))
        shown = paragraph.headings
        yield paragraph, new


def _shared(before: Sequence[str], now: Sequence[str]) -> int:
    """How many headings at the beginning are the same."""
    return next(
        (i for i, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), min(len(before), len(now))
    )


def _heading(heading: Heading) -> Markup:
    return _html("heading", min(heading.depth + 1, _DEEPEST), heading.words, heading.id, heading.depth)


def _paragraph(
    document: Document, paragraph: Paragraph, spans: Sequence[Span], noted: Markup, *, is_here: bool
) -> Markup:
    citation = cite(document, paragraph.locator)
    pairs = ReadAddress.of(document.id, paragraph.locator).pairs()
    place = place_in_words(paragraph.locator) or "this paragraph"
    number = go(_number(paragraph), READ, pairs, kind="pc-number", aria_label=f"Link to {place}")
    copies = [copy_button(citation, f"Copy the citation {citation}", "Copy citation")]
    for item in paragraph.items:
        cited = cite(document, item.locator)
        copies.append(copy_button(cited, f"Copy the citation {cited}", f"({item.locator.items[-1]})"))
    body = paragraph_body(paragraph, spans)
    return _html("paragraph", anchor(paragraph.locator), citation, number, body, noted, copies, is_here)


def _number(paragraph: Paragraph) -> str:
    """The number as it is printed, or a paragraph sign where none is."""
    return f"{paragraph.locator.number}." if paragraph.locator.number else "¶"
