"""What a result was made with: written into every file that leaves the program, so that it can be made again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass

from index.manifest import program_version
from rag.calibration import Calibration


@dataclass(frozen=True, slots=True)
class Provenance:
    """The index, model and settings that answers were made with, and when that was begun (ISO 8601)."""

    index: str
    model: str
    settings: tuple[tuple[str, str], ...]
    begun: str
    program: str = ""

    @property
    def date(self) -> str:
        """The day it was begun (ISO 8601)."""
        return self.begun[:10]

    @property
    def settings_text(self) -> str:
        """The settings as one line: `choice.least 0.1; choice.most 4; …`."""
        return "; ".join(f"{name} {value}" for name, value in self.settings)

    @property
    def settings_digest(self) -> str:
        """A short hash of the settings, in hex."""
        return hashlib.sha256(json.dumps(self.settings).encode()).hexdigest()[:16]

    @property
    def program_text(self) -> str:
        """The program and its version."""
        return f"pincite {self.program}".strip()


def provenance(index: str, model: str, settings: object, begun: str) -> Provenance:
    """The provenance of answers from the index `index` (its fingerprint) with `settings`, a tree of dataclasses."""
    return Provenance(index, model, flattened(settings), begun, program_version())


def flattened(settings: object, prefix: str = "") -> tuple[tuple[str, str], ...]:
    """Every single setting in a tree of dataclasses and mappings, as a dotted name and its value, sorted by name.

    A calibration is one setting: its model, its language and a hash of its numbers.
    """
    return tuple(sorted(_leaves(settings, prefix)))


def _leaves(value: object, name: str) -> list[tuple[str, str]]:
    if isinstance(value, Calibration):
        return [(name, str(value))]
    if is_dataclass(value) and not isinstance(value, type):
        parts = [(field.name, getattr(value, field.name)) for field in fields(value)]
    elif isinstance(value, Mapping):
        parts = [(str(key), each) for key, each in value.items()]
    else:
        return [(name, str(value))]
    return [leaf for part, each in parts for leaf in _leaves(each, f"{name}.{part}" if name else part)]
