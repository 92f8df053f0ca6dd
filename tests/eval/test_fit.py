"""Fitting weights: what is written is what was fitted, on the features there are."""

import numpy as np
import pytest

from eval.fit import WEIGHTS_FILE, _fitted, _holds_nugget, _stands_in, put_in_place, written
from eval.gold.gold import GoldQuestion, Nugget, Place, Requirement
from index.document import Document
from index.locator import Locator
from index.store import ParagraphRef
from rag.answering.extractive import select as choosing
from rag.answering.extractive import weights
from rag.answering.extractive.candidates import FEATURES, Candidate
from rag.answering.extractive.confidence import CONFIDENCE_FEATURES
from tests.support.papers import numbered


def test_the_weights_in_use_are_those_of_the_features_there_are() -> None:
    assert tuple(weights.SENTENCE_WEIGHTS) == FEATURES
    assert tuple(weights.CONFIDENCE_WEIGHTS) == CONFIDENCE_FEATURES


def test_what_is_written_reads_back_as_what_was_fitted() -> None:
    text = written(({"gap": 0.25, "kind": -1.5}, -4.0), ({"chance": 0.123456}, 2.0))
    names: dict[str, object] = {}
    exec(text, names)
    assert names["SENTENCE_WEIGHTS"] == {"gap": 0.25, "kind": -1.5}
    assert names["SENTENCE_BIAS"] == -4.0
    assert names["CONFIDENCE_WEIGHTS"] == {"chance": 0.1235}
    assert names["CONFIDENCE_BIAS"] == 2.0


def test_the_file_in_use_is_as_it_is_written() -> None:
    sentence = (weights.SENTENCE_WEIGHTS, weights.SENTENCE_BIAS)
    sure = (weights.CONFIDENCE_WEIGHTS, weights.CONFIDENCE_BIAS)
    assert WEIGHTS_FILE.read_text(encoding="utf-8") == written(sentence, sure)


def test_fitted_sentence_weights_are_used_as_soon_as_they_are_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SENTENCE_WEIGHTS", "SENTENCE_BIAS"):
        monkeypatch.setattr(choosing, name, getattr(weights, name))  # put back after the test
    put_in_place((dict.fromkeys(FEATURES, 0.0) | {"kind": 2.0}, -1.0))
    features = np.zeros((2, len(FEATURES)), dtype=np.float32)
    features[1, FEATURES.index("kind")] = 1
    assert choosing.chances(features).tolist() == pytest.approx([1 / (1 + np.e), np.e / (1 + np.e)])


def test_the_fit_is_in_the_features_own_units_and_a_constant_one_has_no_weight() -> None:
    features = np.array([[100.0, 7.0], [200.0, 7.0], [300.0, 7.0], [400.0, 7.0]])
    found, bias = _fitted(("telling", "constant"), features, np.array([0, 0, 1, 1]), 1.0)
    assert list(found) == ["telling", "constant"]
    assert found["constant"] == 0
    # The two kinds are told apart half-way between 200 and 300.
    assert -bias / found["telling"] == pytest.approx(250, abs=1)
    assert found["telling"] > 0


@pytest.mark.parametrize(
    ("wording", "text", "stands"),
    [
        ("129", "in 129 States", True),
        ("129", "in 1129 States", False),
        ("20 per cent", "Approximately 20  per\ncent of them", True),
        ("Côte d’Ivoire", "the Treasury of Côte d'Ivoire serves", True),
        ("the hague", "located in the Hague.", True),
        ("€25 billion", "(to date €25 billion)", True),
        ("state", "States parties", False),
        ("(a)", "as in (a), above", True),
    ],
)
def test_a_wording_stands_in_a_text_as_words_of_its_own(wording: str, text: str, stands: bool) -> None:
    assert _stands_in(wording, text) is stands


def test_a_sentence_holds_a_key_fact_only_in_a_paragraph_that_is_required() -> None:
    document = Document("paper", "Paper", numbered("It met in 2004. It rose.", "It met in 2004."))
    gold = GoldQuestion(
        id="fact-1",
        question="When?",
        kind="fact",
        paraphrased=False,
        split="tune",
        gold=(Requirement((Place("paper", Locator(number="1", items=("a",))),)),),
        nuggets=(Nugget(("2004", "two thousand and four"), vital=True),),
        reference="2004.",
    )
    first, other = (ParagraphRef(row, document, document.paragraphs[row]) for row in (0, 1))
    assert _holds_nugget(gold, Candidate(first, 0, 0, 15))
    assert not _holds_nugget(gold, Candidate(first, 0, 16, 24))
    assert not _holds_nugget(gold, Candidate(other, 1, 0, 15))
