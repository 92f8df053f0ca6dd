"""Which pieces of a text are numbered paragraphs, and which headings open a numbering of their own."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from index.parser.lines import ends_sentence
from index.parser.manuscript import Manuscript
from index.parser.numbering import (
    HEADING_LIKE,
    HEADING_WITH_TEXT,
    IN_SENTENCE,
    POSSIBLE,
    SURE,
    UNLIKELY,
    Candidate,
    Reading,
    choose,
    follows,
)
from index.parser.outline import Heading, Outline, container_name
from index.parser.recognisers import Kind, Mark, Order

# What speaks against a numbering that starts again under a heading that is no annex, article or guideline.
_RESTART_COST = 12.0


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen pieces by their places.

    `paragraphs` has for each numbered paragraph the names of the containers it stands in, outermost first; `containers`
    the headings under which the numbering is their own, with their names; `continuing` the paragraphs that go on a
    numbering from the container beside theirs; `listed` the numbers of lists inside paragraphs.
    """

    paragraphs: Mapping[int, tuple[str, ...]]
    containers: Mapping[int, str]
    continuing: frozenset[int]
    listed: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The numbered pieces between two headings that may open a numbering; and the first of these headings."""

    head: int | None
    mark: Mark | None
    numbered: list[int] = field(default_factory=list)


def select(manuscript: Manuscript) -> Selection:
    """The numbered paragraphs and the containers of `manuscript`, chosen so that the numbering runs on."""
    selector = _Selector(manuscript)
    for stretch in _stretches(manuscript):
        selector.read(stretch)
    return selector.selection()


class _Selector:
    """Stretch after stretch, with the numbers reached so far in each container."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._outline = Outline()
        self._last: dict[tuple[str, ...], Order] = {}
        self._siblings: dict[tuple[tuple[str, ...], str], Order] = {}
        self._paragraphs: dict[int, tuple[str, ...]] = {}
        self._containers: dict[int, str] = {}
        self._continuing: set[int] = set()
        self._listed: set[int] = set()
        self._passed: list[Candidate] = []
        self._has_text = any(_candidate(manuscript, place).weight >= POSSIBLE for place in manuscript.words)

    def selection(self) -> Selection:
        """What has been chosen."""
        return Selection(self._paragraphs, self._containers, frozenset(self._continuing), frozenset(self._listed))

    def read(self, stretch: _Stretch) -> None:
        """Choose the paragraphs of one stretch."""
        listed = _listed(self._manuscript, stretch.numbered)
        self._listed |= listed
        candidates = [_candidate(self._manuscript, place) for place in stretch.numbered if place not in listed]
        if stretch.head is None or stretch.mark is None:
            reading = choose(candidates)
            self._keep_own(Reading() if self._is_contents(reading) else reading)
            self._pass(candidates)
            return
        style = stretch.mark.recogniser
        self._outline.open(Heading(stretch.mark.printed, style.rank, style=style.name, order=stretch.mark.order))
        path = self._outline.containers
        depth = next((depth for depth in range(len(path), -1, -1) if self._last.get(path[:depth])), 0)
        around = self._last.get(path[:depth], ())
        certain = stretch.mark.kind is Kind.CONTAINER
        begun = bool(self._last.get(path))
        sibling = self._siblings.get((path, style.name), ()) if certain else ()
        reading = choose(candidates, around, sibling, _RESTART_COST if begun and not certain else 0.0)
        if not begun and not certain and self._is_contents(reading):
            reading = Reading()
        if (certain and self._is_container(stretch.head, reading)) or (begun and reading.own):
            name = container_name(stretch.mark)
            self._containers[stretch.head] = name
            self._outline.name(name)
            self._keep_own(reading, sibling)
            self._siblings[path, style.name] = reading.own[-1].order if reading.own else sibling
        elif reading.own:
            self._keep_own(reading)
        if reading.outer:
            missed = _between(around, self._passed, reading.outer[0])
            self._paragraphs.update((candidate.piece, path[:depth]) for candidate in (*missed, *reading.outer))
            self._last[path[:depth]] = reading.outer[-1].order
            self._outline.keep(depth)
        self._pass(candidates)

    def _pass(self, candidates: Sequence[Candidate]) -> None:
        """Remember the candidates that were not chosen since the last that was."""
        for candidate in candidates:
            if candidate.piece in self._paragraphs:
                self._passed.clear()
            else:
                self._passed.append(candidate)

    def _is_contents(self, reading: Reading) -> bool:
        """Whether a numbering seems to begin where it only lists headings: in the text paragraphs begin later."""
        return self._has_text and all(candidate.weight < POSSIBLE for candidate in reading.own)

    def _keep_own(self, reading: Reading, sibling: Order = ()) -> None:
        """Keep the paragraphs of the innermost container's own numbering; `sibling` is the last number beside it."""
        path = self._outline.containers
        self._last[path] = reading.own[-1].order if reading.own else ()
        self._paragraphs.update((candidate.piece, path) for candidate in reading.own)
        if sibling and reading.own and reading.own[0].order > sibling:
            self._continuing.add(reading.own[0].piece)

    def _is_container(self, head: int, reading: Reading) -> bool:
        """Whether the container named at `head` is one: has a numbering of its own, or text without numbers."""
        if reading.own:
            return True
        before = self._manuscript.preceding(head)
        if before is not None and self._manuscript.pieces[before].text.endswith(":"):
            return False  # "Article 56 reads as follows:" and the article: a quotation
        return not reading.outer or self._has_text_before(head, reading.outer[0].piece)

    def _has_text_before(self, head: int, end: int) -> bool:
        place = self._manuscript.following(head)
        while place is not None and place < end:
            if self._manuscript.is_sentence(place):
                return True
            place = self._manuscript.following(place)
        return False


