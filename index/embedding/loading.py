"""Models of sentence-transformers: found, checked against their published files, and loaded without a sound."""

import logging
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.embedding.base import Embedder
from index.embedding.model_files import model_sha256, refuse_code
from index.embedding.sentence_transformer import TransformerEmbedder
from index.embedding.tuned_layers import Layers
from index.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer

# Seconds to wait for the hub's first answer.
_HUB_TIMEOUT = 10
_ASK = "check the name and the connection"
_ORGANISATION = "sentence-transformers"


def load_sentence_transformer(name: str, device: str) -> Embedder:
    """The model in the folder `name`, else the one of that name on this machine or on the hub; ModelError for none."""
    if name and (folder := Path(name).expanduser()).is_dir():
        _go_offline()
        return _load_folder(name, folder, device)
    if not name or _looks_like_path(name):
        raise ModelError(
            f"no model folder {name!r}; give a folder or a sentence-transformers name, or leave --model out"
        )
    return _load_named(name, device)


def load_checked(folder: Path, device: str, name: str, sha256: str, layers: Layers) -> Embedder:
    """The model in `folder` with `layers` in place of its own of their names, as `name`, with the hash `sha256`."""
    import torch

    _go_offline()
    model = _load(str(folder), device)
    network: Any = model[0].auto_model
    network.load_state_dict({key: torch.from_numpy(weight) for key, weight in layers.items()}, strict=False)
    return TransformerEmbedder.of(model, name, sha256)


def load_cross_encoder(name: str) -> "CrossEncoder":
    """The cross encoder in the folder `name`, else the one of that name on this machine or on the hub.

    ModelError where there is none, or where it brings code of its own.
    """
    if (folder := Path(name).expanduser()).is_dir():
        _go_offline()
    elif _looks_like_path(name):
        raise ModelError(f"no folder {name!r} with a cross encoder; name another, or leave --reader out")
    else:
        if _cached(name) is None:
            _check_reach(name)
        folder = _cached(name) or Path(name)
    if folder.is_dir():
        refuse_code(name, folder)
    return _loaded_cross_encoder(name, folder)


def _loaded_cross_encoder(name: str, folder: Path) -> "CrossEncoder":
    from safetensors import SafetensorError
    from sentence_transformers import CrossEncoder

    try:
        with _silence():
            model: CrossEncoder = CrossEncoder(str(folder), device="cpu", num_labels=1, trust_remote_code=False)
    except (OSError, ValueError, RuntimeError, KeyError, TypeError, AttributeError, SafetensorError) as error:
        raise _not_loaded(name, error, "name another reader or leave --reader out") from error
    return model


def _load_folder(name: str, folder: Path, device: str) -> Embedder:
    if not any((folder / file).is_file() for file in ("modules.json", "config.json")):
        raise ModelError(f"no model in {folder}: neither modules.json nor config.json; name another folder")
    refuse_code(name, folder)
    fingerprint = _hashed_beside_imports(folder)
    return TransformerEmbedder.of(_load(str(folder), device), name, fingerprint)


def _hashed_beside_imports(folder: Path) -> str:
    """The hash of the model's files, computed while its library is imported, which takes longer."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        digest = pool.submit(model_sha256, folder)
        import sentence_transformers  # noqa: F401

        return digest.result()


def _load_named(name: str, device: str) -> Embedder:
    """The model `name` from this machine's cache of the hub, else from the hub."""
    folder = _cached(name)
    if folder is not None:
        refuse_code(name, folder)
        # What an interrupted download left of it cannot be loaded, and is fetched again.
        with suppress(ModelError):
            return _load_folder(name, folder, device)
    _check_reach(name)
    _load(name, device, fetch=True)
    folder = _cached(name)
    if folder is None:
        raise ModelError(f"the model {name!r} was fetched and is not where it should be; name a folder in its place")
    return _load_folder(name, folder, device)


def _cached(name: str) -> Path | None:
    """The folder of the model `name` in this machine's cache of the hub; None where it is not there."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    # A name without an organisation is looked up among the library's own models first, as the library does.
    for each in (name,) if "/" in name else (f"{_ORGANISATION}/{name}", name):
        with suppress(LocalEntryNotFoundError, HFValidationError):
            cache = os.environ.get("SENTENCE_TRANSFORMERS_HOME")
            return Path(snapshot_download(each, cache_dir=cache, local_files_only=True))
    return None


def _check_reach(name: str) -> None:
    """Raise ModelError at once where the hub cannot be asked or does not answer; loading would try for a minute."""
    from urllib.error import HTTPError
    from urllib.request import urlopen

    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        raise ModelError(
            f"the model {name!r} is not on this machine and HF_HUB_OFFLINE keeps it from being fetched; {_ASK}"
        )
    try:
        urlopen(f"{constants.ENDPOINT}/api/models/{name}", timeout=_HUB_TIMEOUT).close()
    except HTTPError:
        return  # It answers; what it says of this model, loading says better.
    except OSError as error:
        raise _not_loaded(name, error, _ASK) from error


def _load(name: str, device: str, *, fetch: bool = False) -> "SentenceTransformer":
    import torch
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer

    # One thread a batch; `index.embedding.sentence_transformer` runs the batches side by side and says why.
    torch.set_num_threads(1)
    try:
        with _silence():
            return SentenceTransformer(name, device=device, local_files_only=not fetch, trust_remote_code=False)
    # What a folder or a hub can get wrong surfaces as any of these, depending on the file that is at fault.
    except (
        OSError,
        ValueError,
        RuntimeError,
        KeyError,
        TypeError,
        AttributeError,
        ImportError,
        SafetensorError,
    ) as error:
        raise _not_loaded(name, error, "name another model or leave --model out") from error


def _not_loaded(name: str, error: Exception, advice: str) -> ModelError:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return ModelError(f"cannot load the model {name!r} ({lines[0]}); {advice}")


def _go_offline() -> None:
    """Keep the hub's libraries from asking the network; they read this once, when they are imported."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")


def _looks_like_path(name: str) -> bool:
    return name.startswith((".", "~", "/")) or "\\" in name or name.count("/") > 1 or Path(name).exists()


@contextmanager
def _silence() -> Iterator[None]:
    """Loading without progress bars and notices; errors are raised all the same."""
    import transformers

    chatter: Any = transformers.utils.logging
    loggers = [logging.getLogger(name) for name in ("sentence_transformers", "transformers", "huggingface_hub")]
    levels = [each.level for each in loggers]
    bars = chatter.is_progress_bar_enabled()
    chatter.disable_progress_bar()
    for each in loggers:
        each.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for each, level in zip(loggers, levels, strict=True):
            each.setLevel(level)
        if bars:
            chatter.enable_progress_bar()
