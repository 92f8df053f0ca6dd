"""Batches of questions started in the app: recognised, answered in the background, picked up again."""

import json
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest

from index.build import build_index
from index.document import Document
from index.embedding.base import Encoding
from index.errors import QuestionError
from index.folder.save import save_index
from rag.batches.questions.row import QuestionRow
from tests.support.fakes import FakeEmbedder
from tests.support.office_papers import packed_bytes, word_parts
from tests.ui.app.markup.test_render import Reader
from ui.app.markup.batch import recognised_html, results_html, skipped_html
from ui.app.services.batch_rows import Choice, default_choice
from ui.app.services.batch_store import BatchJob, BatchStore
from ui.app.services.batches import Batches, Recognised, remaining
from ui.app.services.index_holder import IndexHolder
from ui.app.services.uploads import MOST_BYTES, Upload

KNOWN = "What does paragraph 1 of the 2018 report say?"
UNKNOWN = "What does paragraph 99 of the 2018 report say?"
SPANNING = packed_bytes(
    word_parts('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="abc"/></w:tcPr></w:tc></w:tr></w:tbl>')
)
TABLE = f"id,section,question,desk\n1,Networks,{KNOWN},A\n2,Networks,{UNKNOWN},B\n3,Other <b>,,C\n".encode()


