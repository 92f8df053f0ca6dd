from dataclasses import replace

from eval.gold.gold_text import counts_text
from tests.support.gold_fakes import question


def test_questions_are_counted_by_kind_and_split() -> None:
    fact, none = question("report 1"), question()
    questions = [fact, replace(fact, split="test", paraphrased=True), none]

    assert counts_text(questions).splitlines() == [
        "| kind | tune | test | all | paraphrased |",
        "| ---- | ---: | ---: | --: | ----------: |",
        "| fact |    1 |    1 |   2 |           1 |",
        "| none |    1 |    0 |   1 |           0 |",
    ]
