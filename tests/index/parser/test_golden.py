"""The five documents: golden files, and by hand what they must say whatever the golden files say.

After a change that is meant: `python -m tests.support.golden_files`, then read the difference.
"""

from functools import cache

import pytest

from index.document import Document, Paragraph, Parse
from index.locator import Locator
from tests.support.golden_files import golden_path, golden_text, parse_corpus

SIGNS = ("*", "](", "<", "¹", "²", "³", "⁴", "⁵", "⁶", "  ", "\n")
IDS = ("guidelines-2021", "info-sharing-2018", "intersessional-2020", "irg-2019", "progress-2018")


@cache
def parses() -> dict[str, Parse]:
    return {parse.document.id: parse for parse in parse_corpus()}


def document(id: str) -> Document:
    return parses()[id].document


def paragraph(id: str, locator: str) -> Paragraph:
    found = document(id).paragraph(Locator.parse(locator))
    assert found is not None
    return found


def begins_and_ends(id: str, locator: str, beginning: str, end: str) -> None:
    text = paragraph(id, locator).text
    assert text.startswith(beginning)
    assert text.endswith(end)


@pytest.mark.parametrize("id", IDS)
def test_a_document_is_parsed_as_its_golden_file_says(id: str) -> None:
    assert golden_text(parses()[id]) == golden_path(id).read_text(encoding="utf-8")


def test_the_golden_files_are_those_of_the_corpus() -> None:
    assert sorted(parses()) == sorted(path.stem for path in golden_path("x").parent.glob("*.json")) == sorted(IDS)


@pytest.mark.parametrize("id", IDS)
def test_the_audit_of_the_corpus_is_clean(id: str) -> None:
    assert parses()[id].findings == ()


def numbers(id: str) -> list[str]:
    return [str(each.locator) for each in document(id).paragraphs]


def test_every_paragraph_of_the_corpus_is_there_once() -> None:
    assert numbers("progress-2018") == [str(number) for number in range(1, 106)]
    assert numbers("irg-2019") == [str(number) for number in range(1, 19)]
    assert numbers("intersessional-2020") == [str(number) for number in range(1, 43)]
    counts = {1: 3, 2: 3, 3: 3, 4: 3, 5: 2, 6: 3, 7: 4}
    assert numbers("guidelines-2021") == [str(number) for number in range(1, 22)] + [
        f"annex, draft guideline {guideline}, {guideline}.{number}"
        for guideline, count in counts.items()
        for number in range(1, count + 1)
    ]
    counts = {1: 3, 2: 2, 4: 2, 5: 2, 6: 4, 7: 4}
    under = [
        f"draft guideline {guideline}, {number}"
        for guideline, count in counts.items()
        for number in range(1, count + 1)
    ]
    under.insert(5, "draft guideline 3")
    assert numbers("info-sharing-2018") == [str(number) for number in range(1, 49)] + under


def test_no_markup_mark_or_furniture_is_left_in_a_paragraph() -> None:
    for id in IDS:
        for each in document(id).paragraphs:
            left = [sign for sign in SIGNS if sign in each.text]
            assert left == [], each.text
            assert not each.text.startswith((str(each.locator.number), "-"))


def test_progress_headings_numbered_like_paragraphs_are_headings() -> None:
    begins_and_ends("progress-2018", "28", "Efforts are made to actively", "workshops and regional conferences.")
    begins_and_ends("progress-2018", "29", "At its third session,", "emphasis on effective financial investigations.")
    assert [heading[:22] for heading in paragraph("progress-2018", "29").headings] == [
        "II. Overview of the st",
        "A. Developing cumulati",
        "2. Close cooperation w",
    ]
    tops = {each.headings[2] for each in document("progress-2018").paragraphs if len(each.headings) > 2}
    assert len({heading for heading in tops if heading[0].isdigit()}) == 10


def test_progress_says_action_taken_eleven_times_each_under_its_own_heading() -> None:
    paths = {each.headings for each in document("progress-2018").paragraphs if each.headings[-1] == "Action taken"}
    assert len(paths) == 11
    assert paragraph("progress-2018", "66").headings[-2:] == (
        "1. Central authorities, asset recovery focal points and networks",
        "Action taken",
    )
    assert paragraph("progress-2018", "93").headings[-2:] == (
        "C. Technical assistance, training and capacity-building",
        "Action taken",
    )
    assert paragraph("progress-2018", "98").headings[-1] == "D. Reporting and follow-up"


