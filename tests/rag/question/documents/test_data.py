"""What is asked of a document itself is told: no paragraph says when a document is dated or what its symbol is."""

import pytest

from index.document import Document, Note, Paragraph
from index.locator import Locator
from rag.answerer import Answerer
from rag.states import explanation, headline, ways_on
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered, paragraph

YOUTH = Document(
    "paper-1", "Policies involving youth",
    (
        paragraph("1", "Youth voted on 3 May 2001.", "Youth", "I. Introduction"),
        paragraph("2", "The United Nations Youth Office (UNYO) works.", "Youth", "II. Offices"),
    ),
    "E/CN.5/2025/4", date="2025-01-10", agenda_item="Item 3 of the provisional agenda",
    body="Commission for Social Development", session="Sixty-third session", author="Report of the Secretary-General",
)  # fmt: skip
LETTER = Document(
    "paper-2", "Letter dated 17 January 2025 from Azerbaijan", numbered("Our letter dated 7 April 2023 stands."),
    "A/79/729-S/2025/40", date="2025-01-18", agenda_item="Agenda item 32",
)  # fmt: skip
RESOLUTION = Document(
    "paper-3", "Fight against tuberculosis",
    (*numbered("Decides to treat all."), Paragraph(Locator(ordinal=1), "Recalling the year 2000,")),
    "A/RES/73/3", date="2018-10-18",
)  # fmt: skip
OFFICE = Document(
    "paper-4", "Work of the United Nations Youth Office", numbered("The meeting was held in May."), date="2024-02-01",
    notes=(Note("*", "A/79/1."), Note("**", "*The report was submitted after the deadline so as to be up to date.")),
)  # fmt: skip
UNDATED = Document("paper-5", "Review of ports", numbered("Ports were visited."), "HIJ/REP/2025/2")
SAID = "28th plenary meeting 29 October 2018"
CLOSED = Document(
    "paper-6", "Court", (*numbered("Welcomes it."), paragraph("2", SAID)), "A/RES/73/7", date="2018-10-31"
)
SEVERAL = Document(
    "paper-7", "Texts", numbered(SAID, "29th plenary meeting 30 October 2018"), "A/RES/73/8", date="2018-11-01"
)

DATED = Document(
    "paper-8", "Climate", numbered("Welcomes it."), "A/HRC/RES/59/25", date="2025-07-16", adopted="2025-07-08"
)
VIEWS = Document(
    "paper-9", "Concluding observations on Chad", numbered("Is concerned."), "CED/C/TCD/CO/1",
    notes=(Note("*", "Adopted by the Committee at its third session."),),
)  # fmt: skip


