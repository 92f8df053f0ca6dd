"""The index changed in the background, documents added or one removed, while the old one goes on answering."""

import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from time import monotonic

from index.adding.parts import PARTS_FROM
from index.adding.writing import IndexWriter, parses_of
from index.build import build_index
from index.corpus.found import source_file
from index.corpus.read import Corpus
from index.document import Parse
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


def _with_document(corpus: Corpus, parse: Parse) -> Corpus:
    document = parse.document
    return Corpus(
        tuple(sorted((*corpus.parses, parse), key=lambda each: each.document.id)),
        state=corpus.state.with_file(source_file(Path(document.source), document.id)),
    )


def _without_document(corpus: Corpus, id: str) -> Corpus:
    return Corpus(tuple(each for each in corpus.parses if each.document.id != id), state=corpus.state.without(id))


def _corpus_of(index: Index | None) -> Corpus:
    """What `index` holds; nothing where there is none."""
    if index is None:
        return Corpus(())
    return Corpus(tuple(parses_of(index).values()), state=index.corpus)


class Reindexer:
    """Changes the index that a holder holds, one job at a time. Safe to share between threads.

    Documents are taken over from the index itself, so their files need not be there; only new texts are embedded. An
    index of more than `parts_from` paragraphs is not written anew for them (`index.adding`).
    """

    def __init__(self, index_holder: IndexHolder, documents_folder: Path, parts_from: int = PARTS_FROM) -> None:
        self._holder = index_holder
        self._folder = documents_folder
        self._parts_from = parts_from
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
            held = _corpus_of(before)
            parses: list[Parse] = []
            for upload in uploads:
                self._tell(step=f"Reading {upload.name}")
                taken = [each.document.id for each in (*held.parses, *parses)]
                try:
                    parses.append(keep(upload, self._folder, taken))
                except PinciteError as error:
                    self._tell(problems=(*self._now().problems, str(error)))
            if parses:
                self._write(reduce(_with_document, parses, held), before)
        if parses:
            added = "; ".join(map(_in_short, parses))
            self._tell(done=f"{counted(len(parses), 'document')} added: {added}.")

    def _remove(self, document_id: str) -> None:
        with self._alone():
            before = self._index()
            if before is None:
                raise IndexFolderError(f"no index at {self._holder.folder}; add a document first")
            removed = before.document(document_id)
            held = _without_document(_corpus_of(before), document_id)
            if not held.parses:
                raise QuestionError("the last document cannot be removed; add another one first")
            self._write(held, before)
        forget(removed, self._folder)
        self._tell(done=f"{document_id} removed.")

    def _alone(self) -> AbstractContextManager[None]:
        """The only one that changes the index: the command line may be at it too."""
        return alone_beside(
            self._holder.folder, on_wait=lambda: self._tell(step="Waiting for another that writes the index")
        )

    def _write(self, corpus: Corpus, before: Index | None) -> None:
        """Have the index hold the documents of `corpus`, and be the one that answers."""
        embedder, folder = self._holder.embedder(), self._holder.folder
        if before is None:
            built = build_index([each.document for each in corpus.parses], embedder, on_progress=self._progress)
            findings = tuple(finding for each in corpus.parses for finding in each.findings)
            save_index(replace(built, findings=findings, corpus=corpus.state), folder)
        else:
            check_model(before.manifest, embedder, folder)
            IndexWriter(folder, embedder, self._progress, self._parts_from).write(before, corpus)
        self._tell(step="Opening the new index", share=1.0)
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
