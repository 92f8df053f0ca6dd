"""What a question sets side by side: documents, years, or the versions of one text."""

import pytest

from index.document import Document, Paragraph
from index.locator import Locator
from index.search.held_documents import parts_printed
from rag.question.naming import named_documents
from rag.question.versions import families, numbered, sides_compared


def document(id: str, date: str | None, *names: str, parts: tuple[str, ...] = ()) -> Document:
    paragraphs = [Paragraph(Locator((part,), "1"), "Text.") for part in parts]
    paragraphs.append(Paragraph(Locator(number="1"), "Text."))
    return Document(id, id.title(), tuple(paragraphs), date=date, also_known_as=names)


GUIDELINES = ("draft guideline 1", "draft guideline 2", "draft guideline 3")
OLDER = document("older", "2018-04-05", "2018 draft", "background document", parts=GUIDELINES)
NEWER = document("newer", "2021-06-28", "revised draft", parts=("annex", *GUIDELINES[:2]))
REPORT = document("report", "2018-04-04", "progress report")
OUTCOME = document("outcome", "2020-11-20", "outcome")
UNDATED = document("undated", None, "leaflet")
ALL = (NEWER, OLDER, OUTCOME, REPORT, UNDATED)


def sides(question: str) -> list[list[str]]:
    found = sides_compared(question, named_documents(question, ALL), ALL)
    return [[each.id for each in side] for side in found]


def test_only_numbered_parts_with_a_numbering_of_their_own_make_a_version() -> None:
    assert numbered(parts_printed(NEWER)) == {"draft guideline 1", "draft guideline 2"}
    assert numbered(parts_printed(REPORT)) == frozenset()


@pytest.mark.parametrize(
    "question",
    [
        "How does the revised draft differ from the 2018 draft on contact points?",
        "Compare the two drafts on contact points.",
        "What changed between the drafts?",
        "How did the wording evolve in later versions?",
        "In contrast to the revised draft, what was asked before?",
        "Was the text on reciprocity removed?",
        "Do both drafts mention reciprocity?",
        "Which of the two earlier versions mentions reciprocity?",
        "Between the first draft and the second one, where is reciprocity?",
        "What is new in the text on reciprocity?",
        "Does the draft still ask for reciprocity?",
        "What was added in the revision?",
        "What did the revised draft drop that was originally there, unlike the 2018 draft?",
    ],
)
def test_a_question_about_drafts_that_compares_has_all_versions_for_sides_oldest_first(question: str) -> None:
    assert sides(question) == [["older"], ["newer"]]


def test_documents_named_are_the_sides_in_their_order() -> None:
    assert sides("What do the progress report and the outcome say on training?") == [["report"], ["outcome"]]
    assert sides("Compare the outcome with the progress report.") == [["outcome"], ["report"]]
    assert sides("Compare the drafts with the progress report") == []  # one is named, and it is no version


def test_years_are_sides_with_all_documents_of_the_year() -> None:
    assert sides("What was said of training in 2018 and in 2020?") == [["older", "report"], ["outcome"]]
    assert sides("What changed between 2018 and 2020?") == [["older", "report"], ["outcome"]]
    assert sides("What does the progress report say, and what was said in 2020?") == []
    assert sides("How did it change from the progress report to 2020?") == [["report"], ["outcome"]]


@pytest.mark.parametrize(
    "question",
    [
        "What does the revised draft say on contact points?",
        "What happened in 2018?",
        "What does the workplan 2018–2019 contain?",  # one span of time, not two years
        "What happened between 2016 and 2017?",  # no document of either
        "How did training change in 2020?",
        "Do both panellists agree?",  # nobody speaks of versions
        "What was drafted by the secretariat?",
        "What does the revised draft say on coordination between two networks?",
        "What does the revised draft say on new bilateral treaties?",
        "Which two conditions does the revised draft name?",
        "",
    ],
)
def test_a_question_about_one_thing_has_no_sides(question: str) -> None:
    assert sides(question) == []


def test_a_year_whose_only_document_is_named_is_not_a_second_side() -> None:
    assert sides("Compare the outcome with what was said in 2020.") == []


def test_documents_without_parts_in_common_are_no_versions() -> None:
    strangers = (REPORT, OUTCOME)
    assert sides_compared("Compare the two drafts.", (), strangers) == ()
    assert sides_compared("Compare the two drafts.", (), ()) == ()


def test_versions_of_one_text_stand_together_and_what_is_newest_comes_first() -> None:
    assert [[each.id for each in family] for family in families(ALL)] == [
        ["older", "newer"],
        ["outcome"],
        ["report"],
        ["undated"],
    ]
