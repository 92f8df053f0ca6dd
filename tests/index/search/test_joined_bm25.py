"""BM25 over several indexes: the scores of one index of all their texts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.bm25 import Bm25Index
from index.search.joined_bm25 import Bm25Part, JoinedBm25

ONE = ["Asset recovery networks", "Recovering assets, and assets", "The banks"]
OTHER = ["Networks of banks and of courts in three regions", "the of"]
QUERIES = ["networks", "assets assets banks", "courts", "regions recovering networks", "zebra", ""]


@pytest.fixture
def joined() -> JoinedBm25:
    return JoinedBm25((Bm25Part(Bm25Index.build(ONE)), Bm25Part(Bm25Index.build(OTHER))))


@pytest.mark.parametrize("query", QUERIES)
def test_scores_are_those_of_one_index(joined: JoinedBm25, query: str) -> None:
    whole = Bm25Index.build([*ONE, *OTHER])
    assert joined.count == whole.count == 5
    assert joined.scores(query).tolist() == pytest.approx(whole.scores(query).tolist(), rel=1e-5)
    for rows in ([4, 0, 3], [1], []):
        wanted = np.array(rows, dtype=np.int64)
        assert joined.scores_at(query, wanted).tolist() == joined.scores(query)[wanted].tolist()


def test_a_stem_is_as_rare_as_among_all_texts(joined: JoinedBm25) -> None:
    whole = Bm25Index.build([*ONE, *OTHER])
    for stem in ("network", "asset", "court", "zebra"):
        assert joined.idf(stem) == whole.idf(stem)


words = st.lists(st.sampled_from(["banks", "courts", "assets", "the", "networks"]), max_size=12).map(" ".join)


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4), words)
def test_any_texts_in_any_parts_have_the_scores_of_one_index(parts: list[list[str]], query: str) -> None:
    joined = JoinedBm25(tuple(Bm25Part(Bm25Index.build(each)) for each in parts))
    whole = Bm25Index.build([text for part in parts for text in part])
    assert joined.scores(query).tolist() == pytest.approx(whole.scores(query).tolist(), rel=1e-4, abs=1e-6)


@given(st.data(), st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=3), words)
def test_some_of_the_texts_have_the_scores_of_an_index_of_these(
    data: st.DataObject, parts: list[list[str]], query: str
) -> None:
    texts = [text for part in parts for text in part]
    rows = np.array(sorted(data.draw(st.sets(st.sampled_from(range(len(texts))), min_size=1))), dtype=np.int64)
    some = JoinedBm25(tuple(Bm25Part(Bm25Index.build(each)) for each in parts)).keeping(rows)
    whole = Bm25Index.build([texts[row] for row in rows.tolist()])
    assert some.count == whole.count
    assert some.scores(query).tolist() == pytest.approx(whole.scores(query).tolist(), rel=1e-4, abs=1e-6)
    at = np.arange(some.count)[::-1]
    assert some.scores_at(query, at).tolist() == pytest.approx(some.scores(query)[at].tolist(), rel=1e-5, abs=1e-7)
    assert [some.idf(stem) for stem in ("bank", "zebra")] == [whole.idf(stem) for stem in ("bank", "zebra")]
    fewer = some.keeping(np.arange(some.count - 1))
    if fewer.parts:
        assert fewer.scores_at(query, np.arange(fewer.count)).tolist() == pytest.approx(fewer.scores(query).tolist())
