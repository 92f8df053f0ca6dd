"""Footnotes: their texts lifted out of the paragraphs they interrupt, their marks taken from the words they follow."""

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.document import Note
from index.parser.blocks import Block
from index.typography import SUPERSCRIPT_DIGITS, collapse, lowered

_GROUP = re.compile(rf"[{SUPERSCRIPT_DIGITS}]+(?:,[{SUPERSCRIPT_DIGITS}]+)*")
# A superscript after a unit or a single letter is an exponent (m³, x²) before it is a footnote's mark.
_EXPONENT_BASE = re.compile(r"(?:^|[^A-Za-z])(?:[A-Za-z]|km|cm|mm|dm|nm|µm)$")
_FARTHEST_BACK = 50


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Blocks without the marks of footnotes and with their notes; and the notes that no block has.

    `starred` are notes marked `*`, which are the masthead's; `unanchored` holds those whose mark is nowhere, by their
    own blocks.
    """

    blocks: tuple[Block, ...]
    starred: tuple[Note, ...]
    unanchored: Mapping[Block, Note]


@dataclass(frozen=True, slots=True)
class _RaisedNumber:
    """A superscript number among the words: in which block of the text, from where to where."""

    block: int
    start: int
    end: int
    number: str
    exponent: bool


def lift_footnotes(blocks: Sequence[Block]) -> Footnotes:
    """The footnotes among `blocks`, and `blocks` without their marks; the notes' own blocks stay in their places.

    A superscript that no footnote explains is left where it is.
    """
    notes = {place: _note(block) for place, block in enumerate(blocks) if block.opens_note}
    numbered = {place: note for place, note in notes.items() if note.mark.isdigit()}
    starred = tuple(note for note in notes.values() if not note.mark.isdigit())
    if not numbered:
        return Footnotes(tuple(blocks), starred, {})
    raised = [each for place, block in enumerate(blocks) if not block.opens_note for each in _raised(place, block.text)]
    matched = _match(numbered, raised)
    notes_of: dict[int, list[Note]] = defaultdict(list)
    cuts: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for each in (each for each in raised if each in matched):
        cuts[each.block].add((each.start, each.end))
        if numbered[matched[each]] not in notes_of[each.block]:
            notes_of[each.block].append(numbered[matched[each]])
    found = set(matched.values())
    return Footnotes(
        blocks=tuple(
            _without(block, cuts[place], notes_of[place]) if place in cuts else block
            for place, block in enumerate(blocks)
        ),
        starred=starred,
        unanchored={blocks[place]: note for place, note in numbered.items() if place not in found},
    )


def _note(block: Block) -> Note:
    return Note(block.opens_note or "*", block.text)


def _raised(place: int, text: str) -> list[_RaisedNumber]:
    if text.isascii():
        return []
    found = []
    for group in _GROUP.finditer(text):
        exponent = _EXPONENT_BASE.search(text[max(0, group.start() - 4) : group.start()]) is not None
        start = group.start()
        for number in group[0].split(","):
            found.append(_RaisedNumber(place, start, start + len(number), lowered(number), exponent))
            start += len(number) + 1
    return found


def _match(notes: Mapping[int, Note], raised: Sequence[_RaisedNumber]) -> dict[_RaisedNumber, int]:
    """The note of each mark that has one, as the place of the note's block.

    A note belongs to the nearest mark of its number before it, since it stands at the foot of the same page; failing
    that, to the first one after it. A mark left over that repeats a note's number refers to that note again.
    """
    matched: dict[_RaisedNumber, int] = {}
    waiting: dict[str, list[_RaisedNumber]] = defaultdict(list)
    left: dict[str, deque[int]] = defaultdict(deque)
    coming = deque(raised)
    for place, note in notes.items():
        while coming and coming[0].block < place:
            mark = coming.popleft()
            waiting[mark.number].append(mark)
        nearest = _nearest(waiting[note.mark])
        if nearest is None:
            left[note.mark].append(place)
        else:
            matched[nearest] = place
    known = {note.mark: place for place, note in notes.items()}
    for mark in raised:
        if mark not in matched and not mark.exponent and mark.number in known:
            matched[mark] = left[mark.number].popleft() if left[mark.number] else known[mark.number]
    return matched


def _nearest(marks: list[_RaisedNumber]) -> _RaisedNumber | None:
    """The last of `marks`, taken out of them; an exponent only where there is nothing else."""
    for back in range(1, min(len(marks), _FARTHEST_BACK) + 1):
        if not marks[-back].exponent:
            return marks.pop(-back)
    return marks.pop() if marks else None


def _without(block: Block, cuts: set[tuple[int, int]], notes: Sequence[Note]) -> Block:
    def kept(group: re.Match[str]) -> str:
        start, left = group.start(), []
        for number in group[0].split(","):
            if (start, start + len(number)) not in cuts:
                left.append(number)
            start += len(number) + 1
        return ",".join(left)

    return replace(block, text=collapse(_GROUP.sub(kept, block.text)), notes=tuple(notes))
