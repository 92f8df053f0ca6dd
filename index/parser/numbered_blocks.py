"""Which blocks of a text are numbered paragraphs, and which headings open a numbering of their own."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from index.parser.blocks import Block
from index.parser.numbering import (
    HEADING_LIKE,
    HEADING_WITH_TEXT,
    IN_SENTENCE,
    POSSIBLE,
    SURE,
    UNLIKELY,
    Candidate,
    Chosen,
    choose,
)
from index.parser.orders import Order, follows
from index.parser.outline import Heading, Outline, container_name
from index.parser.recognisers import Kind, Mark
from index.typography import ends_sentence

# What speaks against a numbering that starts again under a heading that is no annex, article or guideline.
_RESTART_COST = 12.0


@dataclass(frozen=True, slots=True)
class NumberedBlocks:
    """The chosen blocks.

    `paragraphs` has for each numbered paragraph the names of the containers it stands in, outermost first; `containers`
    the headings under which the numbering is their own, with their names; `continuing` the paragraphs that go on a
    numbering from the container beside theirs; `listed` the numbers of lists inside paragraphs.
    """

    paragraphs: Mapping[Block, tuple[str, ...]]
    containers: Mapping[Block, str]
    continuing: frozenset[Block]
    listed: frozenset[Block]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The numbered blocks between two headings that may open a numbering; and the first of these headings."""

    head: Block | None
    mark: Mark | None
    numbered: list[Block] = field(default_factory=list)


def select_numbered(running: Sequence[Block]) -> NumberedBlocks:
    """The numbered paragraphs and the containers among `running` blocks, chosen so that the numbering runs on."""
    selector = _Selector(running)
    for stretch in _stretches(running):
        selector.read(stretch)
    return selector.selection()


class _Selector:
    """Stretch after stretch, with the numbers reached so far in each container."""

    def __init__(self, running: Sequence[Block]) -> None:
        self._outline = Outline()
        self._last: dict[tuple[str, ...], Order] = {}
        self._siblings: dict[tuple[tuple[str, ...], str], Order] = {}
        self._paragraphs: dict[Block, tuple[str, ...]] = {}
        self._containers: dict[Block, str] = {}
        self._continuing: set[Block] = set()
        self._listed: set[Block] = set()
        self._passed: list[Candidate] = []
        self._has_text = any(_candidate(block).weight >= POSSIBLE for block in running)

    def selection(self) -> NumberedBlocks:
        """What has been chosen."""
        return NumberedBlocks(self._paragraphs, self._containers, frozenset(self._continuing), frozenset(self._listed))

    def read(self, stretch: _Stretch) -> None:
        """Choose the paragraphs of one stretch."""
        listed = _listed(stretch.numbered)
        self._listed |= listed
        candidates = [_candidate(block) for block in stretch.numbered if block not in listed]
        if stretch.head is None or stretch.mark is None:
            chosen = choose(candidates)
            self._keep_own(Chosen() if self._is_contents(chosen) else chosen)
        else:
            self._read_below(stretch.head, stretch.mark, candidates)
        self._pass(candidates)

    def _read_below(self, head: Block, mark: Mark, candidates: Sequence[Candidate]) -> None:
        """Choose the paragraphs of a stretch below the heading `head`, which may open a numbering."""
        style = mark.recogniser
        self._outline.open(Heading(mark.printed, style.rank, style=style.name, order=mark.order))
        path = self._outline.containers
        depth = next((depth for depth in range(len(path), -1, -1) if self._last.get(path[:depth])), 0)
        around = self._last.get(path[:depth], ())
        certain = mark.kind is Kind.CONTAINER
        begun = bool(self._last.get(path))
        sibling = self._siblings.get((path, style.name), ()) if certain else ()
        chosen = choose(candidates, around, sibling, _RESTART_COST if begun and not certain else 0.0)
        if not begun and not certain and self._is_contents(chosen):
            chosen = Chosen()
        if (certain and _is_container(head, chosen)) or (begun and chosen.own):
            name = container_name(mark)
            self._containers[head] = name
            self._outline.name(name)
            self._keep_own(chosen, sibling)
            self._siblings[path, style.name] = chosen.own[-1].order if chosen.own else sibling
        elif chosen.own:
            self._keep_own(chosen)
        if chosen.outer:
            self._keep_outer(chosen.outer, path[:depth], around)

    def _keep_outer(self, outer: Sequence[Candidate], path: tuple[str, ...], around: Order) -> None:
        """Keep the paragraphs that go on the numbering of the container at `path` from its last number, `around`."""
        missed = _between(around, self._passed, outer[0])
        self._paragraphs.update((candidate.block, path) for candidate in (*missed, *outer))
        self._last[path] = outer[-1].order
        self._outline.keep(len(path))

    def _pass(self, candidates: Sequence[Candidate]) -> None:
        """Remember the candidates that were not chosen since the last that was."""
        for candidate in candidates:
            if candidate.block in self._paragraphs:
                self._passed.clear()
            else:
                self._passed.append(candidate)

    def _is_contents(self, chosen: Chosen) -> bool:
        """Whether a numbering seems to begin where it only lists headings: in the text paragraphs begin later."""
        return self._has_text and all(candidate.weight < POSSIBLE for candidate in chosen.own)

    def _keep_own(self, chosen: Chosen, sibling: Order = ()) -> None:
        """Keep the paragraphs of the innermost container's own numbering; `sibling` is the last number beside it."""
        path = self._outline.containers
        self._last[path] = chosen.own[-1].order if chosen.own else ()
        self._paragraphs.update((candidate.block, path) for candidate in chosen.own)
        if sibling and chosen.own and chosen.own[0].order > sibling:
            self._continuing.add(chosen.own[0].block)


