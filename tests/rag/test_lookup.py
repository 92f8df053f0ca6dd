"""Documents and paragraphs by what people call them."""

import pytest

from index.build import build_index
from index.document import Document, Paragraph
from index.errors import LocatorError, PinciteError, QuestionError
from index.locator import Locator
from index.store import Index
from rag.lookup import find_document, find_paragraph
from tests.support.fakes import FakeEmbedder

ANNEXED = Document(
    "annexed",
    "Annexed",
    (
        Paragraph(Locator(number="4"), "Four."),
        Paragraph(Locator(("annex", "draft guideline 4"), "4.1"), "Four: (a) one; (b) two."),
        Paragraph(Locator(("annex", "draft guideline 5"), "5.1"), "Five one."),
        Paragraph(Locator(("draft guideline 3",)), "Three."),
        Paragraph(Locator(("annex",), "4"), "Annexed four."),
        Paragraph(Locator(("decision 1/CMA.3",), "7"), "First decision."),
        Paragraph(Locator(("decision 2/CMA.3",), "7"), "Second decision."),
        Paragraph(Locator(page="2", ordinal=1, label="paragraph", speaker="Mr. Chumakov"), "Said."),
    ),
    symbol="A/80/75-E/2025/55",
)


@pytest.fixture
def index(documents: tuple[Document, ...], embedder: FakeEmbedder) -> Index:
    return build_index(documents, embedder)


@pytest.mark.parametrize("name", ["report-2018", " report-2018 ", "A/1", "a/1", " A/1"])
def test_a_document_is_found_by_id_or_symbol(index: Index, name: str) -> None:
    assert find_document(index, name).id == "report-2018"


@pytest.mark.parametrize("name", ["", " ", "A/2", "None", "report"])
def test_an_unknown_document_is_an_error_that_names_those_there_are(index: Index, name: str) -> None:
    with pytest.raises(QuestionError, match=r"[Ii]t holds: report-2018, guide"):
        find_document(index, name)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("4", "Four."),
        ("para. 4", "Four."),
        ("paragraph 4", "Four."),
        ("annex, 4", "Annexed four."),
        ("annex, para. 4", "Annexed four."),
        ("4.1", "Four: (a) one; (b) two."),
        ("4.1 (a)", "Four: (a) one; (b) two."),
        ("annex, draft guideline 4, 4.1", "Four: (a) one; (b) two."),
        ("annex, draft guideline 4, para. 4.1 (a)", "Four: (a) one; (b) two."),
        ("guideline 5, 5.1", "Five one."),
        ("draft guideline 3", "Three."),
        ("decision 2/CMA.3, para. 7", "Second decision."),
        ("decision 2/CMA.3, 7", "Second decision."),
        ("p. 2, para. 1", "Said."),
        ("p. 2, Mr. Chumakov, para. 1", "Said."),
        ("A/80/75, para. 4", "Four."),
        ("Annexed, para. 4", "Four."),
    ],
)
def test_a_paragraph_is_found_by_locator_or_citation_and_outer_parts_may_be_left_out(place: str, text: str) -> None:
    assert find_paragraph(ANNEXED, place).text == text


@pytest.mark.parametrize("place", ["5", "annex, 9", "draft guideline 9", "4.2", "4.1 (z)", "4 (a)", "A/80/9, para. 4"])
def test_a_place_that_the_document_does_not_have_is_an_error_that_says_how_to_see_what_it_has(place: str) -> None:
    with pytest.raises(LocatorError) as caught:
        find_paragraph(ANNEXED, place)
    assert str(caught.value) == f"annexed has no paragraph {place!r}; see what it has: pincite show annexed"


@pytest.mark.parametrize("place", ["", "   ", "what?", "%%", "a" * 500, "4 4 4", "para."])
def test_what_is_no_place_is_an_error_of_the_family(place: str) -> None:
    with pytest.raises(PinciteError):
        find_paragraph(ANNEXED, place)
