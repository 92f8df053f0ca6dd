"""An index brought up to date with its files: added to, taken from, or read again where files changed on disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from time import perf_counter

from index.adding.parts import PARTS_FROM
from index.adding.writing import IndexWriter, parses_of
from index.build import WAITING
from index.corpus.files import absolute
from index.corpus.look import Look, look_at
from index.corpus.read import Corpus, ReadBefore, read_corpus
from index.corpus.state import CorpusState, FileChanges, file_changes
from index.document import Finding
from index.embedding.base import Embedder
from index.errors import IndexFolderError, QuestionError, SourceError
from index.folder.added import lists_of_parts
from index.folder.load import load_index, read_state
from index.folder.save import save_state
from index.progress import Progress, quiet
from index.storage.atomic import alone_beside
from index.store import Index


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did. Where `changes` is false, `index` holds what the one that was there did."""

    index: Index
    changes: FileChanges
    failures: tuple[SourceError, ...]
    findings: tuple[Finding, ...]
    new_passages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Updater:
    """Changes the index in `folder`, one at a time: another writer is waited for, and told of as the stage `waiting`.

    Until the new index is whole the old one stays as it is and answers. Only files that are new or changed are read,
    and only texts that are new are embedded. Where the index has more than `parts_from` paragraphs, documents that come
    become a part of it, those that go are told of as gone, and the rest stays (`index.adding`); with None it is
    written as one, even where nothing changed.
    """

    folder: Path
    embedder: Embedder
    on_progress: Progress = quiet
    parts_from: int | None = PARTS_FROM

    def add(self, paths: Sequence[Path]) -> UpdateReport:
        """What came of adding the files and folders in `paths`; files removed before count again where named."""
        named = tuple(map(absolute, paths))

        def added(state: CorpusState) -> CorpusState:
            kept = tuple(path for path in state.left_out if not _is_below(path, named))
            return replace(state, roots=tuple(dict.fromkeys((*state.roots, *named))), left_out=kept)

        return self._change(added)

    def remove(self, ids: Sequence[str]) -> UpdateReport:
        """What came of removing the documents `ids`, whose files stay on disk; QuestionError where there is none."""

        def without(state: CorpusState) -> CorpusState:
            return reduce(CorpusState.without, ids, state)

        return self._change(without, removing=ids)

    def update(self) -> UpdateReport:
        """What came of reading the files again that changed on disk since the index was built."""
        return self._change(lambda state: state)

    def _change(self, change: Callable[[CorpusState], CorpusState], removing: Sequence[str] = ()) -> UpdateReport:
        began = perf_counter()
        with alone_beside(self.folder, on_wait=lambda: self.on_progress(WAITING, 0, 0)):
            previous = load_index(self.folder)
            for id in removing:
                previous.document(id)
            wanted = change(_state_of(previous, self.folder))
            corpus = _read(wanted, previous, self.on_progress)
            changes = file_changes(previous.corpus, corpus.state)
            if not changes and not self._is_to_be_one(previous):
                index = _recorded(corpus.state, previous, self.folder)
                return UpdateReport(index, changes, corpus.failures, (), 0, perf_counter() - began)
            writer = IndexWriter(self.folder, self.embedder, self.on_progress, self.parts_from)
            changed = writer.write(previous, corpus)
        index = changed.index
        findings = tuple(each for each in index.findings if each not in previous.findings)
        return UpdateReport(index, changes, corpus.failures, findings, changed.new_passages, perf_counter() - began)

    def _is_to_be_one(self, index: Index) -> bool:
        return self.parts_from is None and bool(lists_of_parts(index.manifest))


@dataclass(slots=True)
class Watch:
    """Updates the index in `folder` at each look at which its files lie otherwise than at the one before.

    Until something differs, a look costs as much as listing the files.
    """

    folder: Path
    embedder: Embedder
    parts_from: int | None = PARTS_FROM
    _seen: Look | None = field(default=None, init=False)

    def look(self, on_progress: Progress = quiet) -> UpdateReport | None:
        """What came of updating the index; None where all lies as before, and the index was not opened.

        The first look updates in any case. After one that ended in an error the next tries again.
        """
        # Looked at before they are read: what changes meanwhile differs at the next look.
        now = look_at(read_state(self.folder))
        if now == self._seen:
            return None
        report = Updater(self.folder, self.embedder, on_progress, self.parts_from).update()
        self._seen = now
        return report


def _recorded(state: CorpusState, index: Index, folder: Path) -> Index:
    """`index` with `state` on disk: files with new times of modification are not looked into again next time."""
    return index if state == index.corpus else save_state(replace(index, corpus=state), folder)


def _state_of(index: Index, folder: Path) -> CorpusState:
    if not index.corpus.roots:
        raise IndexFolderError(
            f"the index in {folder} does not know the files it was made from; name them once more with `pincite index`"
        )
    return index.corpus


def _read(wanted: CorpusState, previous: Index, on_progress: Progress) -> Corpus:
    roots = [Path(root) for root in wanted.roots]
    lost = [root for root in roots if not root.exists() and _was_folder(root, previous.corpus)]
    if lost:
        raise SourceError(
            f"{lost[0]}: the folder that documents were read from is not there, and nothing was changed; bring it back "
            "or name what there is with `pincite index`"
        )
    present = [root for root in roots if root.exists()]
    if not present:
        raise QuestionError("no document would be left; build another index with `pincite index`, or delete the folder")
    corpus = read_corpus(
        present,
        encoding=wanted.encoding,
        left_out=wanted.left_out,
        before=ReadBefore(previous.corpus, parses_of(previous)),
        on_progress=on_progress,
    )
    return replace(corpus, state=replace(corpus.state, roots=wanted.roots))


def _was_folder(root: Path, state: CorpusState) -> bool:
    return any(root in Path(file.path).parents for file in state.files)


def _is_below(path: str, roots: Sequence[str]) -> bool:
    return any(path == root or Path(root) in Path(path).parents for root in roots)
