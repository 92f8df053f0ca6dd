"""Paragraphs read with the question: how many, in what order, and what is made of it."""

from dataclasses import replace
from math import exp

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Hit
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.question.words.acronyms import Glossary
from rag.reader.paragraphs import READER, ParagraphReader, ParagraphReading, Readings, reranked
from rag.retrieval.encoded_question import encode_questions
from rag.settings import ReadingSettings
from tests.support.fake_reader import FakeReader
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered

PAPER = Document("paper", "A paper", numbered("One. It is red.", "Two.", "Three.", "Four.", "Five.", "Six."))


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(PAPER)


def read(
    index: Index,
    reader: FakeReader,
    settings: ReadingSettings,
    found: list[Hit],
    kind: AnswerType = AnswerType.OTHER,
) -> Readings:
    (encoded,) = encode_questions(["What is red?"], ["red"], FakeEmbedder(), index.lexical)
    question = replace(asked(), answer_type=kind)
    return ParagraphReader(index, reader, Glossary.of({}), settings).read(question, encoded, found)


def hits(index: Index, *scores: float) -> list[Hit]:
    return [Hit(row, "paper", index.paragraphs[row].locator, score) for row, score in enumerate(scores)]


def asked(**named: object) -> QuestionAnalysis:
    return QuestionAnalysis("What is red?", "What is red?", AnswerType.OTHER, **named)  # type: ignore[arg-type]


def readings(**answers: float) -> Readings:
    return {int(row[1:]): ParagraphReading(value, {}) for row, value in answers.items()}


def test_reading_stops_once_enough_are_read_and_one_surely_answers(index: Index) -> None:
    reader = FakeReader("Two")
    settings = ReadingSettings(paragraphs=6, at_once=2, at_least_open=2)
    found = read(index, reader, settings, hits(index, 6, 5, 4, 3, 2, 1))
    assert reader.given == ["One. It is red.", "Two."]
    assert {row: each.answers for row, each in found.items()} == {0: -5.0, 1: 5.0}


def test_beside_one_that_answers_more_are_hopeless(index: Index) -> None:
    reader = FakeReader("Two")
    settings = ReadingSettings(at_once=1, at_least_open=4, hopeless=-5, hopeless_beside=-3)
    read(index, reader, settings, hits(index, 6, 5, 4, 3, 2, 1))
    assert reader.given[:2] == ["One. It is red.", "Two."]
    assert reader.least == [-5, -5, -3, -3]


def test_as_many_are_read_as_are_told_where_none_answers(index: Index) -> None:
    reader = FakeReader("Nine")
    settings = ReadingSettings(paragraphs=5, at_once=2, at_least_open=2)
    found = read(index, reader, settings, hits(index, 6, 5, 4, 3, 2, 1))
    assert list(found) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("many", "count"), [(6, 2), (5, 4)])
def test_more_are_read_where_there_are_many(index: Index, many: int, count: int) -> None:
    settings = ReadingSettings(paragraphs=2, paragraphs_of_many=4, many=many, at_once=1)
    found = read(index, FakeReader("Nine"), settings, hits(index, 6, 5, 4, 3, 2, 1))
    assert list(found) == [0, 1, 2, 3][:count]


@pytest.mark.parametrize(("kind", "count"), [(AnswerType.NUMBER, 2), (AnswerType.LIST, 4)])
def test_of_an_open_question_more_are_read_although_the_first_answers(
    index: Index, kind: AnswerType, count: int
) -> None:
    settings = ReadingSettings(at_once=2, at_least=2, at_least_open=4)
    found = read(index, FakeReader("One"), settings, hits(index, 6, 5, 4, 3, 2, 1), kind)
    assert list(found) == [0, 1, 2, 3][:count]


def test_a_sentence_has_its_share_of_the_chance_of_its_paragraph(index: Index) -> None:
    found = read(index, FakeReader("red"), ReadingSettings(), hits(index, 1))
    shares = [exp(found[0].sentence(place)) for place in (0, 1)]
    assert shares == pytest.approx([1 / (1 + exp(1)), exp(1) / (1 + exp(1))])
    assert exp(found[0].sentence(7)) == pytest.approx(0.02)