def _is_container(head: Block, chosen: Chosen) -> bool:
    """Whether the container named at `head` is one: has a numbering of its own, or text without numbers."""
    if chosen.own:
        return True
    if head.previous is not None and head.previous.text.endswith(":"):
        return False  # "Article 56 reads as follows:" and the article: a quotation
    return not chosen.outer or _has_text_before(head, chosen.outer[0].block)


def _has_text_before(head: Block, end: Block) -> bool:
    block = head.next
    while block is not None and block is not end:
        if block.is_sentence():
            return True
        block = block.next
    return False


def _stretches(running: Sequence[Block]) -> Iterator[_Stretch]:
    stretch = _Stretch(None, None)
    for block in running:
        mark = block.container_mark() or _restarting_mark(block)
        if mark is not None:
            yield stretch
            stretch = _Stretch(block, mark)
        elif block.mark(Kind.PARAGRAPH) and not block.depth:
            stretch.numbered.append(block)
    yield stretch


def _restarting_mark(block: Block) -> Mark | None:
    mark = next((mark for mark in block.marks if mark.recogniser.restart_name is not None), None)
    return mark if mark and block.is_heading_like() else None


def _between(last: Order, passed: Sequence[Candidate], first: Candidate) -> list[Candidate]:
    """The candidates of `passed` with which the numbering runs on from `last` to `first`; none where it does not.

    A paragraph cut by a page can look like a heading; that the number is missing shows in the next stretch only.
    """
    if follows(last, first.order):
        return []
    chain: list[Candidate] = []
    for candidate in passed:
        if follows(chain[-1].order if chain else last, candidate.order):
            chain.append(candidate)
    return chain if chain and follows(chain[-1].order, first.order) else []


def _candidate(block: Block) -> Candidate:
    mark = block.mark(Kind.PARAGRAPH)
    if mark is None:
        return Candidate(block, (), 0.0)
    order, certain = mark.order, block.begins or block.top
    if not (block.bold or block.depth or block.reads_like_heading(block.after(mark))):
        return Candidate(block, order, SURE if certain else POSSIBLE if _follows_complete(block) else IN_SENTENCE)
    if block.next is not None and block.next.is_sentence():
        return Candidate(block, order, HEADING_WITH_TEXT)
    return Candidate(block, order, HEADING_LIKE if certain else UNLIKELY)


def _follows_complete(block: Block) -> bool:
    """Whether what stands before `block` has ended as a sentence or a heading does."""
    before = block.previous
    return before is None or before.is_heading_like() or ends_sentence(before.text)


def _listed(numbered: Sequence[Block]) -> set[Block]:
    """The numbers of lists inside paragraphs: they run on from 1, after a colon or where 1 cannot be a paragraph's."""
    orders = [mark.order if (mark := block.mark(Kind.PARAGRAPH)) else () for block in numbered]
    where = defaultdict[Order, list[int]](list)
    for index, order in enumerate(orders):
        where[order].append(index)
    found: set[Block] = set()
    lead, entry = 0, 0
    for index, (block, order) in enumerate(zip(numbered, orders, strict=True)):
        text = block.previous.text if block.previous is not None else ""
        if entry and order == (entry + 1,):
            of_list = order != (lead + 1,) or _comes_again(where, index, lead) or text.endswith((";", ",", "and", "or"))
        else:
            of_list = order == (1,) and ((lead > 0 and text.endswith(":")) or _interrupts(block, lead))
        if of_list:
            found.add(block)
            entry = order[0]
        else:
            lead, entry = order[0], 0
    return found


def _interrupts(block: Block, lead: int) -> bool:
    """Whether the 1 at `block` stands in the middle of paragraph `lead` and begins a sentence."""
    before = block.previous
    if lead < 2 or before is None or before.is_heading_like() or block.is_heading_like():
        return False
    return ends_sentence(before.text)


def _comes_again(where: Mapping[Order, Sequence[int]], index: int, lead: int) -> bool:
    """Whether the number after `lead` comes again after `index`, before the one after it: then it is not this one."""
    again, beyond = _next(where.get((lead + 1,), ()), index), _next(where.get((lead + 2,), ()), index)
    return again is not None and (beyond is None or again < beyond)


def _next(places: Sequence[int], index: int) -> int | None:
    position = bisect_right(places, index)
    return places[position] if position < len(places) else None
