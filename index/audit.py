"""The numbering audit: numbers that are missing, repeated or out of order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from index.locator import Locator
from index.numbering import follows
from index.recognisers import Order


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
    seen: set[Locator] = set()
    for number in numbers:
        scope = number.locator.containers
        before = last.get(scope, ())
        oddity = _oddity(number, before, repeated=number.locator in seen)
        if oddity is not None:
            found.append(oddity)
        seen.add(number.locator)
        if not number.stray:
            last[scope] = number.order
    return tuple(found)


def _oddity(number: Numbered, before: Order, *, repeated: bool) -> Oddity | None:
    name, where = number.locator.number, _within(number.locator)
    if repeated:
        return Oddity("repeated", number.line, f"paragraph {name} is repeated{where}")
    if number.stray or (before and number.order <= before):
        after = f"paragraph {_print(before)}" if before else "the beginning"
        return Oddity("out of order", number.line, f"paragraph {name} comes after {after}{where}")
    if follows(before, number.order) or (not before and number.continues):
        return None
    return Oddity("missing", number.line, _missing(before, number.order, where))


def _missing(before: Order, order: Order, where: str) -> str:
    """`paragraphs 3 to 5 are missing`, or what the numbers before and after are where these have not as many steps."""
    parent = order[:-1]
    begun = before[: len(parent)] == parent and len(before) > len(parent)
    first, last = (before[len(parent)] + 1 if begun else 1), order[-1] - 1
    if first > last or not (begun or not before):
        return f"paragraphs are missing before {_print(order)}{where}"
    if first == last:
        return f"paragraph {_print((*parent, first))} is missing{where}"
    return f"paragraphs {_print((*parent, first))} to {_print((*parent, last))} are missing{where}"


def _print(order: Order) -> str:
    return ".".join(str(step) for step in order)


def _within(locator: Locator) -> str:
    return f" in {', '.join(locator.containers)}" if locator.containers else ""
