"""What is noticed in a document while it is parsed: above all numbers that are missing, repeated or out of order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.document import Finding, FindingKind
from index.locator import Locator
from index.parser.orders import Order, follows
from index.text.wording import listed


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


class Findings:
    """The findings of one document, collected while it is parsed."""

    def __init__(self, document: str, source: str) -> None:
        self._document = document
        self._source = source
        self._found: list[Finding] = []

    def add(self, kind: FindingKind, line: int, message: str) -> None:
        """Keep what was noticed at a line of the file."""
        self._found.append(Finding(self._document, self._source, line, kind, message))

    def clear(self) -> None:
        """Forget what was noticed, to read the document anew."""
        self._found.clear()

    def in_order(self) -> tuple[Finding, ...]:
        """All that was noticed, by line."""
        return tuple(sorted(self._found, key=lambda finding: finding.line))


def check_numbers(numbers: Iterable[Numbered], findings: Findings) -> None:
    """Add to `findings` what is missing, repeated or out of order among a document's paragraph numbers."""
    last: dict[tuple[str, ...], Order] = {}
    seen: set[tuple[tuple[str, ...], Order]] = set()
    for number in numbers:
        scope = number.locator.containers
        before = last.get(scope, ())
        skipped = [order for order in _skipped(number, before) if (scope, order) not in seen]
        wrong = _wrong(number, before, skipped, repeated=(scope, number.order) in seen)
        if wrong is not None:
            findings.add(wrong[0], number.line, wrong[1])
        seen.add((scope, number.order))
        if not number.stray:
            last[scope] = number.order


def _skipped(number: Numbered, before: Order) -> list[Order]:
    """The numbers between `before` and this one that have as many steps, () for those that cannot be named."""
    parent, last = number.order[:-1], number.order[-1]
    if number.stray or follows(before, number.order) or (not before and number.continues):
        return []
    begun = before[: len(parent)] == parent and len(before) > len(parent)
    if before and not begun:
        return [()]
    return [(*parent, step) for step in range(before[len(parent)] + 1 if begun else 1, last)]


def _wrong(
    number: Numbered, before: Order, skipped: Sequence[Order], *, repeated: bool
) -> tuple[FindingKind, str] | None:
    name, where = number.locator.number, _within(number.locator)
    if repeated:
        return "repeated", f"paragraph {name} is repeated{where}"
    if number.stray or (before and number.order <= before):
        after = f"paragraph {_print(before)}" if before else "the beginning"
        return "out of order", f"paragraph {name} comes after {after}{where}"
    if not skipped:
        return None
    if not skipped[0]:
        return "missing", f"paragraphs are missing before {name}{where}"
    if len(skipped) == 1:
        return "missing", f"paragraph {_print(skipped[0])} is missing{where}"
    return "missing", f"paragraphs {_series(skipped)} are missing{where}"


def _series(orders: Sequence[Order]) -> str:
    """`4 and 5`, `4 to 9`, or `4, 7 and 9` where others stand between."""
    names = [_print(order) for order in orders]
    if len(names) > 2 and orders[-1][-1] - orders[0][-1] == len(orders) - 1:
        return f"{names[0]} to {names[-1]}"
    return listed(names)


def _print(order: Order) -> str:
    return ".".join(str(step) for step in order)


def _within(locator: Locator) -> str:
    return f" in {', '.join(locator.containers)}" if locator.containers else ""
