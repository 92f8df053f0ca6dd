"""Fitting weights: what is written is what was fitted, on the features there are."""

from dataclasses import fields

import numpy as np
import pytest

from eval.fit import AskedOf, Models, _fitted, _holds_nugget, _stands_in, fitted
from eval.gold.gold import GoldQuestion, Nugget, Place, Requirement
from index.document import Document
from index.locator import Locator
from index.store import ParagraphRef
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.candidates import FEATURES
from rag.answering.extractive.confidence import CONFIDENCE_FEATURES
from rag.calibration import ConfidenceWeights, SentenceWeights
from rag.settings import Settings
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered


def test_each_feature_there_is_has_a_weight() -> None:
    assert tuple(each.name for each in fields(SentenceWeights)) == ("bias", *FEATURES)
    assert tuple(each.name for each in fields(ConfidenceWeights)) == ("bias", *CONFIDENCE_FEATURES)


def test_the_fit_is_in_the_features_own_units_and_a_constant_one_has_no_weight() -> None:
    features = np.array([[100.0, 7.0], [200.0, 7.0], [300.0, 7.0], [400.0, 7.0]])
    found = _fitted(("telling", "constant"), features, np.array([0, 0, 1, 1]), 1.0, np.ones(4))
    assert list(found) == ["bias", "telling", "constant"]
    assert found["constant"] == 0
    # The two kinds are told apart half-way between 200 and 300, to the four digits that are kept.
    assert -found["bias"] / found["telling"] == pytest.approx(250, abs=2)
    assert found["telling"] > 0


def test_rows_that_count_for_less_move_the_fit_less() -> None:
    features, labels = np.array([[0.0], [1.0], [0.0], [1.0]]), np.array([0, 1, 1, 0])
    by_first, by_last = (
        _fitted(("one",), features, labels, 1.0, np.array(each)) for each in ([1, 1, 0.2, 0.2], [0.2, 0.2, 1, 1])
    )
    assert by_first["one"] > 0 > by_last["one"]


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


def test_a_fit_changes_the_weights_alone_and_a_telling_feature_counts_for_the_answer() -> None:
    document = Document("paper", "Paper", numbered("It met in 2004. It rose.", "Women vote. Judges decide quickly."))
    questions = [
        GoldQuestion(
            id=f"fact-{number}",
            question=asked,
            kind="fact",
            paraphrased=False,
            split="tune",
            gold=(Requirement((Place("paper", Locator(number=number)),)),),
            nuggets=(Nugget((wording,), vital=True),),
            reference="…",
        )
        for number, asked, wording in (
            ("1", "When did it meet?", "2004"),
            ("2", "Who decides quickly?", "judges"),
            ("1", "Who rose?", "kings"),
        )
    ]
    settings = Settings()
    asked = AskedOf(index_of(document), tuple(questions))
    found = fitted([asked], [], Models(FakeEmbedder()), settings)
    assert found.unread.sentence != settings.calibration.unread.sentence
    assert found.unread.sentence.vector > 0
    assert found.unread.sentence.answers == 0
    assert found.read == settings.calibration.read
    assert (found.comparing, found.themes) == (settings.calibration.comparing, settings.calibration.themes)