def _stretches(manuscript: Manuscript) -> Iterator[_Stretch]:
    stretch = _Stretch(None, None)
    for place in manuscript.words:
        mark = manuscript.container_mark(place) or _restarting_mark(manuscript, place)
        if mark is not None:
            yield stretch
            stretch = _Stretch(place, mark)
        elif manuscript.pieces[place].mark(Kind.PARAGRAPH) and not manuscript.pieces[place].depth:
            stretch.numbered.append(place)
    yield stretch


def _restarting_mark(manuscript: Manuscript, place: int) -> Mark | None:
    marks = manuscript.pieces[place].marks
    mark = next((mark for mark in marks if mark.recogniser.restart_name is not None), None)
    return mark if mark and manuscript.is_heading_like(place) else None


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


def _candidate(manuscript: Manuscript, place: int) -> Candidate:
    piece = manuscript.pieces[place]
    mark = piece.mark(Kind.PARAGRAPH)
    if mark is None:
        return Candidate(place, (), 0.0)
    order, certain = mark.order, piece.fresh or piece.top
    if not (piece.bold or piece.depth or manuscript.reads_like_heading(place, piece.after(mark))):
        return Candidate(
            place, order, SURE if certain else POSSIBLE if _is_complete(manuscript, place) else IN_SENTENCE
        )
    following = manuscript.following(place)
    if following is not None and manuscript.is_sentence(following):
        return Candidate(place, order, HEADING_WITH_TEXT)
    return Candidate(place, order, HEADING_LIKE if certain else UNLIKELY)


def _is_complete(manuscript: Manuscript, place: int) -> bool:
    """Whether what stands before the piece at `place` has ended as a sentence or a heading does."""
    before = manuscript.preceding(place)
    return before is None or manuscript.is_heading_like(before) or ends_sentence(manuscript.pieces[before].text)


def _listed(manuscript: Manuscript, numbered: Sequence[int]) -> set[int]:
    """The numbers of lists inside paragraphs: they run on from 1, after a colon or where 1 cannot be a paragraph's."""
    orders = [mark.order if (mark := manuscript.pieces[place].mark(Kind.PARAGRAPH)) else () for place in numbered]
    where = defaultdict[Order, list[int]](list)
    for index, order in enumerate(orders):
        where[order].append(index)
    found: set[int] = set()
    lead, entry = 0, 0
    for index, (place, order) in enumerate(zip(numbered, orders, strict=True)):
        before = manuscript.preceding(place)
        text = manuscript.pieces[before].text if before is not None else ""
        if entry and order == (entry + 1,):
            of_list = order != (lead + 1,) or _comes_again(where, index, lead) or text.endswith((";", ",", "and", "or"))
        else:
            of_list = order == (1,) and ((lead > 0 and text.endswith(":")) or _interrupts(manuscript, place, lead))
        if of_list:
            found.add(place)
            entry = order[0]
        else:
            lead, entry = order[0], 0
    return found


def _interrupts(manuscript: Manuscript, place: int, lead: int) -> bool:
    """Whether the 1 at `place` stands in the middle of paragraph `lead` and begins a sentence."""
    before = manuscript.preceding(place)
    if lead < 2 or before is None or manuscript.is_heading_like(before) or manuscript.is_heading_like(place):
        return False
    return ends_sentence(manuscript.pieces[before].text)


def _comes_again(where: Mapping[Order, Sequence[int]], index: int, lead: int) -> bool:
    """Whether the number after `lead` comes again after `index`, before the one after it: then it is not this one."""
    again, beyond = _next(where.get((lead + 1,), ()), index), _next(where.get((lead + 2,), ()), index)
    return again is not None and (beyond is None or again < beyond)


def _next(places: Sequence[int], index: int) -> int | None:
    position = bisect_right(places, index)
    return places[position] if position < len(places) else None
