"""Whose turn it is in a step of training."""

from functools import lru_cache
from random import Random


def drawn(length: int, together: int, step: int, seed: str) -> list[int]:
    """The places of the `together` of `length` that `step`, counted from 0, learns from.

    Each is drawn once before any comes again; with the same `seed` the same are drawn.
    """
    places = []
    for at in range(step * together, (step + 1) * together):
        turn, place = divmod(at, length)
        places.append(_order(length, seed, turn)[place])
    return places


# A step ends one turn and begins another, of each of a few sets that take part.
@lru_cache(maxsize=16)
def _order(length: int, seed: str, turn: int) -> tuple[int, ...]:
    """The order in which so many are drawn in a turn."""
    order = list(range(length))
    Random(f"{seed} {turn}").shuffle(order)
    return tuple(order)
