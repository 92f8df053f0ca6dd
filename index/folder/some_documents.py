"""An index of some of the documents of another one, whose vectors stay where they are."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from index.arrays import Rows
from index.document import Document
from index.folder.files import GONE_LIST, broken
from index.folder.gone import Gone
from index.folder.stacked import between, moved, starts_of, tokens_between
from index.manifest import Counts, manifest_without
from index.search.document_store import DocumentStore, Lookups
from index.search.faiss_index import VectorSearch
from index.search.joined_bm25 import joined_bm25
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.search.short_forms import taken_off
from index.search.vocabulary import Vocabulary
from index.store import Index


def without(part: Index, gone: Gone, folder: Path) -> Index:
    """The index `part`, which is used up, without the documents that went from it.

    Nothing in it tells of them: it finds, counts and weighs what one that never had them does. IndexFolderError, which
    names the list in `folder`, where they are not those that it held.
    """
    held = {each.id for each in part.documents}
    cut = _Cut(part, held.difference(gone.documents))
    manifest = gone.taken_off(part.manifest)
    if not cut.runs or not held.issuperset(gone.documents) or cut.counts != manifest.counts:
        raise broken(folder / GONE_LIST, "it names documents that are not there, or all there are")
    store, left = part.store, taken_off(part.store.short_form_counts, gone.short_forms)
    words = cache(lambda: store.word_counts.minus(gone.words))
    lookups = Lookups(
        places=store.places.keeping(cut.rows),
        short_forms=left,
        word_counts=words,
        vocabulary=lambda: Vocabulary.of(words()),
    )
    return replace(cut.index(lookups, exact=cut.is_few), manifest=manifest)


def documents_alone(index: Index, ids: Collection[str]) -> Index:
    """The index of the documents `ids`, one at least, of `index`, which stays as it is; of few ones only."""
    cut = _Cut(index, ids)
    gone = [each.id for each in index.documents if each.id not in ids]
    manifest = replace(manifest_without(index.manifest, gone, cut.counts), counts=cut.counts)
    return replace(cut.index(None, exact=True), manifest=manifest)


@dataclass(frozen=True)
class _Cut:
    """The documents `ids` of `whole`."""

    whole: Index
    ids: Collection[str]

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple(each for each in self.whole.documents if each.id in self.ids)

    @cached_property
    def runs(self) -> list[range]:
        """The rows of their paragraphs, those that follow each other together."""
        return list(_together(self.whole.rows_of(each.id) for each in self.documents))

    @cached_property
    def rows(self) -> Rows:
        """The rows of their paragraphs, ascending."""
        return np.concatenate([np.arange(run.start, run.stop) for run in self.runs])

    @cached_property
    def passages(self) -> list[range]:
        return _within(self.runs, self._dense.passage_bounds)

    @cached_property
    def sentences(self) -> list[range]:
        return _within(self.runs, self.whole.store.sentence_bounds)

    @cached_property
    def counts(self) -> Counts:
        """How much they have."""
        tokens = None
        if held := self._dense.token_vectors:
            tokens = sum(int(held.offsets[each.stop] - held.offsets[each.start]) for each in self.passages)
        paragraphs, passages, sentences = (sum(map(len, each)) for each in (self.runs, self.passages, self.sentences))
        return Counts(len(self.documents), paragraphs, passages, sentences, tokens)

    @property
    def is_few(self) -> bool:
        """Whether they are compared one by one, as `whole` is or as an index that was built of them would be."""
        limit = self.whole.manifest.settings.exact_limit
        return self._dense.nearest.exact or self.counts.passages <= limit

    def index(self, lookups: Lookups | None, *, exact: bool) -> Index:
        """The index of them, with `lookups`; where it is not `exact`, `whole` is used up."""
        by = [new - run.start for new, run in zip(starts_of(list(map(len, self.runs))), self.runs, strict=True)]
        whole, dense = self.whole, self._dense
        spans = moved([whole.store.sentences[each.start : each.stop] for each in self.sentences], by)
        store = DocumentStore(self.documents, spans, lookups)
        nearest = self._nearest(exact=exact)
        tokens = dense.token_vectors
        return replace(
            whole,
            store=store,
            dense=LocalPassageSearch(
                store=store,
                spans=moved([dense.spans[each.start : each.stop] for each in self.passages], by),
                vectors=nearest.vectors,
                nearest=nearest,
                sentence_vectors=between(dense.sentence_vectors, self.sentences),
                token_vectors=None if tokens is None else tokens_between(tokens, self.passages),
            ),
            lexical=LocalLexicalSearch(store, joined_bm25(self._lexical.bm25).keeping(self.rows)),
            findings=tuple(each for each in whole.findings if each.document in self.ids),
        )

    def _nearest(self, *, exact: bool) -> VectorSearch:
        vectors = between(self._dense.vectors, self.passages)
        if exact:
            return VectorSearch(np.asarray(vectors))
        kept = np.zeros(len(self._dense.spans), dtype=bool)
        for each in self.passages:
            kept[each.start : each.stop] = True
        return self._dense.nearest.keeping(kept, vectors)

    @property
    def _dense(self) -> LocalPassageSearch:
        if isinstance(self.whole.dense, LocalPassageSearch):
            return self.whole.dense
        raise ValueError("only of an index that is searched on this machine are some documents taken")

    @property
    def _lexical(self) -> LocalLexicalSearch:
        if isinstance(self.whole.lexical, LocalLexicalSearch):
            return self.whole.lexical
        raise ValueError("only of an index that is searched on this machine are some documents taken")


def _together(ranges: Iterator[range]) -> Iterator[range]:
    """`ranges`, ascending, those that follow each other as one."""
    held = range(0)
    for each in ranges:
        if each.start == held.stop and held:
            held = range(held.start, each.stop)
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _within(runs: Sequence[range], bounds: Rows) -> list[range]:
    """Where what begins at `bounds` for each row lies for each of `runs`."""
    return [range(int(bounds[run.start]), int(bounds[run.stop])) for run in runs]
