"""The index built anew in the background with documents added or one removed, while the old one goes on answering."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from index.build import build_index
from index.document import Document, Finding, Parse
from index.errors import IndexFolderError, PinciteError, QuestionError
from index.folder.load import load_index
from index.folder.save import save_index
from index.store import Index
from index.wording import counted
from rag.open_answerer import check_model
from ui.app.services.index_holder import IndexHolder
from ui.app.services.jobs import JobRunner, Work
from ui.app.services.uploads import Upload, forget, keep

# How long everybody is told how a job ended.
NEWS_SECONDS = 600
_STAGES = {"passages": "Reading the new paragraphs", "sentences": "Reading their sentences"}


@dataclass(frozen=True, slots=True)
class Job:
    """What is being done to the index, how far it is, and how it ended: `problems` tells what went wrong, in words."""

    task: str
    step: str = "Starting"
    share: float = 0.0
    is_running: bool = True
    problems: tuple[str, ...] = ()
    done: str = ""


class Reindexer:
    """Changes the index that a holder holds, one job at a time. Safe to share between threads.

    Documents are taken over from the index itself, so their files need not be there; only new texts are embedded.
    """

    def __init__(self, index_holder: IndexHolder, documents_folder: Path) -> None:
        self._holder = index_holder
        self._folder = documents_folder
        self._lock = threading.Lock()
        self._runner = JobRunner("pincite-index")
        self._job: Job | None = None
        self._ended = 0.0

    @property
    def job(self) -> Job | None:
        """The job that is running or ran last; None before the first, and when the last is no news any more."""
        job = self._job
        return job if job is None or job.is_running or monotonic() - self._ended < NEWS_SECONDS else None

    def add(self, uploads: Sequence[Upload]) -> threading.Event:
        """Has `uploads` read and the index built with them; set when that ended. QuestionError while a job runs."""
        names = ", ".join(upload.name for upload in uploads)
        return self._start(Job(f"Adding {names}"), lambda: self._add(uploads))

    def remove(self, document_id: str) -> threading.Event:
        """Has the index built without a document; set when that ended. QuestionError while a job runs."""
        return self._start(Job(f"Removing {document_id}"), lambda: self._remove(document_id))

    def _start(self, job: Job, work: Work) -> threading.Event:
        with self._lock:
            if self._job is not None and self._job.is_running:
                raise QuestionError(f"the documents are being indexed now ({self._job.task}); wait until that is done")
            self._job = job
        return self._runner.run(lambda: self._run(work))

    def _run(self, work: Work) -> None:
        try:
            work()
        except PinciteError as error:
            self._tell(problems=(*self._now().problems, str(error)))
        finally:
            # Whatever happened, nobody must be told for ever that the job is running.
            self._ended = monotonic()
            self._tell(is_running=False)

    def _add(self, uploads: Sequence[Upload]) -> None:
        before = self._index()
        documents = list(before.documents) if before else []
        findings = list(before.findings) if before else []
        parses: list[Parse] = []
        for upload in uploads:
            self._tell(step=f"Reading {upload.name}")
            taken = [each.id for each in (*documents, *(parse.document for parse in parses))]
            try:
                parses.append(keep(upload, self._folder, taken))
            except PinciteError as error:
                self._tell(problems=(*self._now().problems, str(error)))
        if parses:
            documents += [parse.document for parse in parses]
            findings += [finding for parse in parses for finding in parse.findings]
            self._build(documents, findings, before)
            self._tell(
                done=f"{counted(len(parses), 'document')} added: {', '.join(each.document.id for each in parses)}."
            )

    def _remove(self, document_id: str) -> None:
        before = self._index()
        if before is None:
            raise IndexFolderError(f"no index at {self._holder.folder}; add a document first")
        removed = before.document(document_id)
        documents = [each for each in before.documents if each.id != document_id]
        if not documents:
            raise QuestionError("the last document cannot be removed; add another one first")
        self._build(documents, [each for each in before.findings if each.document != document_id], before)
        forget(removed, self._folder)
        self._tell(done=f"{document_id} removed.")

    def _build(self, documents: Sequence[Document], findings: Sequence[Finding], before: Index | None) -> None:
        ordered = sorted(documents, key=lambda document: document.id)
        embedder = self._holder.embedder()
        if before is not None:
            check_model(before.manifest, embedder, self._holder.folder)
        settings = before.manifest.settings if before else None
        built = build_index(ordered, embedder, previous=before, settings=settings, on_progress=self._progress)
        self._tell(step="Putting the new index in place", share=1.0)
        save_index(replace(built, findings=tuple(findings)), self._holder.folder)
        self._holder.refresh()

    def _index(self) -> Index | None:
        """The index in the folder, which may be newer than the one that answers; None where there is none yet."""
        if not self._holder.folder.exists():
            return None
        return load_index(self._holder.folder)

    def _progress(self, stage: str, done: int, total: int) -> None:
        half = 0.0 if stage == "passages" else 0.5
        self._tell(step=_STAGES.get(stage, stage), share=half + (done / total / 2 if total else 0.0))

    def _now(self) -> Job:
        return self._job or Job("")

    def _tell(self, **changes: object) -> None:
        self._job = replace(self._now(), **changes)  # type: ignore[arg-type]
