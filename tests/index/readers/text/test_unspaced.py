"""Texts in which headings and paragraphs follow one another without space."""

import pytest

from index.document import Document
from index.readers.text.reader import raw_lines
from index.readers.text.unspaced import with_space
from tests.support.parsing import document

REPORT = """\
A/80/75

General Assembly

Strengthening of the coordination of emergency
humanitarian assistance
Report of the Secretary-General
Summary
The present report was prepared pursuant to a resolution of the Assembly, and
covers the year 2024.
I. Introduction
1.
It was a devastating year for hundreds of millions of people caught in crises
that stretched the system.
2.
Conflicts were more entrenched than at any point in recent history and caused
suffering in many countries.
II. Overview of humanitarian emergencies
A.
Complex emergencies in countries where there had been conflicts for many a
year
3. In the Sudan, the number of people in need grew by nearly a quarter during
the year.
Impact of warfare
On civilians
4. In Ethiopia, 21 million people required assistance owing to climate shocks.
They were helped.
1.
Financing
5. Donors gave less than in the year before, and appeals were funded by half
at most.
(a)
Funds
6. The fund gave 20 million.
7. It gave more in 2025.
"""

RESOLUTION = """\
Security Council
Resolution 2781 (2025)
Adopted by the Security Council at its 9928th meeting
The Conference of the Parties serving as the meeting of the
Parties to the Agreement,
Recalling its previous resolutions on the situation in the country and the
Statements of its President, which have been many and which it has made
in all of these years,
Also recalling the agreement,
Deeply concerned at the increase in violence, which has grown from one
year to the next, and
Acting under Chapter VII of the Charter,
1.
Decides to renew the measures, which were imposed by the resolution that
was adopted in 2018, Recalling nothing;
2.
Requests a report on all of this, which is to be submitted before the
end of the year.
"""


def read(text: str) -> dict[str, str]:
    return {str(each.locator): each.text for each in document(text).paragraphs}


def headings(told: Document) -> dict[str, tuple[str, ...]]:
    return {str(each.locator): each.headings for each in told.paragraphs}


def test_headings_stand_between_the_end_of_a_sentence_and_a_paragraphs_number() -> None:
    told = document(REPORT)
    emergencies = (
        "II. Overview of humanitarian emergencies",
        "A. Complex emergencies in countries where there had been conflicts for many a year",
    )
    assert headings(told) == {
        "unnumbered 1": ("Summary",),
        "1": ("I. Introduction",),
        "2": ("I. Introduction",),
        "3": emergencies,
        "4": (*emergencies, "On civilians"),
        "5": (*emergencies, "1. Financing"),
        "6": (*emergencies, "1. Financing", "(a) Funds"),
        "7": (*emergencies, "1. Financing", "(a) Funds"),
    }
    texts = {str(each.locator): each.text for each in told.paragraphs}
    assert texts["2"].endswith("suffering in many countries.")
    assert texts["3"].endswith("during the year.")
    assert texts["4"] == "In Ethiopia, 21 million people required assistance owing to climate shocks. They were helped."


def test_a_title_ends_where_the_summary_begins() -> None:
    assert document(REPORT).title == "Strengthening of the coordination of emergency humanitarian assistance"


def test_the_paragraphs_of_a_preamble_begin_with_participles_below_the_organ_that_speaks() -> None:
    told = read(RESOLUTION)
    assert list(told) == [*(f"preambular para. {number}" for number in range(1, 5)), "1", "2"]
    assert told["preambular para. 1"].startswith("Recalling its previous resolutions on the situation in the country")
    assert told["preambular para. 2"] == "Also recalling the agreement,"
    assert told["1"].endswith("adopted in 2018, Recalling nothing;")


