"""The index of a BEIR set's passages, kept in a folder so that it is built once."""

from dataclasses import dataclass
from pathlib import Path

from eval.beir.beir_set import BeirSet
from index.build import build_index
from index.document import Document, Paragraph
from index.embedding.base import Embedder
from index.errors import BenchmarkError, IndexFolderError
from index.folder.files import check_target
from index.folder.load import load_index
from index.folder.save import save_index
from index.locator import Locator
from index.progress import Progress
from index.store import Index


@dataclass(frozen=True)
class BeirIndex:
    """An index of passages; `ids` are theirs, row by row. Passages without text are left out: `empty` of them."""

    index: Index
    ids: tuple[str, ...]
    empty: int


def beir_index(beir: BeirSet, embedder: Embedder, cache: Path, tell: Progress) -> BeirIndex:
    """The index of the passages of `beir`: the one in the folder `cache` if it is of them, else built and put there.

    A cached index of other passages gives the vectors of the texts it shares with these.
    """
    full = [each for each in beir.passages if each.text.strip()]
    if not full:
        raise BenchmarkError(f"{beir.name}: no passage has any text; name another folder")
    document = _document(beir, [(each.title, each.text) for each in full])
    check_target(cache)
    previous = _cached(cache)
    if previous is None or not _is_of(previous, document, embedder):
        previous = save_index(build_index([document], embedder, previous=previous, on_progress=tell), cache)
    return BeirIndex(previous, tuple(each.id for each in full), len(beir.passages) - len(full))


def _document(beir: BeirSet, passages: list[tuple[str, str]]) -> Document:
    """All passages as the unnumbered paragraphs of one document, their titles as headings."""
    paragraphs = (
        Paragraph(Locator(ordinal=place), " ".join(text.split()), (" ".join(title.split()),) if title.strip() else ())
        for place, (title, text) in enumerate(passages, start=1)
    )
    return Document(beir.name, beir.name, tuple(paragraphs))


def _cached(folder: Path) -> Index | None:
    try:
        return load_index(folder)
    except IndexFolderError:
        return None


def _is_of(index: Index, document: Document, embedder: Embedder) -> bool:
    manifest = index.manifest
    made_by = (manifest.model_sha256, manifest.dimension, manifest.max_tokens)
    same_model = made_by == (embedder.fingerprint, embedder.dimension, embedder.max_tokens)
    return same_model and index.documents == (document,)
