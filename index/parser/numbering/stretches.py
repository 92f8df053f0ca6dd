"""Stretches of a text between headings that may open a numbering, and the numbers in them that may be paragraphs'."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.language.english.language import ENGLISH
from index.parser.blocks import FIRST_LINE_INDENT, Block
from index.parser.layout.heading_type import is_smaller
from index.parser.numbering.numbering import (
    HEADING_LIKE,
    HEADING_WITH_TEXT,
    IN_SENTENCE,
    POSSIBLE,
    SURE,
    UNLIKELY,
    Candidate,
)
from index.parser.numbering.preamble import is_opening, leads_in_decision
from index.parser.numbering.protocols import protocols_below
from index.parser.numbering.session_texts import FARTHEST_LEAD, texts_of_a_session
from index.parser.orders import Order
from index.parser.recognisers import ARTICLE, BRACKETED, COMMENTARY, RECOGNISERS, RULE, TEXT, Kind, Mark
from index.text.typography import ends_sentence

_TEXTS = (*(f"{ENGLISH.parts.draft} {name.lower()}" for name in ENGLISH.parts.texts), *ENGLISH.parts.texts)
# So many numbers of a list are printed in full at least before one is not.
_FEWEST_IN_FULL = 3
_SHORTEST_LEAD_IN = 40  # characters: `The Committee recommends that the State party:`; a heading may be `Note:`
_FEWEST_BRACKETED = 5  # paragraphs of a text; fewer may be a list
# How an entry ends that is not the last of its list.
_WITHIN_A_LIST = (";", ",", "and", "or")


@dataclass(slots=True)
class Stretch:
    """The numbered blocks between two headings that may open a numbering; and the first of these headings.

    `heads_rules` tells that it is that of an article in which nothing stands before its first rule.
    """

    head: Block | None
    mark: Mark | None
    bracketed: bool = False
    numbered: list[tuple[Block, Mark]] = field(default_factory=list)
    heads_rules: bool = False

    def take(self, block: Block) -> None:
        """Keep `block` if it begins with a number; in a commentary, and where numbers are `bracketed`, `(1)` is one."""
        number = block.mark(Kind.PARAGRAPH)
        if number is None and (self.bracketed or (self.mark is not None and self.mark.recogniser.name == COMMENTARY)):
            number = _bracketed_mark(block)
        if number is not None and not block.depth:
            self.numbered.append((block, number))


def stretches(running: Sequence[Block]) -> Iterator[Stretch]:
    """The stretches of a text, in order; the first stands below no heading."""
    bracketed, named = _are_bracketed(running), {**texts_of_a_session(running), **protocols_below(running)}
    stretch = Stretch(None, None, bracketed)
    for block in running:
        mark = block.container_mark() or _restarting_mark(block) or named.get(block) or _text_mark(block)
        if mark is not None:
            stretch.heads_rules = _heads_rules(stretch, block, mark)
            yield stretch
            stretch = Stretch(block, mark, bracketed)
        else:
            stretch.take(block)
    yield stretch


def _heads_rules(stretch: Stretch, end: Block, mark: Mark) -> bool:
    if stretch.mark is None or (stretch.mark.recogniser.name, mark.recogniser.name) != (ARTICLE, RULE):
        return False
    return stretch.head is not None and not stretch.numbered and not has_text_between(stretch.head, end)


def has_text_between(head: Block, end: Block) -> bool:
    """Whether running text without a mark stands between two blocks."""
    block = head.next
    while block is not None and block is not end:
        if block.is_sentence():
            return True
        block = block.next
    return False


def _bracketed_mark(block: Block) -> Mark | None:
    return next((mark for mark in block.marks if mark.recogniser.name == BRACKETED), None)


def _are_bracketed(running: Sequence[Block]) -> bool:
    """Whether `(1)`, `(2)`, `(3)` are the numbers of a text's paragraphs: it has no others, and these on most of them.

    The recommendation that follows an observation has none of its own.
    """
    if has_paragraphs(running):
        return False
    marks = [mark for block in running if block.begins and (mark := _bracketed_mark(block)) is not None]
    others = sum(block.is_sentence() for block in running)
    run = [mark.order[0] for mark in marks[:_FEWEST_BRACKETED]]
    return run == list(range(1, _FEWEST_BRACKETED + 1)) and len(marks) * 2 >= others


def _restarting_mark(block: Block) -> Mark | None:
    mark = next((mark for mark in block.marks if mark.recogniser.restart_name is not None), None)
    return mark if mark and block.is_heading_like() else None


def _text_mark(block: Block) -> Mark | None:
    """The mark of a resolution that only its lead-in names: `… the adoption of the following draft resolution:`.

    `block` is where the organ begins to speak (`The General Assembly,`), below the resolution's title.
    """
    if not (is_opening(block) or leads_in_decision(block)):
        return None
    lead = block.previous
    for _ in range(FARTHEST_LEAD):
        if lead is None or lead.container_mark() is not None:
            return None
        if lead.text.endswith(":"):
            break
        lead = lead.previous
    sentence = lead.text.lower() if lead is not None else ""
    name = next((name for name in _TEXTS if name.lower() in sentence), None)
    if name is None or not sentence.endswith(":"):
        return None
    recogniser = next(each for each in RECOGNISERS if each.name == TEXT)
    return Mark(recogniser, name, (), 0)


def has_paragraphs(running: Sequence[Block]) -> bool:
    """Whether any of the `running` blocks begins with a number and reads like a paragraph."""
    marks = ((block, block.mark(Kind.PARAGRAPH)) for block in running)
    return any(mark is not None and _candidate(block, mark).weight >= POSSIBLE for block, mark in marks)


def candidates_of(stretch: Stretch, listed: set[Block]) -> list[Candidate]:
    """The numbers of a stretch that may be paragraphs', those of its lists (`listed`) aside."""
    return _in_full([_candidate(block, mark) for block, mark in stretch.numbered if block not in listed])


