"""Batches of questions started in the app: answered in the background, one after the other, kept in a folder each.

A batch goes on when its page is closed. What a stopped server leaves unfinished goes on from its journal when somebody
says so.
"""

import json
import secrets
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any

from index.errors import OutputError, PinciteError, QuestionError, SourceError
from index.progress import Progress
from rag.batches.questions.file import READERS, read_questions
from rag.batches.questions.row import QuestionRow
from ui.app.services.batch_rows import Choice, chosen_rows
from ui.app.services.batch_store import BatchJob, BatchStore
from ui.app.services.index_holder import IndexHolder
from ui.app.services.jobs import JobRunner
from ui.app.services.report_look import ReportLook, kept_style, style_in
from ui.app.services.uploads import MOST_BYTES, Upload

OUTPUTS = {"Word": "answers.docx", "Excel": "answers.xlsx", "Markdown": "answers.md"}
_RESULTS, _JOURNAL, _QUESTIONS = "answers.jsonl", "journal", "questions"
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised in a file of questions: its rows as they were read, what was remarked, what was decided."""

    rows: tuple[QuestionRow, ...]
    remarks: tuple[str, ...] = ()
    choices: Mapping[int, Choice] = field(default_factory=dict)

    @property
    def chosen(self) -> tuple[QuestionRow, ...]:
        """The rows as their owner wants them."""
        return tuple(chosen_rows(self.rows, self.choices))


class Batches:
    """The batches in `folder`, answered from the index that a holder holds. Safe to share between threads."""

    def __init__(self, index_holder: IndexHolder, folder: Path) -> None:
        self._holder = index_holder
        self._folder = folder
        self._lock = threading.Lock()
        self._runner = JobRunner("pincite-batch")
        self._store = BatchStore(folder)
        self._jobs: dict[str, BatchJob] = {job.id: _as_found(job) for job in self._store.jobs()}

    def add(self, upload: Upload, owner: str = "") -> BatchJob:
        """The new batch of the questions in `upload`, not begun yet; QuestionError where they cannot be read."""
        if len(upload.content) > MOST_BYTES:
            raise QuestionError(
                f"{upload.name!r} is larger than {MOST_BYTES // _MEGABYTE} MB; split it into several files"
            )
        suffix = Path(upload.name).suffix.lower()
        if suffix not in READERS:
            raise QuestionError(f"{upload.name!r} is no file of questions; save it as one of {', '.join(READERS)}")
        job = BatchJob(secrets.token_hex(8), Path(upload.name).name, owner, _now(), "not begun")
        folder = self._folder / job.id
        with ExitStack() as failing:
            # Whatever goes wrong, nothing is left behind.
            failing.callback(shutil.rmtree, folder, ignore_errors=True)
            try:
                folder.mkdir(parents=True)
                (folder / f"{_QUESTIONS}{suffix}").write_bytes(upload.content)
                self._store.add(job, *self._read(job))
            except OSError as error:
                raise OutputError(
                    f"cannot write to {self._folder}: {error.strerror or error}; free some space"
                ) from error
            except SourceError as error:
                raise QuestionError(str(error)) from error
            failing.pop_all()
        self._jobs[job.id] = job
        return job

    def recognised(self, job_id: str) -> Recognised:
        """What was recognised in the questions of a batch."""
        rows, remarks = self._store.rows(job_id)
        if not rows and not remarks:
            rows, remarks = self._read(self._jobs[job_id])
        return Recognised(tuple(rows), tuple(remarks), self._store.choices(job_id))

    def choose(self, job_id: str, choices: Mapping[int, Choice]) -> None:
        """Keep what its owner decided about the rows of a batch, by their numbers from 0; not while it is answered."""
        with self._lock:
            job = self._jobs.get(job_id)
            if job is not None and job.state in ("not begun", "stopped"):
                self._store.keep_choices(job_id, choices)

    def begin(self, job_id: str, look: ReportLook | None = None) -> None:
        """Have a batch answered, or go on where it stopped, when those before it are done.

        Its report is made with `look`, if that is given. QuestionError where nothing of it is to be asked, SourceError
        where the template is no Word document.
        """
        if job_id in self._jobs and not any(row.is_asked for row in self.recognised(job_id).chosen):
            raise QuestionError("nothing is ticked, so there is nothing to answer; tick the rows that are questions")
        with self._lock:
            job = self._jobs.get(job_id)
            if job is None or job.state in ("waiting", "running"):
                return
            if look is not None:
                kept_style(look, self._folder / job_id)
                job = replace(job, title=look.title, citations=look.citations)
            self._keep(replace(job, state="waiting", problem=""))
            self._runner.run(partial(self._answer, job_id))

    def job(self, job_id: str) -> BatchJob | None:
        """The batch with this id, if there is one."""
        return self._jobs.get(job_id)

    def jobs(self, owner: str = "") -> tuple[BatchJob, ...]:
        """The batches of `owner`, the newest first."""
        mine = [job for job in list(self._jobs.values()) if job.owner == owner]
        return tuple(sorted(mine, key=lambda job: (job.begun, job.id), reverse=True))

    def forget(self, job_id: str) -> None:
        """Delete a batch with its questions and answers; one that is being answered stays."""
        with self._lock:
            job = self._jobs.get(job_id)
            if job is not None and job.state not in ("waiting", "running"):
                self._store.forget(job_id)
                del self._jobs[job_id]
                shutil.rmtree(self._folder / job_id, ignore_errors=True)

    def output(self, job_id: str, name: str) -> Path:
        """The file of a finished batch in the format `name`, one of OUTPUTS."""
        return self._folder / job_id / OUTPUTS[name]

    def results(self, job_id: str, start: int, count: int) -> list[Mapping[str, Any]]:
        """`count` answers of a finished batch from question `start` on, as objects of the contract."""
        path = self._folder / job_id / _RESULTS
        rows = self.recognised(job_id).chosen
        with path.open(encoding="utf-8") as lines:
            # Rows that were skipped have lines of their own there.
            asked = (line for line, row in zip(lines, rows, strict=False) if row.skipped is None)
            return [json.loads(line) for line in islice(asked, start, start + count)]

    def _answer(self, job_id: str) -> None:
        try:
            summary = self._run(job_id)
            self._change(job_id, state="done", summary=summary, seconds_left=None)
        except (PinciteError, OSError) as error:
            self._change(job_id, state="stopped", problem=str(error), seconds_left=None)
        finally:
            # After a mistake of the program nobody must wait for ever.
            if self._jobs[job_id].state == "running":
                self._change(job_id, state="stopped", problem="it was stopped by a mistake of the program; try again")

    def _run(self, job_id: str) -> str:
        from rag.batches.batch import BatchOptions, run_batch
        from rag.batches.batch_result import Status
        from rag.batches.survey import in_figures
        from rag.reports.outputs import write_batch

        job, folder = self._jobs[job_id], self._folder / job_id
        self._change(job_id, state="running")
        options = BatchOptions(source=job.name, begun=job.begun)
        rows = self.recognised(job_id).chosen
        outputs = [folder / name for name in (*OUTPUTS.values(), _RESULTS)]
        with run_batch(
            rows, self._holder.answerer(), folder / _JOURNAL, options, progress=lambda: self._progress(job_id)
        ) as batch:
            counts = write_batch(batch, outputs, style_in(folder, job.title or title_of(job), job.citations)).counts
        skipped, total = counts.pop(Status.SKIPPED), sum(counts.values())
        self._change(job_id, total=total + skipped, done=total + skipped, skipped=skipped)
        return in_figures(counts)

    @contextmanager
    def _progress(self, job_id: str) -> Iterator[Progress]:
        began, before = monotonic(), -1

        def tell(_stage: str, done: int, total: int) -> None:
            nonlocal before
            # Answers that an interrupted run left are there at once and say nothing about the time to come.
            before = done if before < 0 else before
            rate = (done - before) / max(monotonic() - began, 0.001)
            left = (total - done) / rate if rate else None
            self._jobs[job_id] = replace(self._jobs[job_id], done=done, total=total, seconds_left=left)

        yield tell

    def _read(self, job: BatchJob) -> tuple[list[QuestionRow], list[str]]:
        """The rows of the file of a batch, and what was remarked; SourceError where it cannot be read."""
        folder = self._folder / job.id
        path = next(path for path in folder.iterdir() if path.stem == _QUESTIONS)
        remarks: list[str] = []
        return list(read_questions(path, remarks.append, repr(job.name))), remarks

    def _change(self, job_id: str, **changes: Any) -> None:  # noqa: ANN401
        self._keep(replace(self._jobs[job_id], **changes))

    def _keep(self, job: BatchJob) -> None:
        self._store.keep(job)
        # Only now may a page say so: what it shows as done is done after a restart too.
        self._jobs[job.id] = job


def _as_found(job: BatchJob) -> BatchJob:
    """A batch as the server finds it when it starts: what was being answered when it ended is stopped now."""
    if job.state in ("waiting", "running"):
        return replace(job, state="stopped", problem="the server was ended before it was done")
    return job


def title_of(job: BatchJob) -> str:
    """What the report of a batch is called unless its owner says otherwise: the name of its file in words."""
    words = Path(job.name).stem.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:] if words else "Questions and answers"


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def remaining(job: BatchJob) -> str:
    """How long a batch will still take, in words; empty where nobody can tell."""
    if job.seconds_left is None:
        return ""
    seconds = job.seconds_left
    if seconds < 60:
        return "less than a minute left"
    minutes = round(seconds / 60)
    return f"about {minutes} minute{'s' if minutes > 1 else ''} left"