def test_of_a_reader_of_whole_windows_no_sentence_is_known(index: Index) -> None:
    reader = FakeReader("red", tells_sentences=False)
    found = read(index, reader, ReadingSettings(), hits(index, 1))
    assert found[0].answers == 5.0
    assert found[0].sentence(0) == found[0].sentence(1)


def test_those_that_were_read_stand_in_the_order_of_both_scores(index: Index) -> None:
    found = reranked(asked(), hits(index, 3, 2, 1), readings(r0=-4, r1=4), weight=2.0)
    assert [hit.row for hit in found] == [1, 0, 2]
    assert found[0].signals[READER] == 4
    assert found[0].score == pytest.approx(2 + 2 * 4)
    assert found[1].score == pytest.approx(3 - 2 * 4)
    assert found[2].score <= found[1].score


def test_the_surer_reading_of_two_counts_the_more_up_to_a_bound(index: Index) -> None:
    found = reranked(asked(), hits(index, 30, 2), readings(r0=-40, r1=6), weight=2.0)
    assert [hit.row for hit in found] == [0, 1]
    assert [hit.score for hit in found] == pytest.approx([30 - 2 * 8, 2 + 2 * 6])


def test_what_is_read_for_another_question_takes_the_place_of_the_first_reading(index: Index) -> None:
    first = reranked(asked(), hits(index, 3, 2), readings(r0=-4, r1=4), weight=2.0)
    again = reranked(asked(), first, readings(r0=5, r1=-40), weight=2.0)
    assert [(hit.row, hit.score, hit.signals[READER]) for hit in again] == [(0, 3 + 2 * 5, 5), (1, 2 - 2 * 8, -40)]


def test_without_weight_the_order_stays(index: Index) -> None:
    found = reranked(asked(), hits(index, 3, 2, 1), readings(r0=-4, r1=4), weight=0.0)
    assert [hit.row for hit in found] == [0, 1, 2]


def test_the_sides_of_a_comparison_stay_in_turn(index: Index) -> None:
    given = hits(index, 3, 2, 1)
    both = asked(scopes=(frozenset({0}), frozenset({1})))
    assert reranked(both, given, readings(r0=-4, r1=4), weight=2.0) == tuple(given)


def test_paragraphs_of_the_document_named_stay_before_the_others(index: Index) -> None:
    found = reranked(asked(scopes=(frozenset({0, 2}),)), hits(index, 3, 2, 1), readings(r0=-4, r1=4, r2=3), weight=2.0)
    assert [hit.row for hit in found] == [2, 0, 1]


def test_nothing_read_changes_nothing(index: Index) -> None:
    given = hits(index, 3, 2)
    assert reranked(asked(), given, {}, weight=2.0) == tuple(given)


def test_a_short_form_is_spelled_out_to_the_reader_where_the_paragraph_has_it_in_full_only() -> None:
    paper = Document(
        "p", "P", numbered("The Asset Network was set up in 2004.", "AN met. The Asset Network rose.", "No.")
    )
    papers, reader = index_of(paper), FakeReader("2004")
    (encoded,) = encode_questions(["When was AN set up?"], ["AN"], FakeEmbedder(), papers.lexical)
    question = QuestionAnalysis("When was AN set up?", "When was AN set up?", AnswerType.DATE)
    found = [Hit(row, "p", papers.paragraphs[row].locator, 1.0) for row in range(3)]
    settings = ReadingSettings(at_once=3)
    ParagraphReader(papers, reader, Glossary.of({"AN": "Asset Network"}), settings).read(question, encoded, found)
    assert reader.questions == ["When was Asset Network set up?", "When was AN set up?", "When was AN set up?"]


def test_the_number_of_a_session_is_put_to_the_reader_as_the_paragraph_writes_it() -> None:
    papers = index_of(Document("p", "P", numbered("The fortieth session met in Lima.", "The 40th session ended.")))
    asked_for, reader = "Where did the 40th session meet?", FakeReader("Lima")
    (encoded,) = encode_questions([asked_for], [asked_for], FakeEmbedder(), papers.lexical)
    found = [Hit(row, "p", papers.paragraphs[row].locator, 1.0) for row in range(2)]
    question = QuestionAnalysis(asked_for, asked_for, AnswerType.PLACE)
    ParagraphReader(papers, reader, Glossary.of({}), ReadingSettings(at_once=2)).read(question, encoded, found)
    assert reader.questions == ["Where did the fortieth session meet?", asked_for]
