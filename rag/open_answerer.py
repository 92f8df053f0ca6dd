"""An answerer from an index folder: the index verified, a model loaded, the two checked against each other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding.base import Embedder
from index.embedding.registry import load_embedder
from index.engines.opening import load_index, read_manifest
from index.errors import IndexFolderError
from index.manifest import REBUILD, Manifest
from index.storage.addresses import shown_place
from index.store import Index
from rag.reader.base import Reader
from rag.reader.registry import load_reader

if TYPE_CHECKING:
    from rag.answerer import Answerer
    from rag.settings import Settings
    from rag.writing.language_model import LanguageModel

_LONGEST_NAME = 200


def open_answerer(
    folder: Path,
    settings: "Settings | None" = None,
    *,
    model: str | None = None,
    reader: str | None = None,
    language_model: "LanguageModel | None" = None,
) -> "Answerer":
    """The answerer of the index in `folder`; IndexFolderError or ModelError say what to run where it cannot be had.

    `model` is the name or folder of the model that built the index, None for the packaged one. The name that the index
    gives is not obeyed: who made it would choose what is fetched and loaded here. `reader` is the name or folder of the
    model that reads the paragraphs, None for the packaged one, NO_READER for none. `language_model` writes the answers,
    if one is given.
    """
    loaded = load_together(folder, lambda: load_embedder(model), lambda: load_reader(reader))
    from rag.answerer import Answerer

    answerer = Answerer(loaded.index, loaded.embedder, settings, reader=loaded.reader)
    return answerer.written_by(language_model) if language_model else answerer


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an answerer is made of."""

    index: Index
    embedder: Embedder
    reader: Reader | None


def load_together(
    folder: Path, load_model: Callable[[], Embedder], load_its_reader: Callable[[], Reader | None]
) -> Loaded:
    """The index in `folder`, the model that `load_model` gives, which has to have built it, and the reader."""
    # Before the model is loaded, which takes longer, with some models seconds.
    read_manifest(folder)
    beside = ThreadPoolExecutor(max_workers=3)
    try:
        # Reading and checking the model takes longest. Meanwhile the index is read and verified, and all that answers
        # is imported.
        loading, reading = beside.submit(load_model), beside.submit(load_its_reader)
        importing = beside.submit(_import_what_answers)
        index = load_index(folder)
        importing.result()
        loaded = Loaded(index, loading.result(), reading.result())
    finally:
        # After an error or Ctrl-C the import would be waited for.
        beside.shutdown(wait=False, cancel_futures=True)
    check_model(index.manifest, loaded.embedder, folder)
    return loaded


def _import_what_answers() -> None:
    import_module("rag.answerer")


def check_model(manifest: Manifest, embedder: Embedder, folder: Path) -> None:
    """None where `embedder` is the model that built the index in `folder`; IndexFolderError where it is another."""
    if manifest.model_sha256 == embedder.fingerprint:
        return
    place = shown_place(folder)
    # Quoted and of bounded length: it may have been written by anybody.
    built_with = repr(manifest.model[:_LONGEST_NAME])
    if manifest.model == embedder.name:
        hashes = f"{manifest.model_sha256[:12]}, now {embedder.fingerprint[:12]}"
        raise IndexFolderError(f"{place} was built with other files of the model {built_with} ({hashes}); {REBUILD}")
    raise IndexFolderError(
        f"{place} was built with the model {built_with}, not with {embedder.name!r}; if you trust that one, name it "
        f"with --model, else {REBUILD}"
    )
