"""Documents that come to a large index written beside it as a part of it, those that go told of as gone.

Either takes what these documents take. One that changed goes and comes.

Small parts are joined: one that has at most twice the paragraphs of those that come after it is built again together
with them, from vectors that it has. So an index of n paragraphs has at most some log2(n) parts, and each paragraph is
written about as often as a part of its size is joined (the logarithmic method, Bentley and Saxe 1980). A part of which
more went than stays is built again as well, without what went.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np

from index.build import build_index, new_passages
from index.corpus.read import Corpus
from index.document import Document, Finding
from index.embedding.base import Embedder
from index.folder.added import manifests_of_parts
from index.folder.gone import Gone, gone_from
from index.folder.load import load_index
from index.folder.save import save_parts
from index.folder.some_documents import documents_alone
from index.folder.verified import open_folder
from index.manifest import BuildSettings, Manifest
from index.progress import Progress, quiet
from index.search.local import LocalPassageSearch
from index.store import Index

PARTS_FROM = 5_000
"""Paragraphs above which new documents become a part of an index; a smaller one is built again in seconds."""
_TIMES = 2  # as many paragraphs as those after it together: a part that has no more is joined with them
_ALL = 2**62  # passages: above any number of them


@dataclass(frozen=True, slots=True)
class Changed:
    """The index after documents came or went, and how many of their passages were embedded."""

    index: Index
    new_passages: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an index: its documents that `stay`, those that are `leaving` it, those that went from it before.

    `written` counts all the paragraphs in its files.
    """

    name: str
    stay: tuple[Document, ...]
    leaving: tuple[Document, ...]
    gone: Gone | None
    written: int

    @property
    def paragraphs(self) -> int:
        """How many paragraphs stay."""
        return sum(len(each.paragraphs) for each in self.stay)

    @property
    def is_mostly_gone(self) -> bool:
        """Whether more of its paragraphs went than stay, so that writing those anew takes less than went."""
        return self.written > 2 * self.paragraphs

    def gone_from(self, previous: Index) -> Gone | None:
        """All that went from it once those that are leaving, which `previous` has still, did."""
        if not self.leaving:
            return self.gone
        leaving = Gone.of(self.name, documents_alone(previous, _ids(self.leaving)))
        return self.gone.plus(leaving) if self.gone else leaving


@dataclass(frozen=True, slots=True)
class PartChange:
    """What is to become of the index `previous` in `folder`: its files are those of `corpus` from then on."""

    folder: Path
    previous: Index
    corpus: Corpus

    def write(self, embedder: Embedder, on_progress: Progress = quiet) -> Changed | None:
        """What came of changing the index; None where the whole of it has to be built again.

        That is where what comes or went is much beside what it holds, or vectors could not be compared with those that
        it holds.
        """
        first, parts = self._parts()
        new = self._new()
        rewritten = _rewritten(parts, sum(len(each.paragraphs) for each in new))
        made_by = first.model_sha256, first.dimension, first.max_tokens
        if rewritten is None or made_by != (embedder.fingerprint, embedder.dimension, embedder.max_tokens):
            return None
        documents = [*(each for part in rewritten for each in part.stay), *new]
        known, built = self._known(documents), None
        if documents:
            built = build_index(
                documents, embedder, previous=known, settings=_settings_like(first), on_progress=on_progress
            )
            if _form(built) != _form(self.previous):
                return None
            built = replace(built, findings=self._findings(documents))
        names = [each.name for each in rewritten]
        gone = [all_gone for each in parts if each.name not in names and (all_gone := each.gone_from(self.previous))]
        save_parts(built, self.folder, self.corpus.state, names, gone)
        return Changed(load_index(self.folder), new_passages(built, known) if built else 0)

    def _new(self) -> list[Document]:
        """The documents that come, or are otherwise now."""
        before = {each.id: each for each in self.previous.documents}
        return [each.document for each in self.corpus.parses if before.get(each.document.id) is not each.document]

    def _parts(self) -> tuple[Manifest, list[_Part]]:
        """The manifest of the first part, and all parts."""
        with open_folder(self.folder) as opened:
            manifests = manifests_of_parts(opened)
            gone = gone_from(opened, manifests[0][1])
        stay = {id(each.document) for each in self.corpus.parses}
        documents, parts = iter(self.previous.documents), []
        for name, manifest in manifests:
            own_gone = gone.get(name)
            living = own_gone.taken_off(manifest) if own_gone else manifest
            held = tuple(islice(documents, living.counts.documents))
            kept = tuple(each for each in held if id(each) in stay)
            left = tuple(each for each in held if id(each) not in stay)
            parts.append(_Part(name, kept, left, own_gone, manifest.counts.paragraphs))
        return manifests[0][1], parts

    def _known(self, documents: Sequence[Document]) -> Index | None:
        """What the index has of `documents`, as they are or as they were."""
        held = _ids(documents) & set(_ids(self.previous.documents))
        return documents_alone(self.previous, held) if held else None

    def _findings(self, documents: Sequence[Document]) -> tuple[Finding, ...]:
        by_id = {each.document.id: each.findings for each in self.corpus.parses}
        return tuple(finding for each in documents for finding in by_id[each.id])


def _ids(documents: Sequence[Document]) -> set[str]:
    return {each.id for each in documents}


def _rewritten(parts: Sequence[_Part], paragraphs: int) -> list[_Part] | None:
    """The last parts that so many new paragraphs are joined with; None where the first part would be one.

    A part that is mostly gone is written anew, with all that come after it.
    """
    first, *others = parts
    worn = next((place for place, each in enumerate(others) if each.is_mostly_gone), len(others))
    found: list[_Part] = []
    for place, each in reversed(list(enumerate(others))):
        if place < worn and each.paragraphs > _TIMES * paragraphs:
            break
        found.insert(0, each)
        paragraphs += each.paragraphs
    return None if first.is_mostly_gone or first.paragraphs <= _TIMES * paragraphs else found


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
