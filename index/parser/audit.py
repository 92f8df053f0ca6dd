"""The numbering audit: numbers that are missing, repeated or out of order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from index.locator import Locator
from index.parser.numbering import follows
from index.parser.recognisers import Order


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph's printed number: where it stands, its order, its line.

    `continues`: its numbering began in the container before. `stray`: the numbering around it runs on without it.
    """

    locator: Locator
    order: Order
    line: int
    continues: bool = False
    stray: bool = False


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd in a document: what kind, at which line, in words."""

    kind: Literal["missing", "repeated", "out of order", "unplaced", "unnumbered"]
    line: int
    message: str


def oddities(numbers: Iterable[Numbered]) -> tuple[Oddity, ...]:
    """What is odd in a document's paragraph numbers, in the order of the document."""
    found: list[Oddity] = []
    last: dict[tuple[str, ...], Order] = {}
    seen: set[tuple[tuple[str, ...], Order]] = set()
    for number in numbers:
        scope = number.locator.containers
        before = last.get(scope, ())
        skipped = [order for order in _skipped(number, before) if (scope, order) not in seen]
        oddity = _oddity(number, before, skipped, repeated=(scope, number.order) in seen)
        if oddity is not None:
            found.append(oddity)
        seen.add((scope, number.order))
        if not number.stray:
            last[scope] = number.order
    return tuple(found)


def _skipped(number: Numbered, before: Order) -> list[Order]:
    """The numbers between `before` and this one that have as many steps, () for those that cannot be named."""
    parent, last = number.order[:-1], number.order[-1]
    if number.stray or follows(before, number.order) or (not before and number.continues):
        return []
    begun = before[: len(parent)] == parent and len(before) > len(parent)
    if before and not begun:
        return [()]
    return [(*parent, step) for step in range(before[len(parent)] + 1 if begun else 1, last)]


def _oddity(number: Numbered, before: Order, skipped: Sequence[Order], *, repeated: bool) -> Oddity | None:
    name, where = number.locator.number, _within(number.locator)
    if repeated:
        return Oddity("repeated", number.line, f"paragraph {name} is repeated{where}")
    if number.stray or (before and number.order <= before):
        after = f"paragraph {_print(before)}" if before else "the beginning"
        return Oddity("out of order", number.line, f"paragraph {name} comes after {after}{where}")
    if not skipped:
        return None
    if not skipped[0]:
        return Oddity("missing", number.line, f"paragraphs are missing before {name}{where}")
    if len(skipped) == 1:
        return Oddity("missing", number.line, f"paragraph {_print(skipped[0])} is missing{where}")
    return Oddity("missing", number.line, f"paragraphs {_series(skipped)} are missing{where}")


def _series(orders: Sequence[Order]) -> str:
    """`4 and 5`, `4 to 9`, or `4, 7 and 9` where others stand between."""
    names = [_print(order) for order in orders]
    if len(names) > 2 and orders[-1][-1] - orders[0][-1] == len(orders) - 1:
        return f"{names[0]} to {names[-1]}"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _print(order: Order) -> str:
    return ".".join(str(step) for step in order)


def _within(locator: Locator) -> str:
    return f" in {', '.join(locator.containers)}" if locator.containers else ""
