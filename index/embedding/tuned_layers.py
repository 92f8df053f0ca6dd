"""The layers of all-MiniLM-L6-v2 as they were tuned on questions about UN documents; the model card says how."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from index.arrays import FloatMatrix
from index.errors import ModelError
from index.storage.digests import sha256_of_file

LAYERS_FILE = Path(__file__).with_name("models") / "pincite-encoder-en" / "layers.safetensors"
"""The weights of the six layers in half precision, under the names that the published file has for them."""
LAYERS_SHA256 = "7aacf6a56e543ddc2a7f6bc1f8af03661bbc518a11babc25d1843e71ebe10327"
_REINSTALL = "install pincite anew, or name the model it was made of: --model all-MiniLM-L6-v2"

Layers = Mapping[str, FloatMatrix]
"""Weights by their names; those that a model has besides stay as they are."""


def tuned_layers() -> Layers:
    """The weights, in single precision; ModelError where the file is not the one that was published."""
    from safetensors.numpy import load_file

    try:
        found = sha256_of_file(LAYERS_FILE)
    except OSError as error:
        raise ModelError(f"cannot read {LAYERS_FILE} ({error.strerror}); {_REINSTALL}") from error
    if found != LAYERS_SHA256:
        raise ModelError(f"{LAYERS_FILE} is not the file that was published; {_REINSTALL}")
    return {name: weight.astype(np.float32) for name, weight in load_file(LAYERS_FILE).items()}