def listed_in(stretch: Stretch) -> set[Block]:
    """The numbered entries of lists inside paragraphs of a stretch."""
    return _listed(stretch.numbered)


def _in_full(candidates: Sequence[Candidate]) -> list[Candidate]:
    """`candidates`, with the numbers of which only the last step is printed in full: `12.` after 86.11 is 86.12.

    So some reports print recommendations below paragraph 86 on later pages.
    """
    full: list[Candidate] = []
    leads: set[Order] = set()
    for candidate in candidates:
        before = full[-1].order if full else ()
        follows_in_list = len(before) == 2 and candidate.order == (before[1] + 1,) != (before[0] + 1,)
        if follows_in_list and before[1] >= _FEWEST_IN_FULL and before[:1] in leads:
            candidate = replace(candidate, order=(before[0], before[1] + 1))
        elif len(candidate.order) == 1:
            leads.add(candidate.order)
        full.append(candidate)
    return full


def _candidate(block: Block, mark: Mark) -> Candidate:
    return Candidate(block, mark.order, _weight(block, block.after(mark)), mark)


def _weight(block: Block, text: str) -> float:
    """How much speaks for a paragraph that begins with `text` after its number."""
    certain = block.begins or block.top
    titled = block.bold and not ends_sentence(text)
    if _leads_in(text) or not (titled or block.depth or block.reads_like_heading(text)):
        return SURE if certain else POSSIBLE if _follows_complete(block) else IN_SENTENCE
    if _stands_above_text(block, titled=titled):
        return HEADING_WITH_TEXT
    return HEADING_LIKE if certain else UNLIKELY


def _stands_above_text(block: Block, *, titled: bool) -> bool:
    """Whether a sentence follows `block`, after a subtitle where it is `titled`, a heading in bold."""
    below = block.next
    while titled and below is not None and below.is_heading_like() and below.mark(Kind.PARAGRAPH) is None:
        below = below.next
    return below is not None and below.is_sentence()


def _leads_in(text: str) -> bool:
    """Whether `text`, in bold or not, is the beginning of a list."""
    return text.endswith(":") and len(text) >= _SHORTEST_LEAD_IN


def _follows_complete(block: Block) -> bool:
    """Whether what stands before `block` has ended as a sentence or a heading does."""
    before = block.previous
    return before is None or before.is_heading_like() or ends_sentence(before.text)


def _listed(numbered: Sequence[tuple[Block, Mark]]) -> set[Block]:
    """The numbers of lists inside paragraphs: they run on from 1, after a colon or where 1 cannot be a paragraph's.

    Set in farther than the paragraph's own number, or in smaller type as quotations are, they are a list whatever
    stands before them.
    """
    where = defaultdict[Order, list[int]](list)
    for index, (_, mark) in enumerate(numbered):
        where[mark.order].append(index)
    found: set[Block] = set()
    lead, entry = 0, 0
    before: Block | None = None
    for index, (block, mark) in enumerate(numbered):
        order = mark.order
        if lead and order in ((1,), (entry + 1,)) and before is not None and _is_set_in(block, before):
            of_list = True
        elif entry and order == (entry + 1,):
            of_list = order != (lead + 1,) or _comes_again(where, index, lead) or _is_before(block, _WITHIN_A_LIST)
        else:
            of_list = order == (1,) and ((lead > 0 and _is_before(block, (":",))) or _interrupts(block, lead))
        if of_list:
            found.add(block)
            entry = order[0]
        else:
            lead, entry, before = order[0], 0, block
    return found


def _is_set_in(block: Block, before: Block) -> bool:
    """Whether `block` is set in from the paragraph `before` it, or in smaller type that no heading has.

    It is not where the setting is not known.
    """
    if not block.is_laid_out:
        return False
    return block.indent >= before.indent + FIRST_LINE_INDENT or (is_smaller(block, before) and not block.bold)


def _is_before(block: Block, endings: tuple[str, ...]) -> bool:
    """Whether the text before `block` ends with one of `endings`."""
    return block.previous is not None and block.previous.text.endswith(endings)


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
