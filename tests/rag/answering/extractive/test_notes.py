"""Footnotes that answer a question are quoted whole and cited to the paragraph that carries their mark."""

import pytest

from index.document import Document, Note, Paragraph
from index.locator import Locator
from index.store import ParagraphRef
from rag.answer import Citation, Statement
from rag.answering.extractive.footnotes import answering_notes, notes_marked, quoted_note
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType

STATES = Note("3", "Australia, Brazil, Czechia, El Salvador and Venezuela (Bolivarian Republic of).")
LINK = Note("1", "Available at www.track.unodc.org/assetrecovery/Pages/home.aspx.")
BOOK = Note("4", "Jean-Pierre Brun and others, Asset Recovery Handbook (Washington, D.C., World Bank, 2011), p. 137.")
SYMBOL = Note("2", "CAC/COSP/WG.2/2019/4.")
PLAIN = Note("5", "As at the date of writing.")

REPORT = Document("report", "Report", (), symbol="A/1")


def ref(row: int, *notes: Note) -> ParagraphRef:
    return ParagraphRef(row, REPORT, Paragraph(Locator(number=str(row + 1)), "Text.", notes=notes))


ALL = ref(0, STATES, LINK, BOOK, SYMBOL, PLAIN)


def asked(text: str, kind: AnswerType = AnswerType.OTHER) -> QuestionAnalysis:
    return QuestionAnalysis(text=text, topic=text, answer_type=kind)


def marks(statements: tuple[Statement, ...]) -> list[str]:
    return [each.citations[0].text.rsplit(" ", 1)[1] for each in statements]


def test_a_footnote_is_cited_by_its_paragraph_and_its_mark() -> None:
    symbol = "CAC/COSP/WG.2/2019/4."
    place = Locator(number="7")
    citation = Citation("report", "A/1", place, "A/1, para. 7, footnote 2", symbol, 0, 21, "Report", note="2")
    assert quoted_note(ref(6, SYMBOL), SYMBOL) == Statement(symbol, (citation,))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What do the footnotes say?", ["3", "1", "4", "2", "5"]),
        ("Where on the web is the portal?", ["1"]),
        ("Give me a link to it.", ["1"]),
        ("Can it be downloaded online?", ["1"]),
        ("What is the title of the book?", ["4", "2"]),
        ("Who wrote it, and on which page?", ["4", "2"]),
        ("Where can I read more?", ["4", "2"]),
        ("Which States commented on the draft?", ["3"]),
        ("Who replied?", ["3"]),
        ("List the countries.", ["3"]),
        ("What are the names of the parties?", ["3"]),
        ("What did the Group conclude?", []),
        ("Did States comment?", []),
        ("Did Brazil comment?", ["3"]),
        ("Did Slovenia comment?", ["3"]),  # which lists others
        ("Was it pagan?", []),
    ],
)
def test_a_footnote_answers_what_only_a_footnote_gives(question: str, wanted: list[str]) -> None:
    assert marks(answering_notes(asked(question), [ALL])) == wanted


def test_a_question_for_a_symbol_gets_the_footnotes_with_one() -> None:
    assert marks(answering_notes(asked("Under what number was it issued?", AnswerType.SYMBOL), [ALL])) == ["2"]


def test_one_or_two_capitals_are_no_enumeration_of_names() -> None:
    few = Note("1", "See the Convention, as the Group noted, with thanks.")
    assert answering_notes(asked("Which States commented?"), [ref(0, few)]) == ()


def test_a_paragraph_that_is_used_twice_gives_its_footnotes_once() -> None:
    assert marks(answering_notes(asked("Which States commented?"), [ALL, ALL])) == ["3"]


def test_footnotes_are_found_by_their_marks_in_the_order_of_the_text() -> None:
    refs = [ref(0, LINK, SYMBOL), ref(1), ref(2, STATES)]
    assert marks(notes_marked(["3", "1"], refs)) == ["1", "3"]
    assert notes_marked(["9"], refs) == ()
    assert notes_marked([], refs) == ()
