"""What the first page says of any documents that are held, and questions to begin with."""

from dataclasses import replace

from index.document import Document, Paragraph
from index.locator import Locator
from ui.app.first_questions import first_questions, shelf


def document(id: str, date: str | None, *headings: str, symbol: str | None = None) -> Document:
    paragraphs = tuple(Paragraph(Locator(number=str(at)), "It is so.", (each,)) for at, each in enumerate(headings, 1))
    return Document(id, f"Report {id}", paragraphs, symbol=symbol, date=date)


OLD = document("old", "2018-04-04", "I. Introduction", "II. Action by States")
NEW = document("new", "2021-06-28", "Annex", "A. Networks of practitioners", symbol="A/76/1")
BARE = document("bare", None, "No number")


def test_the_shelf_is_told_in_a_line() -> None:
    assert shelf([OLD, NEW, BARE]) == "3 documents of 2018 to 2021, 5 paragraphs"
    assert shelf([OLD]) == "1 document of 2018, 2 paragraphs"
    assert shelf([BARE]) == "1 document, 1 paragraph"


def test_questions_are_about_the_documents_that_are_held_newest_first() -> None:
    assert first_questions([OLD, NEW, BARE]) == (
        "Summarize A/76/1",
        "What does A/76/1 say on networks of practitioners?",
        "What does Report old (4 April 2018) say on action by States?",
    )


def test_a_heading_that_begins_with_a_name_keeps_its_capital() -> None:
    (paragraph,) = document("x", None, "B. Iraq, and its neighbours").paragraphs
    named = replace(OLD, paragraphs=(replace(paragraph, text="Fighters left Iraq."),))
    short = document("y", None, "C. UNODC as a partner")
    assert first_questions([named]) == (
        "Summarize Report old (4 April 2018)",
        "What does Report old (4 April 2018) say on Iraq, and its neighbours?",
    )
    assert first_questions([short])[1] == "What does Report y say on UNODC as a partner?"


def test_there_are_no_more_than_four_and_none_without_documents() -> None:
    many = [replace(OLD, id=str(each)) for each in range(9)]
    assert len(first_questions(many)) == 4
    assert first_questions([]) == ()
