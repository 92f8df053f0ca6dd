"""Which blocks of a text are numbered paragraphs, and which headings open a numbering of their own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from index.language.english.language import ENGLISH
from index.locator import Label
from index.parser.blocks import Block
from index.parser.numbering.numbering import POSSIBLE, Candidate, Chosen, choose
from index.parser.numbering.outline import Heading, Outline, container_name
from index.parser.numbering.stretches import (
    Stretch,
    candidates_of,
    has_paragraphs,
    has_text_between,
    listed_in,
    stretches,
)
from index.parser.orders import Order, follows
from index.parser.recognisers import ARTICLE, RULE, TEXT, Kind, Mark

# What speaks against a numbering that starts again under a heading that is no annex, article or guideline.
_RESTART_COST = 12.0
# Parts whose numbering may run on from one to the next.
_RUNNING_ON = frozenset(("guideline", "conclusion", ARTICLE, RULE))
_DRAFT = ENGLISH.parts.draft
_RECOMMENDATIONS = ENGLISH.parts.recommendations[0].lower()


@dataclass(frozen=True, slots=True)
class ParagraphNumber:
    """A paragraph's number: the containers it stands in, outermost first, the number as it is cited, its order.

    `text` is what stands on the block after the number.

    `continues` tells that the paragraph goes on a numbering from the container beside its own; `label` what is counted
    where it is not paragraphs.
    """

    containers: tuple[str, ...]
    cited: str
    order: Order
    text: str
    label: Label = ""
    continues: bool = False


@dataclass(frozen=True, slots=True)
class NumberedBlocks:
    """The chosen blocks.

    `paragraphs` has the number of each numbered paragraph; `containers` the headings under which the numbering is their
    own, with their names; `listed` the numbers of lists inside paragraphs; `above_rules` the headings of articles that
    are no containers because their rules are.
    """

    paragraphs: Mapping[Block, ParagraphNumber]
    containers: Mapping[Block, str]
    listed: frozenset[Block]
    above_rules: frozenset[Block] = frozenset()


def select_numbered(running: Sequence[Block]) -> NumberedBlocks:
    """The numbered paragraphs and the containers among `running` blocks, chosen so that the numbering runs on."""
    selector = _Selector(running)
    for stretch in stretches(running):
        selector.read(stretch)
    return selector.selection()


class _Selector:
    """Stretch after stretch, with the numbers reached so far in each container."""

    def __init__(self, running: Sequence[Block]) -> None:
        self._outline = Outline()
        self._last: dict[tuple[str, ...], Order] = {}
        self._indents: dict[tuple[str, ...], int | None] = {}
        self._siblings: dict[tuple[tuple[str, ...], str], Order] = {}
        self._chosen: dict[Block, tuple[tuple[str, ...], Candidate]] = {}
        self._containers: dict[Block, str] = {}
        self._continuing: set[Block] = set()
        self._listed: set[Block] = set()
        self._above_rules: set[Block] = set()
        self._passed: list[Candidate] = []
        self._has_text = has_paragraphs(running)

    def selection(self) -> NumberedBlocks:
        """The numbered blocks chosen so far."""
        numbers = _numbers(self._chosen, self._continuing)
        return NumberedBlocks(numbers, self._containers, frozenset(self._listed), frozenset(self._above_rules))

    def read(self, stretch: Stretch) -> None:
        """Choose the paragraphs of one stretch."""
        listed = listed_in(stretch)
        self._listed |= listed
        candidates = candidates_of(stretch, listed)
        if stretch.head is None or stretch.mark is None:
            chosen = choose(candidates)
            self._keep_own(Chosen() if self._is_contents(chosen) else chosen)
        else:
            if stretch.heads_rules:
                self._above_rules.add(stretch.head)
            self._read_below(stretch.head, stretch.mark, candidates, named=not stretch.heads_rules)
        self._pass(candidates)

    def _read_below(self, head: Block, mark: Mark, candidates: Sequence[Candidate], *, named: bool) -> None:
        """Choose the paragraphs of a stretch below the heading `head`, which may open a numbering.

        `named` tells that locators name it if it is a container.
        """
        style = mark.recogniser
        self._outline.open(Heading(mark.printed, style.rank, style=style.name, order=mark.order))
        path = self._outline.containers
        certain = named and mark.kind is Kind.CONTAINER
        begun = bool(self._last.get(path))
        sibling = self._siblings.get((path, style.name), ()) if style.name in _RUNNING_ON else ()
        chosen, depth = self._best(path, candidates, sibling, _RESTART_COST if begun and not certain else 0.0)
        if not begun and not certain and self._is_contents(chosen):
            chosen = Chosen()
        if (certain and _is_container(head, mark, chosen)) or (begun and chosen.own):
            name = container_name(mark)
            self._containers[head] = name
            self._outline.name(name)
            self._keep_own(chosen, sibling)
            self._siblings[path, style.name] = chosen.own[-1].order if chosen.own else sibling
        elif chosen.own:
            self._keep_own(chosen)
        if chosen.outer:
            self._keep_outer(chosen.outer, path[:depth])

    def _best(
        self, path: tuple[str, ...], candidates: Sequence[Candidate], sibling: Order, restart_cost: float
    ) -> tuple[Chosen, int]:
        """The best reading of a stretch inside `path`, and how deep the container is whose numbering goes on in it."""
        best, best_depth = Chosen(), 0
        depths = [depth for depth in range(len(path), -1, -1) if self._last.get(path[:depth])]
        for depth in depths or [0]:
            around = self._last.get(path[:depth], ())
            chosen = choose(candidates, around, sibling, restart_cost, indent=self._indents.get(path[:depth]))
            if chosen.score > best.score or not best.score:
                best, best_depth = chosen, depth
        return best, best_depth

    def _keep_outer(self, outer: Sequence[Candidate], path: tuple[str, ...]) -> None:
        """Keep the paragraphs that go on the numbering of the container at `path`."""
        missed = _between(self._last.get(path, ()), self._passed, outer[0])
        self._keep(path, (*missed, *outer))
        self._outline.keep(len(path))

    def _pass(self, candidates: Sequence[Candidate]) -> None:
        """Remember the candidates that were not chosen since the last that was."""
        for candidate in candidates:
            if candidate.block in self._chosen:
                self._passed.clear()
            else:
                self._passed.append(candidate)

    def _is_contents(self, chosen: Chosen) -> bool:
        """Whether a numbering seems to begin where it only lists headings: in the text paragraphs begin later."""
        return self._has_text and all(candidate.weight < POSSIBLE for candidate in chosen.own)

    def _keep_own(self, chosen: Chosen, sibling: Order = ()) -> None:
        """Keep the paragraphs of the innermost container's own numbering; `sibling` is the last number beside it."""
        path = self._outline.containers
        self._last[path] = ()
        self._keep(path, chosen.own)
        if sibling and chosen.own and chosen.own[0].order > sibling:
            self._continuing.add(chosen.own[0].block)

    def _keep(self, path: tuple[str, ...], candidates: Sequence[Candidate]) -> None:
        for candidate in candidates:
            self._last[path], self._indents[path] = candidate.order, candidate.indent
        self._chosen.update((candidate.block, (path, candidate)) for candidate in candidates)


