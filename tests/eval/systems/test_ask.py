from collections.abc import Iterable, Iterator
from dataclasses import replace

from eval.systems.ask import ask
from rag.answer import Answer
from rag.answering.steps import Asked, Before
from tests.support.gold_fakes import answer, question

QUESTIONS = [question("report 1", id=each) for each in "abc"]


class Stopped:
    """Answers two questions; at the third somebody presses Ctrl-C."""

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        for place, _ in enumerate(questions):
            if place == 2:
                raise KeyboardInterrupt
            yield answer(confidence=place / 10)


class Willing:
    """Answers every question and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        for each in questions:
            self.asked.append(each)
            yield answer()


def test_questions_are_asked_by_their_text_and_id_and_progress_is_told() -> None:
    willing, told = Willing(), list[tuple[str, int, int]]()

    answered = ask(QUESTIONS, willing, "asking", lambda *each: told.append(each))

    assert not answered.interrupted
    assert [each.id for each, _ in answered.pairs] == ["a", "b", "c"]
    assert willing.asked[1] == Asked("Question b?", (), "b")
    assert told == [("asking", done, 3) for done in range(4)]


def test_a_question_of_a_thread_is_asked_after_those_before_it() -> None:
    willing = Willing()
    one = replace(question("report 1", id="a"), question="and in 2021?", after=("Who met in 2019?", "and in 2020?"))
    answered = ask([one], willing, "asking", lambda *_: None)
    assert [each.text for each in willing.asked] == ["Who met in 2019?", "and in 2020?", "and in 2021?"]
    first, second, third = (each.before for each in willing.asked)
    assert first is None
    assert second == third == Before.of(answer())
    assert [each.id for each, _ in answered.pairs] == ["a"]


def test_ctrl_c_keeps_what_was_answered() -> None:
    answered = ask(QUESTIONS, Stopped(), "asking", lambda *_: None)

    assert answered.interrupted
    assert [(each.id, given.confidence) for each, given in answered.pairs] == [("a", 0.0), ("b", 0.1)]
