"""New documents written beside a large index as a part of it, which takes what they take.

Small parts are joined: one that has at most twice the paragraphs of those that come after it is built again together
with them, from vectors that it has. So an index of n paragraphs has at most some log2(n) parts, and each paragraph is
written about as often as a part of its size is joined (the logarithmic method, Bentley and Saxe 1980).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.build import build_index, new_passages
from index.corpus.read import Corpus
from index.corpus.state import FileChanges
from index.document import Document, Finding
from index.embedding.base import Embedder
from index.folder.added import added_to, manifest_of_all, part_path
from index.folder.joined import joined
from index.folder.load import load_index
from index.folder.save import save_part
from index.folder.verified import manifest_of, open_folder
from index.manifest import BuildSettings, Manifest
from index.progress import Progress, quiet
from index.search.local import LocalPassageSearch
from index.store import Index

PARTS_FROM = 5_000
"""Paragraphs above which new documents become a part of an index; a smaller one is built again in seconds."""
_TIMES = 2  # as many paragraphs as those after it together: a part that has no more is joined with them
_ALL = 2**62  # passages: above any number of them


@dataclass(frozen=True, slots=True)
class AddedPart:
    """The index with the part that was added, and how many passages of it were embedded."""

    index: Index
    new_passages: int


@dataclass(frozen=True, slots=True)
class _Held:
    """An index in `folder`: the manifest of its `first` part; the names of the others, each with its paragraphs."""

    folder: Path
    first: Manifest
    parts: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, folder: Path) -> "_Held":
        with open_folder(folder) as opened:
            first = manifest_of(opened)
            names = [each.name for each in added_to(opened, first)]
        sizes = []
        for name in names:
            with open_folder(part_path(folder, name)) as part:
                sizes.append(manifest_of_all(part).counts.paragraphs)
        return cls(folder, first, tuple(zip(names, sizes, strict=True)))

    def joined_with(self, paragraphs: int) -> list[str] | None:
        """The last parts that so many new paragraphs are joined with; None where the first part would be one."""
        names: list[str] = []
        for name, own in reversed(self.parts):
            if own > _TIMES * paragraphs:
                break
            names.insert(0, name)
            paragraphs += own
        return None if self.first.counts.paragraphs <= _TIMES * paragraphs else names


@dataclass(frozen=True, slots=True)
class Adding:
    """What is to be added to the index `previous` in `folder`: the files are those of `corpus` from then on."""

    folder: Path
    previous: Index
    corpus: Corpus

    def new_documents(self, changes: FileChanges) -> tuple[Document, ...]:
        """The documents that are new; none where a document that was there is otherwise now, or gone."""
        before = {each.id: each for each in self.previous.documents}
        kept = [each.document for each in self.corpus.parses if each.document.id in before]
        if changes.changed or changes.removed or len(kept) < len(before):
            return ()
        if any(each is not before[each.id] for each in kept):
            return ()
        return tuple(each.document for each in self.corpus.parses if each.document.id not in before)

    def add(self, new: Sequence[Document], embedder: Embedder, on_progress: Progress = quiet) -> AddedPart | None:
        """What came of adding the documents `new`; None where the whole index has to be built again.

        That is where they are many beside what it holds, or their vectors could not be compared with those that it
        holds.
        """
        held = _Held.of(self.folder)
        names = held.joined_with(sum(len(each.paragraphs) for each in new))
        made_by = held.first.model_sha256, held.first.dimension, held.first.max_tokens
        if not new or names is None or made_by != (embedder.fingerprint, embedder.dimension, embedder.max_tokens):
            return None
        parts = [load_index(part_path(self.folder, name)) for name in names]
        before = joined(parts, self.folder) if parts else None
        built = build_index(
            [*(before.documents if before else ()), *new],
            embedder,
            previous=before,
            settings=_settings_like(held.first),
            on_progress=on_progress,
        )
        if _form(built) != _form(self.previous):
            return None
        findings = [*(before.findings if before else ()), *self._findings(new)]
        save_part(replace(built, findings=tuple(findings)), self.folder, self.corpus.state, names)
        return AddedPart(load_index(self.folder), new_passages(built, before))

    def _findings(self, new: Sequence[Document]) -> list[Finding]:
        ids = {each.id for each in new}
        return [finding for parse in self.corpus.parses if parse.document.id in ids for finding in parse.findings]


def _settings_like(first: Manifest) -> BuildSettings:
    """Settings with which a part of any size keeps word pieces as the `first` one does, and is searched exactly."""
    given, passages = first.settings, first.counts.passages
    if first.counts.tokens is None and first.token_dimension:
        return BuildSettings(token_limit=0, exact_limit=_ALL, byte_limit=0, compressed_limit=0)
    if not given.compresses(passages):
        return BuildSettings(token_limit=_ALL, exact_limit=_ALL, byte_limit=_ALL, compressed_limit=_ALL)
    return BuildSettings(0, _ALL, byte_limit=0 if given.halves(passages) else _ALL, compressed_limit=_ALL)


def _form(index: Index) -> tuple[object, ...]:
    """How the word pieces of an index are kept."""
    tokens = index.dense.token_vectors if isinstance(index.dense, LocalPassageSearch) else None
    if tokens is None:
        return (None,)
    compression = tokens.compression
    axes = None if compression is None else (compression.halves, np.asarray(compression.axes).tobytes())
    return str(tokens.flat.dtype), axes
