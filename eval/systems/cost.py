"""What answers cost: time, memory and disk."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from index.build import build_index
from index.embedding.base import Embedder
from index.progress import Progress
from index.store import Index

# Building an index of more paragraphs again takes more time than a report is worth.
REBUILT_PARAGRAPHS = 2_000
_KIBIBYTE = 1024  # bytes; getrusage(2) on Linux counts in KiB


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds a question (half of them took less, 95 % did), seconds to build the index, bytes on disk, in memory.

    The questions are encoded in batches, which is quicker than one by one. None is what was not measured.
    """

    p50: float | None
    p95: float | None
    build_seconds: float | None
    index_bytes: int | None
    peak_memory_bytes: int | None


def percentiles(milliseconds: Sequence[Mapping[str, float]]) -> tuple[float | None, float | None]:
    """The median and the 95th percentile of the total of each answer's `milliseconds`; None where there is none."""
    if not milliseconds:
        return None, None
    import numpy as np

    p50, p95 = np.percentile([sum(each.values()) for each in milliseconds], [50, 95])
    return float(p50), float(p95)


def build_seconds(index: Index, embedder: Embedder, tell: Progress) -> float | None:
    """How long it takes to build the index of the same parsed documents in memory; None where it is a large one."""
    if len(index.paragraphs) > REBUILT_PARAGRAPHS:
        return None
    tell("building the index again", 0, 0)
    began = perf_counter()
    build_index(index.documents, embedder)
    seconds = perf_counter() - began
    tell("building the index again", 1, 1)
    return seconds


def bytes_on_disk(folder: Path) -> int:
    """The size of all files under `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def peak_memory() -> int | None:
    """The most memory, in bytes, that this process has held at once; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * _KIBIBYTE
