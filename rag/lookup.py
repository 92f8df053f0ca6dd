"""Documents and paragraphs by what people call them: an id or a symbol, a locator or a citation."""

from contextlib import suppress
from dataclasses import replace

from index.displayed_lists import marks_named
from index.document import Document, Paragraph
from index.errors import LocatorError
from index.locator import Locator
from index.store import Index
from index.symbols import names_document
from index.text.wording import excerpt
from rag.citing.citation import name_of
from rag.citing.containers import covers
from rag.citing.parse import parse_citation

_SHOWN = 80  # characters of what names no paragraph, in an error


def find_document(index: Index, name: str) -> Document:
    """The document with the id or symbol `name`, one of two symbols too; QuestionError names those there are."""
    matching = [each for each in index.documents if names_document(name.strip(), each.symbol)]
    return matching[0] if matching else index.document(name.strip())


def find_paragraph(document: Document, place: str) -> Paragraph:
    """The paragraph of `document` at `place`, as a locator or a citation; LocatorError where it has none.

    Outer parts may be left out where that is plain: `4.1 (a)` is found in `annex, draft guideline 4`.
    """
    return _first_at(document, _places_named(document, place), place)


def find_locator(document: Document, place: str) -> Locator:
    """The place of `document` at `place`, its sub-item included, as the document prints it; errors as above."""
    paragraph = find_paragraph(document, place)
    named = next(each for each in _places_named(document, place) if _is_at(each, paragraph))
    return paragraph.locator.paragraph.item(*(marks_named(paragraph, named.items) or ()))


def find_cited(index: Index, citation: str) -> tuple[Document, Paragraph]:
    """The document and the paragraph that `citation` names, the document by its symbol, title or id.

    LocatorError where it does not name one paragraph, or one that is not there; QuestionError where no document of
    `index` is called so. Of a sub-item it is the paragraph that holds it.
    """
    cited = parse_citation(citation, names={name for each in index.documents for name in (each.id, name_of(each))})
    places = [(each.document, locator) for each in cited for locator in each.locators]
    name, locator = places[0]
    if len(places) > 1 or name is None or locator == Locator():
        raise LocatorError(
            f"{excerpt(citation, _SHOWN)!r} does not name one paragraph of one document; name one, for example "
            "'CAC/COSP/WG.2/2018/2, para. 65'"
        )
    document = next((each for each in index.documents if _is_name(name, each)), None) or find_document(index, name)
    return document, _first_at(document, [locator], citation)


def _first_at(document: Document, named: list[Locator], place: str) -> Paragraph:
    """The paragraph at one of `named`, which somebody called `place`, with the fewest parts around it."""
    found = [each for each in document.paragraphs if any(_is_at(one, each) for one in named)]
    if not found:
        raise LocatorError(f"{document.id} has no paragraph {place!r}; see what it has: pincite show {document.id}")
    return min(found, key=lambda each: len(each.locator.containers))


def _places_named(document: Document, place: str) -> list[Locator]:
    """The locators that `place` gives; what it names before them is this document, or a part of it."""
    with suppress(LocatorError):
        printed = Locator.parse(place.strip())
        if document.paragraph(printed) is not None:
            return [printed]
    return [
        locator
        if each.document is None or _is_name(each.document, document)
        else replace(locator, containers=(each.document, *locator.containers))
        for each in parse_citation(place, names=[name_of(document)])
        for locator in each.locators
    ]


def _is_name(name: str, document: Document) -> bool:
    names = (document.id, name_of(document), *document.names)
    is_title = name.casefold() in {each.casefold() for each in names}
    return is_title or names_document(name, document.symbol)


def _is_at(named: Locator, paragraph: Paragraph) -> bool:
    return covers(named.paragraph, paragraph.locator) and marks_named(paragraph, named.items) is not None
