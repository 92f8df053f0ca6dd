"""Documents and paragraphs by what people call them: an id or a symbol, a locator or a citation."""

from index.displayed_lists import marks_named
from index.document import Document, Paragraph
from index.errors import LocatorError
from index.locator import Locator
from index.store import Index
from rag.citing.containers import covers
from rag.citing.parse import parse_citation


def find_document(index: Index, name: str) -> Document:
    """The document with the id or symbol `name`; QuestionError names those there are."""
    wanted = name.strip().casefold()
    matching = [each for each in index.documents if each.symbol and wanted == each.symbol.casefold()]
    return matching[0] if matching else index.document(name.strip())


def find_paragraph(document: Document, place: str) -> Paragraph:
    """The paragraph of `document` at `place`, as a locator or a citation; LocatorError where it has none.

    Outer parts may be left out where that is plain: `4.1 (a)` is found in `annex, draft guideline 4`.
    """
    named = [locator for cited in parse_citation(place) for locator in cited.locators]
    found = [each for each in document.paragraphs if any(_is_at(one, each) for one in named)]
    if not found:
        raise LocatorError(f"{document.id} has no paragraph {place!r}; see what it has: pincite show {document.id}")
    return min(found, key=lambda each: len(each.locator.containers))


def _is_at(named: Locator, paragraph: Paragraph) -> bool:
    return covers(named.paragraph, paragraph.locator) and marks_named(paragraph, named.items) is not None
