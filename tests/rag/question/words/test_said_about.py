"""What a reader is asked where a document is asked for what it says about a matter."""

import pytest

from rag.question.words.said_about import matter_asked


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("What does the youth report say about informal work?", "informal work"),
        ("what does S/2025/482 say about Boko Haram fighters", "Boko Haram fighters"),
        ("What does resolution 2781 (2025) say on elections?", "elections"),
        ("what does the report of the Secretary-General say about drones", "drones"),
        ("What do the guidelines contain regarding feedback?", "feedback"),
        ("What does the report on Puerto Rico say about the debt?", "the debt"),
        ("anything on artificial intelligence in the Permanent Forum report?", "artificial intelligence"),
        ("Is there anything about mines?", "mines"),
        ("what's the latest on ISIL-K", "ISIL-K"),
    ],
)
def test_the_matter_is_what_a_document_is_asked_about(question: str, matter: str) -> None:
    assert matter_asked(question) == matter


@pytest.mark.parametrize(
    "question",
    [
        "What does Egypt say about the costs?",  # who says it matters
        "What does the report say about why it was late?",
        "What does paragraph 4 say?",
        "Who is asked to report on elections?",
    ],
)
def test_other_questions_are_read_as_they_are(question: str) -> None:
    assert matter_asked(question) == question
