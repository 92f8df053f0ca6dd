"""Small documents made by hand, and the index of them."""

from pathlib import Path

from index.build import build_index
from index.document import Document, Item, Note, Paragraph
from index.locator import Locator
from index.manifest import BuildSettings
from index.search.faiss_index import EXACT_LIMIT
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.store import Index
from tests.support.fakes import FakeEmbedder


def paragraph(
    place: str, text: str, *headings: str, items: dict[str, str] | None = None, notes: dict[str, str] | None = None
) -> Paragraph:
    """The paragraph at the locator `place`; `items` gives the marks (`a`, or `a i`) and texts of its sub-items."""
    locator = Locator.parse(place)
    found = []
    for marks, said in (items or {}).items():
        start = text.index(said)
        found.append(Item(locator.item(*marks.split()), said, start, start + len(said)))
    return Paragraph(
        locator,
        text,
        headings,
        tuple(found),
        tuple(Note(mark, said) for mark, said in (notes or {}).items()),
    )


def numbered(*texts: str) -> tuple[Paragraph, ...]:
    """Paragraphs numbered from 1."""
    return tuple(paragraph(str(number), text) for number, text in enumerate(texts, 1))


def two_papers(folder: Path) -> Path:
    """`folder`, made anew with two text files of a paragraph each."""
    folder.mkdir()
    (folder / "one.txt").write_text("1. The Group met in Vienna.\n", encoding="utf-8")
    (folder / "two.txt").write_text("1. The Group met in Doha.\n", encoding="utf-8")
    return folder


def local_engines(index: Index) -> tuple[LocalPassageSearch, LocalLexicalSearch]:
    """The engines of an index that is searched on this machine, with all that they hold."""
    assert isinstance(index.dense, LocalPassageSearch)
    assert isinstance(index.lexical, LocalLexicalSearch)
    return index.dense, index.lexical


def index_of(
    *documents: Document, max_tokens: int = 256, token_limit: int = 20_000, exact_limit: int = EXACT_LIMIT
) -> Index:
    """The index of `documents`, whose vectors can be worked out by eye."""
    return build_index(
        documents,
        FakeEmbedder(max_tokens=max_tokens),
        settings=BuildSettings(token_limit, exact_limit, token_limit, token_limit),
    )
