"""Sentences that cannot be read alone bring what they lean on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.extractive.context import (
    BEFORE,
    antecedents,
    leaning,
    leans_on_resolution,
    opening,
    resolution_before,
)

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
        "Of these, 34 per cent were found guilty.",
        "However, of those, few were dismissed.",
        "Two thirds of them resigned.",
        "Only a few of these have been closed.",
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
        "In so doing, States save time.",
        "Against this background, a mechanism was suggested.",
        "The assets in question had been embezzled.",
        "The decision was followed by protests.",
        "The intention is to save time.",
        "(a) They should act;",
    ],
)
def test_a_sentence_that_points_back_leans_on_the_one_before(sentence: str) -> None:
    assert antecedents([ALONE, ALONE, sentence], 2) == [1]


@pytest.mark.parametrize(
    "sentence",
    [
        "UNODC continued to work with States.",
        "Of those who replied, half agreed.",
        "Most of those surveyed agreed.",
        "It was noted that costs rose.",
        "It was noted by speakers that costs rose.",
        "It is important to act early.",
        "It would be useful to act early.",
        "It remained urgent for donors to act.",
        "It was also highlighted that States differ.",
        "However, it was stressed that time was short.",
        "In its resolution 7/1, the Conference urged States.",
        "In its final form, the text was adopted.",
        "However, some national laws contained strict requirements.",
        "The Global Focal Point Network has 234 focal points.",
        "The Working Group met in Vienna.",
        "The Conference urged States to act.",
        "The networks promote cooperation.",
        "The focal points are named in a directory.",
        "The assets returned by Italy were sold.",
        "The secretariat revised the draft.",
        "This report describes networks.",
        "Under this item, States spoke.",
        "Both requesting and requested States should act.",
        "Measures such as training help.",
        "Systems should be such that data are safe.",
        "States noted that data were lost and that such data cost much.",
        "Italy returned assets to those in need.",
        "States should invite those Member States that have not yet done so to act.",
        "Italy returned assets.",
        "Itemized lists exist.",
        "Thistles grow.",
        "In the first cycle, 163 reviews were held.",
        "",
    ],
)
def test_a_sentence_that_can_be_read_alone_leans_on_none(sentence: str) -> None:
    assert antecedents([ALONE, sentence], 1) == []


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("It was highlighted that the authorities linked these funds to corruption.", 0),
        ("The authorities froze the said funds.", 0),
        ("Courts decided on the above-mentioned funds.", 0),
        ("Judges were trained for such an exercise.", 1),
        ("Countries complied with that exercise.", 1),
        ("Beyond relief, these exercises save lives.", 1),
        ("Some went further and gave advice on such measures.", 2),
    ],
)
def test_a_noun_that_is_taken_for_known_leans_on_the_nearest_sentence_that_has_it(sentence: str, place: int) -> None:
    told = ["Funds were frozen.", "An exercise was held.", "Officials spoke.", sentence]
    assert antecedents(told, 3) == [place]


def test_this_country_is_the_one_of_the_panellist_and_not_of_the_heading() -> None:
    told = [
        "A panellist from Kyrgyzstan presented a case.",
        "The funds had gone to people close to the former president of the country.",
        "The panellist mentioned the role of the Initiative.",
        "He also noted that the asset recovery framework of this country had improved.",
    ]
    assert 0 in antecedents(told, 3)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The Network is hosted by INTERPOL.", 0),
        ("However, the Network has 234 focal points.", None),
        ("The Network offers training.", 0),
        ("The website of the Network offers training.", 0),
        ("The Forum urges States to act.", None),
        ("The workshop was attended by experts.", 1),
        ("In its new form, the workshop takes a day.", 1),
        ("The workshop takes two days.", 1),
        ("The workshops of 2019 were held elsewhere.", None),
    ],
)
def test_a_subject_in_short_leans_on_the_sentence_that_names_it_in_full(sentence: str, place: int | None) -> None:
    told = [
        "The Camden Asset Recovery Network and the Permanent Forum exist.",
        "UNODC organized a workshop in Tunis.",
        "States took part.",
        sentence,
    ]
    assert antecedents(told, 3) == ([] if place is None else [place])


def test_a_sentence_may_lean_on_two_others() -> None:
    told = ["A representative of the secretariat spoke.", "Saudi Arabia launched the Riyadh Initiative.", ALONE]
    assert antecedents([*told, "He indicated that UNODC would serve this initiative."], 3) == [0, 1]


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
    assert antecedents(["The representative of Chile spoke.", ALONE, "She urged States to act."], 2) == [0]


def test_without_an_introduction_a_person_leans_on_the_sentence_before_and_an_office_on_none() -> None:
    assert antecedents([ALONE, ALONE, "She noted it."], 2) == [1]
    assert antecedents([ALONE, "The President of the Conference spoke."], 1) == []


def test_the_first_sentence_leans_on_what_stands_before_the_paragraph() -> None:
    for sentence in ("It was established in 2004.", "In execution of this mandate, a meeting was held.", "He spoke."):
        assert leaning([sentence], 0) == (BEFORE,)
        assert antecedents([sentence], 0) == []
    assert leaning([ALONE], 0) == ()


def test_what_a_sentence_opens_by_taking_up_is_told_apart_from_what_its_nouns_need() -> None:
    told = ["Funds were frozen.", ALONE, "It helped these funds."]
    assert opening(told, 2) == (1,)
    assert leaning(told, 2) == (1, 0)
    assert opening(["Funds were frozen.", ALONE, "Courts returned these funds."], 2) == ()


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
        ("In the same decision, the Council asked for a report.", True),
        ("States recalled that in the same resolution it was said.", True),
        ("States recalled resolution 7/1 and what was said in the same resolution.", False),
        ("In its resolution 7/1, the Conference urged States.", False),
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
    assert leaning([ALONE, "In the same resolution, it did."], 1) == (BEFORE,)


def test_in_earlier_paragraphs_the_resolution_named_last_is_found_up_to_four_back() -> None:
    assert resolution_before([["In resolution 1/4.", "In resolutions 3/3 and 5/3.", ALONE], [ALONE]]) == (0, 1)
    assert resolution_before([["In resolution 1/4."], ["In resolution 7/1."]]) == (1, 0)
    assert resolution_before([["In resolution 1/4."], [ALONE], [ALONE], [ALONE]]) == (0, 0)
    assert resolution_before([["In resolution 1/4."], [ALONE], [ALONE], [ALONE], [ALONE]]) is None
    assert resolution_before([["In decision 1/CMA.3."]]) == (0, 0)
    assert resolution_before([[ALONE], []]) is None
    assert resolution_before([]) is None


_SAID = [
    ALONE,
    "It rose.",
    "He spoke of these funds.",
    "A panellist from Peru spoke.",
    "In the same resolution, it rose.",
    "See 1/2.",
    "The study was long.",
]


@given(st.lists(st.sampled_from(_SAID), min_size=1, max_size=7))
def test_what_is_needed_always_stands_before_in_order_and_is_two_at_most(sentences: list[str]) -> None:
    for place in range(len(sentences)):
        needed = antecedents(sentences, place)
        assert len(needed) <= 2
        assert needed == sorted(set(needed))
        assert all(0 <= each < place for each in needed)


@given(st.lists(st.text(alphabet="Tthe isa.,(1)’-", max_size=60), min_size=1, max_size=4))
def test_any_text_has_an_end(sentences: list[str]) -> None:
    for place in range(len(sentences)):
        assert all(BEFORE <= each < place for each in leaning(sentences, place))
