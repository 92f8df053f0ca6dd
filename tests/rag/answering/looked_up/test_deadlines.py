"""By when something is to be done, where a question asks for just that."""

import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, paragraph

INVITES = "The Committee invites Member States to submit their views, by 1 December 2025, on fish."
REQUESTS = "Also requests the Secretary-General to submit to the Council, no later than 15 April 2026, a study of nets."
SESSION = "The Board should provide an update on audits to the Council at its sixty-third session."


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(
        Document(
            "report",
            "Report of the Fisheries Committee",
            (
                paragraph("1", INVITES, "Issues on which comments are wanted"),
                paragraph("2", f"Nets are new. {REQUESTS}"),
                paragraph("3", SESSION),
                paragraph("4", "The Group submitted candidates by 3 May 2024. Fleets shall grow by 2030."),
                paragraph("5", "If a State does not submit its catch within 12 months, boats are to be inspected."),
            ),
        )
    )


def looked_up(index: Index, question: str) -> list[str]:
    answer = Answerer(index, FakeEmbedder(), ALWAYS).answer(question)
    return [each.text for each in answer.statements] if answer.confidence == 1.0 else []


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("By when should governments send comments to the Committee?", INVITES),
        ("deadline for views on fish", INVITES),
        ("When is the study of nets due?", REQUESTS),
        ("by when must the Board report back on audits", SESSION),
    ],
)
def test_the_sentence_that_sets_the_deadline_is_quoted_in_whatever_words(
    index: Index, question: str, quoted: str
) -> None:
    assert looked_up(index, question) == [quoted]


@pytest.mark.parametrize(
    "question",
    [
        "By when must nominations be sent?",  # what was sent before sets no deadline
        "By when must States submit views on forests?",
        "deadline for the catch of a State",
        "By when shall fleets grow?",  # a target, which is found as any other fact is
        "Which views do States have on fish?",
        "By when?",
    ],
)
def test_another_date_is_not_taken_for_it(index: Index, question: str) -> None:
    assert looked_up(index, question) == []


def test_a_resolution_without_a_title_says_what_it_is_on_where_it_begins() -> None:
    says = "Decides that the Panel of Experts should provide a final report by 1 May 2026;"
    other = "Requests the Office to prepare, in consultation with the Panel of Experts, a study by 15 April 2026;"
    texts = ("Recalling its resolutions on the situation in South Sudan,", other, says)
    paragraphs = tuple(paragraph(str(number), text) for number, text in enumerate(texts, 1))
    index = index_of(Document("res", "Resolution 2781 (2025)", paragraphs, "S/RES/2781 (2025)"))
    assert looked_up(index, "When are the reports of the Panel of Experts on South Sudan due?") == [says]
