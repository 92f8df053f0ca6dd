"""Which sentences answer: the fewest that do, lists with their lead-in, something from each side."""

from collections.abc import Mapping
from dataclasses import replace
from math import log

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.candidates import FEATURES, Candidates
from rag.answering.extractive.select import chances, choose, says_the_same
from rag.calibration import SentenceWeights
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.settings import ChoiceSettings
from tests.support.papers import index_of, numbered, paragraph

PAPER = Document(
    "paper",
    "Title",
    (
        paragraph(
            "1",
            "They act. States should: (a) Judge; (b) Vote. All agreed.",
            items={"a": "Judge;", "b": "Vote."},
        ),
        *numbered("Networks exist. Banks lend. Women vote.", "Banks do lend. Courts sit."),
    ),
)
# The chance of a sentence is what the tests say it is: the logistic function of one feature.
BY_VECTOR = SentenceWeights(bias=0.0, gap=0.0, vector=1.0, pieces=0.0, words=0.0, kind=0.0, length=0.0)
SETTINGS = ChoiceSettings(
    near_pointed=0.7, near_open=0.3, least=0.05, most_pointed=2, most_open=4, most_each=1, again=1.0
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(PAPER)


def candidates(index: Index, given: Mapping[str, float]) -> Candidates:
    """All sentences of the index, those in `given` with the chance that it says, the others with hardly any."""
    found, features = [], np.zeros((len(index.store.sentences), len(FEATURES)), dtype=np.float32)
    for place, (row, start, end) in enumerate(index.store.sentences.tolist()):
        found.append(Candidate(index.paragraphs[row], row, start, end))
        chance = given.get(found[-1].text, 0.001)
        features[place, FEATURES.index("vector")] = log(chance / (1 - chance))
    assert set(given) <= {each.text for each in found}
    return Candidates(tuple(found), features)


def chosen(
    index: Index,
    given: Mapping[str, float],
    kind: AnswerType = AnswerType.OTHER,
    settings: ChoiceSettings = SETTINGS,
    scopes: tuple[frozenset[int], ...] = (),
) -> list[str]:
    question = QuestionAnalysis(text="?", topic="?", answer_type=kind, scopes=scopes)
    return [each.text for each in choose(question, candidates(index, given), settings, BY_VECTOR).sentences]


def test_a_chance_is_the_logistic_function_of_the_weighted_features() -> None:
    features = np.zeros((3, len(FEATURES)), dtype=np.float32)
    features[:, FEATURES.index("vector")] = [-log(3), 0, log(3)]
    assert chances(features, BY_VECTOR).tolist() == pytest.approx([0.25, 0.5, 0.75])


def test_the_best_is_taken_and_others_only_where_they_are_near(index: Index) -> None:
    given = {"Women vote.": 0.8, "Banks lend.": 0.6, "Courts sit.": 0.25, "Networks exist.": 0.2}
    assert chosen(index, given, AnswerType.DATE) == ["Women vote.", "Banks lend."]
    assert chosen(index, given) == ["Women vote.", "Banks lend.", "Courts sit."]
    assert chosen(index, {"Women vote.": 0.8, "Banks lend.": 0.5}, AnswerType.DATE) == ["Women vote."]


def test_a_definition_is_one_thing_that_answers(index: Index) -> None:
    given = candidates(index, {"Women vote.": 0.8, "Banks lend.": 0.5, "Courts sit.": 0.45})
    question = QuestionAnalysis(text="?", topic="?", answer_type=AnswerType.OTHER)
    assert len(choose(question, given, SETTINGS, BY_VECTOR).sentences) == 3
    best = [each.text for each in given.sentences].index("Women vote.")
    given.features[best, FEATURES.index("defines")] = 1.0
    assert [each.text for each in choose(question, given, SETTINGS, BY_VECTOR).sentences] == ["Women vote."]


def test_no_more_than_the_most_are_taken(index: Index) -> None:
    given = {"Women vote.": 0.8, "Banks lend.": 0.8, "Courts sit.": 0.8, "Networks exist.": 0.8, "All agreed.": 0.8}
    assert len(chosen(index, given, AnswerType.DATE)) == 2
    assert len(chosen(index, given)) == 4


def test_the_best_is_taken_however_small_its_chance_and_no_other_below_the_least(index: Index) -> None:
    assert chosen(index, {"Women vote.": 0.02, "Courts sit.": 0.019}) == ["Women vote."]
    assert chosen(index, {"Women vote.": 0.06, "Courts sit.": 0.055}) == ["Women vote.", "Courts sit."]


def test_what_says_the_same_is_not_said_twice(index: Index) -> None:
    # `Banks do lend.` has all the words of `Banks lend.`.
    given = {"Banks lend.": 0.9, "Banks do lend.": 0.89, "Courts sit.": 0.8}
    assert chosen(index, given) == ["Banks lend.", "Courts sit."]


def test_equal_chances_stand_in_the_order_of_the_candidates(index: Index) -> None:
    assert chosen(index, {"Courts sit.": 0.5, "Networks exist.": 0.5, "Women vote.": 0.5}) == [
        "Networks exist.", "Women vote.", "Courts sit.",
    ]  # fmt: skip


def test_another_sentence_of_a_paragraph_counts_less_if_that_is_wanted(index: Index) -> None:
    given = {"Women vote.": 0.9, "Networks exist.": 0.8, "Courts sit.": 0.5}
    assert chosen(index, given) == ["Women vote.", "Networks exist.", "Courts sit."]
    assert chosen(index, given, settings=replace(SETTINGS, again=0.5)) == [
        "Women vote.",
        "Courts sit.",
        "Networks exist.",
    ]
    assert chosen(index, given, settings=replace(SETTINGS, again=0.2)) == ["Women vote.", "Courts sit."]


def test_each_side_of_a_comparison_says_something(index: Index) -> None:
    given = {"Women vote.": 0.9, "Banks lend.": 0.8, "Courts sit.": 0.02}
    both = (frozenset({2}), frozenset({1}))
    assert chosen(index, given, scopes=both) == ["Courts sit.", "Women vote."]
    assert chosen(index, given, scopes=both, settings=replace(SETTINGS, most_each=2)) == [
        "Courts sit.", "Women vote.", "Banks lend.",
    ]  # fmt: skip


def test_a_side_without_candidates_says_nothing(index: Index) -> None:
    assert chosen(index, {"Women vote.": 0.9}, scopes=(frozenset({1}), frozenset({77}))) == ["Women vote."]


def test_a_lead_in_brings_its_items_and_an_item_its_lead_in(index: Index) -> None:
    assert chosen(index, {"States should:": 0.9}) == ["States should:", "(a) Judge;", "(b) Vote."]
    assert chosen(index, {"(b) Vote.": 0.9}) == ["(b) Vote.", "States should:"]
    assert chosen(index, {"All agreed.": 0.9}) == ["All agreed."]
    assert chosen(index, {"(b) Vote.": 0.9, "(a) Judge;": 0.8}) == ["(b) Vote.", "States should:", "(a) Judge;"]


def test_a_question_for_a_list_gets_all_of_the_list_of_the_best_paragraph(index: Index) -> None:
    whole = ["(b) Vote.", "States should:", "(a) Judge;"]
    assert chosen(index, {"(b) Vote.": 0.9}, AnswerType.LIST) == whole
    assert chosen(index, {"All agreed.": 0.9}, AnswerType.LIST) == [
        "All agreed.",
        "States should:",
        "(a) Judge;",
        "(b) Vote.",
    ]
    # The best sentence is elsewhere: the list is not what was asked for.
    beside = {"Courts sit.": 0.9, "All agreed.": 0.5}
    assert chosen(index, beside, AnswerType.LIST) == ["Courts sit.", "All agreed."]


def test_lists_can_be_left_alone(index: Index) -> None:
    assert chosen(index, {"(b) Vote.": 0.9}, AnswerType.LIST, replace(SETTINGS, lists=False)) == ["(b) Vote."]


def related(index: Index, given: Mapping[str, float], settings: ChoiceSettings = SETTINGS) -> list[str]:
    question = QuestionAnalysis(text="?", topic="?", answer_type=AnswerType.OTHER)
    found = choose(question, candidates(index, given), settings, BY_VECTOR, related=True)
    return [each.text for each in found.sentences]


def test_related_passages_are_fewer_and_the_likeliest_are_longer(index: Index) -> None:
    given = {"Women vote.": 0.6, "Courts sit.": 0.21, "Networks exist.": 0.02, "Banks lend.": 0.01}
    assert chosen(index, given) == ["Women vote.", "Courts sit."]
    settings = replace(SETTINGS, near_related=0.3, more_related=1)
    assert related(index, given, settings) == ["Women vote.", "Courts sit.", "Networks exist."]
    assert related(index, given, replace(settings, more_related=2)) == [
        "Women vote.", "Courts sit.", "Networks exist.", "Banks do lend.",
    ]  # fmt: skip
    assert related(index, given, replace(settings, near_related=0.5)) == ["Women vote.", "Networks exist."]
    assert related(index, given, replace(settings, more_related=0)) == ["Women vote.", "Courts sit."]


def test_what_a_related_passage_is_lengthened_by_says_something_new_and_brings_its_lead_in(index: Index) -> None:
    settings = replace(SETTINGS, more_related=1)
    assert related(index, {"Courts sit.": 0.6, "Banks lend.": 0.3}, settings) == ["Courts sit.", "Banks lend."]
    given = {"All agreed.": 0.6, "(b) Vote.": 0.1}
    assert related(index, given, settings) == ["All agreed.", "(b) Vote.", "States should:"]


def test_the_best_candidate_and_its_chance_are_told(index: Index) -> None:
    found = choose(
        QuestionAnalysis("?", "?", AnswerType.OTHER), candidates(index, {"Women vote.": 0.8}), SETTINGS, BY_VECTOR
    )
    assert index.store.sentences[found.best].tolist()[0] == 1
    assert found.chance == pytest.approx(0.8)


def test_without_candidates_nothing_is_chosen() -> None:
    none = Candidates((), np.zeros((0, len(FEATURES)), dtype=np.float32))
    found = choose(QuestionAnalysis("?", "?", AnswerType.OTHER), none, SETTINGS, BY_VECTOR)
    assert (found.sentences, found.chance) == ((), 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Banks lend.", "banks LEND.", True),
        ("Banks lend.", "Banks often lend.", True),
        ("Receiving States should comply.", "Receiving countries should comply.", True),
        ("Receiving States should comply now.", "Transmitting countries should comply now.", False),
        ("Banks lend.", "Courts sit.", False),
        ("States act on what is covered.", "States act on what is not covered.", False),
    ],
)
def test_sentences_that_share_nearly_all_words_say_the_same(one: str, other: str, same: bool) -> None:
    assert says_the_same(one, other) is same
    assert says_the_same(other, one) is same


def test_what_adds_words_of_meaning_or_a_figure_says_more() -> None:
    requested = "Requests the Board to evaluate the share of proceeds every five years, starting in 2026."
    whole = f"{requested[:-1]}, and to report on the governance, delivery and financing of mitigation."
    assert says_the_same(requested, whole)
    assert not says_the_same(whole, requested)
    assert says_the_same("Requests the Board to evaluate the share of proceeds every five years.", requested)
    assert not says_the_same(requested, "Requests the Board to evaluate the share of proceeds every five years.")