def _numbers(
    chosen: Mapping[Block, tuple[tuple[str, ...], Candidate]], continuing: Collection[Block]
) -> dict[Block, ParagraphNumber]:
    """The numbers of the chosen blocks, in the order of the text."""
    numbers: dict[Block, ParagraphNumber] = {}
    recommending: Order = ()  # the number of the last paragraph that leads in recommendations
    for block, (path, candidate) in sorted(chosen.items(), key=lambda each: each[0].first_line):
        order, mark = candidate.order, candidate.mark
        printed = mark.printed if mark is not None and mark.order == order else ".".join(map(str, order))
        if len(order) == 1:
            recommending = order if _RECOMMENDATIONS in block.text.lower() else ()
        is_recommendation = len(order) == 2 and order[:1] == recommending
        label: Label = "recommendation" if is_recommendation else ""
        text = block.after(mark) if mark is not None else block.text
        numbers[block] = ParagraphNumber(path, printed, order, text, label, block in continuing)
    return numbers


def _is_container(head: Block, mark: Mark, chosen: Chosen) -> bool:
    """Whether the container named at `head` is one: has a numbering of its own, or text without numbers."""
    if chosen.own:
        return True
    quoted = head.previous is not None and head.previous.text.endswith(":")
    if quoted and mark.recogniser.name != TEXT and not mark.printed.startswith(_DRAFT) and not _goes_on(head, mark):
        return False  # "Article 56 reads as follows:" and the article: a quotation
    return not chosen.outer or has_text_between(head, chosen.outer[0].block)


def _goes_on(head: Block, mark: Mark) -> bool:
    """Whether the next part of its kind below `head` has the next number, as in a treaty and not in a quotation."""
    block = head.next
    while block is not None:
        following = block.container_mark()
        if following is not None and following.recogniser is mark.recogniser and following.order:
            return bool(mark.order) and follows(mark.order, following.order)
        block = block.next
    return False


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
