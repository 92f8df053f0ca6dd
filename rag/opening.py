"""An answerer from an index folder: the index verified, its own model loaded, the two checked against each other."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index.embedder import Embedder
from index.errors import IndexFolderError
from index.manifest import REBUILD, Manifest, read_manifest
from index.model import load_embedder
from index.store import load_index
from rag.answerer import Answerer
from rag.settings import Settings


def open_answerer(folder: Path, settings: Settings | None = None) -> Answerer:
    """The answerer of the index in `folder`; IndexFolderError or ModelError say what to run where it cannot be had."""
    manifest = read_manifest(folder)
    # Importing the model's library takes seconds; the index is read and verified meanwhile.
    with ThreadPoolExecutor(max_workers=1) as beside:
        loading = beside.submit(load_embedder, manifest.model)
        index = load_index(folder)
        embedder = loading.result()
    check_model(index.manifest, embedder, folder)
    return Answerer(index, embedder, settings)


def check_model(manifest: Manifest, embedder: Embedder, folder: Path) -> None:
    """None where `embedder` is the model that built the index in `folder`; IndexFolderError where it is another."""
    if manifest.weights_sha256 != embedder.fingerprint:
        raise IndexFolderError(
            f"{folder} was built with other weights of {manifest.model!r} ({manifest.weights_sha256[:12]}, now "
            f"{embedder.fingerprint[:12]}); {REBUILD}"
        )
