"""Articles of a treaty that is one of our documents."""

import pytest

from index.document import Document
from rag.question.analyse import analyse
from tests.support.papers import index_of, paragraph

AGREEMENT = Document(
    "agreement",
    "Agreement on the Shared Waters of the Tarn Basin",
    (
        paragraph("article 1, 1", "“Basin” means the area drained by the Tarn."),
        paragraph("article 2", "The Commission meets twice a year."),
        paragraph("protocol, article 1, 1", "A dispute is submitted to arbitration."),
        paragraph("protocol, article 1, 2", "The tribunal has three members."),
        paragraph("protocol, article 3", "The costs are borne equally."),
    ),
    symbol="A/CONF.999/7",
)
RULES = Document(
    "rules",
    "Rules of procedure of the Basin Commission",
    (paragraph("rule 10, 1", "Each Party has one vote."), paragraph("rule 10, 2", "Others have none.")),
    symbol="TBC/2/7",
)
REPORT = Document("report", "Rivers", (paragraph("1", "Article 2 was much discussed."),), symbol="A/80/11")


def named(question: str, *documents: Document) -> list[str]:
    """The places that `question` names of `documents`."""
    index = index_of(*documents)
    return [str(index.paragraphs[place.row].locator) for place in analyse(question, index).places]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("What does article 2 say?", ["article 2"]),
        ("what is in Article 2 of the Agreement?", ["article 2"]),
        ("What does article 1 of the Protocol say?", ["protocol, article 1, 1", "protocol, article 1, 2"]),
        ("who sits under article 1 of the protocol?", ["protocol, article 1, 1", "protocol, article 1, 2"]),
        ("article 3 of the protocol", ["protocol, article 3"]),
        ("What does article 2 of the Convention against Corruption say?", []),
        ("What does article 9 say?", []),
        ("What does article 2 (3) say?", []),
    ],
)
def test_an_article_is_found_in_the_document_that_prints_it(question: str, places: list[str]) -> None:
    assert named(question, AGREEMENT) == places


def test_a_rule_is_found_in_the_rules_of_procedure() -> None:
    assert named("What does rule 10 of TBC/2/7 say?", RULES, REPORT) == ["rule 10, 1", "rule 10, 2"]
    assert named("What does rule 10 of the Covenant say?", RULES) == []


def test_a_treaty_s_name_before_what_a_document_is_called_is_no_treaty() -> None:
    observations = Document("co", "Concluding observations on Chad", (paragraph("14", "Ratify."),), "CEDAW/C/TCD/CO/6")
    assert named("para 14 of the CEDAW concluding observations", observations, REPORT) == ["14"]
    assert named("paragraph 14 of CEDAW", observations, REPORT) == []


def test_the_words_that_name_an_article_are_not_searched_for() -> None:
    assert analyse("What does article 1 of the Protocol say?", index_of(AGREEMENT)).asks_for_text


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("What does article 2 say?", []),
        ("What does article 2 of A/CONF.999/7 say?", ["article 2"]),
        ("What does article 2 of A/80/11 say?", []),
    ],
)
def test_of_several_documents_the_one_that_is_named_has_it(question: str, places: list[str]) -> None:
    assert named(question, AGREEMENT, REPORT) == places


def test_an_article_that_is_only_spoken_of_is_no_place() -> None:
    assert named("What does article 2 say?", REPORT) == []


INSIDE = Document(
    "noise",
    "Environmental noise",
    (
        paragraph("2", "Noise is emitted by transport."),
        paragraph("draft resolution, 2", "URGES States: (1) to designate; (2) to enforce."),
    ),
    symbol="EB158/23",
)
DRAFT = Document("draft", "Forests", (paragraph("2", "Decides so."),), symbol="A/79/L.64")


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("What does paragraph 2 of the draft resolution say?", ["draft resolution, 2"]),
        ("OP2 of the draft resolution on noise", ["draft resolution, 2"]),
        ("para. 2 of the draft resolution in EB158/23", ["draft resolution, 2"]),
        ("paragraph 2 of EB158/23", ["2"]),
        ("paragraph 2 of draft resolution II", []),
    ],
)
def test_a_paragraph_of_a_draft_is_found_in_the_document_that_prints_it(question: str, places: list[str]) -> None:
    assert named(question, INSIDE) == places


def test_a_draft_that_is_a_document_of_its_own_has_its_own_paragraphs() -> None:
    assert named("What does paragraph 2 of the draft resolution say?", DRAFT) == ["2"]