class SlowEmbedder(FakeEmbedder):
    """A fake model that waits until it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.go_on = threading.Event(), threading.Event()

    def encode(self, texts: Sequence[str]) -> Encoding:
        self.reached.set()
        assert self.go_on.wait(5)
        return super().encode(texts)


@pytest.fixture
def index_holder(folder: Path, documents: tuple[Document, ...]) -> IndexHolder:
    save_index(build_index(documents, FakeEmbedder()), folder)
    return IndexHolder(folder, lambda _: FakeEmbedder())


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "batches"


def ended(batches: Batches, job: BatchJob) -> BatchJob:
    for _ in range(500):
        now = batches.job(job.id)
        assert now is not None
        if now.state not in ("waiting", "running"):
            return now
        sleep(0.01)
    raise AssertionError("the batch did not end within five seconds")


def test_the_rows_of_a_file_are_recognised_before_anything_is_asked(index_holder: IndexHolder, kept: Path) -> None:
    batches = Batches(index_holder, kept)
    job = batches.add(Upload("../Desk questions.csv", TABLE))
    found = batches.recognised(job.id)
    assert [(row.section, row.others) for row in found.rows] == [
        ("Networks", (("desk", "A"),)),
        ("Networks", (("desk", "B"),)),
        ("Other <b>", (("desk", "C"),)),
    ]
    assert [row.problem for row in found.rows] == [None, None, "there is no question in this row"]
    assert (job.name, job.state) == ("Desk questions.csv", "not begun")
    words = Reader(recognised_html(found)).words
    assert words.startswith("2 questions in one section to be answered, 1 other row left out.")
    assert words.endswith("Columns carried through: desk.")


def test_mark_up_in_what_is_remarked_of_a_file_shows_as_text() -> None:
    read = Reader(recognised_html(Recognised((QuestionRow("line 1", "Who?"),), ("<b>left out</b>",))))
    assert "<b>left out</b>" in read.words
    assert "b" not in read.names


def letter(index_holder: IndexHolder, kept: Path) -> tuple[Batches, BatchJob]:
    batches = Batches(index_holder, kept)
    text = f"Dear colleagues,\n\n1. {KNOWN}\n2. {UNKNOWN}\n\nMany thanks,\nAnn\n"
    return batches, batches.add(Upload("Letter.txt", text.encode()))


def test_of_a_letter_the_questions_are_ticked_and_all_rows_can_be_changed(
    index_holder: IndexHolder, kept: Path
) -> None:
    batches, job = letter(index_holder, kept)
    found = batches.recognised(job.id)
    assert [default_choice(row).ask for row in found.rows] == [False, True, True, False, False]
    batches.choose(job.id, {1: Choice(False, KNOWN), 4: Choice(True, " Who  is Ann? "), 0: Choice(True, "")})
    again = Batches(index_holder, kept).recognised(job.id)
    assert [(row.text, row.skipped, row.problem) for row in again.chosen] == [
        ("", None, "there is no question in this row"),
        (KNOWN, "unticked", None),
        (UNKNOWN, None, None),
        ("Many thanks,", "thanks or regards", None),
        ("Who is Ann?", None, None),
    ]


def test_what_was_unticked_is_not_answered_and_stays_in_the_result(index_holder: IndexHolder, kept: Path) -> None:
    batches, job = letter(index_holder, kept)
    batches.choose(job.id, {2: Choice(False, UNKNOWN)})
    batches.begin(job.id)
    done = ended(batches, job)
    assert (done.state, done.total, done.skipped, done.summary) == ("done", 5, 4, "1 answered")
    assert [record["question"] for record in batches.results(job.id, 0, 50)] == [KNOWN]
    skipped = [row for row in batches.recognised(job.id).chosen if row.skipped]
    words = Reader(skipped_html(skipped)).words
    assert words.startswith("4 rows were skippedDear colleagues, (a greeting)")
    assert f"{UNKNOWN} (unticked)" in words
    assert "Rows that were skipped" in batches.output(job.id, "Markdown").read_text(encoding="utf-8")


def test_choices_are_not_taken_while_a_batch_is_answered_or_done(index_holder: IndexHolder, kept: Path) -> None:
    batches, job = letter(index_holder, kept)
    batches.begin(job.id)
    ended(batches, job)
    batches.choose(job.id, {1: Choice(False, KNOWN)})
    assert batches.recognised(job.id).choices == {}


@pytest.mark.parametrize("content", [b"", b"\n\n", b"Dear colleagues,\n"])
def test_a_file_without_a_question_cannot_be_answered(index_holder: IndexHolder, kept: Path, content: bytes) -> None:
    batches = Batches(index_holder, kept)
    job = batches.add(Upload("empty.txt", content))
    with pytest.raises(QuestionError, match="nothing is ticked, so there is nothing to answer; tick the rows"):
        batches.begin(job.id)
    assert batches.job(job.id) == job


def test_batches_of_an_earlier_version_are_taken_over_with_what_was_decided(
    index_holder: IndexHolder, kept: Path
) -> None:
    (kept / "old").mkdir(parents=True)
    (kept / "old" / "questions.txt").write_text(f"{KNOWN}\n{UNKNOWN}\n", encoding="utf-8")
    record = {"id": "old", "name": "Desk.txt", "owner": "me", "begun": "2026-03-01T10:00:00+00:00", "state": "stopped"}
    (kept / "old" / "job.json").write_text(json.dumps(record), encoding="utf-8")
    (kept / "old" / "choices.json").write_text(json.dumps({"1": [False, UNKNOWN]}), encoding="utf-8")
    for _ in range(2):
        batches = Batches(index_holder, kept)
        assert [(job.name, job.state) for job in batches.jobs("me")] == [("Desk.txt", "stopped")]
        assert [row.skipped for row in batches.recognised("old").chosen] == [None, "unticked"]


def test_a_batch_is_answered_in_the_background_and_written_in_every_format(
    index_holder: IndexHolder, kept: Path
) -> None:
    batches = Batches(index_holder, kept)
    job = batches.add(Upload("Desk_questions.csv", TABLE))
    batches.begin(job.id)
    done = ended(batches, job)
    assert (done.state, done.done, done.total) == ("done", 3, 3)
    assert done.summary == "1 answered, 1 with nothing found, 1 could not be asked"
    for name, start in (("Word", b"PK"), ("Excel", b"PK"), ("Markdown", b"# Desk questions")):
        assert batches.output(job.id, name).read_bytes().startswith(start)
    assert not (kept / job.id / "journal").exists()


def test_each_row_opens_to_its_answer(index_holder: IndexHolder, kept: Path) -> None:
    batches = Batches(index_holder, kept)
    job = batches.add(Upload("questions.csv", TABLE))
    batches.begin(job.id)
    ended(batches, job)
    html = results_html(batches.results(job.id, 0, 50), index_holder.answerer().index)
    assert html.count("<details") == 3
    assert 'data-go="read?doc=report-2018&amp;para=1&amp;mark=0-15%2C16-32"' in html
    words = Reader(html).words
    assert f"1.{KNOWN}✓answered" in words
    assert f"2.{UNKNOWN}–nothing found–There is no paragraph 99 in Progress report." in words
    assert "could not be askedthere is no question in this row" in words
    assert len(batches.results(job.id, 1, 1)) == 1


def test_a_place_that_does_not_exist_is_told_with_its_row(index_holder: IndexHolder, kept: Path) -> None:
    batches = Batches(index_holder, kept)
    job = batches.add(Upload("q.txt", b"What do paragraphs 1 and 99 of A/1 say?\nWhat does paragraph 98 of A/1 say?\n"))
    batches.begin(job.id)
    ended(batches, job)
    words = Reader(results_html(batches.results(job.id, 0, 50), index_holder.answerer().index)).words
    assert "There is no paragraph 99 in Progress report." in words
    assert "–nothing found–There is no paragraph 98 in Progress report." in words


def test_an_answer_whose_document_was_removed_is_still_shown(
    index_holder: IndexHolder, kept: Path, documents: tuple[Document, ...]
) -> None:
    batches = Batches(index_holder, kept)
    job = batches.add(Upload("questions.csv", TABLE))
    batches.begin(job.id)
    ended(batches, job)
    other = build_index(documents[1:], FakeEmbedder())
    assert "Networks exist. (A/1, para. 1)" in Reader(results_html(batches.results(job.id, 0, 1), other)).words


@pytest.mark.parametrize(
    ("upload", "message"),
    [
        (Upload("questions.pdf", b"x"), "'questions.pdf' is no file of questions; save it as one of"),
        (Upload("questions.txt", b"x" * (MOST_BYTES + 1)), "is larger than 50 MB"),
        (Upload("questions.xlsx", b"not a workbook"), "'questions.xlsx': not an .xlsx workbook"),
        (Upload("Desk.docx", SPANNING), "'Desk.docx': it is damaged (invalid literal"),
        (Upload("Desk.csv", b"x,y\n1,2\n"), "'Desk.csv': no column is called 'question'"),
        (Upload("Desk.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "'Desk.txt': it is not a text file"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_not_kept(
    index_holder: IndexHolder, kept: Path, upload: Upload, message: str
) -> None:
    batches = Batches(index_holder, kept)
    with pytest.raises(QuestionError) as caught:
        batches.add(upload)
    assert message in str(caught.value)
    assert str(kept) not in str(caught.value)
    assert "questions.docx" not in str(caught.value)
    assert batches.jobs() == ()
    assert not kept.exists() or list(kept.iterdir()) == []


def test_batches_are_listed_for_their_owner_and_found_again_after_a_restart(
    index_holder: IndexHolder, kept: Path
) -> None:
    batches = Batches(index_holder, kept)
    mine, other = batches.add(Upload("mine.txt", KNOWN.encode()), "me"), batches.add(Upload("x.txt", b"Why?"), "you")
    batches.begin(mine.id)
    ended(batches, mine)
    again = Batches(index_holder, kept)
    assert [job.id for job in again.jobs("me")] == [mine.id]
    assert [job.id for job in again.jobs("you")] == [other.id]
    assert again.job(mine.id) == batches.job(mine.id)
    assert again.job(mine.id).state == "done"  # type: ignore[union-attr]


def test_a_batch_that_was_running_when_the_server_ended_is_stopped_and_goes_on(
    index_holder: IndexHolder, kept: Path
) -> None:
    job = Batches(index_holder, kept).add(Upload("questions.txt", KNOWN.encode()))
    BatchStore(kept).keep(replace(job, state="running", done=1))
    (kept / "broken").mkdir()
    (kept / "broken" / "job.json").write_text("{", encoding="utf-8")
    again = Batches(index_holder, kept)
    stopped = again.job(job.id)
    assert stopped is not None
    assert (stopped.state, stopped.problem) == ("stopped", "the server was ended before it was done")
    again.begin(job.id)
    assert ended(again, job).state == "done"


def test_batches_are_answered_one_after_the_other_and_not_deleted_meanwhile(
    folder: Path, kept: Path, documents: tuple[Document, ...]
) -> None:
    save_index(build_index(documents, FakeEmbedder()), folder)
    slow = SlowEmbedder()
    batches = Batches(IndexHolder(folder, lambda _: slow), kept)
    one, two = (batches.add(Upload(f"{name}.txt", KNOWN.encode())) for name in ("one", "two"))
    batches.begin(one.id)
    batches.begin(two.id)
    assert slow.reached.wait(5)
    states = [job.state for each in (one, two) if (job := batches.job(each.id)) is not None]
    assert states == ["running", "waiting"]
    batches.forget(one.id)
    assert batches.job(one.id) is not None
    slow.go_on.set()
    assert [ended(batches, each).state for each in (one, two)] == ["done", "done"]
    batches.forget(one.id)
    assert batches.job(one.id) is None
    assert not (kept / one.id).exists()


def test_without_an_index_a_batch_stops_and_says_what_to_do(tmp_path: Path, kept: Path) -> None:
    batches = Batches(IndexHolder(tmp_path / "none", lambda _: FakeEmbedder()), kept)
    job = batches.add(Upload("questions.txt", b"Why?"))
    batches.begin(job.id)
    stopped = ended(batches, job)
    assert stopped.state == "stopped"
    assert "pincite index" in stopped.problem


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (5.0, "less than a minute left"), (61.0, "about 1 minute left"), (150.0, "about 2 minutes left")],
)
def test_the_time_left_is_told_roughly(seconds: float | None, words: str) -> None:
    assert remaining(BatchJob("a", "b", "", "", seconds_left=seconds)) == words
