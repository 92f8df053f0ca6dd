"""Batches: what is answered once, what a bad row does, and how an interrupted one goes on."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from index.document import Document
from index.errors import QuestionError, TokenBudgetError
from index.store import Index
from rag.answer import Answer
from rag.answer_json import answer_object
from rag.answering.steps import Asked
from rag.batches.batch import BatchOptions, run_batch
from rag.batches.batch_result import Status
from rag.batches.questions.row import QuestionRow
from rag.batches.survey import in_figures, survey
from tests.support.batch_fakes import LACKS, NOW, FakeAnswerer, rows, run, small_index


@pytest.fixture
def index(documents: tuple[Document, ...]) -> Index:
    return small_index(documents)


def test_every_row_has_its_answer_in_order(index: Index, tmp_path: Path) -> None:
    entries = run(FakeAnswerer(index), rows("Who?", "None at all?", "List?"), tmp_path / "j")
    assert [(each.number, each.label, each.status) for each in entries] == [
        (1, "1", Status.ANSWERED),
        (2, "2", Status.NOTHING_FOUND),
        (3, "3", Status.ANSWERED),
    ]
    assert entries[2].answer is not None
    assert [each.text for each in entries[2].answer.statements] == ["States should:", "Share information;"]
    assert str(entries[2].answer.statements[1].citations[0].locator) == "2 (a)"


def test_an_answer_comes_back_from_the_journal_as_other_programs_are_given_it(index: Index, tmp_path: Path) -> None:
    answerer = FakeAnswerer(index)
    (entry,) = run(answerer, rows("Gap?"), tmp_path / "j")
    given = next(answerer.answer_many(answerer.asked))
    assert entry.answer is not None
    assert answer_object(entry.answer) == answer_object(given)
    assert entry.answer.statements == given.statements


def test_the_journal_is_gone_when_all_is_done(index: Index, tmp_path: Path) -> None:
    run(FakeAnswerer(index), rows("Who?"), tmp_path / "j")
    assert list(tmp_path.iterdir()) == []


def test_where_a_budget_is_spent_the_batch_stops_and_goes_on_from_there_another_time(
    index: Index, tmp_path: Path
) -> None:
    class Poor(FakeAnswerer):
        """Has no tokens left after the second answer."""

        def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
            for at, answer in enumerate(super().answer_many(questions)):
                if at == 2:
                    raise TokenBudgetError("the budget is spent")
                yield answer

    questions, journal = rows(*(f"Who {number}?" for number in range(40))), tmp_path / "j"
    poor = Poor(index)
    entries = run(poor, questions, journal)
    assert [each.problem for each in entries] == [None, None, *["the budget is spent"] * 38]
    assert len(poor.asked) <= 3
    assert journal.exists()
    assert [each.problem for each in run(FakeAnswerer(index), questions, journal)] == [None] * 40


def test_a_question_that_stands_twice_is_answered_once_and_appears_twice(index: Index, tmp_path: Path) -> None:
    answerer = FakeAnswerer(index)
    twice = [QuestionRow("line 1", "Who?", id="a"), QuestionRow("line 2", "  Who? ", id="b")]
    entries = run(answerer, twice, tmp_path / "j")
    assert len(answerer.asked) == 1
    assert [each.answer.id for each in entries if each.answer] == ["a", "b"]


def test_the_same_question_of_other_documents_is_another(index: Index, tmp_path: Path) -> None:
    answerer = FakeAnswerer(index)
    run(answerer, [*rows("Who?"), QuestionRow("line 2", "Who?", documents=("guide",))], tmp_path / "j")
    assert [each.documents for each in answerer.asked] == [(), ("guide",)]


def test_documents_may_be_named_by_symbol_or_title_and_a_row_overrides_the_batch(index: Index, tmp_path: Path) -> None:
    answerer = FakeAnswerer(index)
    asked = [
        QuestionRow("line 1", "Who?"),
        QuestionRow("line 2", "When?", documents=("a/1",)),
        QuestionRow("line 3", "Where?", documents=("GUIDELINES", "2018 report")),
    ]
    run(answerer, asked, tmp_path / "j", documents=("guide",))
    assert [each.documents for each in answerer.asked] == [("guide",), ("report-2018",), ("report-2018", "guide")]


def test_an_unknown_document_of_the_batch_stops_it_before_anything_is_written(index: Index, tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="no document 'x'"):
        run(FakeAnswerer(index), rows("Who?"), tmp_path / "j", documents=("x",))
    assert list(tmp_path.iterdir()) == []


def test_bad_rows_never_stop_the_others(index: Index, tmp_path: Path) -> None:
    asked = [
        QuestionRow("line 1", "Wh", problem="broken JSON"),
        QuestionRow("line 2", "Who?", documents=("nonesuch",)),
        QuestionRow("line 3", "x" * 5_000),
        QuestionRow("line 4", "Bad question?"),
        QuestionRow("line 5", "Broken question?"),
        QuestionRow("line 6", "Who?"),
    ]
    entries = run(FakeAnswerer(index), asked, tmp_path / "j")
    assert [each.status for each in entries] == [Status.NOT_ASKED] * 5 + [Status.ANSWERED]
    problems = [each.problem or "" for each in entries]
    assert problems[0] == "broken JSON"
    assert "no document 'nonesuch'" in problems[1]
    assert "5,000 characters" in problems[2]
    assert problems[3] == "the quotation is not there"
    assert "LookupError: no such row" in problems[4]


def test_a_row_that_was_skipped_is_kept_in_its_place_without_a_number_and_nothing_is_asked(
    index: Index, tmp_path: Path
) -> None:
    answerer = FakeAnswerer(index)
    letter = [
        QuestionRow("line 1", "Dear all,", skipped="a greeting"),
        QuestionRow("line 2", "Who?", id="A"),
        QuestionRow("line 3", "x" * 5_000, skipped="a statement, not a question"),
        QuestionRow("line 4", "When?", id="B"),
    ]
    entries = run(answerer, letter, tmp_path / "j")
    assert [(each.number, each.label, each.status, each.problem) for each in entries] == [
        (None, "", Status.SKIPPED, "a greeting"),
        (1, "A", Status.ANSWERED, None),
        (None, "", Status.SKIPPED, "a statement, not a question"),
        (2, "B", Status.ANSWERED, None),
    ]
    assert [each.text for each in answerer.asked] == ["Who?", "When?"]
    with run_batch(letter, answerer, tmp_path / "j", BatchOptions("q.txt", NOW)) as batch:
        assert survey(batch).questions == 2


def test_the_right_question_is_blamed_where_a_whole_group_trips_over_it(index: Index, tmp_path: Path) -> None:
    class AllAtOnce(FakeAnswerer):
        """Like the real one, it looks at all questions before it answers the first."""

        def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
            return iter([*super().answer_many(questions)])

    entries = run(AllAtOnce(index), rows("Who?", "When?", "Bad?", "Where?"), tmp_path / "j")
    assert [each.status for each in entries] == [
        Status.ANSWERED,
        Status.ANSWERED,
        Status.NOT_ASKED,
        Status.ANSWERED,
    ]


def test_questions_that_were_taken_ahead_when_a_group_tripped_are_answered_in_the_same_groups(
    index: Index, tmp_path: Path
) -> None:
    groups: list[list[str]] = []

    class Ahead(FakeAnswerer):
        """Like the real one, it takes questions in groups of 32, a group ahead, and stops at the first mistake."""

        def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
            waiting = iter(questions)
            group = list(islice(waiting, 32))
            while group:
                following = list(islice(waiting, 32))
                groups.append([each.text for each in group])
                yield from super().answer_many(group)
                group = following

    texts = [f"{'Broken' if n in (10, 70, 71) else 'Who'} is {n}?" for n in range(140)]
    entries = run(Ahead(index), rows(*texts), tmp_path / "j")
    assert [each.row.text for each in entries] == texts
    assert [n for n, each in enumerate(entries) if each.answer is None] == [10, 70, 71]
    assert {each.answer.question for each in entries if each.answer} == {each for each in texts if "Who" in each}
    assert [each[0] for each in groups if len(each) == 32] == [texts[n] for n in (0, 32, 64, 96)]


def test_the_journal_stays_where_an_answer_failed_so_that_only_that_is_tried_again(
    index: Index, tmp_path: Path
) -> None:
    run(FakeAnswerer(index), rows("Who?", "Bad?"), tmp_path / "j")
    assert (tmp_path / "j").exists()


def test_ids_are_labels_where_every_row_has_its_own(index: Index, tmp_path: Path) -> None:
    def labels(*ids: str | None) -> list[str]:
        asked = [QuestionRow(f"line {number}", f"What is {number}?", id=id) for number, id in enumerate(ids)]
        return [each.label for each in run(FakeAnswerer(index), asked, tmp_path / "j")]

    assert labels("A", "B") == ["A", "B"]
    assert labels("A", None) == ["1", "2"]
    assert labels("A", "A") == ["1", "2"]


def test_rows_of_one_section_are_brought_together_when_that_is_wanted(index: Index, tmp_path: Path) -> None:
    asked = [
        QuestionRow(f"line {n}", f"What is {n}?", section=s) for n, s in enumerate(["B", None, "A", "B", None, "A"])
    ]
    together = run(FakeAnswerer(index), asked, tmp_path / "j", group_by_section=True)
    assert [(each.row.place, each.row.section) for each in together] == [
        ("line 0", "B"),
        ("line 3", "B"),
        ("line 2", "A"),
        ("line 5", "A"),
        ("line 1", None),
        ("line 4", None),
    ]
    assert [each.row.place for each in run(FakeAnswerer(index), asked, tmp_path / "j")] == [
        f"line {n}" for n in range(6)
    ]


def test_an_empty_batch_is_no_error(index: Index, tmp_path: Path) -> None:
    assert run(FakeAnswerer(index), [], tmp_path / "j") == []


def test_the_survey_counts_what_is_cited(index: Index, tmp_path: Path) -> None:
    options = BatchOptions("q.txt", NOW)
    asked = rows("Who?", "Both?", "Told?", "None?", "Bad?")
    with run_batch(asked, FakeAnswerer(index), tmp_path / "j", options) as batch:
        found = survey(batch)
    assert [found.counts[each] for each in Status] == [2, 0, 1, 1, 1, 0]
    assert found.sentences == {"report-2018": 3, "guide": 1}
    assert {row: [label for _, label in quoted.first] for row, quoted in found.quoted.items()} == {
        0: ["1", "2"],
        2: ["2"],
    }


def test_the_documents_of_a_batch_are_those_that_were_searched(index: Index, tmp_path: Path) -> None:
    def searched(*asked: QuestionRow, **how: object) -> list[str]:
        options = BatchOptions("q.txt", NOW, **how)  # type: ignore[arg-type]
        with run_batch(asked, FakeAnswerer(index), tmp_path / "j", options) as batch:
            return [document.id for document in batch.documents]

    assert searched(QuestionRow("line 1", "Who?")) == ["report-2018", "guide"]
    assert searched(QuestionRow("line 1", "Who?"), documents=("guide",)) == ["guide"]
    assert searched(QuestionRow("line 1", "Who?", documents=("guide",)), QuestionRow("line 2", "Who?")) == [
        "report-2018",
        "guide",
    ]


def test_places_that_do_not_exist_are_remarked(index: Index, tmp_path: Path) -> None:
    entries = run(FakeAnswerer(index), rows("Partly there?", "Nowhere?", "One?"), tmp_path / "j")
    assert [each.remark for each in entries] == ["There is no paragraph 99.", "There is no paragraph 9.", ""]


def test_related_passages_are_a_status_of_their_own_and_come_back_from_the_journal(
    index: Index, tmp_path: Path
) -> None:
    (entry,) = run(FakeAnswerer(index), rows("Related?"), tmp_path / "j")
    assert entry.status is Status.RELATED
    assert entry.answer is not None
    assert entry.answer.checks == (LACKS,)


def test_the_answers_of_a_journal_that_knew_two_states_are_read_as_they_were(index: Index, tmp_path: Path) -> None:
    answerer = FakeAnswerer(index, stops_after=64)
    asked = [QuestionRow(f"line {n}", f"{'Who' if n % 2 else 'None'} {n}?") for n in range(65)]
    with pytest.raises(KeyboardInterrupt):
        run(answerer, asked, tmp_path / "j")
    with closing(sqlite3.connect(tmp_path / "j")) as journal, journal:
        journal.execute("update answers set answer = json_remove(answer, '$.state', '$.checks', '$.intent')")
    entries = run(FakeAnswerer(index), asked, tmp_path / "j")
    assert [each.status for each in entries[:3]] == [Status.NOTHING_FOUND, Status.ANSWERED, Status.NOTHING_FOUND]


def test_the_rows_of_a_batch_are_counted_in_words() -> None:
    counts = dict.fromkeys(Status, 0) | {Status.ANSWERED: 1_200, Status.RELATED: 2, Status.SKIPPED: 1}
    assert in_figures(counts) == "1,200 answered, 2 with related passages to check, 1 skipped"
    assert in_figures(dict.fromkeys(Status, 0)) == "none"
