import numpy as np
import pytest

from eval.systems.baselines import Bm25, DenseChunks, DenseParagraphs, QuotesTheBest, ReciprocalRanks, baselines
from index.build import build_index
from index.document import Document
from index.store import Index
from rag.answering.steps import Asked
from tests.support.fakes import FakeEmbedder


@pytest.fixture
def index(documents: tuple[Document, ...], embedder: FakeEmbedder) -> Index:
    """Its paragraphs: `Networks exist. Banks cooperate.`, the list about States, and `Freeze assets early.`."""
    return build_index(documents, embedder)


def test_bm25_finds_words_and_gives_nothing_without_any(index: Index) -> None:
    found, nothing = Bm25(index).scores(["Where do banks cooperate?", "zebra"])

    assert found.argmax() == 0
    assert found[1] == found[2] == 0
    assert not nothing.any()


def test_bm25_does_not_read_headings(index: Index) -> None:
    (found,) = Bm25(index).scores(["introduction"])

    assert not found.any()


def test_dense_paragraphs_score_the_inner_product_with_the_paragraph(index: Index, embedder: FakeEmbedder) -> None:
    (found,) = DenseParagraphs(index, embedder).scores(["freeze"])

    # `Freeze assets early.` has one word of three on the axis of f.
    assert found == pytest.approx([0.0, 0.0, 1 / np.sqrt(3)], abs=1e-6)


def test_dense_chunks_give_all_paragraphs_of_a_chunk_its_score(index: Index, embedder: FakeEmbedder) -> None:
    (found,) = DenseChunks(index, embedder).scores(["freeze"])

    # `Guidelines`, `Draft guideline 1`, `1. Freeze assets early.`: two g, two figures, one d, f, a, e.
    assert found[2] == pytest.approx(1 / np.sqrt(12))
    # The report is one chunk without an f; its list is longer than its first paragraph.
    assert found[:2] == pytest.approx([0.0, 0.0], abs=1e-5)
    assert found[1] > found[0]


def test_reciprocal_ranks_add_one_over_sixty_and_the_rank(index: Index, embedder: FakeEmbedder) -> None:
    (found,) = ReciprocalRanks(index, embedder).scores(["freeze"])

    assert found[2] == pytest.approx(2 / 61)
    assert found[0] == pytest.approx(2 / 62)


def test_a_baseline_answers_with_the_best_paragraph_whole(index: Index) -> None:
    answering = QuotesTheBest(Bm25(index), index, "fake")

    (given,) = answering.answer_many([Asked("Which assets are frozen early?", (), "q")])

    assert given.answered
    assert [each.text for each in given.statements] == ["Freeze assets early."]
    citation = given.statements[0].citations[0]
    assert (citation.document, str(citation.locator)) == ("guide", "draft guideline 1, 1")
    assert given.evidence[0].row == 2
    assert len(given.evidence) == 3


def test_more_questions_than_a_batch_are_answered_in_order(index: Index) -> None:
    asked = [Asked("freeze" if i % 2 else "banks", (), str(i)) for i in range(70)]

    given = list(QuotesTheBest(Bm25(index), index, "fake").answer_many(asked))

    assert [each.id for each in given] == [str(i) for i in range(70)]
    assert [each.evidence[0].row for each in given] == [2 if i % 2 else 0 for i in range(70)]


def test_baselines_are_made_by_name(index: Index, embedder: FakeEmbedder) -> None:
    made = {name: make().name for name, make in baselines(index, embedder).items()}

    assert list(made) == list(made.values()) == ["BM25", "dense, 1,000-character chunks", "reciprocal rank fusion"]
