"""The readers by name: the one that comes with the program, any cross encoder, none."""

import logging
from pathlib import Path
from time import perf_counter

from index.errors import ModelError
from index.storage.digests import sha256_of_file
from rag.reader.base import Reader
from rag.settings import NO_READER

_logger = logging.getLogger(__name__)

PACKAGED = "pincite-reader-en"
"""The name of the reader that comes with the program."""
FOLDER = Path(__file__).with_name("models") / PACKAGED
"""Where the reader that comes with the program lies, with its model card."""
# Of its files; the model card says how they were made.
SHA256 = {
    "model.onnx": "341f958b9c15b78890ea84c8385821c11ac33a5520c8c45f132a4b582f8925a5",
    "tokenizer.json": "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
}
_REINSTALL = "install pincite anew, or answer without it: --profile fast"


def load_reader(name: str | None = None) -> Reader | None:
    """The reader `name`; None is the packaged one, and NO_READER gives none.

    A name is a folder with a network in ONNX, or a cross encoder's folder or name. ModelError says what is missing or
    altered.
    """
    if name == NO_READER:
        return None
    began = perf_counter()
    reader = _load(name)
    _logger.info("loaded the reader %s in %.1f s", reader.name, perf_counter() - began)
    return reader


def _load(name: str | None) -> Reader:
    if name is None or name == PACKAGED:
        check_packaged(FOLDER)
        return _onnx(FOLDER, PACKAGED)
    if (folder := Path(name).expanduser()).joinpath("model.onnx").is_file():
        return _onnx(folder, name)
    from index.embedding.loading import load_cross_encoder
    from rag.reader.cross_encoder import CrossEncoderReader

    return CrossEncoderReader(load_cross_encoder(name), name)


def _onnx(folder: Path, name: str) -> Reader:
    from rag.reader.onnx_reader import OnnxReader

    return OnnxReader(folder, name)


def check_packaged(folder: Path) -> None:
    """None where the files of the packaged reader in `folder` are those that were published; else ModelError."""
    for file, expected in SHA256.items():
        try:
            found = sha256_of_file(folder / file)
        except OSError as error:
            raise ModelError(f"cannot read {folder / file} ({error.strerror}); {_REINSTALL}") from error
        if found != expected:
            raise ModelError(f"{folder / file} is not the file that was published; {_REINSTALL}")
