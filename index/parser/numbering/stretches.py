"""Stretches of a text between headings that may open a numbering, and the numbers in them that may be paragraphs'."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.language.english import ENGLISH
from index.parser.blocks import FIRST_LINE_INDENT, Block
from index.parser.numbering.numbering import (
    HEADING_LIKE,
    HEADING_WITH_TEXT,
    IN_SENTENCE,
    POSSIBLE,
    SURE,
    UNLIKELY,
    Candidate,
)
from index.parser.numbering.preamble import begins_preambular, is_opening, leads_in_decision
from index.parser.orders import Order
from index.parser.recognisers import BRACKETED, COMMENTARY, RECOGNISERS, TEXT, Kind, Mark
from index.text.typography import ends_sentence

# Headings between the lead-in of a resolution and the organ's name: its title, in two blocks at most.
_FARTHEST_LEAD = 3
# 2025/1. Inland ports · 59/25. Human rights and climate change · 75/276 A
_SESSION_NUMBER = re.compile(r"(?P<number>[0-9]{1,4}/[0-9]{1,4}(?: [A-Z](?![^\W_]))?)(?:\.\s*(?=\S)| (?=[^\W\d_])|$)")
_TEXTS = (*(f"{ENGLISH.parts.draft} {name.lower()}" for name in ENGLISH.parts.texts), *ENGLISH.parts.texts)
# So many numbers of a list are printed in full at least before one is not.
_FEWEST_IN_FULL = 3
# How an entry ends that is not the last of its list.
_WITHIN_A_LIST = (";", ",", "and", "or")


@dataclass(slots=True)
class Stretch:
    """The numbered blocks between two headings that may open a numbering; and the first of these headings."""

    head: Block | None
    mark: Mark | None
    numbered: list[tuple[Block, Mark]] = field(default_factory=list)

    def take(self, block: Block) -> None:
        """Keep `block` if it begins with a number; in a commentary `(1)` is one."""
        number = block.mark(Kind.PARAGRAPH)
        if number is None and self.mark is not None and self.mark.recogniser.name == COMMENTARY:
            number = next((mark for mark in block.marks if mark.recogniser.name == BRACKETED), None)
        if number is not None and not block.depth:
            self.numbered.append((block, number))


def stretches(running: Sequence[Block]) -> Iterator[Stretch]:
    """The stretches of a text, in order; the first stands below no heading."""
    stretch = Stretch(None, None)
    numbered = texts_of_a_session(running)
    for block in running:
        mark = block.container_mark() or _restarting_mark(block) or numbered.get(block) or _text_mark(block)
        if mark is not None:
            yield stretch
            stretch = Stretch(block, mark)
        else:
            stretch.take(block)
    yield stretch


def texts_of_a_session(running: Sequence[Block]) -> Mapping[Block, Mark]:
    """The marks of headings by which volumes number their resolutions and decisions, `2025/1. Inland ports`.

    Each is what the last heading above says that speaks of resolutions or of decisions alone; without one, a text in
    which an organ speaks is a resolution if it has a preamble. One number alone is that of the document.
    """
    found: dict[Block, Mark] = {}
    recogniser = next(each for each in RECOGNISERS if each.name == TEXT)
    kind = ""
    for block in running:
        match = _session_number(block)
        if match is None:
            kind = _kind_told(block, kind)
        elif name := kind or _kind_shown(block):
            found[block] = Mark(recogniser, f"{name} {match['number']}", (), match.end())
    return found if len({mark.printed for mark in found.values()}) > 1 else {}


def _session_number(block: Block) -> re.Match[str] | None:
    """The number of a session's text at the beginning of `block`, a heading or, if nothing follows, above a text."""
    match = _SESSION_NUMBER.match(block.text) if block.begins and not block.marks else None
    if match is None or block.is_heading_like():
        return match
    return match if match.end() == len(block.text) and _opening_below(block) is not None else None


def _kind_told(block: Block, kind: str) -> str:
    """What texts below `block` are called, `kind` if it does not tell; nothing where it speaks of both."""
    if not (block.begins and block.is_heading_like()):
        return kind
    kinds = [name for name in ENGLISH.parts.texts if f"{name}s".lower() in block.text.lower()]
    return kind if not kinds else kinds[0] if len(kinds) == 1 else ""


def _kind_shown(heading: Block) -> str:
    """What the text below `heading` is called by its form; nothing where no organ speaks in it."""
    opening = _opening_below(heading)
    if opening is None:
        return ""
    resolution, decision = ENGLISH.parts.texts
    return resolution if opening.next is not None and begins_preambular(opening.next.text) else decision


def _opening_below(heading: Block) -> Block | None:
    """The block in which an organ begins to speak right below `heading` and its title."""
    below = heading.next
    for _ in range(_FARTHEST_LEAD):
        if below is None or is_opening(below):
            return below
        if not below.is_heading_like():
            return None
        below = below.next
    return None


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
    for _ in range(_FARTHEST_LEAD):
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
    if not (titled or block.depth or block.reads_like_heading(text)):
        return SURE if certain else POSSIBLE if _follows_complete(block) else IN_SENTENCE
    below = block.next
    while titled and below is not None and below.is_heading_like() and below.mark(Kind.PARAGRAPH) is None:
        below = below.next  # a subtitle between a heading in bold and its text
    if below is not None and below.is_sentence():
        return HEADING_WITH_TEXT
    return HEADING_LIKE if certain else UNLIKELY


def _follows_complete(block: Block) -> bool:
    """Whether what stands before `block` has ended as a sentence or a heading does."""
    before = block.previous
    return before is None or before.is_heading_like() or ends_sentence(before.text)


def _listed(numbered: Sequence[tuple[Block, Mark]]) -> set[Block]:
    """The numbers of lists inside paragraphs: they run on from 1, after a colon or where 1 cannot be a paragraph's.

    Set in farther than the paragraph's own number they are a list whatever stands before them.
    """
    where = defaultdict[Order, list[int]](list)
    for index, (_, mark) in enumerate(numbered):
        where[mark.order].append(index)
    found: set[Block] = set()
    lead, entry = 0, 0
    margin: int | None = None
    for index, (block, mark) in enumerate(numbered):
        order = mark.order
        if lead and order in ((1,), (entry + 1,)) and _is_set_in(block, margin):
            of_list = True
        elif entry and order == (entry + 1,):
            of_list = order != (lead + 1,) or _comes_again(where, index, lead) or _is_before(block, _WITHIN_A_LIST)
        else:
            of_list = order == (1,) and ((lead > 0 and _is_before(block, (":",))) or _interrupts(block, lead))
        if of_list:
            found.add(block)
            entry = order[0]
        else:
            lead, entry, margin = order[0], 0, block.indent
    return found


def _is_set_in(block: Block, margin: int | None) -> bool:
    """Whether `block` is set in from the `margin` of the paragraph before it, as far as the setting is known."""
    return margin is not None and block.is_laid_out and block.indent >= margin + FIRST_LINE_INDENT


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
