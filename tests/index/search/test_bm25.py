"""BM25: worked out by hand on three texts, and the same from its saved parts."""

import warnings
from dataclasses import replace
from math import log

import numpy as np
import pytest

from index.search.bm25 import Bm25Index, Bm25Matrix, terms

TEXTS = ["Asset recovery networks", "Recovering assets, and assets", "The banks"]


@pytest.fixture
def lexical() -> Bm25Index:
    return Bm25Index.build(TEXTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recovered assets are being recovering", ["recov", "asset", "recov"]),
        ("What is the resolution 71/208?", ["resolut", "71", "208"]),
        ("Côte d’Ivoire", ["cote", "ivoir"]),
        ("a State's 5 duties", ["state", "5", "duti"]),
        ("anti-corruption", ["anti", "corrupt"]),
        ("Конвенция против коррупции", ["конвенция", "против", "коррупции"]),
        ("the of and", []),
        ("", []),
    ],
)
def test_terms_are_stems_without_stop_words_and_accents(text: str, expected: list[str]) -> None:
    assert list(terms(text)) == expected


def test_scores_are_lucenes_bm25(lexical: Bm25Index) -> None:
    # Lengths in stems: 3, 3, 1; mean 7/3. `network` stands once, in the first text of three.
    weight = log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    length = 1.2 * (1 - 0.75 + 0.75 * 3 / (7 / 3))
    assert lexical.scores("networks").tolist() == pytest.approx([weight / (1 + length), 0, 0], rel=1e-5)


def test_every_text_has_a_score_and_repetition_helps(lexical: Bm25Index) -> None:
    scores = lexical.scores("assets")
    assert scores.dtype == np.float32
    assert scores.shape == (3,)
    assert scores[1] > scores[0] > scores[2] == 0


@pytest.mark.parametrize("query", ["", "the", "zebra", "?!", "\u0000"])
def test_a_query_without_a_known_word_scores_nothing_in_silence(lexical: Bm25Index, query: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert lexical.scores(query).tolist() == [0, 0, 0]


def test_a_rare_stem_weighs_more_and_an_unknown_one_most(lexical: Bm25Index) -> None:
    assert lexical.frequency("asset") == 2
    assert lexical.idf("asset") == pytest.approx(log(1 + 1.5 / 2.5))
    assert lexical.idf("asset") < lexical.idf("network") < lexical.idf("zebra")


def test_texts_without_any_word_are_harmless() -> None:
    lexical = Bm25Index.build(["", "the of", "banks"])
    assert lexical.scores("banks").argmax() == 2
    assert Bm25Index.build(["", "the"]).scores("anything").tolist() == [0, 0]


def test_nothing_to_index_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="nothing to index"):
        Bm25Index.build([])


def test_it_is_the_same_from_its_stems_and_matrix(lexical: Bm25Index) -> None:
    again = Bm25Index.of(lexical.stems, lexical.matrix, lexical.lengths)
    assert again.count == 3
    assert again.scores("asset networks").tolist() == lexical.scores("asset networks").tolist()
    assert again.idf("asset") == lexical.idf("asset")
    assert again.stems == lexical.stems
    assert lexical.stems.stems == ("", "asset", "bank", "network", "recov", "recoveri")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"starts": [0, 0, 2, 3, 4, 5, 7]}, "bounds"),
        ({"starts": [0, 0, 2, 3, 4, 3, 6]}, "bounds"),
        ({"starts": [0, 0, 2, 3, 4, 6]}, "bounds"),
        ({"starts": [1, 1, 2, 3, 4, 5, 6]}, "bounds"),
        ({"rows": [0, 1, 2, 0, 1, 3]}, "beyond the 3"),
        ({"rows": [0, 1, 2, 0, 1, -1]}, "beyond the 3"),
        ({"rows": [1, 1, 2, 0, 1, 0]}, "none of BM25"),
        ({"scores": [1, 1, 1, 1, 1, float("nan")]}, "none of BM25"),
        ({"scores": [1, 1, 1, 1, 1, 1.4]}, "none of BM25"),
        ({"scores": [1, 1, 1, 1, 1, -0.1]}, "none of BM25"),
    ],
)
def test_a_matrix_that_does_not_fit_is_refused(
    lexical: Bm25Index, change: dict[str, list[float]], message: str
) -> None:
    held = lexical.matrix
    assert held.rows.tolist() == [0, 1, 2, 0, 1, 0]
    assert held.starts.tolist() == [0, 0, 2, 3, 4, 5, 6]
    altered = Bm25Matrix(
        np.array(change.get("scores", held.scores), dtype=np.float32),
        np.array(change.get("rows", held.rows), dtype=np.int32),
        np.array(change.get("starts", held.starts), dtype=np.int64),
    )
    with pytest.raises(ValueError, match=message):
        Bm25Index.of(lexical.stems, altered, lexical.lengths)


def test_stems_of_other_settings_or_twice_the_same_are_refused(lexical: Bm25Index) -> None:
    with pytest.raises(ValueError, match=r"was built with 'other', now lucene, k1 1.2, b 0.75, english"):
        Bm25Index.of(replace(lexical.stems, settings="other"), lexical.matrix, lexical.lengths)
    with pytest.raises(ValueError, match="twice"):
        Bm25Index.of(replace(lexical.stems, stems=("asset",) * 6), lexical.matrix, lexical.lengths)
