"""Documents to an index: passages, sentences, vectors and BM25, embedding only texts that are new."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from index.building.embedding import Embedding
from index.building.kept_tokens import TokenForm, TokenWriter, compression_for
from index.building.passages import passages_of
from index.building.reuse import SpanTexts, digest_of, digest_of_all, known_vectors, passage_texts
from index.building.scratch import FolderScratch, MemoryScratch, Scratch, scratch_beside
from index.corpus.read import ParseFiles, read_corpus
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

# Passages that are embedded again in a minute.
_FEW = 2_000
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
    parse: ParseFiles | None = None,
    on_progress: Progress = quiet,
) -> BuildReport:
    """The report on an index of the files in `paths`, built and put in place of the one in `out`.

    Until it is whole the old index stays as it is, whatever happens. `parse` reads the files, where this machine does
    not. `on_progress` is told of the stage `files` too, and of `waiting` where another writer is at this index, which
    is waited for.
    """
    began, tell = perf_counter(), on_progress
    check_target(out)
    corpus = read_corpus(paths, encoding=encoding, parse=parse, on_progress=tell)
    with alone_beside(out, on_wait=lambda: tell(WAITING, 0, 0)):
        previous = _index_in(out)
        documents = [parse.document for parse in corpus.parses]
        with scratch_beside(out) as place:
            built = build_index(documents, embedder, previous=previous, on_progress=tell, scratch=place)
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
    scratch: Path | None = None,
) -> Index:
    """The index of `documents`. Texts that `previous` holds with the same model are not embedded again.

    Vectors are kept in memory or, while it is built and until it is saved, in the folder `scratch`: the next build of
    the same texts goes on where a killed one ended.

    `on_progress(stage, done, total)` is told of the stages `passages` and `sentences`, in texts embedded. SourceError
    where there is nothing to index or two documents have the same id.
    """
    settings, tell = settings or BuildSettings(), on_progress
    store = DocumentStore(tuple(documents), _sentences(each for one in documents for each in one.paragraphs))
    refs = store.paragraphs
    _check(documents, refs)
    found = passages_of((ref.paragraph for ref in store.paragraphs), embedder.count_tokens, embedder.max_tokens)
    spans = np.array([(each.paragraph, each.start, each.end) for each in found], dtype=np.int64).reshape(-1, 3)
    kept = _scratch(scratch, SpanTexts(store.paragraphs, spans), embedder, settings)
    embedding = Embedding(embedder, known_vectors(previous, embedder), kept, tell)
    dense = _dense(store, spans, embedding, settings)
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
    store: DocumentStore, spans: NDArray[np.int64], embedding: Embedding, settings: BuildSettings
) -> LocalPassageSearch:
    """The search over the passages of `store` at `spans`."""
    texts, sentences = SpanTexts(store.paragraphs, spans), SpanTexts(store.paragraphs, store.sentences)
    tokens = _token_writer(texts, spans[:, 1].tolist(), embedding, settings)
    vectors = embedding.passages(texts, tokens)
    return LocalPassageSearch(
        store=store,
        spans=spans,
        vectors=vectors,
        nearest=VectorSearch.build(vectors, exact_limit=settings.exact_limit),
        sentence_vectors=embedding.sentences(sentences, texts, vectors),
        token_vectors=None if tokens is None else tokens.written(),
    )


def _token_writer(
    texts: Sequence[str], starts: Sequence[int], embedding: Embedding, settings: BuildSettings
) -> TokenWriter | None:
    """What writes the tokens of `texts`: whole, of many texts compressed, of too many not at all."""
    embedder, known = embedding.embedder, embedding.known
    if not embedder.gives_tokens or not settings.keeps_tokens(len(texts)):
        return None
    compression = None
    if settings.compresses(len(texts)):
        compression = compression_for(embedder, known, halves=settings.halves(len(texts)))
    form = TokenForm(embedder.dimension, compression)
    return TokenWriter(texts, starts, form, known.in_form(form.compression), embedding.scratch)


def _scratch(folder: Path | None, texts: Sequence[str], embedder: Embedder, settings: BuildSettings) -> Scratch:
    """Where the vectors of passages with these `texts` are kept meanwhile; those of a few in memory."""
    if folder is None or len(texts) <= _FEW:
        return MemoryScratch()
    made_by = embedder.fingerprint, embedder.dimension, embedder.max_tokens, settings
    return FolderScratch(folder, digest_of_all(texts, *made_by))


def lexical_text(document: Document, paragraph: Paragraph) -> str:
    """What BM25 reads of a paragraph: the document's title, the headings above it, its text."""
    return "\n".join((document.title, *paragraph.headings, paragraph.text))


def new_passages(index: Index, previous: Index | None) -> int:
    """How many passages of `index` have a text that `previous` did not hold with the same model."""
    texts = passage_texts(index)
    if previous is None or previous.manifest.model_sha256 != index.manifest.model_sha256:
        return len(texts)
    held = set(map(digest_of, passage_texts(previous)))
    return sum(digest_of(text) not in held for text in texts)


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
    if tokens is None:
        return embedder.dimension
    return int(tokens.flat.shape[1]) if tokens.compression is None else len(tokens.compression.axes)
