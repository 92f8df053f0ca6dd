"""The sentences an answer may be made of, with what speaks for each."""

from dataclasses import replace
from math import log

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.answer import Hit
from rag.answering.extractive.candidates import FEATURES, CandidateReader, Candidates
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.question.answer_type import AnswerType
from rag.question.words.acronyms import Glossary
from rag.retrieval.encoded_question import encode_questions
from rag.retrieval.signals import SignalReader
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, paragraph

PAPER = Document(
    "paper",
    "Title",
    (
        paragraph("1", "Networks exist. They cooperate early.", "I. Heading"),
        paragraph(
            "2", "States list: (a) Judges decide; (b) Women vote.", items={"a": "Judges decide;", "b": "Women vote."}
        ),
        paragraph("3", " "),
        paragraph("4", "In 2004, 12 banks lent."),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(PAPER)


def read(
    index: Index,
    text: str,
    *rows: int,
    kind: AnswerType = AnswerType.OTHER,
    places: tuple[NamedPlace, ...] = (),
    scores: tuple[float, ...] = (),
) -> Candidates:
    question = QuestionAnalysis(text=text, topic=text, answer_type=kind, places=places)
    (encoded,) = encode_questions([text], [text], FakeEmbedder(), index.lexical)
    values = scores or tuple(float(-rank) for rank in range(len(rows)))
    hits = [Hit(row, "paper", index.paragraphs[row].locator, score) for row, score in zip(rows, values, strict=True)]
    return CandidateReader(SignalReader(index, FakeEmbedder()), Glossary.of({})).read(question, encoded, hits)


def column(candidates: Candidates, name: str) -> list[float]:
    values: list[float] = candidates.features[:, FEATURES.index(name)].tolist()
    return values


def test_the_sentences_of_the_hits_stand_in_their_order_each_verbatim(index: Index) -> None:
    found = read(index, "who?", 1, 0)
    assert [(each.text, each.ref.row, each.rank) for each in found.sentences] == [
        ("States list:", 1, 0),
        ("(a) Judges decide;", 1, 0),
        ("(b) Women vote.", 1, 0),
        ("Networks exist.", 0, 1),
        ("They cooperate early.", 0, 1),
    ]
    assert found.features.shape == (5, len(FEATURES))
    assert found.features.dtype == np.float32


def test_no_hits_have_no_sentences_and_neither_has_a_blank_paragraph(index: Index) -> None:
    for found in (read(index, "who?"), read(index, "who?", 2)):
        assert found.sentences == ()
        assert found.features.shape == (0, len(FEATURES))
    assert [each.ref.row for each in read(index, "who?", 2, 3).sentences] == [3]


def test_every_feature_is_a_finite_number_even_of_a_question_without_words(index: Index) -> None:
    for text in ("?!", "the", "who votes in 2004?"):
        assert np.isfinite(read(index, text, 0, 1, 2, 3).features).all()


def test_the_gap_is_how_far_a_paragraph_is_behind_the_best_one(index: Index) -> None:
    found = read(index, "who?", 0, 1, scores=(1.5, 4.0))
    assert column(found, "gap") == [-2.5, -2.5, 0, 0, 0]


def test_the_vector_is_the_likeness_of_question_and_sentence(index: Index) -> None:
    # `women vote` is w and v; `(b) Women vote.` is b, w and v, the others have none of them.
    found = read(index, "women vote", 1)
    assert column(found, "vector") == pytest.approx([0, 0, 2 / 6**0.5])


def test_pieces_and_words_are_those_of_the_sentence_and_of_what_it_leans_on(index: Index) -> None:
    # `They cooperate early.` cannot be read without `Networks exist.`, which leans on nothing.
    found = read(index, "networks", 0)
    assert column(found, "pieces") == [1, 1]
    assert column(found, "words") == [1, 1]
    found = read(index, "cooperate", 0)
    assert column(found, "pieces") == [0, 1]
    assert column(found, "words") == [0, 1]


def test_words_are_shares_of_the_questions_rarity(index: Index) -> None:
    found = read(index, "women judges", 1)
    assert column(found, "words") == pytest.approx([0, 0.5, 0.5])
    assert column(read(index, "the unheard", 1), "words") == [0, 0, 0]


def test_the_kind_of_thing_asked_for_is_marked(index: Index) -> None:
    assert column(read(index, "how many?", 3, 0, kind=AnswerType.NUMBER), "kind") == [1, 0, 0]
    assert column(read(index, "what?", 3, 0), "kind") == [1, 1, 1]


def test_the_length_is_that_of_the_sentence(index: Index) -> None:
    assert column(read(index, "what?", 3, 0), "length") == pytest.approx([log(5), log(2), log(3)])


def test_of_a_sub_item_that_is_named_only_its_own_sentences_are_read(index: Index) -> None:
    found = read(index, "women?", 1, 0, places=(NamedPlace(1, ("b",)),))
    assert [each.text for each in found.sentences] == ["(b) Women vote.", "Networks exist.", "They cooperate early."]
    assert len(found.features) == 3
    assert column(found, "words") == [1, 0, 0]
    both = read(index, "women?", 1, places=(NamedPlace(1, ("b",)), NamedPlace(1, ("a",))))
    assert [each.text for each in both.sentences] == ["(a) Judges decide;", "(b) Women vote."]
    whole = read(index, "women?", 1, places=(NamedPlace(1),))
    assert len(whole.sentences) == 3


def test_features_are_the_same_where_word_pieces_are_encoded_now() -> None:
    stored, bare = index_of(PAPER), index_of(PAPER, token_limit=0)
    one, other = (read(each, "women judges exist", 1, 0, 3) for each in (stored, bare))
    assert np.array_equal(one.features, other.features)


def test_a_row_of_a_table_is_read_with_the_heads_of_its_columns() -> None:
    text = "Table 1. Posts\nUnit | Number approved | Money spent\nAudit | 12 | 900\nEthics | 3 | 100"
    rows = (("Unit", "Number approved", "Money spent"), ("Audit", "12", "900"), ("Ethics", "3", "100"))
    table = replace(paragraph("table 1", text), kind="table", rows=rows)
    index = index_of(Document("posts", "Report", (table,)))
    found = read(index, "money spent audit", 0)
    shares = dict(zip((each.text for each in found.sentences), column(found, "words"), strict=True))
    assert shares["Audit | 12 | 900"] == pytest.approx(1)
    assert shares["Ethics | 3 | 100"] == shares["Unit | Number approved | Money spent"] < 1


def test_where_a_short_form_is_to_be_spelled_out_only_sentences_that_do_are_read() -> None:
    paper = Document("paper", "Title", (paragraph("1", "CARIN met. The Camden Network (CARIN) met. CARIN left."),))
    index, text = index_of(paper), "What does CARIN stand for?"
    question = QuestionAnalysis(text=text, topic=text, answer_type=AnswerType.OTHER)
    (encoded,) = encode_questions([text], [text], FakeEmbedder(), index.lexical)
    reader = CandidateReader(SignalReader(index, FakeEmbedder()), Glossary.of({"CARIN": "Camden Network"}))
    found = reader.read(question, encoded, [Hit(0, "paper", index.paragraphs[0].locator, 1.0)])
    assert [each.text for each in found.sentences] == ["The Camden Network (CARIN) met."]
    assert len(found.features) == 1


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("What did Peru say about prisons?", ["The delegation said that prisons were full.", "Many were old."]),
        (
            "What is said about prisons?",
            [
                "The delegation said that prisons were full.",
                "Chile regretted that.",
                "It made proposals.",
                "Many were old.",
            ],
        ),
        (
            "What did Kenya say about prisons?",
            ["The delegation said that prisons were full.", "Many were old."],
        ),
    ],
)
def test_what_other_countries_say_is_left_out_where_the_words_of_one_are_asked_for(
    question: str, kept: list[str]
) -> None:
    report = index_of(
        Document(
            "paper",
            "Review of Peru",
            (
                paragraph("1", "The delegation said that prisons were full. Chile regretted that. It made proposals."),
                paragraph("2", "Many were old."),
            ),
        )
    )
    assert [each.text for each in read(report, question, 0, 1).sentences] == kept


def test_the_label_of_a_record_says_whose_words_it_holds() -> None:
    said = "Mr. Soto (Peru): Chile welcomed the prisons. It paid."
    record = index_of(Document("paper", "Record", (paragraph("p. 1, Mr. Soto, 1", said),)))
    assert len(read(record, "What did Peru say about prisons?", 0).sentences) == 2
