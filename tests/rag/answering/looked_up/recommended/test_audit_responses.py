"""What those who were audited made of a recommendation, where a question asks for just that."""

import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from tests.support.answering import ALWAYS, quoted_whole
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, paragraph

CLOSE = "The Board recommends that UNSBA close dormant bank accounts."
CLOSED = "The Administration accepted the recommendation and stated that nine had been closed."
CONVERT = "The Board recommends that UNSBA convert consultancies into posts."
NOT_CONVERTED = "UNSBA did not accept the recommendation. It stated that Member States had approved no posts."
MAINTAINED = "The Board maintains its recommendation, since the rules allow no exception."
COUNT = "The Board recommends that UNSBA reconcile the registry with physical counts."
TEST = "The Board also recommends that UNSBA test the seeds in the vault."
BOTH = "The Administration agreed with both recommendations."
NO_RESPONSE = "The Board recommends that UNSBA insure its vehicles."

AUDIT = Document(
    "audit",
    "Report of the Board of Auditors",
    (
        paragraph("1", "Fourteen dormant bank accounts were not used.", "Cash"),
        paragraph("2", CLOSE, "Cash"),
        paragraph("3", CLOSED, "Cash"),
        paragraph("4", "Consultancies went on for years.", "Staff"),
        paragraph("5", CONVERT, "Staff"),
        paragraph("6", NOT_CONVERTED, "Staff"),
        paragraph("7", MAINTAINED, "Staff"),
        paragraph("8", COUNT, "Stock"),
        paragraph("9", TEST, "Stock"),
        paragraph("10", BOTH, "Stock"),
        paragraph("11", NO_RESPONSE, "Vehicles"),
        paragraph("12", "The Administration accepted the recommendation to plant trees.", "Trees"),
    ),
    symbol="A/81/5",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(AUDIT)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Was the recommendation on dormant accounts accepted?", [CLOSED, CLOSE]),
        ("what did management reply on dormant bank accounts", [CLOSED, CLOSE]),
        ("What was the response to the Board's recommendation on consultancies?", ["UNSBA", MAINTAINED, CONVERT]),
        ("Why did the administration refuse to convert consultancies into posts?", ["UNSBA", MAINTAINED, CONVERT]),
        ("was the recommendation to test seeds in the vault agreed to", [BOTH, COUNT, TEST]),
        ("Was the recommendation on insurance of vehicles accepted?", []),
        ("Was the recommendation on ransomware accepted?", []),
        ("What does the Board recommend on dormant accounts?", []),
        ("was the recommendation to plant trees accepted", []),
    ],
)
def test_the_response_to_a_recommendation_is_quoted_before_it(index: Index, question: str, quoted: list[str]) -> None:
    refusal = ["UNSBA did not accept the recommendation.", "It stated that Member States had approved no posts."]
    expected = [*refusal, *quoted[1:]] if quoted[:1] == ["UNSBA"] else quoted
    assert quoted_whole(index, question) == expected


@pytest.mark.parametrize(
    ("question", "state", "checks"),
    [
        ("Did the Administration accept the recommendation on hiring?", "related", ("hiring",)),
        ("Which recommendations of the Board on seeds did UNSBA accept?", "answers", ()),
    ],
)
def test_responses_to_other_recommendations_do_not_answer(
    index: Index, question: str, state: str, checks: tuple[str, ...]
) -> None:
    found = Answerer(index, FakeEmbedder(), ALWAYS).answer(question)
    assert found.state == state
    assert found.checks == tuple(f"“{each}” is in none of these passages." for each in checks)
