"""Places that questions name in several kinds of documents, and documents that are not held."""

from dataclasses import replace

import pytest

from index.document import Document
from index.locator import Locator
from index.store import Index
from rag.question.analyse import QuestionAnalysis, analyse
from tests.support.papers import index_of, paragraph

RESOLUTION = Document(
    "a-res-73-7",
    "Report of the International Criminal Court",
    (
        paragraph("preambular para. 1", "Recalling its resolution 72/3,"),
        paragraph("preambular para. 2", "Mindful of the victims,"),
        paragraph("1", "Welcomes the report;"),
        paragraph("2", "Calls upon States: (a) to pay; (b) to help.", items={"a": "to pay;", "b": "to help."}),
    ),
    symbol="A/RES/73/7",
    date="2018-10-31",
)
DECLARATION = Document(
    "a-res-73-3",
    "Political declaration on the fight against tuberculosis",
    (paragraph("1", "We are gathered."), paragraph("2", "We commit ourselves.")),
    symbol="A/RES/73/3",
    date="2018-10-18",
)
COUNCIL = Document(
    "s-res-2773",
    "Resolution 2773 (2025)",
    (paragraph("preambular para. 1", "Gravely concerned,"), paragraph("1", "Condemns the offensive;")),
    symbol="S/RES/2773 (2025)",
    date="2025-02-21",
)
DECISIONS = Document(
    "decisions",
    "Report of the Commission on its sessions",
    (
        paragraph("1", "The Commission met."),
        paragraph("resolution 68/6, preambular para. 1", "Recalling the Plan,"),
        paragraph("resolution 68/6, 1", "Urges trade;"),
        paragraph("resolution 68/6, 2", "Requests funds."),
        paragraph("decision 18/CMA.1, 1", "Adopts the annex;"),
        paragraph("decision 18/CMA.1, annex, 1", "Parties shall report."),
        paragraph("annex VI, 1", "Papers are listed."),
    ),
    symbol="E/2025/28-E/CN.7/2025/15",
    date="2025-03-01",
)
REVIEWS = tuple(
    Document(
        f"upr-{country.lower()}",
        f"Report of the Working Group on the Universal Periodic Review: {country}",
        (paragraph("86", "The following were made:"), paragraph("recommendation 86.5", f"Ratify, {country};")),
        symbol=f"A/HRC/{number}/4",
        date="2016-01-13",
    )
    for country, number in (("Australia", 31), ("Georgia", 32), ("Samoa", 33), ("Nauru", 34))
)
AGENDA = Document(
    "agenda",
    "Provisional agenda of the eightieth session",
    (
        paragraph("item 64", "Haiti."),
        paragraph(
            "item 65",
            "Oceans: (a) Law of the sea; (b) Fisheries.",
            items={"a": "Law of the sea;", "b": "Fisheries."},
        ),
    ),
    symbol="A/80/150",
)
RECORD = Document(
    "record",
    "64th plenary meeting",
    (
        paragraph("p. 1, para. 1", "The meeting was called to order."),
        paragraph("p. 2, Mr. Chumakov, para. 1", "We voted against."),
        paragraph("p. 2, Mr. Chumakov, para. 2", "We explain why."),
    ),
    symbol="A/79/PV.64",
    date="2025-04-16",
)
COMMENTED = Document(
    "articles",
    "Report of the Law Commission",
    (
        paragraph("1", "The Commission met."),
        paragraph("article 3, 1", "No exemption."),
        paragraph("article 3, commentary, 1", "Article 3 states a rule."),
    ),
    symbol="A/80/10",
)
DOCUMENTS = (RESOLUTION, DECLARATION, COUNCIL, DECISIONS, *REVIEWS, AGENDA, RECORD, COMMENTED)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(*DOCUMENTS)


