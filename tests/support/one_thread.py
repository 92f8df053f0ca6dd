"""Torch on one thread, for tests of training."""

from collections.abc import Iterator

import torch


def one_thread() -> Iterator[None]:
    """Threads that share so small a network wait for each other, and longest where tests run side by side."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
