"""Documents looked up by what they are called."""

from index.document import Document, Paragraph
from index.locator import Locator
from index.search.held_documents import HeldDocuments, held_documents, words_of


def paper(id: str, title: str, *parts: str, symbol: str | None = None, date: str | None = None) -> Document:
    paragraphs = tuple(Paragraph(Locator((part,), "1"), "Text.") for part in parts)
    return Document(id, title, paragraphs, symbol=symbol, date=date)


REPORT = paper("report", "Progress report", symbol="A/80/75-E/2025/55", date="2025-01-02")
REVISED = paper("revised", "Draft guidelines", "guideline 1", "guideline 2", symbol="A/1/Rev.1", date="2025-03-04")
DRAFT = paper("draft", "Draft guidelines", "guideline 1", "guideline 2", "annex", symbol="A/1")
HELD = HeldDocuments([REPORT, REVISED, DRAFT])


def ids(documents: list[Document]) -> list[str]:
    return [each.id for each in documents]


def test_a_document_is_found_by_either_of_its_symbols() -> None:
    assert ids(HELD.with_symbol("E/2025/55")) == ["report"]
    assert ids(HELD.with_symbol("A/2")) == []


def test_issues_of_one_text_are_found_in_order_by_what_their_symbols_begin_with() -> None:
    assert ids(HELD.of_stem("a/1")) == ["revised", "draft"]


def test_documents_of_a_year_and_with_a_word_in_their_titles_stand_in_order() -> None:
    assert ids(HELD.of_year("2025")) == ["report", "revised"]
    assert ids(HELD.titled("draft")) == ["revised", "draft"]


def test_names_are_found_by_their_first_word() -> None:
    found = [(document.id, name) for _, document, name in HELD.named_from("draft")]
    assert found == [("revised", ("draft", "guidelines")), ("draft", ("draft", "guidelines"))]
    assert words_of("A/80/75 Progress Report") == ("a/80/75", "progress", "report")


def test_a_file_name_is_a_name_unless_it_is_a_word_like_any_other() -> None:
    held = HeldDocuments([paper("staff", "Regulations"), paper("progress-2018", "Report")])
    assert not held.named_from("staff")
    assert [document.id for _, document, _ in held.named_from("progress-2018")] == ["progress-2018"]


def test_the_kinds_of_a_document_are_told_by_its_title() -> None:
    assert "report" in HELD.kinds(REPORT)
    assert "report" not in HELD.kinds(DRAFT)


def test_documents_share_a_text_that_have_more_than_half_of_its_parts() -> None:
    assert ids(HELD.sharing(["guideline 1", "guideline 2", "annex"])) == ["revised", "draft"]
    assert ids(HELD.sharing(["annex", "other"])) == []
    assert ids(HELD.with_part(lambda part: part == "annex")) == ["draft"]


def test_documents_that_can_be_looked_up_already_stay_the_same() -> None:
    assert held_documents(HELD) is HELD
    assert list(held_documents([DRAFT])) == [DRAFT]
