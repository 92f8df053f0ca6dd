"""A sentence held against a paragraph: what it may say in other words, and what it may not say."""

import pytest

from index.document import Document
from rag.calibration import calibration_for
from rag.proof.prove import Proof, Prover
from rag.proof.source import Source, source_at
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, paragraph

NETWORK = Source.of_text(
    "The Egmont Group met in Vienna from 3 to 4 October 2017, and 46 experts from 24 States took part in the meeting.",
    "The Secretariat did not publish the report of the meeting.",
    "More than 500 settlements, 5,000,000 dollars and the ARIN-SA were discussed with support from Switzerland.",
    "States should establish contact points, as resolution 7/1 says, before the twelfth session.",
    "The “step-by-step guide” is available at https://star.example/guide.",
    about="Progress report\nCAC/COSP/WG.2/2018/2\n2018-04-04\n65",
)
FORMS = {"ARIN-SA": "Asset Recovery Inter-Agency Network for Southern Africa"}


def proof(sentence: str, *sources: Source) -> Proof:
    return Prover(FakeEmbedder(), calibration_for().support, FORMS).hold(sentence, sources or (NETWORK,))


def missing(sentence: str, *sources: Source) -> list[tuple[str, str]]:
    return [(each.kind, each.words) for each in proof(sentence, *sources).missing]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Egmont Group met in Vienna from 3 to 4 October 2017.",
        "From October 3 to 4, 2017 the Egmont Group met in Vienna.",
        "Forty-six experts from twenty-four States took part in the meeting.",
        "The 2018 progress report says that 46 experts took part in the meeting.",
        "The report of the meeting was not published by the Secretariat.",
        "The Secretariat never published the report of the meeting.",
        "Over 500 settlements were discussed.",
        "5 million dollars were discussed with Swiss support.",
        "The Asset Recovery Inter-Agency Network for Southern Africa was discussed.",
        "Resolution 7/1 says that States should establish contact points before the 12th session.",
        'The "step-by-step guide" is available at https://star.example/guide.',
        "No: the Secretariat did not publish the report of the meeting.",
        "Paragraph 65 of CAC/COSP/WG.2/2018/2 says that States should establish contact points.",
    ],
)
def test_what_the_text_says_is_proved_in_other_forms_too(sentence: str) -> None:
    assert missing(sentence) == []
    assert proof(sentence).proved


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2017, 47 experts from 24 States took part in the meeting.", ("figure", "47")),
        ("24 experts took part in the meeting.", ("figure", "24")),
        ("The Egmont Group met in Vienna from 3 to 5 October 2017.", ("figure", "3 to 5 October")),
        ("The Egmont Group met in Vienna from 3 to 4 October 2018.", ("figure", "2018")),
        ("The Egmont Group met in Vienna from 3 to 4 October 2016.", ("figure", "2016")),
        ("Settlements were discussed with support from Nigeria.", ("name", "Nigeria")),
        ("The Camden Group met in Vienna in October 2017.", ("name", "Camden")),
        ("The FATF was discussed with support from Switzerland.", ("name", "FATF")),
        ("States should establish contact points, as resolution 7/2 says.", ("figure", "7/2")),
        ("The report A/RES/76/1 of the meeting was not published.", ("name", "A/RES/76/1")),
        ("The guide is available at https://evil.example/guide.", ("name", "https://evil.example/guide")),
        ("The Egmont Group met in Switzerland from 3 to 4 October 2017.", ("name", "Switzerland")),
        ("The “long guide” is available at https://star.example/guide.", ("quotation", "long guide")),
        ("The Secretariat did publish the report of the meeting.", ("negation", "not publish the report")),
        ("The Egmont Group did not take part in the meeting in Vienna.", ("negation", "not take part in")),
        ("Two experts from 24 States took part in the meeting.", ("figure", "Two")),
        ("Less than 500 settlements were discussed.", ("comparison", "Less than")),
        ("States should establish contact points after the twelfth session.", ("comparison", "after")),
        ("States must establish contact points before the twelfth session.", ("comparison", "must")),
        ("Selon le document, l'Egmont Group est dans la ville de Vienna en 2017.", ("language", "")),
        ("The weather was fine and everybody enjoyed a swim.", ("support", "")),
    ],
)
def test_what_the_text_does_not_say_is_named(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in missing(sentence)


def test_the_beginning_of_one_fact_with_the_end_of_another_is_not_proved() -> None:
    one = Source.of_text("A guide on beneficial ownership was printed.")
    other = Source.of_text("The legal library covers 180 jurisdictions.")
    assert missing("A guide on beneficial ownership was printed.", one, other) == []
    assert missing("A guide on beneficial ownership covers 180 jurisdictions.", one, other) == [
        ("support", "guide on beneficial ownership covers 180 jurisdictions")
    ]
    told = "A guide on beneficial ownership was printed, and the legal library covers 180 jurisdictions."
    assert missing(told, one, other) == []


def test_a_part_that_no_one_of_several_paragraphs_says_is_not_proved() -> None:
    one = Source.of_text("The Egmont Group has a secretariat in Toronto.", "It helps States with banks.")
    other = Source.of_text("The Camden Network was founded in 2004.", "The Network helps States with courts.")
    assert (
        missing(
            "The Egmont Group has a secretariat in Toronto, and the Camden Network was founded in 2004.", one, other
        )
        == []
    )
    assert missing("The Egmont Group was founded in 2004.", one, other) != []


def test_a_name_in_the_place_of_another_is_not_proved_though_its_text_has_both() -> None:
    text = Source.of_text(
        "UNODC would provide secretariat functions for the Riyadh Initiative, with support from its donors.",
        "The Egmont Group has its own secretariat, and supports donors.",
    )
    said = "UNODC would provide secretariat functions for the Egmont Group, with support from its donors."
    assert ("name", "Egmont Group") in missing(said, text)
    assert missing(said.replace("Egmont Group", "Riyadh Initiative"), text) == []
    begun = "Riyadh would provide secretariat functions for the Riyadh Initiative, with support from its donors."
    assert ("name", "Riyadh") in missing(begun, text)


def test_a_name_in_the_place_of_another_form_of_it_is_proved() -> None:
    text = Source.of_text("The Camden Asset Recovery Inter-Agency Network (CARIN) has its secretariat in The Hague.")
    assert missing("CARIN has its secretariat in The Hague.", text) == []


def test_a_name_put_together_of_two_is_not_proved() -> None:
    assert ("name", "Egmont Network") in missing(
        "The Egmont Network met.", Source.of_text("The Egmont Group met.", "The Camden Network met.")
    )


def test_a_sentence_rests_on_the_lines_that_have_its_words_the_fullest_first() -> None:
    found = proof("46 experts met in Vienna; contact points should be established before the twelfth session.")
    assert [each.line.text[:10] for each in found.support.rests] == ["States sho", "The Egmont"]


def test_nothing_is_proved_by_a_text_that_shares_no_word() -> None:
    found = proof("The weather was fine.", Source.of_text("Judges decide."))
    assert (found.support.rests, found.support.chance) == ((), 0.0)
    assert not found.proved


def test_what_is_missing_is_said_in_words() -> None:
    (found,) = proof("24 experts took part in the meeting.").missing
    assert found.said == "the figure “24” does not stand there of this"


def test_a_paragraph_is_a_source_with_its_footnotes_and_what_is_known_of_it() -> None:
    said = paragraph("7", "A first sentence. A second one.", "II. Networks", notes={"3": "See A/RES/73/190."})
    index = index_of(Document("report", "Annual report", (said,), symbol="A/75/1", date="2020-05-01"))
    source = source_at(0, index)
    assert [(each.text, each.span, each.note) for each in source.lines] == [
        ("A first sentence.", (0, 17), None),
        ("A second one.", (18, 31), None),
        ("See A/RES/73/190.", (0, 17), "3"),
    ]
    assert source.about.split("\n") == ["Annual report", "A/75/1", "2020-05-01", "7", "II. Networks"]
