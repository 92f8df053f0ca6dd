"""What was found is read with the question, and with each question that it joins."""

from dataclasses import replace

import pytest

from index.document import Document
from index.store import Index
from rag.answer import Hit
from rag.answering.evidence_reader import EvidenceReader
from rag.answering.writer import Evidence, ReadQuestion
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.question.words.acronyms import Glossary
from rag.reader.paragraphs import ParagraphReader
from rag.retrieval.encoded_question import encode_questions
from rag.settings import ReadingSettings
from tests.support.fake_reader import FakeReader
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered, paragraph

WHOLE, FIRST, SECOND = "Who meets and who pays?", "Who meets", "who pays"
SETTINGS = ReadingSettings(paragraphs=3, at_once=1, at_least_open=1, beside=0)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(Document("paper", "A paper", numbered("Two sit.", "Courts meet.", "Banks do.")))


@pytest.fixture(scope="module")
def found(index: Index) -> Evidence:
    asked = [WHOLE, FIRST, SECOND]
    whole, *parts = encode_questions(asked, asked, FakeEmbedder(), index.lexical)
    hits = tuple(Hit(row, "paper", index.paragraphs[row].locator, -float(row)) for row in range(3))
    joined = tuple(ReadQuestion(analysed(text), own) for text, own in zip(asked[1:], parts, strict=True))
    return Evidence(index, hits, whole, joined)


def analysed(text: str) -> QuestionAnalysis:
    return QuestionAnalysis(text, text, AnswerType.OTHER)


def test_each_question_is_read_for_by_itself_in_the_order_that_the_whole_made(index: Index, found: Evidence) -> None:
    reader = FakeReader("meet")
    read = EvidenceReader(ParagraphReader(index, reader, Glossary.of({}), SETTINGS), SETTINGS).read(
        analysed(WHOLE), found
    )

    # Until one answers: the second, which is first for the others then.
    assert list(zip(reader.questions, reader.given, strict=True)) == [
        (WHOLE, "Two sit."),
        (WHOLE, "Courts meet."),
        (FIRST, "Courts meet."),
        (SECOND, "Courts meet."),
    ]
    assert [hit.row for hit in read.hits] == [1, 0, 2]
    assert list(read.readings) == [0, 1]
    assert [list(each.readings) for each in read.sub_questions] == [[1], [1]]


def test_a_question_that_is_joined_with_others_is_read_with_fewer_paragraphs(index: Index, found: Evidence) -> None:
    reader, settings = FakeReader("no paragraph"), replace(SETTINGS, paragraphs_each=2)
    EvidenceReader(ParagraphReader(index, reader, Glossary.of({}), settings), settings).read(analysed(WHOLE), found)

    assert [reader.questions.count(each) for each in (WHOLE, FIRST, SECOND)] == [3, 2, 2]


def test_a_question_that_leans_on_another_is_read_in_the_document_that_was_found_first(found: Evidence) -> None:
    other = Hit(3, "another paper", found.hits[0].locator, -1.5)
    hits = (*found.hits[:2], other, found.hits[2])
    both = replace(found, hits=hits)
    alone, leaning = (
        replace(found.sub_questions[0], question=analysed(each)) for each in ("who pays in the city", "who pays them")
    )
    assert both.hits_for(leaning) == found.hits
    assert both.hits_for(alone) == hits
    assert replace(found, hits=()).hits_for(leaning) == ()


def test_without_a_reader_nothing_is_read(found: Evidence) -> None:
    assert EvidenceReader(None, SETTINGS).read(analysed(WHOLE), found) is found


def test_a_question_that_joins_none_is_read_for_once(index: Index, found: Evidence) -> None:
    reader = FakeReader("meet")
    EvidenceReader(ParagraphReader(index, reader, Glossary.of({}), SETTINGS), SETTINGS).read(
        analysed(WHOLE), replace(found, sub_questions=())
    )

    assert set(reader.questions) == {WHOLE}


@pytest.fixture(scope="module")
def sections() -> Index:
    texts = (
        "Boats rest.",
        "Pay is due.",
        "Nobody met.",
        "They meet in May.",
        "They meet in June.",
        "They meet at sea.",
    )
    headings = ("I. Boats", "II. Meetings", "II. Meetings", "II. Meetings", "II. Meetings", "III. Seas")
    each = zip(texts, headings, strict=True)
    return index_of(Document("paper", "A paper", tuple(paragraph(str(n), *one) for n, one in enumerate(each, 1))))


def read_beside(index: Index, kind: AnswerType, beside: int = 2) -> Evidence:
    """What is read where the first paragraph and the fourth were found."""
    (encoded,) = encode_questions([WHOLE], [WHOLE], FakeEmbedder(), index.lexical)
    hits = tuple(Hit(row, "paper", index.paragraphs[row].locator, -float(row)) for row in (0, 3))
    settings = replace(SETTINGS, paragraphs=2, beside=beside, beside_best=1)
    reader = EvidenceReader(ParagraphReader(index, FakeReader("meet"), Glossary.of({}), settings), settings)
    return reader.read(replace(analysed(WHOLE), answer_type=kind), Evidence(index, hits, encoded))


def test_of_an_open_question_those_beside_the_best_in_its_section_are_read_too(sections: Index) -> None:
    read = read_beside(sections, AnswerType.OTHER)
    # The fifth answers as the fourth does; the sixth is of another section.
    assert [hit.row for hit in read.hits] == [3, 4, 0, 1, 2]
    assert set(read.readings) == {0, 1, 2, 3, 4}
    # Nothing is known of it but what the reader says: it is as near as the last that was found.
    assert read.hits[1].score == read.hits[0].score


@pytest.mark.parametrize(("kind", "beside"), [(AnswerType.DATE, 2), (AnswerType.OTHER, 0)])
def test_none_beside_is_read_where_one_thing_answers_or_none_is_wanted(
    sections: Index, kind: AnswerType, beside: int
) -> None:
    assert [hit.row for hit in read_beside(sections, kind, beside).hits] == [3, 0]