def places(question: QuestionAnalysis, index: Index) -> list[str]:
    refs = [(index.paragraphs[each.row], each.items) for each in question.places]
    return [f"{ref.document.id} {ref.locator.item(*items)}" for ref, items in refs]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What does operative paragraph 2 of A/RES/73/7 say?", ["a-res-73-7 2"]),
        ("OP 2 (b) of A/RES/73/7", ["a-res-73-7 2 (b)"]),
        ("OP1 of Security Council resolution 2773", ["s-res-2773 1"]),
        ("A/RES/73/7 op 2", ["a-res-73-7 2"]),
        ("op. 1 of Security Council resolution 2773", ["s-res-2773 1"]),
        ("What does paragraph 1 of resolution 2773 (2025) condemn?", ["s-res-2773 1"]),
        (
            "What does preambular paragraph 2 of General Assembly resolution 73/7 say?",
            ["a-res-73-7 preambular para. 2"],
        ),
        ("the second preambular paragraph of A/RES/73/7", ["a-res-73-7 preambular para. 2"]),
        ("paragraph 2 of the resolution on the International Criminal Court", ["a-res-73-7 2"]),
        ("What does paragraph 2 of the political declaration on tuberculosis say?", ["a-res-73-3 2"]),
        ("What does paragraph 2 of the declaration annexed to A/RES/73/3 say?", ["a-res-73-3 2"]),
        ("paragraph 2 of Commission resolution 68/6", ["decisions resolution 68/6, 2"]),
        ("resolution 68/6, preambular para. 1", ["decisions resolution 68/6, preambular para. 1"]),
        ("What does point 1 of the annex to decision 18/CMA.1 say?", ["decisions decision 18/CMA.1, annex, 1"]),
        ("What is in annex VI, paragraph 1?", ["decisions annex VI, 1"]),
        ("annex VI, paragraph 1, of E/2025/28", ["decisions annex VI, 1"]),
        ("annex VI, paragraph 1, of E/CN.7/2025/15", ["decisions annex VI, 1"]),
        ("What does recommendation 86.5 to Australia ask?", ["upr-australia recommendation 86.5"]),
        ("recommendation 86.5 of A/HRC/32/4", ["upr-georgia recommendation 86.5"]),
        ("What is item 65 of the provisional agenda?", ["agenda item 65"]),
        ("What is item 65 (a) of the provisional agenda?", ["agenda item 65 (a)"]),
        ("agenda items 65 (a) and (b) of A/80/150", ["agenda item 65 (a)", "agenda item 65 (b)"]),
        ("sub-item (b) of agenda item 65", ["agenda item 65 (b)"]),
        ("items 64 and 65 (b) of the provisional agenda", ["agenda item 64", "agenda item 65 (b)"]),
        ("What is on page 2 of A/79/PV.64?", [f"record p. 2, Mr. Chumakov, para. {number}" for number in (1, 2)]),
        ("A/79/PV.64, p. 2, para. 2", ["record p. 2, Mr. Chumakov, para. 2"]),
        ("paragraph 1 of the commentary to article 3 in A/80/10", ["articles article 3, commentary, 1"]),
        ("paragraph 1 of article 3 of A/80/10", ["articles article 3, 1"]),
    ],
)
def test_a_place_is_found_in_whatever_form_it_is_named(index: Index, question: str, wanted: list[str]) -> None:
    assert places(analyse(question, index), index) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "What does operative paragraph 2 of A/RES/73/7 say?",
        "What does recommendation 86.5 to Australia say?",
        "What does point 1 of the annex to decision 18/CMA.1 say?",
        "What does paragraph 2 of the political declaration on tuberculosis say?",
    ],
)
def test_a_question_for_such_a_place_wants_it_as_it_stands(index: Index, question: str) -> None:
    assert analyse(question, index).asks_for_text


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        (
            "What does paragraph 3 of A/RES/73/7/Add.1 say?",
            "A/RES/73/7/Add.1 in these documents; the document that it belongs to, A/RES/73/7, is held",
        ),
        ("What does A/RES/70/1 say about poverty?", "A/RES/70/1 in these documents"),
        ("According to S/2025/71, who leads the group?", "S/2025/71 in these documents"),
        ("A/80/151: what is on the list?", "A/80/151 in these documents"),
        (
            "What does E/2025/28/Rev.1 say about trade?",
            "E/2025/28/Rev.1 in these documents; its first issue E/2025/28-E/CN.7/2025/15 is held",
        ),
    ],
)
def test_a_symbol_that_is_not_held_is_told_and_nothing_else_answers(index: Index, question: str, unknown: str) -> None:
    analysis = analyse(question, index)
    assert analysis.unknown_place == unknown
    assert analysis.places == ()