@pytest.mark.parametrize(
    "text",
    [
        "1. One.\n\n2. Two of them.\n\n3. Three.\n\nA heading\n4. Four.\n\n5. Five.\n\n6. Six.\n",  # most have space
        "1. One.\nA heading\n2. Two.\n",  # too few to tell
        "1. Opening\n2. Election of officers\n3. Agenda\n4. Report\n5. Debate\n6. Closure\n",  # a list
        "".join(f"{n}.\nIt rose in many zones (see annex)\n" for n in range(1, 8)),  # paragraphs without a full stop
        "Recalling its words,\nNoting the rest,\n1. Decides so.\n",  # nobody speaks
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    lines = raw_lines(text)
    assert with_space(lines) == lines


def test_the_numbers_of_recommendations_go_with_their_words_below() -> None:
    numbers = "".join(f"136.{n}\nContinue to spread awareness in all of {n} provinces (Ghana);\n" for n in range(1, 7))
    told = read(f"135. The text.\n136. The recommendations below enjoy its support:\n{numbers}137. Next.\n")
    assert told["recommendation 136.2"] == "Continue to spread awareness in all of 2 provinces (Ghana);"


def test_a_recommendation_with_its_name_alone_is_no_part_of_the_paragraph_above() -> None:
    told = read(
        "20. It is to be covered by all.\nRecommendation 1\nHeads should\nreview it.\n\n21. Victims face risks.\n"
    )
    assert told["20"] == "It is to be covered by all."
    assert told["recommendation 1"] == "Heads should review it."


def test_a_letter_begins_below_its_title_and_a_resolutions_number_goes_with_its_title() -> None:
    letter = "A/79/729\n\nLetter dated 17 January 2025 from the Chair\naddressed to the President\n"
    title = "Letter dated 17 January 2025 from the Chair addressed to the President"
    assert document(f"{letter}I have the honour to write.\n").title == title
    adopted = "Resolution adopted by the Human Rights Council\non 8 July 2025\n59/25.\n\nClimate change\n"
    told = document(f"{adopted}The Human Rights Council,\nRecalling its words,\n1.\nDecides so.\n")
    assert told.title == "Climate change"


def test_what_printers_put_below_a_page_and_the_name_of_a_decision_stand_alone() -> None:
    told = document(
        "Security Council\nDistr.: General\n25-04453 (E) 140425\n*2504453*\nPeace and cooperation in the region\n"
        "Report of the Secretary-General\nI. Introduction\n1. The report is submitted pursuant to the resolution\n"
        "in which the Council asked for it.\n25-04453\n2/7\nDecision 1/CMA.3\nClimate pact\n"
        "The Conference of the Parties,\nRecalling Article 2 of the Agreement, which all of the\nStates have joined,\n"
        "1. Notes the report.\n"
    )
    assert told.title == "Peace and cooperation in the region"
    assert [each.locator.containers for each in told.paragraphs] == [(), ("decision 1/CMA.3",), ("decision 1/CMA.3",)]
    assert told.paragraphs[0].text.endswith("in which the Council asked for it.")


def test_speeches_and_their_paragraphs_begin_below_a_line_that_is_not_full() -> None:
    speech = (
        "{name}: On behalf of the group I have the honour to introduce the draft\n"
        "resolution, which it has put forward.\n"
        "At the outset I thank all delegations for their contributions, which have made\n"
        "it what it is today.\n"
    )
    names = (
        "Mr. Makaya (Congo) (spoke in French)", "Ms. Sharma (Department for Conference\nManagement)",
        "The Acting President", "Mr. Maes (Luxembourg)", "Ms. Bell (Malta)", "The President",
    )  # fmt: skip
    told = document(
        "The meeting was called to order at 10 a.m.\n" + "".join(speech.format(name=each) for each in names)
    )
    assert [each.text.split(":")[0] for each in told.paragraphs[1::2]] == [each.replace("\n", " ") for each in names]
    assert {each.text[:46] for each in told.paragraphs[2::2]} == {"At the outset I thank all delegations for thei"}


def test_a_record_that_sums_speeches_up_goes_by_its_numbers() -> None:
    text = "".join(
        f"{n}. Mr. Maes (Chad) said that it rose.\nMs. Bell (Malta): none.\nIt was so.\n" for n in range(1, 8)
    )
    assert [str(each.locator) for each in document(text).paragraphs] == [str(n) for n in range(1, 8)]


def test_no_line_is_lost_where_a_mark_has_nothing_to_go_with() -> None:
    text = "Resolution adopted by the Council\non 8 July 2025\n59/25.\n"
    assert [line.text for line in with_space(raw_lines(text))] == text.splitlines()


def test_the_heading_above_the_first_paragraph_begins_with_its_mark_though_the_masthead_has_no_space() -> None:
    masthead = "United Nations A/80/75\nGeneral Assembly Distr.: General\n10 April 2025\nEightieth session\n"
    title = "Strengthening of the coordination\nReport of the Secretary-General\n"
    told = document(masthead + title + REPORT[REPORT.index("I. Introduction") :])
    assert headings(told)["1"] == ("I. Introduction",)
    assert told.title == "Strengthening of the coordination"


def test_numbers_of_two_steps_alone_are_paragraphs_above_full_lines_only() -> None:
    words = "The first author lived in the village of Sela Dolna, in the upper valley"
    told = read("".join(f"2.{number}\n\n{words}.\nIt was dammed.\n\n" for number in range(1, 7)))
    assert told["2.3"] == f"{words}. It was dammed."
    text = "".join(f"{number}. {words}.\n\n" for number in range(1, 7))
    assert "2.3" not in read(text + "".join(f"2.{number}\n\nRate\n\n" for number in range(1, 7)))
