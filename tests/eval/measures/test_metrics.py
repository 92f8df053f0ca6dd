from dataclasses import replace

from eval.measures.metrics import GROUPS, METRICS
from eval.measures.retrieval import RETRIEVAL
from eval.measures.score import answer_scores
from rag.answer import ModelRun
from tests.support.gold_fakes import DOCUMENTS, answer, question, said


def test_every_score_of_a_question_is_a_figure_and_every_figure_is_scored() -> None:
    asked = question("report 1", vital=["Vienna"])
    given = answer(said("The Group met annually in Vienna.", "report 1"))
    given = replace(given, language_model=ModelRun("m", "p", sentences=1, proved=1))
    scored = answer_scores(asked, given, DOCUMENTS) | answer_scores(question(), answer(), DOCUMENTS)

    assert {*scored, *RETRIEVAL, "AURC"} == set(METRICS)


def test_every_figure_belongs_to_a_group_and_says_something_of_its_own() -> None:
    assert {each.group for each in METRICS.values()} == set(GROUPS)
    assert all(name == each.name and each.better in (-1, 0, 1) for name, each in METRICS.items())


def test_errors_are_better_when_there_are_fewer() -> None:
    assert {name for name, each in METRICS.items() if each.better < 0} == {
        "wrong-number rate", "nothing found", "AURC", "replaced", "left out",
    }  # fmt: skip