@pytest.mark.parametrize(
    "question",
    [
        "Who spoke about A/RES/70/1?",
        "On how many reviews did A/RES/70/1 draw?",
        "How does A/RES/73/7 refer to the report in A/73/334?",
        "What did the States say on resolution 1325 (2000)?",
        "What does recommendation 4 of the FATF require?",
        "In which annex are papers listed?",
    ],
)
def test_what_a_question_only_speaks_of_is_not_missing(index: Index, question: str) -> None:
    assert analyse(question, index).missing is None


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("What does E/CN.7/2025/15 say on trade?", "decisions"),
        ("What does S/RES/2773(2025) condemn?", "s-res-2773"),
        ("What does Security Council resolution 2773 condemn?", "s-res-2773"),
        ("Whom does General Assembly resolution 73/7 help?", "a-res-73-7"),
    ],
)
def test_a_symbol_or_the_number_of_a_resolution_narrows_to_its_document(
    index: Index, question: str, document: str
) -> None:
    analysis = analyse(question, index)
    assert analysis.documents == (document,)
    assert analysis.scopes == (frozenset(index.rows_of(document)),)


def test_a_decision_that_a_document_prints_narrows_to_its_paragraphs(index: Index) -> None:
    (rows,) = analyse("What does decision 18/CMA.1 adopt?", index).scopes
    assert {index.paragraphs[row].locator for row in rows} == {
        Locator.parse("decision 18/CMA.1, 1"),
        Locator.parse("decision 18/CMA.1, annex, 1"),
    }


RULES = Document(
    "rules",
    "Staff Regulations and Rules",
    (
        paragraph("regulation 1.1", "Staff members are international civil servants."),
        paragraph(
            "rule 1.2",
            "(a) Staff shall report breaches. (b) Gifts are refused.",
            items={"a": "Staff shall report breaches.", "b": "Gifts are refused."},
        ),
    ),
    symbol="ST/SGB/2026/1",
)


@pytest.fixture(scope="module")
def rules_beside_others() -> Index:
    return index_of(RULES, RESOLUTION, DECISIONS)


def test_a_rule_is_found_in_the_document_that_prints_it(rules_beside_others: Index) -> None:
    def named(question: str) -> list[tuple[str, tuple[str, ...]]]:
        places = analyse(question, rules_beside_others).places
        return [(str(rules_beside_others.paragraphs[each.row].locator), each.items) for each in places]

    assert named("What does staff rule 1.2 (b) say?") == [("rule 1.2", ("b",))]
    assert named("What does regulation 1.1 say?") == [("regulation 1.1", ())]
    assert named("What does staff rule 4.5 say on appointments?") == []


def test_a_rule_that_no_document_prints_is_not_missed_and_a_sub_item_is(rules_beside_others: Index) -> None:
    assert analyse("What does staff rule 4.5 say?", rules_beside_others).missing is None
    missing = analyse("What does rule 1.2 (f) say?", rules_beside_others).missing
    assert missing == "rule 1.2 (f) in these documents"


def test_a_paragraph_may_be_called_a_section_by_its_number() -> None:
    bulletin = Document(
        "bulletin",
        "Stewardship of records",
        tuple(
            replace(paragraph(number, text), headings=(f"Section {number[0]}", title))
            for number, text, title in (
                ("1.1", "A record is dormant after seven years.", "Definitions"),
                ("2.1", "The Office keeps an inventory.", "Functions"),
                ("2.2", "The Office is headed by a Director.", "Functions"),
            )
        ),
        symbol="ST/SGB/2025/9",
    )
    index = index_of(bulletin, RESOLUTION)

    def named(question: str) -> list[str]:
        return [str(index.paragraphs[each.row].locator) for each in analyse(question, index).places]

    assert named("What does section 2.2 of ST/SGB/2025/9 say?") == ["2.2"]
    assert named("What does section 2 of ST/SGB/2025/9 say?") == ["2.1", "2.2"]
    assert named("What does section 7.4 of ST/SGB/2025/9 say?") == []


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Who voted against paragraph 1 of the declaration?", []),
        ("who abstained on paragraph 2 of A/RES/73/3", []),
        ("What came of the vote on operative paragraph 1?", []),
        ("what was Chile's objection to paragraph 1", []),
        ("Which States dissociated themselves from paragraph 2 of A/RES/73/3?", []),
        ("What does paragraph 1 of A/RES/73/3 say about voting?", ["1"]),
    ],
)
def test_a_paragraph_that_was_voted_on_or_disputed_is_no_place_that_answers(question: str, places: list[str]) -> None:
    index = index_of(DECLARATION)
    assert [str(index.paragraphs[each.row].locator) for each in analyse(question, index).places] == places
