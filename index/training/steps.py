"""What the steps of training learn from, made ready while a graphics processor learns."""

from collections.abc import Iterator
from os import cpu_count
from typing import TypeVar

import torch
from torch.utils.data import DataLoader, Dataset, Subset

T = TypeVar("T")
# Processes that make ready what comes next, one a processor at most.
_MOST_WORKERS = 4


def device() -> torch.device:
    """The graphics processor where there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def half_precision() -> torch.autocast:
    """Within it a graphics processor reckons with sixteen bits, which it is made for and which keep the range."""
    return torch.autocast("cuda", torch.bfloat16, enabled=device().type == "cuda")


def lessons_of(lessons: Dataset[T], steps: range) -> Iterator[T]:
    """The items of `lessons` for `steps`, one after the other."""
    workers = min(_MOST_WORKERS, cpu_count() or 1) if device().type == "cuda" else 0
    yield from DataLoader(Subset(lessons, steps), batch_size=None, num_workers=workers)
