"""Files of examples, one a line of JSON, whichever network learns from them; and questions as some people type them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeVar

from index.errors import TrainingError
from index.search.bm25 import stop_words
from index.storage.records import json_value, made

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


def read_files(kind: type[T], paths: Sequence[Path]) -> list[T]:
    """The examples, of the dataclass `kind`, in JSON Lines files; TrainingError says what is wrong with one."""
    return [example for path in paths for example in _read(kind, path)]


def _read(kind: type[T], path: Path) -> Iterator[T]:
    try:
        # Not `splitlines`, which also cuts at U+2028 within a text.
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except OSError as error:
        raise TrainingError(f"cannot read {path} ({error.strerror}); the model card says how it is made") from None
    for number, line in enumerate(lines, 1):
        try:
            yield made(kind, json_value(line))
        except (TypeError, ValueError) as error:
            raise TrainingError(f"{path}, line {number}: no example ({error}); make the file anew") from None


def write_line(example: "DataclassInstance") -> str:
    """`example` as one line of JSON."""
    return json.dumps(asdict(example), ensure_ascii=False)


def key_words(question: str) -> str:
    """What is left of `question` without stop words, as some people type; all of it where nothing is."""
    kept = [each for each in question.rstrip(" ?").split() if each.lower() not in stop_words()]
    return " ".join(kept) or question


def as_typed(question: str, share: float, random: Random) -> str:
    """`question`, or in that share of cases its key words."""
    return key_words(question) if random.random() < share else question
