"""Which numbers at the beginning of a line are paragraph numbers: those under which the numbering runs on.

A line `2. Close cooperation with …` after paragraph 28 is a heading, because 29 comes next; a heading `1. Tools` before
a paragraph `1. The …` is one because the other reads like a paragraph. Both follow from one rule: of all readings of a
stretch of text choose the one with the best score, where a paragraph counts in favour and every break in the numbering
against. The best reading is found in one pass: for each candidate the best reading that ends in it is kept, and it
extends the best that ends in the number before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from index.parser.blocks import FIRST_LINE_INDENT, Block
from index.parser.orders import Order, follows
from index.parser.recognisers import Mark

# What speaks for a paragraph: running text at the beginning of a block; in the middle of one, after a full stop; there,
# where a sentence goes on; words like a heading's at the beginning of a block; in the middle of one; with running text
# below them.
SURE, POSSIBLE, IN_SENTENCE, HEADING_LIKE, UNLIKELY, HEADING_WITH_TEXT = 10.0, 6.0, 2.0, 1.0, 0.5, -5.0

# What it costs a run, in the same units: a gap, and each number missing in it, 25 at most; a number that stood before;
# to begin late. A sure paragraph pays for a gap of five, and for having begun anywhere.
_GAP, _PER_MISSING, _LARGEST_GAP = 5.0, 1.0, 25
_REPEAT = 7.0
_LATEST_START = 9.0
# Paragraphs of one numbering are set in alike; a page with margins of its own must not part them.
_OTHER_INDENT = 3.0
_YEARS = range(1900, 2100)
_YEAR_START = 30.0  # more than three sure paragraphs bring
# From here on a number that no numbering carries is rather a postal code (`New York,` / `10017.`) or an amount.
_RARELY_FIRST = 10_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number at the beginning of a line, and how much speaks for a paragraph there."""

    block: Block
    order: Order
    weight: float
    mark: Mark | None = None

    @property
    def indent(self) -> int | None:
        """How far it is set in, None where the text does not tell."""
        return self.block.indent if self.block.is_laid_out else None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The candidates chosen in a stretch: those of its own numbering, then those that go on the one around it.

    `score` is how much speaks for them together, to compare readings of one stretch.
    """

    own: tuple[Candidate, ...] = ()
    outer: tuple[Candidate, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class _Node:
    candidate: Candidate
    outer: bool
    score: float
    before: "_Node | None"


class _Track:
    """The best readings that end in one numbering, by the number they end in."""

    def __init__(self) -> None:
        self.by_prefix: dict[Order, _Node] = {}
        self.exact: dict[Order, _Node] = {}
        self.best: _Node | None = None

    def keep(self, node: _Node) -> None:
        order = node.candidate.order
        for length in range(1, len(order) + 1):
            self._keep_best(self.by_prefix, order[:length], node)
        self._keep_best(self.exact, order, node)
        if self.best is None or node.score >= self.best.score:
            self.best = node

    @staticmethod
    def _keep_best(table: dict[Order, _Node], order: Order, node: _Node) -> None:
        known = table.get(order)
        # The later of two equals: a heading comes before the paragraph that has its number.
        if known is None or node.score >= known.score:
            table[order] = node

    def before(self, order: Order) -> list[tuple[float, _Node]]:
        """The readings that a paragraph `order` could extend, each with its score after the cost of doing so."""
        parent, last = order[:-1], order[-1]
        found: list[tuple[float, _Node]] = []
        if last > 1:
            self._offer(found, self.by_prefix.get((*parent, last - 1)), 0.0)
            for missing in range(1, min(_LARGEST_GAP, last - 2) + 1):
                self._offer(found, self.by_prefix.get((*parent, last - 1 - missing)), _GAP + _PER_MISSING * missing)
        elif parent:
            self._offer(found, self.exact.get(parent), 0.0)
            if parent[-1] > 1:
                self._offer(found, self.by_prefix.get((*parent[:-1], parent[-1] - 1)), 0.0)
        if len(order) > 2 and order[-2] == 0:
            self._offer(found, self.by_prefix.get(order[:-2]), 0.0)
        self._offer(found, self.exact.get(order), _REPEAT)
        if self.best is not None and self.best.candidate.order < order:
            self._offer(found, self.best, _GAP + _PER_MISSING * _LARGEST_GAP)
        return found

    @staticmethod
    def _offer(found: list[tuple[float, _Node]], node: _Node | None, cost: float) -> None:
        if node is not None:
            found.append((node.score - cost, node))


def choose(
    candidates: Sequence[Candidate],
    last: Order = (),
    sibling: Order = (),
    restart_cost: float = 0.0,
    *,
    indent: int | None = None,
) -> Chosen:
    """The best reading of a stretch of text in which a numbering of its own may begin at 1 or that of `last` go on.

    `last` is the number of the paragraph before the stretch in the numbering around it, () if there is none; `sibling`
    the last number of the stretch before, for numberings that run on from one draft guideline to the next.
    `restart_cost` is what speaks against a numbering of its own; `indent` is how far the paragraph `last` is set in,
    None where the text does not tell.
    """
    own, outer = _Track(), _Track()
    for candidate in candidates:
        node = _extended(candidate, own, start_cost=_start_cost(candidate.order, sibling) + restart_cost)
        if last:
            outer.keep(_going_on(candidate, own, outer, last, _indent_cost(indent, candidate.indent)))
        own.keep(node)
    return _chosen(own.best, outer.best)


def _extended(candidate: Candidate, track: _Track, *, start_cost: float, outer: bool = False) -> _Node:
    """The best reading that ends in `candidate`: alone, at a cost, or after one of those in `track`."""
    weight, indent = candidate.weight, candidate.indent
    node = _Node(candidate, outer, weight - start_cost, None)
    for reached, before in track.before(candidate.order):
        # An indent only costs: most readings are not good enough without that.
        if reached + weight < node.score:
            continue
        score = reached - _indent_cost(before.candidate.indent, indent)
        if score + weight >= node.score:
            node = _Node(candidate, outer, score + weight, before)
    return node


def _going_on(candidate: Candidate, own: _Track, outer: _Track, last: Order, indent_cost: float) -> _Node:
    """The best reading in which `candidate` goes on the numbering around, from the start or after one of its own."""
    runs_on = follows(last, candidate.order)
    start_cost = indent_cost + (0.0 if runs_on else _skip_cost(last, candidate.order))
    node = _extended(candidate, outer, start_cost=start_cost, outer=True)
    if runs_on and own.best is not None:
        score = own.best.score - indent_cost + candidate.weight
        if own.best.score > 0.0 and score > node.score:
            return _Node(candidate, True, score, own.best)
    return node


def _indent_cost(one: int | None, other: int | None) -> float:
    apart = one is not None and other is not None and abs(one - other) >= FIRST_LINE_INDENT
    return _OTHER_INDENT if apart else 0.0


def _start_cost(order: Order, sibling: Order) -> float:
    if order == (1,) or (sibling and follows(sibling, order)):
        return 0.0
    if len(order) > 1 and order[-1] == 1:
        return 1.0
    if order[-1] in _YEARS or order[0] >= _RARELY_FIRST:
        return _YEAR_START
    return min(_GAP + order[-1], _LATEST_START)


def _skip_cost(last: Order, order: Order) -> float:
    if len(last) == len(order) == 1 and order > last:
        missing = order[0] - last[0] - 1
        return _GAP + _PER_MISSING * missing
    return _YEAR_START


def _chosen(own: _Node | None, outer: _Node | None) -> Chosen:
    best = max((node for node in (own, outer) if node is not None), key=lambda node: node.score, default=None)
    if best is None or best.score <= 0:
        return Chosen()
    chosen: list[_Node] = []
    node: _Node | None = best
    while node is not None:
        chosen.append(node)
        node = node.before
    chosen.reverse()
    return Chosen(
        tuple(each.candidate for each in chosen if not each.outer),
        tuple(each.candidate for each in chosen if each.outer),
        best.score,
    )
