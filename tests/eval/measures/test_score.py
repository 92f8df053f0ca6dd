from dataclasses import replace

import pytest

from eval.measures.abstention import Judgement
from eval.measures.outcomes import REFUSED, RIGHT, RIGHTLY_REFUSED
from eval.measures.score import answer_scores, is_right_answer, score_all
from rag.answer import ModelRun
from tests.support.gold_fakes import DOCUMENTS, answer, question, said

MET = said("The Group met annually in Vienna.", "report 1")
ASKED = question("report 1", vital=["annually in Vienna"], other=["2007"])


def test_a_right_answer_has_every_figure_that_applies() -> None:
    scores = answer_scores(ASKED, answer(MET), DOCUMENTS)

    assert scores == pytest.approx(
        {
            "citation precision": 1.0,
            "citation recall": 1.0,
            "citation F1": 1.0,
            "precision when answered": 1.0,
            "sub-item precision": 1.0,
            "sub-item recall": 1.0,
            "sub-item F1": 1.0,
            "wrong-number rate": 0.0,
            "vital facts": 1.0,
            "all facts": 0.5,
            "quote fidelity": 1.0,
            "token F1": 0.0,
            "words": 6.0,
            "sentences": 1.0,
            "coverage": 1.0,
            "shown as answers": 1.0,
            "nothing found": 0.0,
            "fact when answered": 1.0,
            "right when answered": 1.0,
            "HasAns": 1.0,
            "accuracy": 1.0,
        }
    )


def test_a_related_passage_is_no_answer_though_it_states_the_fact() -> None:
    scores = answer_scores(ASKED, replace(answer(MET), related=True), DOCUMENTS)

    assert scores["vital facts"] == 1.0
    assert scores["shown as answers"] == scores["nothing found"] == scores["HasAns"] == scores["coverage"] == 0.0
    assert "fact when answered" not in scores


def test_an_unanswerable_question_with_related_passages_is_rightly_not_answered() -> None:
    related = replace(answer(MET), related=True)
    assert answer_scores(question(), related, DOCUMENTS)["NoAns"] == 1.0
    assert score_all([(question(), related)], DOCUMENTS)[0].outcome == RIGHTLY_REFUSED


def test_a_refused_answerable_question_counts_as_zero_wherever_refusing_could_lift_an_average() -> None:
    scores = answer_scores(ASKED, answer(), DOCUMENTS)

    names = ("citation precision", "citation recall", "citation F1", "vital facts", "all facts", "token F1")
    assert [scores[name] for name in (*names, "HasAns", "accuracy", "coverage")] == [0.0] * 9
    assert not {"precision when answered", "right when answered", "words", "quote fidelity"} & scores.keys()


def test_what_became_of_a_language_models_sentences_is_a_share_of_them() -> None:
    run = ModelRun("m", "p", sentences=4, proved=1, recited=1, replaced=2)
    scores = answer_scores(ASKED, replace(answer(MET), language_model=run), DOCUMENTS)
    assert (scores["re-cited"], scores["replaced"], scores["left out"]) == (0.25, 0.5, 0.0)
    assert "replaced" not in answer_scores(ASKED, answer(MET), DOCUMENTS)


def test_an_unanswerable_question_counts_for_refusing_only() -> None:
    refused = answer_scores(question(), answer(), DOCUMENTS)
    answered = answer_scores(question(), answer(MET), DOCUMENTS)

    assert refused == {"coverage": 0.0, "accuracy": 1.0, "NoAns": 1.0}
    assert answered["NoAns"] == answered["accuracy"] == answered["right when answered"] == 0.0
    assert answered["coverage"] == answered["quote fidelity"] == 1.0
    assert "citation precision" not in answered


def test_an_answer_is_right_only_where_the_facts_stand_in_sentences_that_cite_a_required_paragraph() -> None:
    elsewhere = said("The Group met annually in Vienna.", "report 3")
    beside = answer(elsewhere, said("See.", "report 1"))

    assert is_right_answer(ASKED, answer(MET, elsewhere))
    assert not is_right_answer(ASKED, answer(elsewhere))
    assert not is_right_answer(ASKED, beside)
    assert answer_scores(ASKED, beside, DOCUMENTS)["vital facts"] == 1.0


def test_one_vital_fact_missing_makes_an_answer_wrong_and_another_fact_does_not() -> None:
    two = question("report 1", vital=["annually", "Vienna", "2007"])

    assert not is_right_answer(two, answer(MET))


def test_questions_are_scored_in_order_with_retrieval_and_outcome() -> None:
    found = ["report 3", "report 1"]
    scored = score_all([(ASKED, answer(MET, found=found)), (question(id="n"), answer(found=found))], DOCUMENTS)

    assert [each.question.id for each in scored] == ["q", "n"]
    assert [each.outcome for each in scored] == [RIGHT, RIGHTLY_REFUSED]
    assert scored[0].scores["RR"] == 0.5
    assert "RR" not in scored[1].scores


def test_a_refused_question_is_judged_by_the_answer_given_when_nothing_may_be_refused() -> None:
    asked = [(ASKED, answer(confidence=0.2))]

    assert score_all(asked, DOCUMENTS)[0].judgement == Judgement(0.2, right=False)
    (insisted,) = score_all(asked, DOCUMENTS, {"q": answer(MET, confidence=0.2)})
    assert insisted.judgement == Judgement(0.2, right=True)
    assert insisted.outcome == REFUSED
