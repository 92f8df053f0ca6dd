"""What a question wants, and what only looks like it."""

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Intent
from rag.question.analyse import analyse
from rag.question.intent import overview_theme
from tests.support.papers import index_of, numbered, paragraph

REPORT = Document(
    "report-2018", "Progress report", numbered("Networks exist.", "Mines close."), "A/1", date="2018-04-04",
    also_known_as=("2018 report",),
)  # fmt: skip
OLDER = Document("older", "Background paper", (paragraph("draft guideline 1, 1", "Share early."),), "A/2")
NEWER = Document("newer", "Revised draft", (paragraph("draft guideline 1, 1", "Share soon."),), "A/3")


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, OLDER, NEWER)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Summarise the 2018 report", "summary"),
        ("Please summarize A/1.", "summary"),
        ("Can you give me a short overview of the 2018 report?", "summary"),
        ("What is the 2018 report about?", "summary"),
        ("What are the main points of A/1?", "summary"),
        ("A/1 in a nutshell", "summary"),
        ("key takeaways from A/1", "summary"),
        ("highlights of A/1", "summary"),
        ("A/1", "summary"),
        ("the 2018 report", "summary"),
        ("What does the 2018 report say?", "summary"),
        ("What does A/1 decide?", "facts"),
        ("Summarise the 2018 report on mines", "facts"),
        ("Summarise the debate on mines", "facts"),
        ("What is the mining programme about?", "facts"),
        ("Summarise paragraph 2 of the 2018 report", "text"),
        ("What does paragraph 2 of A/1 say?", "text"),
        ("What changed between A/2 and A/3?", "change"),
        ("What is the difference between A/2 and A/3?", "change"),
        ("How do A/2 and A/3 differ on sharing?", "change"),
        ("Compare A/2 and A/3", "change"),
        ("What do A/2 and A/3 say on sharing?", "facts"),
        ("How did the climate change?", "facts"),
        ("What changes did the mines bring?", "list"),
        ("List all mentions of mines", "search"),
        ("Show me every paragraph that mentions asset recovery networks", "search"),
        ("Find all references to mines in the 2018 report", "search"),
        ("Which paragraphs mention mines?", "search"),
        ("which documents mention the mines", "search"),
        ("How many times is mining mentioned?", "search"),
        ("how often do mines appear in A/1", "search"),
        ("How many times did States ask for help?", "facts"),
        ("Where is mining mentioned?", "search"),
        ("Which paragraph is on mining?", "facts"),
        ("the section on mines in the progress report", "facts"),
        ("List all networks", "list"),
        ("What are the main networks?", "list"),
        ("What is CARIN?", "definition"),
        ("What is a network?", "definition"),
        ("What are recovery networks?", "definition"),
        ("Define asset recovery", "definition"),
        ("What does CARIN stand for?", "definition"),
        ("What is meant by beneficial ownership?", "definition"),
        ("What is the Egmont Group?", "definition"),
        ("What is the deadline for replies?", "facts"),
        ("What is the definition of a mine used for in practice by the States that met in Vienna?", "definition"),
        ("Which declaration with a broad definition of refugees was cited?", "facts"),
        ("When did it start?", "facts"),
    ],
)
def test_a_question_says_what_it_wants(index: Index, question: str, intent: Intent) -> None:
    assert analyse(question, index).intent == intent


@pytest.mark.parametrize(
    ("question", "theme"),
    [
        ("Give me an overview of asset recovery networks", "asset recovery networks"),
        ("Could you please summarise what the documents say on focal points?", "focal points"),
        ("A brief summary of everything about CARIN.", "CARIN"),
        ("Summarise the debate on mines in the 2018 report", "the debate on mines"),
        ("Outline the role of mines in asset recovery", "the role of mines in asset recovery"),
        ("What does the summary of the report say?", ""),
        ("What is asset recovery?", ""),
        ("overview", ""),
    ],
)
def test_an_overview_is_wanted_of_a_theme(index: Index, question: str, theme: str) -> None:
    assert overview_theme(analyse(question, index).topic) == theme


def test_a_search_takes_its_words_without_the_document_that_is_searched(index: Index) -> None:
    analysis = analyse("List all mentions of closing mines in the 2018 report.", index)
    assert index.lexical.terms(analysis.searched) == index.lexical.terms("closing mines")
    assert analysis.documents == ("report-2018",)


def test_this_report_is_the_only_one_that_is_asked(index: Index) -> None:
    assert analyse("Summarise this report", index, ["older"]).documents == ("older",)
    assert analyse("Summarise this report", index).intent == "facts"


def test_two_documents_can_be_compared_paragraph_by_paragraph(index: Index) -> None:
    assert analyse("What changed between A/2 and A/3?", index).compared == ("older", "newer")
    assert analyse("What changed between A/1, A/2 and A/3?", index).compared == ()


def test_of_a_document_that_is_not_held_its_revision_is_told() -> None:
    index = index_of(
        Document("letter", "Letter", numbered("Women vote."), "S/2025/71/Rev.1"),
        Document("added", "Addition", numbered("Men vote."), "S/2025/8/Add.1"),
    )
    assert analyse("What does S/2025/71 say?", index).unknown_place == (
        "S/2025/71 in these documents; its revision S/2025/71/Rev.1 is held"
    )
    assert analyse("What does S/2025/8 say?", index).unknown_place == (
        "S/2025/8 in these documents; its addendum S/2025/8/Add.1 is held"
    )
    assert analyse("What does S/2025/9 say?", index).unknown_place == "S/2025/9 in these documents"
