"""What a question names and asks for, before anything is searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.errors import QuestionError
from index.store import Index
from rag.question.analyse import MAX_QUESTION, QuestionAnalysis, analyse, checked_question
from rag.question.answer_type import AnswerType
from tests.support.papers import index_of, paragraph

REPORT = Document(
    "report-2018",
    "Progress report on assets",
    (
        paragraph("1", "Networks exist.", "I. Introduction"),
        paragraph("2", "Themes are: (a) knowledge; and (b) trust.", "II. Action", "A. Knowledge", "1. Tools"),
        paragraph(
            "3",
            "It holds: (a) Authorities; (b) Focal points.",
            "II. Action",
            "A. Knowledge",
            "2. Beneficial ownership registers",
            items={"a": "Authorities;", "b": "Focal points."},
        ),
        paragraph("4", "Trust grows.", "II. Action", "B. Trust", notes={"1": "A/9."}),
        paragraph("5", "Data are collected.", "III. Beneficial data"),
    ),
    symbol="A/1",
    date="2018-04-04",
    also_known_as=("progress report", "2018 report"),
)
OLDER = Document(
    "older",
    "Background paper",
    (
        paragraph("1", "Mandates."),
        paragraph("2", "More mandates."),
        paragraph("draft guideline 1, 1", "Share early."),
        paragraph("draft guideline 1, 2", "Share often."),
        paragraph("draft guideline 2", "Enact rules."),
    ),
    symbol="A/2",
    short_title="Background",
    date="2018-04-05",
    also_known_as=("2018 draft", "draft guidelines"),
)
NEWER = Document(
    "newer",
    "Revised draft",
    (
        paragraph("1", "Views came."),
        paragraph("annex, draft guideline 1, 1.1", "Share very early."),
        paragraph("annex, draft guideline 1, 1.2", "Share very often."),
        paragraph("annex, draft guideline 2, 2.1", "Enact clear rules."),
    ),
    date="2021-06-28",
)
ROWS = [f"{document.id} {each.locator}" for document in (REPORT, OLDER, NEWER) for each in document.paragraphs]


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, OLDER, NEWER)


def places(question: QuestionAnalysis) -> list[str]:
    return [ROWS[each.row] + "".join(f" ({item})" for item in each.items) for each in question.places]


def scopes(question: QuestionAnalysis) -> list[list[str]]:
    return [[ROWS[row] for row in sorted(rows)] for rows in question.scopes]


def test_a_question_in_another_language_is_told_unless_documents_are_in_it_or_a_place_is_named(index: Index) -> None:
    assert analyse("Que dit le rapport sur les avoirs ?", index).in_other_language
    assert not analyse("What does the report say on assets?", index).in_other_language
    assert not analyse("Que dit le paragraphe dans A/1, para. 3 ?", index).in_other_language
    french = index_of(Document("avis", "Avis", (paragraph("1", "Les avoirs sont gelés."),), language="fr"))
    assert not analyse("Que dit le rapport sur les avoirs ?", french).in_other_language


def test_a_question_gets_single_spaces() -> None:
    assert checked_question("  What \n is\tit? ") == "What is it?"


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_question_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(QuestionError, match="the question is empty; ask something, for example"):
        checked_question(text)


def test_a_question_may_have_two_thousand_characters_and_no_more() -> None:
    assert len(checked_question("a" * MAX_QUESTION)) == 2_000
    with pytest.raises(QuestionError, match="the question has 2,001 characters and the limit is 2,000; shorten it"):
        checked_question("a" * (MAX_QUESTION + 1))
    assert checked_question("a" + " " * 100_000 + "b") == "a b"


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What does paragraph 3 of the progress report say?", ["report-2018 3"]),
        ("What does para. 3 (b) of A/1 say?", ["report-2018 3 (b)"]),
        ("A/1, para. 3 (B)", ["report-2018 3 (b)"]),
        ("Quote paragraphs 1 and 4 of the progress report.", ["report-2018 1", "report-2018 4"]),
        ("Show me paragraphs 2-4 of the 2018 report", ["report-2018 2", "report-2018 3", "report-2018 4"]),
        ("What does paragraph 2 (a) of the progress report say?", ["report-2018 2"]),  # a list that runs on
        ("What does paragraph 1.2 say?", ["newer annex, draft guideline 1, 1.2"]),
        ("What does draft guideline 1, para. 2, of A/2 say?", ["older draft guideline 1, 2"]),
        (
            "What does draft guideline 1 of the revised draft say?",
            ["newer annex, draft guideline 1, 1.1", "newer annex, draft guideline 1, 1.2"],
        ),
        ("What does guideline 2 of A/2 say?", ["older draft guideline 2"]),
        ("Can you give the full text of the first paragraph of the progress report, please?", ["report-2018 1"]),
        ("What does the second draft guideline of A/2 say?", ["older draft guideline 2"]),
        ("Summarize section III of the progress report.", ["report-2018 5"]),
        ("What is in section II.B of the progress report?", ["report-2018 4"]),
        ("What does section II of the progress report cover?", ["report-2018 2", "report-2018 3", "report-2018 4"]),
    ],
)
def test_a_question_for_a_place_wants_it_as_it_stands(index: Index, question: str, wanted: list[str]) -> None:
    analysis = analyse(question, index)
    assert places(analysis) == wanted
    assert analysis.asks_for_text
    assert analysis.unknown_place is None


def test_a_number_that_several_documents_have_names_them_all(index: Index) -> None:
    assert places(analyse("What does paragraph 2 say?", index)) == ["report-2018 2", "older 2"]
    assert places(analyse("What does paragraph 2 say?", index, ["older"])) == ["older 2"]


@pytest.mark.parametrize(
    ("question", "wanted", "topic"),
    [
        (
            "What does paragraph 3 of the progress report say about focal points?",
            ["report-2018 3"],
            "What does of the say about focal points?",
        ),
        (
            "Which rules does draft guideline 2 of A/2 require?",
            ["older draft guideline 2"],
            "Which rules does require?",
        ),
    ],
)
def test_a_question_about_something_in_a_place_is_answered_from_there(
    index: Index, question: str, wanted: list[str], topic: str
) -> None:
    analysis = analyse(question, index)
    assert places(analysis) == wanted
    assert scopes(analysis) == [wanted]
    assert not analysis.asks_for_text
    assert analysis.topic == topic


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("In the section on beneficial ownership in the progress report, what is held?", ["report-2018 3"]),
        ('Under the heading "Introduction" of the progress report, what exists?', ["report-2018 1"]),
        ("What is said in the section on tools?", ["report-2018 2"]),
        ("What does the chapter entitled “Trust” tell about growth?", ["report-2018 4"]),
        ("What does the section on wildlife trafficking tell?", []),
        ("In which section are tools?", []),
        ("Who headed the tools team?", []),
        ("What is said under what is headed “Tools”?", ["report-2018 2"]),
        ("What does the section on the beneficial ownership registers of the progress report hold?", ["report-2018 3"]),
    ],
)
def test_a_heading_that_a_question_quotes_is_a_place(index: Index, question: str, wanted: list[str]) -> None:
    assert places(analyse(question, index)) == wanted


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("What does paragraph 99 of the progress report say?", "paragraph 99 in Progress report on assets"),
        ("What does paragraph 3 (z) of A/1 say?", "paragraph 3 (z) in Progress report on assets"),
        ("What does draft guideline 9 say?", "draft guideline 9 in these documents"),
        ("What does A/7, para. 3, say?", "A/7 in these documents"),
        ("What does paragraph 99 of A/2 say about rules?", "paragraph 99 in Background"),
        ("What does the annex of the progress report say?", "annex in Progress report on assets"),
    ],
)
def test_a_place_that_is_not_there_is_told(index: Index, question: str, unknown: str) -> None:
    analysis = analyse(question, index)
    assert (analysis.unknown_place, analysis.places) == (unknown, ())


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        (
            "What do paragraphs 3, 98 and 99 of the progress report say?",
            "paragraph 98 or 99 in Progress report on assets",
        ),
        ("What do paragraph 3 and draft guideline 9 say?", "draft guideline 9 in these documents"),
        ("What does paragraph 3 of the progress report say?", None),
        (
            "What do paragraphs 3 and 99 and draft guideline 9 say?",
            "paragraph 99 or draft guideline 9 in these documents",
        ),
    ],
)
def test_a_place_that_is_not_there_beside_others_that_are_is_told(
    index: Index, question: str, missing: str | None
) -> None:
    assert analyse(question, index).missing == missing


@pytest.mark.parametrize(
    "question",
    [
        "What does article 56 of the Convention say?",
        "What does paragraph 5 of article 57 of the Convention require?",
        "What did resolution 7/1, para. 3, urge?",
        "What are the networks?",
    ],
)
def test_places_in_other_instruments_are_neither_ours_nor_missing(index: Index, question: str) -> None:
    analysis = analyse(question, index)
    assert (analysis.places, analysis.unknown_place, analysis.asks_for_text) == ((), None, False)
    assert analysis.topic == question


def test_a_document_that_is_named_is_the_scope_and_not_the_topic(index: Index) -> None:
    analysis = analyse("What does the progress report say about registers?", index)
    assert analysis.documents == ("report-2018",)
    assert scopes(analysis) == [[row for row in ROWS if row.startswith("report-2018")]]
    assert analysis.topic == "What does the say about registers?"


def test_a_question_that_is_all_name_keeps_its_words_as_the_topic(index: Index) -> None:
    assert analyse("What does the progress report say?", index).topic == "What does the progress report say?"


def test_without_a_name_there_is_no_scope(index: Index) -> None:
    analysis = analyse("Who holds registers?", index)
    assert (analysis.documents, analysis.scopes, analysis.topic) == ((), (), "Who holds registers?")
    assert analysis.answer_type is AnswerType.NAME


def test_drafts_that_are_compared_are_the_scopes_oldest_first_without_what_is_around_the_guidelines(
    index: Index,
) -> None:
    analysis = analyse("How do the two drafts differ on rules?", index)
    assert scopes(analysis) == [
        ["older draft guideline 1, 1", "older draft guideline 1, 2", "older draft guideline 2"],
        [
            "newer annex, draft guideline 1, 1.1",
            "newer annex, draft guideline 1, 1.2",
            "newer annex, draft guideline 2, 2.1",
        ],
    ]


def test_one_guideline_that_is_compared_is_the_scope_on_each_side_older_first(index: Index) -> None:
    analysis = analyse("What changed in draft guideline 2 between the drafts?", index)
    assert places(analysis) == ["older draft guideline 2", "newer annex, draft guideline 2, 2.1"]
    assert scopes(analysis) == [["older draft guideline 2"], ["newer annex, draft guideline 2, 2.1"]]
    assert analysis.asks_for_text


def test_footnotes_are_named_by_their_marks(index: Index) -> None:
    assert analyse("What does footnote 1 of the progress report say?", index).footnotes == ("1",)
    assert analyse("What do footnotes 1 and 2 say?", index).footnotes == ("1", "2")
    assert analyse("What do the notes say?", index).footnotes == ()


def test_only_documents_that_may_answer_are_named_or_searched(index: Index) -> None:
    analysis = analyse("What does paragraph 3 of the progress report say?", index, ["older"])
    assert (analysis.documents, analysis.places) == ((), ())
    assert analysis.unknown_place == "paragraph 3 in Background"
    with pytest.raises(QuestionError, match="no document 'other'"):
        analyse("What?", index, ["other"])


_WORDS = (
    "What does paragraph 3 99 (b) of the progress report A/1 A/7 draft guideline 1 2018 2021 and , ? section on".split()
)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
def test_any_question_is_understood_and_places_lie_in_the_index(index: Index, said: list[str]) -> None:
    analysis = analyse(" ".join(said), index)
    assert analysis.topic
    assert all(0 <= place.row < len(ROWS) for place in analysis.places)
    assert len(set(analysis.places)) == len(analysis.places)
    assert all(rows and rows <= set(range(len(ROWS))) for rows in analysis.scopes)
    assert not (analysis.places and analysis.unknown_place)
