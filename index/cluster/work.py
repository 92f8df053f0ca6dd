"""What a machine of a cluster does: it reads a file, or embeds texts. Runs in Ray's processes there."""

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.corpus.found import FoundFile
from index.corpus.read import parse_here
from index.document import Parse
from index.embedding.base import Embedder, Encoding
from index.errors import SourceError
from index.manifest import program_version

Load = Callable[[str], Embedder]
"""Loads a model on a device, `cpu` or `cuda`."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine's name and the version of pincite there."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """What comes of a file that is not on the machine `name`, although it is on the one that asked."""

    name: str


def this_machine() -> Machine:
    """The machine that this runs on."""
    return Machine(platform.node(), program_version())


def parsed(file: FoundFile, encoding: str) -> Parse | SourceError | Unseen:
    """What comes of `file`, or why nothing does."""
    was_there = file.source.bytes >= 0
    if was_there and not file.path.exists():
        return Unseen(platform.node())
    (found,) = parse_here([file], encoding)
    return found


class Model:
    """A model in a process of its own; loaded when it is first asked, so that what is wrong with it is told."""

    def __init__(self, load: Load, device: str) -> None:
        self._load, self._device = load, device

    @cached_property
    def _embedder(self) -> Embedder:
        return self._load(self._device)

    def fingerprint(self) -> tuple[str, str]:
        """The machine's name and the model's fingerprint."""
        return platform.node(), self._embedder.fingerprint

    def encoding(self, texts: Sequence[str]) -> Encoding:
        """The encoding of `texts`, of passages."""
        return self._embedder.encode_passages(texts)