@pytest.fixture(scope="module")
def answering() -> Answerer:
    return Answerer(index_of(YOUTH, LETTER, RESOLUTION, OFFICE, UNDATED, CLOSED, SEVERAL, DATED, VIEWS), FakeEmbedder())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("When was E/CN.5/2025/4 issued?", "E/CN.5/2025/4 is dated 10 January 2025."),
        ("date of the letter from Azerbaijan", "A/79/729-S/2025/40 is dated 18 January 2025."),
        ("how old is the report on youth policies?", "E/CN.5/2025/4 is dated 10 January 2025."),
        ("What is the date of the UNYO report", "“Work of the United Nations Youth Office” is dated 1 February 2024."),
        ("What is the date of HIJ/REP/2025/2?", "HIJ/REP/2025/2 has no date that is known here."),
        (
            "When was A/RES/73/8 adopted?",
            "A/RES/73/8 is dated 1 November 2018; when it was adopted, which may be earlier, is not known here.",
        ),
        (
            "When was CED/C/TCD/CO/1 adopted?",
            "CED/C/TCD/CO/1 says on its first page: “Adopted by the Committee at its third session”.",
        ),
        (
            "why was the report on the work of the Youth Office submitted late?",
            "“Work of the United Nations Youth Office” says on its first page: "
            "“The report was submitted after the deadline so as to be up to date.”",
        ),
        ("when did the Council adopt A/HRC/RES/59/25?", "A/HRC/RES/59/25 was adopted on 8 July 2025."),
        ("who wrote the report on youth policies?", "E/CN.5/2025/4 is a “Report of the Secretary-General”."),
        ("Who prepared HIJ/REP/2025/2?", "HIJ/REP/2025/2 does not say at its head who wrote it."),
        ("when was the CSD report issued", "E/CN.5/2025/4 is dated 10 January 2025."),
        (
            "When was resolution 73/3 adopted?",
            "A/RES/73/3 is dated 18 October 2018; when it was adopted, which may be earlier, is not known here.",
        ),
        (
            "what is the symbol of the report on youth policies",
            "The symbol of “Policies involving youth” (10 January 2025) is E/CN.5/2025/4.",
        ),
        (
            "document number of the youth office report",
            "The symbol of “Work of the United Nations Youth Office” (1 February 2024) is not known here.",
        ),
        ("What is A/RES/73/3 called?", "The title of A/RES/73/3 is “Fight against tuberculosis”."),
        (
            "Under which agenda item was E/CN.5/2025/4 issued?",
            "E/CN.5/2025/4 was issued under “Item 3 of the provisional agenda”.",
        ),
        ("which session is E/CN.5/2025/4 from", "E/CN.5/2025/4 was issued for “Sixty-third session”."),
        (
            "When was E/CN.5/2025/4 published and who issued it?",
            "E/CN.5/2025/4 is dated 10 January 2025. "
            "E/CN.5/2025/4 was issued for: Commission for Social Development; "
            "it is a “Report of the Secretary-General”.",
        ),
        (
            "where can I download A/RES/73/3",
            "A/RES/73/3 is published at https://docs.un.org/en/A/RES/73/3.",
        ),
        (
            "table of contents of the report on youth policies",
            "The main headings of E/CN.5/2025/4: I. Introduction; II. Offices.",
        ),
        ("How many paragraphs does E/CN.5/2025/4 have?", "E/CN.5/2025/4 has 2 paragraphs."),
        (
            "how long is A/RES/73/3",
            "A/RES/73/3 is held as 2 paragraphs and tables, 1 of them numbered in its main text.",
        ),
        (
            "When were E/CN.5/2025/4 and A/79/729 issued?",
            "E/CN.5/2025/4 is dated 10 January 2025. A/79/729-S/2025/40 is dated 18 January 2025.",
        ),
    ],
)
def test_what_is_asked_of_a_document_itself_is_told(answering: Answerer, question: str, said: str) -> None:
    answer = answering.answer(question)
    assert (answer.intent, answer.state, answer.evidence) == ("document", "nothing", ())
    assert (headline(answer), explanation(answer), ways_on(answer)) == (said, (), ())


def test_when_a_resolution_was_adopted_is_quoted_where_it_is_printed_below(answering: Answerer) -> None:
    answer = answering.answer("When was resolution 73/7 adopted?")
    assert (answer.state, [each.text for each in answer.statements]) == ("answers", [SAID])


@pytest.mark.parametrize(
    "question",
    [
        "When did youth vote according to E/CN.5/2025/4?",
        "When was the letter mentioned in E/CN.5/2025/4 issued?",
        "When was the report adopted?",
        "When was E/CN.5/2025/4 adopted?",
        "What is the date of the next report on youth?",
        "date of the United Nations Youth Office meeting",
        "When was the Youth Office established?",
        "Which agenda item is A/RES/73/3 under?",
        "Which agenda items did the report on youth policies discuss?",
        "What is the symbol of the report?",
        "How many paragraphs on youth are there?",
        "link to the work of the office",
        "Which sections of E/CN.5/2025/4 deal with offices?",
        "Who published what E/CN.5/2025/4 cites?",
    ],
)
def test_what_asks_for_something_said_is_not_taken_for_it(answering: Answerer, question: str) -> None:
    assert answering.answer(question).intent != "document"


def test_of_documents_that_may_not_be_asked_nothing_is_told(answering: Answerer) -> None:
    assert answering.answer("date of the letter from Azerbaijan", documents=["paper-1"]).intent != "document"
