"""Documents to an index: passages, sentences, vectors and BM25, embedding only texts that are new."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from index.building.passages import passages_of
from index.building.reuse import (
    Known,
    embed_passages,
    embed_sentences,
    known_vectors,
    passage_texts,
    stacked,
    token_vectors,
)
from index.corpus.read import read_corpus
from index.document import Document, Finding, Paragraph
from index.embedding.base import Embedder
from index.errors import IndexFolderError, SourceError
from index.folder.files import check_target
from index.folder.load import load_index
from index.folder.save import save_index
from index.manifest import BuildSettings, Counts, Manifest, fingerprint_of
from index.progress import Progress, quiet
from index.search.bm25 import Bm25Index
from index.search.document_store import DocumentStore, ParagraphRef
from index.search.faiss_index import VectorSearch
from index.search.local import LocalLexicalSearch, LocalPassageSearch
from index.search.token_vectors import TokenVectors
from index.sentences import sentences_of
from index.storage.atomic import alone_beside
from index.storage.document_json import to_record
from index.store import Index

WAITING = "waiting"
"""The stage that a build is in while another one writes the same index."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; `failures` are the files that could not be read, `new_passages` counts the texts embedded."""

    index: Index
    folder: Path
    failures: tuple[SourceError, ...]
    findings: tuple[Finding, ...]
    new_passages: int
    seconds: float


def build_folder(
    paths: Sequence[Path],
    out: Path,
    embedder: Embedder,
    *,
    encoding: str = "utf-8",
    settings: BuildSettings | None = None,
    on_progress: Progress = quiet,
) -> BuildReport:
    """The report on an index of the files in `paths`, built and put in place of the one in `out`.

    Until it is whole the old index stays as it is, whatever happens. `on_progress` is told of the stage `files` too,
    and of `waiting` where another writer is at this index, which is waited for.
    """
    began, tell = perf_counter(), on_progress
    check_target(out)
    corpus = read_corpus(paths, encoding=encoding, on_progress=tell)
    with alone_beside(out, on_wait=lambda: tell(WAITING, 0, 0)):
        previous = _index_in(out)
        documents = [parse.document for parse in corpus.parses]
        built = build_index(documents, embedder, previous=previous, settings=settings, on_progress=tell)
        findings = tuple(finding for parse in corpus.parses for finding in parse.findings)
        index = save_index(replace(built, findings=findings, corpus=corpus.state), out)
    return BuildReport(index, out, corpus.failures, findings, new_passages(index, previous), perf_counter() - began)


def build_index(
    documents: Sequence[Document],
    embedder: Embedder,
    *,
    previous: Index | None = None,
    settings: BuildSettings | None = None,
    on_progress: Progress = quiet,
) -> Index:
    """The index of `documents`, in memory. Texts that `previous` holds with the same model are not embedded again.

    `on_progress(stage, done, total)` is told of the stages `passages` and `sentences`, in texts embedded. SourceError
    where there is nothing to index or two documents have the same id.
    """
    settings, tell = settings or BuildSettings(), on_progress
    store = DocumentStore(tuple(documents), _sentences(each for one in documents for each in one.paragraphs))
    refs = store.paragraphs
    _check(documents, refs)
    dense = _dense(store, embedder, known_vectors(previous, embedder), settings, tell)
    tokens = dense.token_vectors
    counts = Counts(
        len(documents), len(refs), len(dense.spans), len(store.sentences), None if tokens is None else len(tokens.flat)
    )
    return Index(
        manifest=_manifest(documents, embedder, settings, counts, tokens),
        store=store,
        dense=dense,
        lexical=LocalLexicalSearch(store, Bm25Index.build([lexical_text(ref.document, ref.paragraph) for ref in refs])),
    )


def _dense(
    store: DocumentStore, embedder: Embedder, known: Known, settings: BuildSettings, tell: Progress
) -> LocalPassageSearch:
    """The search over the passages of `store`; what is `known` is not embedded again."""
    found = passages_of((ref.paragraph for ref in store.paragraphs), embedder.count_tokens, embedder.max_tokens)
    passages = [(each.paragraph, each.start, each.end) for each in found]
    texts, sentences = _texts(store, passages), _texts(store, store.sentences.tolist())
    keep_tokens = embedder.gives_tokens and len(passages) <= settings.token_limit
    known = embed_passages(texts, embedder, known, tell, keep_tokens=keep_tokens)
    vectors = stacked(texts, known, embedder.dimension)
    starts = [start for _, start, _ in passages]
    tokens = token_vectors(texts, starts, known, embedder.dimension) if keep_tokens else None
    known = embed_sentences(sentences, embedder, known, tell)
    return LocalPassageSearch(
        store=store,
        spans=np.array(passages, dtype=np.int64).reshape(-1, 3),
        vectors=vectors,
        nearest=VectorSearch.build(vectors, exact_limit=settings.exact_limit),
        sentence_vectors=stacked(sentences, known, embedder.dimension),
        token_vectors=tokens,
    )


def _texts(store: DocumentStore, spans: Iterable[Sequence[int]]) -> list[str]:
    """The words of `spans`, each a paragraph row, a start and an end."""
    return [store.paragraphs[row].text[start:end] for row, start, end in spans]


def lexical_text(document: Document, paragraph: Paragraph) -> str:
    """What BM25 reads of a paragraph: the document's title, the headings above it, its text."""
    return "\n".join((document.title, *paragraph.headings, paragraph.text))


def new_passages(index: Index, previous: Index | None) -> int:
    """How many passages of `index` have a text that `previous` did not hold with the same model."""
    texts = passage_texts(index)
    if previous is None or previous.manifest.model_sha256 != index.manifest.model_sha256:
        return len(texts)
    held = set(passage_texts(previous))
    return sum(text not in held for text in texts)


def _index_in(folder: Path) -> Index | None:
    """The index in `folder` as far as its vectors can be used again; None where there is none or it is broken."""
    try:
        return load_index(folder)
    except IndexFolderError:
        return None


def _check(documents: Sequence[Document], refs: Sequence[ParagraphRef]) -> None:
    if not refs:
        raise SourceError("there is no paragraph to index; name files or folders with text in them")
    repeated = [name for name, count in Counter(document.id for document in documents).items() if count > 1]
    if repeated:
        sources = ", ".join(document.source or "?" for document in documents if document.id == repeated[0])
        raise SourceError(f"two documents have the id {repeated[0]!r} ({sources}); rename one of the files")


def _sentences(paragraphs: Iterable[Paragraph]) -> NDArray[np.int64]:
    """Paragraph row, start and end of every sentence; a blank paragraph counts as one, so that each has some."""
    rows = [
        (row, start, end)
        for row, paragraph in enumerate(paragraphs)
        for start, end in sentences_of(paragraph) or ((0, 0),)
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


def _manifest(
    documents: Sequence[Document],
    embedder: Embedder,
    settings: BuildSettings,
    counts: Counts,
    tokens: TokenVectors | None,
) -> Manifest:
    manifest = Manifest(
        fingerprint="",
        model=embedder.name,
        model_sha256=embedder.fingerprint,
        dimension=embedder.dimension,
        token_dimension=_token_dimension(embedder, tokens),
        max_tokens=embedder.max_tokens,
        counts=counts,
        settings=settings,
    )
    return replace(manifest, fingerprint=fingerprint_of(manifest, map(to_record, documents)))


def _token_dimension(embedder: Embedder, tokens: TokenVectors | None) -> int:
    if not embedder.gives_tokens:
        return 0
    return embedder.dimension if tokens is None else tokens.flat.shape[1]
