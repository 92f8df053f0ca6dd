"""How far long work is: what everything that takes a while tells, and what shows it is told by."""

from typing import Protocol


class Progress(Protocol):
    """Told how far a stage of some work is."""

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """Show that `done` of `total` pieces of `stage` are done; `total` is 0 where nobody has counted them."""


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Show nothing: the default where progress can be shown."""