def test_progress_paragraphs_cut_by_a_footnote_or_a_page_are_whole() -> None:
    assert (
        "Partnership with Arab Countries and other country-specific guides; and"
        in paragraph("progress-2018", "23").text
    )
    assert "which had noted the need to increase the responsibility" in paragraph("progress-2018", "29").text
    assert "in building national capacity, and has requested the secretariat" in paragraph("progress-2018", "15").text
    assert "developing a study to identify best practices and ways" in paragraph("progress-2018", "35").text
    assert "practitioner networks (CAC/COSP/WG.2/2018/5, see also" in paragraph("progress-2018", "57").text
    assert "Focal points can exchange information and technical knowledge" in paragraph("progress-2018", "66").text
    assert "international cooperation, mutual legal assistance for" in paragraph("progress-2018", "95").text


def test_progress_footnotes_are_with_their_marks() -> None:
    with_notes = {
        str(each.locator): [note.mark for note in each.notes] for each in document("progress-2018").paragraphs
    }
    assert {locator: marks for locator, marks in with_notes.items() if marks} == {"21": ["1"], "26": ["2"]}
    assert paragraph("progress-2018", "21").notes[0].text == (
        "Available at www.track.unodc.org/assetrecovery/Pages/home.aspx."
    )
    assert paragraph("progress-2018", "21").text.startswith(
        "At the request of the Working Group, a special section of the TRACK portal is dedicated to asset recovery."
    )
    assert [note.text for note in document("progress-2018").notes] == ["CAC/COSP/WG.2/2018/1."]


def test_progress_lists_have_their_entries() -> None:
    marks = {
        str(each.locator): "".join(item.locator.items[0] for item in each.items)
        for each in document("progress-2018").paragraphs
        if each.items
    }
    assert marks == {"54": "abcd", "65": "abcde", "67": "abcdef", "79": "ab"}
    third = paragraph("progress-2018", "65").items[2]
    assert (str(third.locator), third.text) == ("65 (c)", "Asset recovery focal points in 80 States parties;")
    begins_and_ends("progress-2018", "65", "The secretariat continued to update", "proceedings in 32 States parties.")


def test_irg_markdown_is_gone_and_its_footnote_attached() -> None:
    assert paragraph("irg-2019", "1").headings == ("VIII. Technical Assistance",)
    assert paragraph("irg-2019", "18").headings == ("IX. Adoption of the report",)
    begins_and_ends("irg-2019", "1", "At its meetings held jointly", "the workplan agreed for 2017–2019.")
    begins_and_ends(
        "irg-2019", "3", "A representative of the joint World Bank", "directory of asset recovery networks."
    )
    assert "twelve countries received technical assistance on legislative reform" in paragraph("irg-2019", "3").text
    assert "from the country reviews [CAC/COSP/IRG/2019/5], provided" in paragraph("irg-2019", "2").text
    assert paragraph("irg-2019", "1").notes[0].text.startswith("Information on the panel on technical assistance")
    begins_and_ends("irg-2019", "18", "On 29 May 2019,", "and CAC/COSP/IRG/2019/L.1/Add.5).")


def test_guidelines_paragraphs_cut_by_notes_are_whole_and_notes_are_with_their_marks() -> None:
    assert "country reviews of 156 States parties with regard to article 46" in paragraph("guidelines-2021", "3").text
    assert "should not be interpreted as imposing more stringent" in paragraph("guidelines-2021", "11").text
    with_notes = {
        str(each.locator): [note.mark for note in each.notes] for each in document("guidelines-2021").paragraphs
    }
    assert {locator: marks for locator, marks in with_notes.items() if marks} == {"5": ["1"], "6": ["2"], "9": ["3"]}
    assert "political declaration, inter alia, highlighted" in paragraph("guidelines-2021", "18").text


def test_guidelines_annex_has_guidelines_with_titles() -> None:
    title = "Revised draft non-binding guidelines on the timely sharing of information in accordance with article 56 of"
    path = paragraph("guidelines-2021", "annex, draft guideline 7, 7.4").headings
    assert path[0] == "Annex"
    assert path[1].startswith(title)
    assert path[2:] == (
        "Draft guideline 7",
        "To the extent possible States could endeavour to invest in the institutional support and resources for asset "
        "recovery practitioner networks",
    )
    last = paragraph("guidelines-2021", "annex, draft guideline 7, 7.4").text
    assert last == (
        "Other donors and technical assistance providers should consider providing assistance to networks to carry out "
        "their activities."
    )
    entry = paragraph("guidelines-2021", "annex, draft guideline 4, 4.1").items[0]
    assert str(entry.locator) == "annex, draft guideline 4, 4.1 (a)"
    assert entry.text.startswith("Getting into contact with the transmitting jurisdiction")
    begins_and_ends("guidelines-2021", "21", "The Working Group may also wish", "newly established GlobE Network.")


