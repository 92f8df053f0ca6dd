"""The gold questions find in Milvus what they find in the folder."""

from pathlib import Path

import pytest

from eval.gold.gold import DocumentLookup, load_gold
from index.embedding.base import Embedder
from index.store import Index
from rag.answerer import Answerer
from tests.support.published import MILVUS, milvus_address, published
from tests.support.route import ROOT

# Scores that differ by less are equal but for rounding: sums of the same numbers in another order.
_EQUAL = 1e-5


@pytest.mark.slow
@pytest.mark.parametrize("kind", MILVUS)
def test_the_gold_questions_have_the_same_evidence_but_for_the_order_of_equal_ones(
    kind: str, corpus_index: Index, packaged_embedder: Embedder, tmp_path: Path
) -> None:
    questions = load_gold(ROOT / "eval/gold/gold.jsonl", DocumentLookup(corpus_index.documents))
    assert len(questions) > 300
    with milvus_address(kind, tmp_path) as address:
        there = Answerer(published(corpus_index, address, tmp_path), packaged_embedder)
        here = Answerer(corpus_index, packaged_embedder)
        for each in questions:
            one, other = here.answer(each.question), there.answer(each.question)
            assert one.statements == other.statements
            assert [hit.score for hit in one.evidence] == pytest.approx(
                [hit.score for hit in other.evidence], abs=_EQUAL
            )
            scores = {hit.row: hit.score for hit in one.evidence}
            for mine, theirs in zip(one.evidence, other.evidence, strict=True):
                assert mine.row == theirs.row or abs(scores.get(theirs.row, mine.score) - mine.score) < _EQUAL
