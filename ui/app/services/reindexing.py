"""The index built anew in the background with documents added or one removed, while the old one goes on answering."""

import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from time import monotonic

from index.build import build_index
from index.corpus.found import source_file
from index.corpus.state import CorpusState
from index.document import Document, Finding, Parse
from index.errors import IndexFolderError, PinciteError, QuestionError
from index.folder.load import load_index
from index.folder.save import save_index
from index.storage.addresses import check_is_here
from index.storage.atomic import alone_beside
from index.store import Index
from index.text.wording import counted
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


@dataclass(frozen=True, slots=True)
class _Held:
    """What an index holds: documents, what the audit found in them, and the files that they were read from."""

    documents: Sequence[Document] = ()
    findings: Sequence[Finding] = ()
    corpus: CorpusState = field(default_factory=CorpusState)

    def with_document(self, parse: Parse) -> "_Held":
        document = parse.document
        return _Held(
            (*self.documents, document),
            (*self.findings, *parse.findings),
            self.corpus.with_file(source_file(Path(document.source), document.id)),
        )

    def without(self, id: str) -> "_Held":
        return _Held(
            [each for each in self.documents if each.id != id],
            [each for each in self.findings if each.document != id],
            self.corpus.without(id),
        )


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
        with self._alone():
            before = self._index()
            held = _Held() if before is None else _Held(before.documents, before.findings, before.corpus)
            parses: list[Parse] = []
            for upload in uploads:
                self._tell(step=f"Reading {upload.name}")
                taken = [each.id for each in (*held.documents, *(parse.document for parse in parses))]
                try:
                    parses.append(keep(upload, self._folder, taken))
                except PinciteError as error:
                    self._tell(problems=(*self._now().problems, str(error)))
            if parses:
                self._build(reduce(_Held.with_document, parses, held), before)
        if parses:
            added = "; ".join(map(_in_short, parses))
            self._tell(done=f"{counted(len(parses), 'document')} added: {added}.")

    def _remove(self, document_id: str) -> None:
        with self._alone():
            before = self._index()
            if before is None:
                raise IndexFolderError(f"no index at {self._holder.folder}; add a document first")
            removed = before.document(document_id)
            held = _Held(before.documents, before.findings, before.corpus).without(document_id)
            if not held.documents:
                raise QuestionError("the last document cannot be removed; add another one first")
            self._build(held, before)
        forget(removed, self._folder)
        self._tell(done=f"{document_id} removed.")

    def _alone(self) -> AbstractContextManager[None]:
        """The only one that changes the index: the command line may be at it too."""
        return alone_beside(
            self._holder.folder, on_wait=lambda: self._tell(step="Waiting for another that writes the index")
        )

    def _build(self, held: "_Held", before: Index | None) -> None:
        embedder = self._holder.embedder()
        if before is not None:
            check_model(before.manifest, embedder, self._holder.folder)
        settings = before.manifest.settings if before else None
        ordered = sorted(held.documents, key=lambda document: document.id)
        built = build_index(ordered, embedder, previous=before, settings=settings, on_progress=self._progress)
        self._tell(step="Putting the new index in place", share=1.0)
        save_index(replace(built, findings=tuple(held.findings), corpus=held.corpus), self._holder.folder)
        self._holder.refresh()

    def _index(self) -> Index | None:
        """The index in the folder, which may be newer than the one that answers; None where there is none yet."""
        check_is_here(self._holder.folder)
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


def _in_short(parse: Parse) -> str:
    """What was read of a document: its id, its symbol where it has one, how many paragraphs and what is odd."""
    document = parse.document
    told = [document.symbol, counted(len(document.paragraphs), "paragraph")]
    if parse.findings:
        told.append(f"{counted(len(parse.findings), 'oddity', 'oddities')} in its numbering")
    return f"{document.id} ({', '.join(filter(None, told))})"
