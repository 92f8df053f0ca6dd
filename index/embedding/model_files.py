"""The files of a model's folder: one hash over all that are read, and no code among them."""

import hashlib
from pathlib import Path
from reprlib import repr as shown
from typing import Any, cast

from index.errors import ModelError
from index.storage.digests import sha256_of_file
from index.storage.records import json_value

# What other engines than PyTorch read, and what is there for people to read.
_OTHER_FOLDERS = frozenset({"onnx", "openvino"})
_OTHER_SUFFIXES = frozenset({".onnx", ".h5", ".msgpack", ".ot", ".md", ".png", ".jpg", ".jpeg", ".gif", ".svg"})
_WEIGHTS = frozenset({".safetensors", ".bin"})
# The only package that the modules of a model may come from, and the key under which the configuration of a transformer
# or tokenizer names classes in the model's own folder.
_CONFIGURATIONS = ("modules.json", "config.json")
_LIBRARY = "sentence_transformers."
_CLASSES = "auto_map"


def model_sha256(folder: Path) -> str:
    """SHA-256 over all files of the model in `folder` that are read, their names and contents, in hex.

    So it changes with the weights, the tokenizer, the pooling and every configuration. ModelError where there are no
    weights or a file cannot be read.
    """
    digest, has_weights = hashlib.sha256(), False
    try:
        for path in _files(folder):
            content = sha256_of_file(path)
            digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode(errors="surrogateescape"))
            has_weights = has_weights or path.suffix in _WEIGHTS
    except OSError as error:
        raise ModelError(f"cannot read {error.filename or folder} ({error.strerror}); check permissions") from error
    if not has_weights:
        raise ModelError(f"no model weights (*.safetensors, *.bin) in {folder}; name another folder")
    return digest.hexdigest()


def refuse_code(name: str, folder: Path) -> None:
    """Raise ModelError where the model in `folder` names code to run that is not its library's own."""
    for path in _files(folder):
        if path.name.endswith(_CONFIGURATIONS) and (code := _code_named(path)) is not None:
            where = path.relative_to(folder)
            raise ModelError(
                f"the model {name!r} brings code of its own, which is not run ({where} names {shown(code)}); name "
                "another model"
            )


def _files(folder: Path) -> list[Path]:
    """The files that are read, sorted by path."""
    paths = [path for path in sorted(folder.rglob("*")) if _is_read(path.relative_to(folder))]
    for path in paths:
        if path.is_symlink() and path.is_dir():
            raise ModelError(f"{path} is a link to a folder, whose files would not be checked; put the folder there")
    return [path for path in paths if path.is_file()]


def _is_read(path: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in path.parts)
    return not is_hidden and not _OTHER_FOLDERS.intersection(path.parts) and path.suffix not in _OTHER_SUFFIXES


def _code_named(path: Path) -> object | None:
    """What a configuration names as a class that is not of the library; None where it names none or cannot be read."""
    try:
        record = json_value(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None  # Loading says better what is wrong with it.
    if isinstance(record, dict) and record.get(_CLASSES):
        return cast(object, record[_CLASSES])
    foreign = (each for each in _modules(path.name, record) if not str(each).startswith(_LIBRARY))
    return next(foreign, None)


def _modules(name: str, record: Any) -> list[object]:  # noqa: ANN401
    """The classes of modules that the configuration `record` of this file name lists."""
    if name == "modules.json" and isinstance(record, list):
        return [each.get("type", "") for each in record if isinstance(each, dict)]
    types = record.get("types") if name == "router_config.json" and isinstance(record, dict) else None
    return list(types.values()) if isinstance(types, dict) else []
