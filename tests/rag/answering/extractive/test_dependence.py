"""Sentences that cannot be read alone bring what they lean on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.extractive.context import antecedents, leans_on_resolution, resolution_before

ALONE = "UNODC prepared a study."


@pytest.mark.parametrize(
    "sentence",
    [
        "It was established in 2004.",
        "Its secretariat is located in Europol in the Hague.",
        "They have proved effective.",
        "Their main focus is organized crime.",
        "These include global and regional treaties.",
        "Those who do so report it.",
        "Such contacts have been instrumental.",
        "This helps to avoid duplication.",
        "That was a reflection of reforms.",
        "Both can be used.",
        "The latter is rare.",
        "The former was dropped.",
        "However, it was only considered an obstacle in two countries.",
        "In addition, they trained judges.",
        "Furthermore, these are published.",
        "For example, their website is public.",
        "As of 21 March 2018, they were participating.",
        "Firstly, it provides an update.",
        "In this regard, States acted.",
        "In that context, States acted.",
        "In these cases, States acted.",
        "At the same time, recommendations were made.",
        "As a result, assets were returned.",
        "Following that, a platform was set up.",
        "To that end, two officials are designated.",
        "For instance, contact points speak English.",
        "As an example, one country was named.",
        "In its final form, the text was adopted.",
        "The Network is hosted by INTERPOL.",
        "The Forum was held in Washington, D.C.",
        "The meeting was attended by experts.",
        "The study was aimed at practitioners.",
        "The publication will be presented.",
        "The assistance consisted of training.",
        "The website of the Network offers e-tools.",
        "The assets in question had been embezzled.",
        "(a) They should act;",
    ],
)
def test_a_sentence_that_points_back_leans_on_the_one_before(sentence: str) -> None:
    assert antecedents([ALONE, ALONE, sentence], 2) == [1]


@pytest.mark.parametrize(
    "sentence",
    [
        "UNODC continued to work with States.",
        "It was noted that costs rose.",
        "It is important to act early.",
        "It was also highlighted that States differ.",
        "However, it was stressed that time was short.",
        "In its resolution 7/1, the Conference urged States.",
        "However, some national laws contained strict requirements.",
        "The Global Focal Point Network has 234 focal points.",
        "The Working Group met in Vienna.",
        "The networks promote cooperation.",
        "Italy returned assets.",
        "Itemized lists exist.",
        "Thistles grow.",
        "In the first cycle, 163 reviews were held.",
        "",
    ],
)
def test_a_sentence_that_can_be_read_alone_leans_on_none(sentence: str) -> None:
    assert antecedents([ALONE, sentence], 1) == []


def test_he_and_the_panellist_lean_on_the_sentence_that_introduces_the_person() -> None:
    told = [
        "A panellist from Chile outlined measures.",
        "Identification comes first.",
        "He highlighted the importance of speed.",
        "However, the panellist noted two reasons.",
    ]
    assert antecedents(told, 2) == [0]
    assert antecedents(told, 3) == [0]
    assert antecedents(["Mr. John Brandolino spoke.", ALONE, "He referred to it."], 2) == [0]
    assert antecedents(["One speaker asked for more.", ALONE, "The speaker urged States to act."], 2) == [0]


def test_without_an_introduction_a_person_leans_on_the_sentence_before() -> None:
    assert antecedents([ALONE, ALONE, "She noted it."], 2) == [1]


def test_the_first_sentence_has_nothing_to_lean_on() -> None:
    assert antecedents(["It was established in 2004."], 0) == []


def test_a_chain_brings_two_sentences_at_most_in_reading_order() -> None:
    told = ["CARIN exists.", "It was established in 2004.", "Its secretariat is small.", "It sits with Europol."]
    assert antecedents(told, 1) == [0]
    assert antecedents(told, 2) == [0, 1]
    assert antecedents(told, 3) == [1, 2]


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("In the same resolution, the Conference called upon States.", True),
        ("In that resolution, it decided so.", True),
        ("In the resolution, the Conference also encouraged States.", True),
        ("In its resolution 7/1, the Conference urged States.", False),
        ("States recalled that in the same resolution it was said.", False),
        ("In the same resolutions", False),
    ],
)
def test_in_the_same_resolution_leans_on_one_that_was_named(sentence: str, leans: bool) -> None:
    assert leans_on_resolution(sentence) is leans


def test_within_a_paragraph_the_resolution_is_the_one_named_last() -> None:
    told = [
        "See resolution 1/4.",
        "In its resolution 7/1, the Conference spoke.",
        ALONE,
        "In the same resolution, it did.",
    ]
    assert antecedents(told, 3) == [1]
    assert antecedents([ALONE, "In the same resolution, it did."], 1) == []


def test_in_earlier_paragraphs_the_resolution_named_last_is_found_up_to_four_back() -> None:
    assert resolution_before([["In resolution 1/4.", "In resolutions 3/3 and 5/3.", ALONE], [ALONE]]) == (0, 1)
    assert resolution_before([["In resolution 1/4."], ["In resolution 7/1."]]) == (1, 0)
    assert resolution_before([["In resolution 1/4."], [ALONE], [ALONE], [ALONE]]) == (0, 0)
    assert resolution_before([["In resolution 1/4."], [ALONE], [ALONE], [ALONE], [ALONE]]) is None
    assert resolution_before([[ALONE], []]) is None
    assert resolution_before([]) is None


_SAID = [ALONE, "It rose.", "He spoke.", "A panellist from Peru spoke.", "In the same resolution, it rose.", "See 1/2."]


@given(st.lists(st.sampled_from(_SAID), min_size=1, max_size=7))
def test_what_is_needed_always_stands_before_in_order_and_is_two_at_most(sentences: list[str]) -> None:
    for place in range(len(sentences)):
        needed = antecedents(sentences, place)
        assert len(needed) <= 2
        assert needed == sorted(set(needed))
        assert all(0 <= each < place for each in needed)
