"""What is indexed, as HTML."""

from index.build import build_index
from index.document import Document, Finding
from tests.support.fakes import FakeEmbedder
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.index_state import document_card, index_facts


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
