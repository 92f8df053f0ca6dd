"""Documents and paragraphs by what people call them: an id or a symbol, a locator or a citation."""

from contextlib import suppress
from dataclasses import replace

from index.displayed_lists import marks_named
from index.document import Document, Paragraph
from index.errors import LocatorError
from index.locator import Locator
from index.store import Index
from index.symbols import names_document
from rag.citing.citation import name_of
from rag.citing.containers import covers
from rag.citing.parse import parse_citation


def find_document(index: Index, name: str) -> Document:
    """The document with the id or symbol `name`, one of two symbols too; QuestionError names those there are."""
    matching = [each for each in index.documents if names_document(name.strip(), each.symbol)]
    return matching[0] if matching else index.document(name.strip())


def find_paragraph(document: Document, place: str) -> Paragraph:
    """The paragraph of `document` at `place`, as a locator or a citation; LocatorError where it has none.

    Outer parts may be left out where that is plain: `4.1 (a)` is found in `annex, draft guideline 4`.
    """
    named = _places_named(document, place)
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
    names = (document.id, document.title, document.short_title, name_of(document), *document.also_known_as)
    is_title = name.casefold() in {each.casefold() for each in names if each}
    return is_title or names_document(name, document.symbol)


def _is_at(named: Locator, paragraph: Paragraph) -> bool:
    return covers(named.paragraph, paragraph.locator) and marks_named(paragraph, named.items) is not None