def test_info_sharing_quotation_and_cut_paragraphs_are_whole() -> None:
    begins_and_ends(
        "info-sharing-2018",
        "7",
        "Article 56 of the Convention against Corruption reads as follows: Without prejudice to its domestic law,",
        "request by that State party under this chapter of the Convention.",
    )
    assert "of their relevant experiences. The Group concluded that" in paragraph("info-sharing-2018", "3").text
    assert "Following that, a platform for operational information-sharing" in paragraph("info-sharing-2018", "16").text
    assert "including practitioners involved in asset recovery" in paragraph("info-sharing-2018", "23").text
    assert "currently has 234 dedicated focal points, who are" in paragraph("info-sharing-2018", "37").text


def test_info_sharing_guidelines_start_again_at_1() -> None:
    begins_and_ends("info-sharing-2018", "draft guideline 1, 1", "States should be able to transmit", "of reciprocity.")
    begins_and_ends("info-sharing-2018", "draft guideline 3", "In line with article 46,", "should be avoided.")
    assert paragraph("info-sharing-2018", "draft guideline 3").headings[1:] == (
        "Draft guideline 3",
        "Regulations should be conducive to the sharing of information",
    )
    listed = paragraph("info-sharing-2018", "draft guideline 4, 2")
    assert [str(item.locator) for item in listed.items] == [f"draft guideline 4, 2 ({mark})" for mark in "abc"]
    begins_and_ends("info-sharing-2018", "48", "The Working Group may also wish", "to be held in November 2019.")


def test_info_sharing_notes_are_with_their_marks() -> None:
    with_notes = {
        str(each.locator): [note.mark for note in each.notes] for each in document("info-sharing-2018").paragraphs
    }
    assert {locator: marks for locator, marks in with_notes.items() if marks} == {
        "3": ["1"], "6": ["2"], "10": ["3"], "15": ["4"], "16": ["5"], "17": ["6"],
    }  # fmt: skip


def test_intersessional_page_header_inside_a_paragraph_is_dropped() -> None:
    begins_and_ends("intersessional-2020", "13", "Beyond recovering and returning", "as a predicate offence.")
    text = paragraph("intersessional-2020", "13").text
    assert "halting of transactions prior to the transfer of funds across borders" in text
    assert "including through an all-crimes approach" in text


def test_intersessional_lettered_headings_are_not_sub_items() -> None:
    assert paragraph("intersessional-2020", "4").headings == (
        "Item 2. Preparations for the special session of the General Assembly against corruption in 2021",
        "(a) Status of preparations for the special session",
    )
    assert paragraph("intersessional-2020", "1").headings == (
        "Item 1. Opening of the meeting and adoption of the agenda",
    )
    assert paragraph("intersessional-2020", "28").headings[-1] == (
        "(d) Challenges in identifying, tracing and freezing proceeds of corruption, and possible solutions"
    )
    assert paragraph("intersessional-2020", "36").headings[-1] == (
        "(e) Optimizing cooperation and assistance mechanisms, especially those involving vast quantities of assets"
    )
    begins_and_ends("intersessional-2020", "35", "Several speakers underscored", "asset recovery and asset return.")


def test_intersessional_sub_items_are_those_of_paragraph_5_alone() -> None:
    assert [str(each.locator) for each in document("intersessional-2020").paragraphs if each.items] == ["5"]
    first, second = paragraph("intersessional-2020", "5").items
    assert first.text.startswith("had reiterated its invitation")
    assert first.text.endswith("in an open-ended manner;")
    assert second.text.startswith(
        "had also requested the Conference to produce, in due time, a concise and action-oriented"
    )
    assert second.text.endswith("at its special session.")
    assert "and (b) the fact that some national legislations" in paragraph("intersessional-2020", "29").text


def test_intersessional_hyphens_at_line_ends_are_compounds() -> None:
    joined = {
        "10": "global anti-corruption efforts",
        "18": "effective and long-term sustainable",
        "32": "importance of capacity-building and",
        "33": "state-owned-companies publicly available",
    }
    for locator, words in joined.items():
        assert words in paragraph("intersessional-2020", locator).text


def test_intersessional_paragraphs_across_pages_are_told_apart() -> None:
    begins_and_ends(
        "intersessional-2020", "26", "Several speakers stressed", "agreements on extradition with other States."
    )
    begins_and_ends("intersessional-2020", "27", "The importance of the principle of aut dedere", "its domestic law.")
    begins_and_ends("intersessional-2020", "8", "Speakers underlined", "longer-term recovery efforts")
    begins_and_ends("intersessional-2020", "42", "A panellist from the Basel Institute", "the recovery of assets.")
    assert "this was the second in a series of three" in paragraph("intersessional-2020", "4").text
