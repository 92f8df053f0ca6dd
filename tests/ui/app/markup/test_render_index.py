"""What is indexed, as HTML."""

from index.build import build_index
from index.document import Document, Finding
from tests.support.fakes import FakeEmbedder
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.index_state import about_html, document_card, index_facts


def test_a_document_shows_its_name_facts_and_a_clean_audit(documents: tuple[Document, ...]) -> None:
    words = Reader(document_card(documents[0], [])).words
    assert words == "A/1Progress report4 April 2018 · 2 paragraphsThe paragraph numbers run on without a gap."


def test_what_the_audit_found_is_listed_by_line(documents: tuple[Document, ...]) -> None:
    finding = Finding("report-2018", "report-2018.txt", 12, "missing", "paragraph 3 is missing")
    words = Reader(document_card(documents[0], [finding])).words
    assert words.endswith("1 remark on the numberingLine 12: paragraph 3 is missing")


def test_a_document_without_date_or_symbol_says_so(documents: tuple[Document, ...]) -> None:
    assert Reader(document_card(documents[1], [])).words.startswith("Guidelinesno date · 1 paragraph")


def test_the_facts_of_an_index_are_named(documents: tuple[Document, ...]) -> None:
    words = Reader(index_facts(build_index(documents, FakeEmbedder()))).words
    assert words.startswith("Documents2Paragraphs3Passages3")
    assert "Modelfake" in words
    assert "Builtnot saved yet" in words


def test_a_document_tells_what_it_is_about_and_what_can_be_done_with_it_alone(documents: tuple[Document, ...]) -> None:
    index = build_index(documents, FakeEmbedder())
    read = Reader(document_card(documents[0], [], about_html(documents[0], index)))
    assert "Networks exist.Ask only thisSearch in itCompare with …Official document" in read.words
    assert [each["data-go"] for each in read.attributes if "data-go" in each][1:] == [
        "./?doc=report-2018",
        "search?doc=report-2018",
        "compare?left=report-2018",
    ]


def test_another_version_is_what_a_document_is_compared_with_the_older_first(documents: tuple[Document, ...]) -> None:
    index = build_index(documents, FakeEmbedder())
    read = Reader(about_html(documents[0], index, documents[1]))
    assert "Compare with Guidelines" in read.words
    assert read.attributes[-2]["href"] == "compare?left=guide&right=report-2018"
