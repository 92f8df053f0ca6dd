"""How sure it is that the chosen sentences answer the question."""

from collections.abc import Mapping, Sequence
from math import exp, log

import numpy as np
import pytest

from index.document import Document
from index.store import Index
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.candidates import FEATURES, Candidates
from rag.answering.extractive.confidence import CONFIDENCE_FEATURES, confidence, confidence_features
from rag.answering.extractive.select import Chosen
from rag.calibration import ConfidenceWeights, calibration_for
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType
from tests.support.papers import index_of, paragraph

FITTED = calibration_for().unread.confidence
PAPER = Document(
    "paper",
    "Outcome of 2019",
    (
        paragraph("1", "In 2004 the second session of the Group met.", "Meetings since 1998", notes={"1": "A/2011/3."}),
        paragraph("2", "Networks exist."),
    ),
    date="2020-11-20",
    session="Eleventh meeting, 2021",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(PAPER)


def features(
    index: Index,
    text: str,
    *rows: int,
    kind: AnswerType = AnswerType.OTHER,
    chance: float = 0.5,
    table: Mapping[str, Sequence[float]] = {},
) -> dict[str, float]:
    """What is known of an answer that is made of the sentences of `rows`, by name; `table` has features of these."""
    found = confidence_features(*answer(index, text, rows, kind, chance, table))
    assert found is not None
    return dict(zip(CONFIDENCE_FEATURES, found, strict=True))


def answer(
    index: Index,
    text: str,
    rows: tuple[int, ...],
    kind: AnswerType,
    chance: float = 0.5,
    features: Mapping[str, Sequence[float]] = {},
) -> tuple[QuestionAnalysis, Candidates, Chosen]:
    sentences = tuple(Candidate(index.paragraphs[row], 0, 0, len(index.paragraphs[row].text)) for row in rows)
    table = np.zeros((len(rows), len(FEATURES)), dtype=np.float32)
    for name, values in features.items():
        table[:, FEATURES.index(name)] = values
    return QuestionAnalysis(text, text, kind), Candidates(sentences, table), Chosen(sentences, 0, chance)


def test_the_best_chance_counts_in_log_odds_and_is_never_infinite(index: Index) -> None:
    assert features(index, "?", 0, chance=0.75)["chance"] == pytest.approx(log(3))
    assert features(index, "?", 0, chance=1.0)["chance"] == pytest.approx(log(1e6), rel=1e-3)
    assert features(index, "?", 0, chance=0.0)["chance"] == pytest.approx(-log(1e6), rel=1e-3)


def test_how_near_the_question_is_counts_for_the_best_sentence(index: Index) -> None:
    found = features(index, "?", 1, 0, table={"vector": [0.25, 0.5], "words": [0.75, 1.0]})
    assert (found["vector"], found["words"]) == (0.25, 0.75)


def test_the_two_paragraphs_that_a_reader_is_surest_of_count_whichever_is_best(index: Index) -> None:
    found = features(index, "?", 0, 1, table={"answers": [-2.0, 3.0]})
    assert (found["surest"], found["second"]) == (3, -2)


def test_where_one_paragraph_alone_was_read_the_second_is_as_sure(index: Index) -> None:
    found = features(index, "?", 0, 0, table={"answers": [1.5, 1.5]})
    assert (found["surest"], found["second"]) == (1.5, 1.5)


@pytest.mark.parametrize(
    ("kind", "is_figure"),
    [(AnswerType.NUMBER, 1), (AnswerType.MONEY, 1), (AnswerType.SHARE, 1), (AnswerType.DATE, 0), (AnswerType.OTHER, 0)],
)
def test_a_question_for_a_figure_is_told_from_others(index: Index, kind: AnswerType, is_figure: int) -> None:
    assert features(index, "?", 0, kind=kind)["figure"] == is_figure


def test_the_kind_of_thing_asked_for_has_to_be_in_one_of_the_sentences(index: Index) -> None:
    assert features(index, "When?", 1, 0, kind=AnswerType.DATE)["kind"] == 1
    assert features(index, "When?", 1, kind=AnswerType.DATE)["kind"] == 0
    assert features(index, "What?", 1)["kind"] == 1


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("What was it in 2004?", 1),  # the text
        ("What was it in 1998?", 1),  # a heading
        ("What was it in 2011?", 1),  # a footnote
        ("What was it in 2019?", 1),  # the title
        ("What was it in 2020?", 1),  # the date
        ("What was it in 2021?", 1),  # the session
        ("What was it in 2005?", 0),
        ("What was it in 2004 and in 2005?", 0.5),
        ("What was it?", 1),
        ("What was it after 2005, before 2006, since 2007 and until 2008?", 1),  # years that no text need repeat
    ],
)
def test_the_questions_years_have_to_be_given_somewhere(index: Index, question: str, share: float) -> None:
    assert features(index, question, 0)["years"] == share


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("What did the second session decide?", 1),
        ("What did the Eleventh meeting decide?", 1),
        ("What did the fifth session decide?", 0),
        ("What did the second and the fifth meeting decide?", 0),  # only the fifth is asked for by its number here
        ("What did the fifth speaker say?", 1),  # no session
        ("What did the ninth informal conference decide?", 0),
    ],
)
def test_the_session_a_question_numbers_has_to_be_given_too(index: Index, question: str, share: float) -> None:
    assert features(index, question, 0)["ordinals"] == share


def test_confidence_is_the_logistic_function_of_the_weighted_features(index: Index) -> None:
    weights = ConfidenceWeights(-1.0, chance=0, kind=2.0, years=0, ordinals=0, figure=0, vector=0, words=1.0)
    given = answer(index, "When?", (0,), AnswerType.DATE, features={"words": [0.5]})
    assert confidence(*given, weights) == pytest.approx(1 / (1 + exp(-1.5)))
    given = answer(index, "When?", (1,), AnswerType.DATE, features={"words": [0.5]})
    assert confidence(*given, weights) == pytest.approx(1 / (1 + exp(0.5)))


def test_nothing_chosen_is_no_confidence_at_all(index: Index) -> None:
    question, candidates, _ = answer(index, "?", (), AnswerType.OTHER)
    assert confidence_features(question, candidates, Chosen(())) is None
    assert confidence(question, candidates, Chosen(()), FITTED) == 0


def test_the_fitted_weights_make_an_answer_with_the_thing_asked_for_surer(index: Index) -> None:
    holding = confidence(*answer(index, "When?", (0,), AnswerType.DATE), FITTED)
    lacking = confidence(*answer(index, "When?", (1,), AnswerType.DATE), FITTED)
    assert 0 < lacking < holding < 1
