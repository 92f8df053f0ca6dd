"""Where the cross-references of a corpus lead."""

import pytest

from index.document import Document
from index.store import Index
from rag.citing.links import Link, Links, link_contract, link_in_words
from tests.support.papers import index_of, paragraph

REPORT = Document(
    "report",
    "Report",
    (
        paragraph("1", "See para. 3 below and A/RES/73/6, para. 2.", notes={"1": "A/RES/73/6, para. 1."}),
        paragraph("2", "General Assembly resolution 73/190 and resolution 7/1.", notes={"2": "Ibid., para. 2."}),
        paragraph(
            "3", "Resolution 73/6 stands; para. 9 above does not.", notes={"3": "A book.", "4": "Ibid., para. 1."}
        ),
        paragraph("resolution 7/1, 1", "Refers to paragraph 2 below."),
        paragraph("resolution 7/1, 2", "Under decision 18/CMA.1, pay; see A/80/75."),
    ),
    symbol="A/80/1",
)
RESOLUTION = Document("res", "Resolution", (paragraph("1", "Notes;"), paragraph("2", "Pays;")), symbol="A/RES/73/6")
DECISIONS = Document(
    "cma", "Decisions", (paragraph("decision 18/CMA.1, 1", "Adopts;"),), symbol="FCCC/PA/CMA/2018/3/Add.2"
)
DOUBLE = Document("double", "Double", (paragraph("1", "Aid."),), symbol="A/80/75-E/2025/55")


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, RESOLUTION, DECISIONS, DOUBLE)


def led(links: tuple[Link, ...], index: Index) -> list[tuple[str, str | None, str | None, str]]:
    return [(each.text, each.note, each.document, link_in_words(each, index)) for each in links]


def row(index: Index, locator: str) -> int:
    return next(each.row for each in index.paragraphs if each.document.id == "report" and str(each.locator) == locator)


def test_links_lead_to_paragraphs_of_the_corpus(index: Index) -> None:
    assert led(Links(index).of(row(index, "1")), index) == [
        ("para. 3 below", None, "report", "A/80/1, para. 3"),
        ("A/RES/73/6, para. 2", None, "res", "A/RES/73/6, para. 2"),
        ("A/RES/73/6, para. 1", "1", "res", "A/RES/73/6, para. 1"),
    ]


def test_ibid_leads_where_the_footnote_before_leads_and_nowhere_after_a_book(index: Index) -> None:
    links = Links(index)
    assert led(links.of(row(index, "2")), index)[-1] == ("Ibid., para. 2", "2", "res", "A/RES/73/6, para. 2")
    assert [each for each in links.of(row(index, "3")) if each.note] == []


def test_a_resolution_leads_to_its_document_to_the_part_that_prints_it_or_to_the_official_text(index: Index) -> None:
    assert led(Links(index).of(row(index, "2")), index)[:2] == [
        ("General Assembly resolution 73/190", None, None, "A/RES/73/190"),
        ("resolution 7/1", None, "report", "A/80/1, resolution 7/1"),
    ]
    assert led(Links(index).of(row(index, "3")), index)[0] == ("Resolution 73/6", None, "res", "A/RES/73/6")


def test_a_paragraph_below_is_one_of_the_same_resolution(index: Index) -> None:
    (link,) = Links(index).of(row(index, "resolution 7/1, 1"))
    assert link_in_words(link, index) == "A/80/1, resolution 7/1, para. 2"


def test_decisions_of_other_documents_and_one_of_two_symbols_are_found(index: Index) -> None:
    assert led(Links(index).of(row(index, "resolution 7/1, 2")), index) == [
        ("decision 18/CMA.1", None, "cma", "FCCC/PA/CMA/2018/3/Add.2, decision 18/CMA.1"),
        ("A/80/75", None, "double", "A/80/75-E/2025/55"),
    ]


def test_a_place_that_the_text_does_not_have_is_no_link(index: Index) -> None:
    assert [each.text for each in Links(index).of(row(index, "3"))] == ["Resolution 73/6"]


def test_a_link_as_json_has_where_it_stands_and_where_it_leads(index: Index) -> None:
    link = Links(index).of(row(index, "1"))[1]
    assert link_contract(link) == {
        "start": 22,
        "end": 41,
        "text": "A/RES/73/6, para. 2",
        "note": None,
        "document": "res",
        "locators": ["2"],
        "symbol": "A/RES/73/6",
        "url": "https://docs.un.org/en/A/RES/73/6",
    }
