"""What every search engine does, whatever it is made of."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from index.arrays import FloatMatrix
from index.document import Document
from index.search.base import Hits, LexicalSearch, PassageSearch, stem_weights
from index.search.document_store import DocumentStore
from index.search.filter import EVERYTHING, Filter
from index.search.local import MOST_PASSAGES
from index.store import Index
from tests.support.fake_engines import FakeLexicalSearch, FakePassageSearch
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered
from tests.support.published import LITE, MILVUS, SERVER, milvus_address, published

# Vectors are the first letters of the words.
OLD = Document("old", "Old", numbered("Banks lend. Banks save.", "Assets move."), date="2018-01-01", body="Group")
NEW = Document("new", "New", numbered("Banks freeze assets.", "", "Women vote."), date="2020-05-05", language="fr")
FAR = Document("far", "Far", numbered("Banks.", "Banks borrow.", "Zones."), date="2021-01-01")

FILTERS = {
    EVERYTHING: [0, 1, 2, 3, 4, 5, 6, 7],
    Filter(documents=frozenset({"old", "far"})): [0, 1, 5, 6, 7],
    Filter(since="2020", until="2020"): [2, 3, 4],
    Filter(bodies=frozenset({"Group"})): [0, 1],
    Filter(languages=frozenset({"fr"})): [2, 3, 4],
    Filter(rows=frozenset({1, 2, 6})): [1, 2, 6],
    Filter(since="2021", rows=frozenset({1, 2, 6})): [6],
    Filter(documents=frozenset()): [],
}


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(OLD, NEW, FAR)


@pytest.fixture(scope="module")
def in_milvus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, int], Index]]:
    """Gives the index as a kind of Milvus searches it, with passages of so many tokens; each is made once."""
    with ExitStack() as stack:

        @cache
        def made(kind: str, max_tokens: int) -> Index:
            folder = tmp_path_factory.mktemp("milvus")
            address = stack.enter_context(milvus_address(kind, folder))
            return published(index_of(OLD, NEW, FAR, max_tokens=max_tokens), address, folder)

        yield made


@pytest.fixture(params=["local", "approximate", "several passages", "fake", *MILVUS, f"{LITE}, several passages"])
def dense(request: pytest.FixtureRequest, index: Index, in_milvus: Callable[[str, int], Index]) -> PassageSearch:
    made: dict[str, Callable[[], PassageSearch]] = {
        LITE: lambda: in_milvus(LITE, 256).dense,
        SERVER: lambda: in_milvus(SERVER, 256).dense,
        f"{LITE}, several passages": lambda: in_milvus(LITE, 4).dense,
        "local": lambda: index.dense,
        "approximate": lambda: index_of(OLD, NEW, FAR, exact_limit=0).dense,
        "several passages": lambda: index_of(OLD, NEW, FAR, max_tokens=4).dense,
        "fake": lambda: FakePassageSearch(index.store),
    }
    return made[request.param]()


@pytest.fixture(params=["local", "fake", *MILVUS])
def lexical(request: pytest.FixtureRequest, index: Index, in_milvus: Callable[[str, int], Index]) -> LexicalSearch:
    if request.param in MILVUS:
        return in_milvus(request.param, 256).lexical
    return index.lexical if request.param == "local" else FakeLexicalSearch(index.store)


def vectors(*texts: str) -> FloatMatrix:
    return FakeEmbedder().encode(texts).vectors


def assert_best_first(hits: Hits) -> None:
    pairs = list(zip(hits.scores.tolist(), hits.rows.tolist(), strict=True))
    assert all(one[0] > other[0] or (one[0] == other[0] and one[1] < other[1]) for one, other in pairwise(pairs))


@pytest.mark.parametrize("where", FILTERS)
def test_all_that_a_filter_lets_through_is_found_and_nothing_else(dense: PassageSearch, where: Filter) -> None:
    (hits,) = dense.search(vectors("banks"), 8, where)
    assert sorted(hits.rows.tolist()) == FILTERS[where]
    assert_best_first(hits)


@pytest.mark.parametrize("where", FILTERS)
@pytest.mark.parametrize("k", [1, 2, 3])
def test_a_filter_takes_none_of_the_best(dense: PassageSearch, where: Filter, k: int) -> None:
    # Paragraphs about banks are nearest, and there are enough of them elsewhere to fill any small search.
    (all_hits,), (hits,) = dense.search(vectors("banks"), 8, where), dense.search(vectors("banks"), k, where)
    assert hits.rows.tolist() == all_hits.rows.tolist()[:k]
    assert hits.scores.tolist() == all_hits.scores.tolist()[:k]


def test_each_of_several_vectors_has_hits_of_its_own(dense: PassageSearch) -> None:
    banks, women = dense.search(vectors("banks", "women vote"), 1)
    assert (banks.rows.tolist(), women.rows.tolist()) == ([5], [4])
    assert banks.scores.tolist() == pytest.approx([1])
    assert dense.search(vectors(), 3) == []


def test_the_parts_of_paragraphs_stand_in_the_order_asked_for(dense: PassageSearch) -> None:
    sentences = dense.sentences([4, 0])
    assert sentences.spans.tolist() == [[0, 11], [0, 11], [12, 23]]
    assert sentences.bounds.tolist() == [0, 1, 3]
    assert sentences.best(vectors("women vote")[0]).tolist() == pytest.approx([1, 0])
    tokens = dense.tokens([0, 3, 4])
    assert tokens is not None
    assert tokens.bounds.tolist() == [0, 4, 4, 6]
    assert tokens.matrix.argmax(axis=1).tolist() == [1, 11, 1, 18, 22, 21]
    assert tokens.matrix.dtype == np.float32


def test_the_best_passage_of_a_paragraph_gives_its_score(dense: PassageSearch) -> None:
    (hits,) = dense.search(vectors("banks"), 8)
    rows = hits.rows.tolist()
    assert dense.passages(rows).best(vectors("banks")[0]).tolist() == pytest.approx(hits.scores.tolist())


def test_no_paragraphs_have_no_parts(dense: PassageSearch) -> None:
    assert len(dense.passages([])) == len(dense.sentences([])) == 0
    assert dense.passages([]).best(vectors("banks")).shape == (0, 1)


@pytest.mark.parametrize("where", FILTERS)
def test_words_are_found_under_the_filter_and_only_where_they_stand(lexical: LexicalSearch, where: Filter) -> None:
    holding = [row for row in FILTERS[where] if row in (0, 2, 5, 6)]
    hits = lexical.search("banks", 8, where)
    assert sorted(hits.rows.tolist()) == holding
    assert (hits.scores > 0).all()
    assert_best_first(hits)
    assert lexical.search("banks", 1, where).rows.tolist() == hits.rows.tolist()[:1]
    assert len(lexical.search("zebra", 8, where)) == 0


def test_named_paragraphs_have_their_scores_in_the_order_asked_for(lexical: LexicalSearch) -> None:
    scores = lexical.scores("women banks", [7, 4, 2])
    assert scores[0] == 0
    assert (scores[1:] > 0).all()
    hits = lexical.search("women banks", 8)
    assert dict(zip(hits.rows.tolist(), hits.scores.tolist(), strict=True))[4] == scores[1]


def test_the_words_of_a_text_have_their_rarity(lexical: LexicalSearch) -> None:
    (stem,) = set(lexical.terms("banks Banks"))
    assert stem_weights(lexical, "banks, Banks") == {stem: lexical.idf(stem)}
    assert lexical.idf(stem) > 0


def test_a_filter_finds_what_an_index_of_those_documents_alone_finds(index: Index) -> None:
    alone = index_of(NEW)
    (within,) = index.dense.search(vectors("banks vote"), 2, Filter(documents=frozenset({"new"})))
    (apart,) = alone.dense.search(vectors("banks vote"), 2)
    assert [row - 2 for row in within.rows.tolist()] == apart.rows.tolist()
    assert within.scores.tolist() == apart.scores.tolist()


def test_many_passages_of_one_paragraph_hide_no_other_paragraph() -> None:
    # Nine passages about banks stand nearer to the question than the only passage of any other paragraph.
    long = Document("long", "Long", numbered(" ".join(["Banks lend money."] * 9), "Banks lend.", "Banks."))
    dense = index_of(long, max_tokens=5).dense
    assert len(dense.passages([0])) == 9
    (hits,) = dense.search(vectors("banks lend money"), 2)
    assert hits.rows.tolist() == [0, 1]


def test_hits_are_the_best_and_equal_ones_stand_by_row() -> None:
    rows, scores = np.array([4, 2, 9, 1]), np.array([0.5, 0.9, 0.5, 0.1], dtype=np.float32)
    assert Hits.best(rows, scores, 2).rows.tolist() == [2, 4]
    assert Hits.best(rows, scores, 3).rows.tolist() == [2, 4, 9]
    assert Hits.best(rows, scores, 9).rows.tolist() == [2, 4, 9, 1]
    assert len(Hits.best(rows, scores, 0)) == 0


def test_a_store_is_all_that_a_fake_needs() -> None:
    store = DocumentStore((OLD,), index_of(OLD).store.sentences)
    (hits,) = FakePassageSearch(store).search(vectors("assets"), 1)
    assert hits.rows.tolist() == [1]


def test_of_a_long_paragraph_only_the_tokens_of_its_nearest_passages_are_read() -> None:
    words = " ".join(f"{letter}{n}" for letter in "abcdefghijklmnop" for n in range(3))
    index = index_of(Document("long", "Title", numbered(words, "Zebra zebra.", "Other.")), max_tokens=5)
    dense = index.dense
    whole = dense.tokens([0, 1])
    near = dense.tokens([0, 1], FakeEmbedder().encode(["a b c d e f g h"]).vectors[0])
    assert whole is not None
    assert near is not None
    assert np.diff(whole.bounds).tolist() == [48, 2]
    assert np.diff(near.bounds).tolist() == [3 * MOST_PASSAGES, 2]
    assert near.spans[:-2].max() < words.index("i0")
    assert np.array_equal(near.spans[-2:], whole.spans[-2:])
