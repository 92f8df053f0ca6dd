"""Dataclasses whose fields are tensors."""

from dataclasses import dataclass, fields
from typing import Self

import torch


@dataclass(frozen=True, slots=True, eq=False)
class Tensors:
    """Fields that are tensors, or such dataclasses again."""

    def to(self, device: torch.device) -> Self:
        """The same on `device`."""
        return type(self)(*(getattr(self, each.name).to(device) for each in fields(self)))
