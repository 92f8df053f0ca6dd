"""BM25: worked out by hand on three texts, and the same after saving and loading."""

import warnings
from math import log
from pathlib import Path

import numpy as np
import pytest

from index.errors import IndexFolderError
from index.lexical import Lexical, terms

TEXTS = ["Asset recovery networks", "Recovering assets, and assets", "The banks"]


@pytest.fixture
def lexical() -> Lexical:
    return Lexical.build(TEXTS)


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


def test_scores_are_lucenes_bm25(lexical: Lexical) -> None:
    # Lengths in stems: 3, 3, 1; mean 7/3. `network` stands once, in the first text of three.
    weight = log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    length = 1.2 * (1 - 0.75 + 0.75 * 3 / (7 / 3))
    assert lexical.scores("networks").tolist() == pytest.approx([weight / (1 + length), 0, 0], rel=1e-5)


def test_every_text_has_a_score_and_repetition_helps(lexical: Lexical) -> None:
    scores = lexical.scores("assets")
    assert scores.dtype == np.float32
    assert scores.shape == (3,)
    assert scores[1] > scores[0] > scores[2] == 0


@pytest.mark.parametrize("query", ["", "the", "zebra", "?!", "\u0000"])
def test_a_query_without_a_known_word_scores_nothing_in_silence(lexical: Lexical, query: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert lexical.scores(query).tolist() == [0, 0, 0]


def test_a_rare_stem_weighs_more_and_an_unknown_one_most(lexical: Lexical) -> None:
    assert lexical.frequency("asset") == 2
    assert lexical.idf("asset") == pytest.approx(log(1 + 1.5 / 2.5))
    assert lexical.idf("asset") < lexical.idf("network") < lexical.idf("zebra")
    assert list(lexical.weights("zebra assets zebras")) == ["zebra", "asset"]


def test_texts_without_any_word_are_harmless() -> None:
    lexical = Lexical.build(["", "the of", "banks"])
    assert lexical.scores("banks").argmax() == 2
    assert Lexical.build(["", "the"]).scores("anything").tolist() == [0, 0]


def test_nothing_to_index_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="nothing to index"):
        Lexical.build([])


def test_it_is_the_same_after_saving_and_loading(lexical: Lexical, tmp_path: Path) -> None:
    lexical.save(tmp_path / "one")
    loaded = Lexical.load(tmp_path / "one")
    assert loaded.count == 3
    assert loaded.scores("asset networks").tolist() == lexical.scores("asset networks").tolist()
    loaded.save(tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert (tmp_path / "two" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", ["vocab.index.json", "data.csc.index.npy", "params.index.json"])
def test_a_broken_file_is_named_with_what_to_run(lexical: Lexical, tmp_path: Path, name: str) -> None:
    lexical.save(tmp_path)
    (tmp_path / name).write_bytes(b"{")
    with pytest.raises(IndexFolderError, match="pincite index") as caught:
        Lexical.load(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)
