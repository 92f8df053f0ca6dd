"""Paragraphs that the first ones refer to, brought behind the tenth."""

from time import process_time

import pytest

from index.document import Document
from index.search.filter import EVERYTHING, Filter
from index.store import Index
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.retrieval.followed import References
from rag.retrieval.retrieve import Retriever
from rag.settings import RetrievalSettings
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered, paragraph

TEXTS = [f"Judges decide often, says member {number}." for number in range(1, 31)]
TEXTS[0] = "Judges decide often (see para. 25 below; see also A/RES/73/6, para. 2)."
TEXTS[2] = "Judges decide often, as in paras. 20–24 above."
TEXTS[4] = "Judges decide often: resolution 73/6 and annex II, paragraph 3, of the Convention."
TEXTS[24] = "Salaries rise yearly."
REPORT = Document("report", "Report", numbered(*TEXTS), symbol="A/80/1")
RESOLUTION = Document("res", "Resolution", (paragraph("1", "Notes;"), paragraph("2", "Welcomes;")), symbol="A/RES/73/6")


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(REPORT, RESOLUTION)


def named(rows: list[int], index: Index) -> list[str]:
    return [f"{index.paragraphs[row].document.id} {index.paragraphs[row].locator}" for row in rows]


def test_what_the_first_ten_refer_to_stands_behind_them(index: Index) -> None:
    ranked = list(range(20))
    followed = References(index).followed(ranked, EVERYTHING)
    assert followed[:10] == ranked[:10]
    assert named(followed[10:13], index) == ["report 25", "res 2", "report 20"]
    assert followed[13:] == [row for row in range(10, 20) if row != 19]


def test_a_paragraph_among_the_first_ten_keeps_its_place(index: Index) -> None:
    ranked = [0, 24, *range(1, 20)]
    assert References(index).followed(ranked, EVERYTHING)[:10] == ranked[:10]
    assert References(index).followed(ranked, EVERYTHING).count(24) == 1


def test_only_paragraphs_that_the_search_may_find_are_brought(index: Index) -> None:
    report = Filter(documents=frozenset({"report"}))
    brought = References(index).followed(list(range(20)), report)[10:13]
    assert named(brought, index) == ["report 25", "report 20", "report 21"]


def test_references_to_whole_documents_and_to_others_bring_nothing(index: Index) -> None:
    ranked = [4, *range(5, 20)]
    assert References(index).followed(ranked, EVERYTHING) == ranked


def test_places_that_a_question_names_are_not_displaced_however_many(index: Index) -> None:
    ranked = list(range(20))
    assert References(index).followed(ranked, EVERYTHING, least=15)[:15] == ranked[:15]


def test_evidence_holds_what_the_first_paragraphs_refer_to(index: Index) -> None:
    said = "What does paragraph 1 say about judges?"
    question = QuestionAnalysis(said, said, AnswerType.OTHER, places=(NamedPlace(0),))
    ranked = {}
    for follow in (True, False):
        retriever = Retriever(index, FakeEmbedder(), RetrievalSettings(follow=follow))
        hits = retriever.rank(question, retriever.encode([question])[0])
        ranked[follow] = [hit.row for hit in hits]
    assert len(ranked[True]) == 20
    assert ranked[True][:10] == ranked[False][:10]
    assert 24 in ranked[True][10:13]
    assert 24 not in ranked[False]


def test_following_takes_less_than_three_milliseconds(index: Index) -> None:
    references = References(index)
    references.followed([29], EVERYTHING)
    began = process_time()
    for _ in range(10):
        references.followed(list(range(20)), EVERYTHING)
    assert process_time() - began < 0.03
