"""Documents that come to a large index written beside it as a part of it, those that go told of as gone.

Either takes what these documents take. One that changed goes and comes. Which parts are joined with what comes is told
in `index.adding.held_parts`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.adding.held_parts import held_parts, rewritten_parts
from index.adding.token_form import have_one_token_form, settings_like
from index.build import build_index, new_passages
from index.corpus.read import Corpus
from index.document import Document, Finding
from index.embedding.base import Embedder
from index.folder.load import load_index
from index.folder.save import save_parts
from index.folder.some_documents import documents_alone
from index.progress import Progress, quiet
from index.store import Index

PARTS_FROM = 5_000
"""Paragraphs above which new documents become a part of an index; a smaller one is built again in seconds."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The index after documents came or went, and how many of their passages were embedded."""

    index: Index
    new_passages: int


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
        first, parts = held_parts(self.folder, self.previous, [each.document for each in self.corpus.parses])
        new = self._new()
        rewritten = rewritten_parts(parts, sum(len(each.paragraphs) for each in new))
        made_by = first.model_sha256, first.dimension, first.max_tokens
        if rewritten is None or made_by != (embedder.fingerprint, embedder.dimension, embedder.max_tokens):
            return None
        documents = [*(each for part in rewritten for each in part.stay), *new]
        known, built = self._known(documents), None
        if documents:
            built = build_index(
                documents, embedder, previous=known, settings=settings_like(first), on_progress=on_progress
            )
            if not have_one_token_form(built, self.previous):
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

    def _known(self, documents: Sequence[Document]) -> Index | None:
        """What the index has of `documents`, as they are or as they were."""
        held = {each.id for each in documents} & {each.id for each in self.previous.documents}
        return documents_alone(self.previous, held) if held else None

    def _findings(self, documents: Sequence[Document]) -> tuple[Finding, ...]:
        by_id = {each.document.id: each.findings for each in self.corpus.parses}
        return tuple(finding for each in documents for finding in by_id[each.id])
