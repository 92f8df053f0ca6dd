"""Where a question has all words of a heading, what stands under it is the answer, not only the nearest sentence."""

import pytest

from index.document import Document
from index.store import Index
from rag.answerer import Answerer
from tests.support.answering import ALWAYS
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, paragraph

DISPUTES = ("The Parties settle a dispute amicably.", "One not settled within 90 days is submitted to arbitrators.")
NETWORKS = tuple(
    f"The {name} network was launched. It has members." for name in ("northern", "southern", "western", "far")
)


@pytest.fixture(scope="module")
def index() -> Index:
    texts = [(text, "Article 10", "Settlement of disputes") for text in DISPUTES]
    texts += [(text, "II. Networks", "A. List of recovery networks") for text in NETWORKS]
    texts += [
        ("Recovery takes years.", "II. Networks", "B. Schedule"),
        ("It ends in 2030.", "II. Networks", "B. Schedule"),
    ]
    return index_of(
        Document("paper", "A paper", tuple(paragraph(str(n), *each) for n, each in enumerate(texts, 1)), "A/1")
    )


def quoted(index: Index, question: str) -> list[str]:
    return [each.text for each in Answerer(index, FakeEmbedder(), ALWAYS).answer(question).statements]


def test_a_short_section_that_is_asked_for_by_its_heading_is_quoted_whole(index: Index) -> None:
    assert set(DISPUTES) <= set(quoted(index, "How are disputes settled?"))


@pytest.mark.parametrize(
    "question", ["List the recovery networks and when each was launched", "Which recovery networks are there?"]
)
def test_of_a_list_in_paragraphs_each_gives_its_first_sentence(index: Index, question: str) -> None:
    assert {each.split(" It")[0] for each in NETWORKS} <= set(quoted(index, question))


def test_a_heading_of_one_word_or_with_others_is_not_asked_for(index: Index) -> None:
    assert len(quoted(index, "Why does recovery take years by that schedule?")) < len(NETWORKS)
    assert not set(DISPUTES) <= set(quoted(index, "How long is settlement?"))
