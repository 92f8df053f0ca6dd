"""Footnotes: their texts lifted out of the paragraphs they interrupt, their marks taken from the words they follow."""

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.document import Note
from index.parser.blocks import Block
from index.readers.base import Line, Role
from index.text.typography import SUPERSCRIPT_DIGITS, collapse, lowered, raised

# Raised marks stand in a block's text as superscripts; those that are no digits as private characters, from here on.
_PRIVATE, _PRIVATE_COUNT = 0x10F000, 0x300
_PRIVATES = f"{chr(_PRIVATE)}-{chr(_PRIVATE + _PRIVATE_COUNT)}"
_MARK = rf"(?:[{SUPERSCRIPT_DIGITS}]+|[{_PRIVATES}]+)"
_GROUP = re.compile(rf"{_MARK}(?:,{_MARK})*")
# With the space that a page leaves between a mark and the full stop after it.
_SPACED_GROUP = re.compile(rf"(?P<marks>{_MARK}(?:,{_MARK})*)(?P<space> (?=[.,;:](?: |$)))?")
_PRIVATE_MARK = re.compile(f"[{_PRIVATES}]")
# A superscript after a unit or a single letter is an exponent (m³, x²) before it is a footnote's mark.
_EXPONENT_BASE = re.compile(r"(?:^|[^A-Za-z])(?:[A-Za-z]|km|cm|mm|dm|nm|µm)$")
_UNTOLD = "\ufffd"  # stands for a character that could not be told
_FARTHEST_BACK = 50  # marks that are looked through for one that reads on; more are not on one page


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Blocks without the marks of footnotes and with their notes; and the notes that no block has.

    `unmarked` are notes without a number that have no raised mark either, such as `*` in a plain text, which are the
    masthead's; `unanchored` holds numbered ones whose mark is nowhere, by their own blocks.
    """

    blocks: tuple[Block, ...]
    unmarked: tuple[Note, ...]
    unanchored: Mapping[Block, Note]


@dataclass(frozen=True, slots=True)
class _RaisedMark:
    """A raised mark among the words: in which block of the text, from where to where."""

    block: int
    start: int
    end: int
    mark: str
    exponent: bool


def encoded(line: Line) -> str:
    """The text of `line` with its raised marks in their places, as superscripts; `lift_footnotes` takes them out.

    Private characters that stand for marks are the program's alone: those of the text itself mean nothing to anyone.
    """
    text = line.text if line.text.isascii() else _PRIVATE_MARK.sub(_UNTOLD, line.text)
    if not line.note_marks:
        return text
    parts: list[str] = []
    end = 0
    for place, mark in enumerate(line.note_marks):
        beside = place > 0 and mark.at == line.note_marks[place - 1].at
        parts += [text[end : mark.at], "," if beside else "", _encoded_mark(mark.mark)]
        end = mark.at
    return "".join((*parts, text[end:]))


def marks_in(text: str) -> set[str]:
    """The marks that are raised in a text from `encoded` lines."""
    return {each.mark for each in _raised_marks(0, text)}


def lift_footnotes(blocks: Sequence[Block]) -> Footnotes:
    """The footnotes among `blocks`, and `blocks` without their marks; the notes' own blocks stay in their places.

    A superscript that no footnote explains is left where it is.
    """
    notes = {place: _note(block) for place, block in enumerate(blocks) if block.opens_note is not None}
    raised_marks = _raised_marks_outside_notes(blocks)
    known = {mark.mark for mark in raised_marks}
    explained = {place: note for place, note in notes.items() if note.mark.isdigit() or note.mark in known}
    matched = _match(explained, raised_marks) if explained else {}
    found = set(matched.values())
    return Footnotes(
        blocks=_without_marks(blocks, {mark: explained[matched[mark]] for mark in raised_marks if mark in matched}),
        unmarked=tuple(note for place, note in notes.items() if place not in explained),
        unanchored={blocks[place]: note for place, note in explained.items() if place not in found},
    )


def _without_marks(blocks: Sequence[Block], explained: Mapping[_RaisedMark, Note]) -> tuple[Block, ...]:
    """`blocks` with the marks in `explained`, which come in reading order, taken out and their notes attached."""
    notes_of: dict[int, dict[Note, None]] = defaultdict(dict)
    cuts: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for mark, note in explained.items():
        cuts[mark.block].add((mark.start, mark.end))
        notes_of[mark.block].setdefault(note)
    return tuple(_without(block, cuts[place], list(notes_of[place])) for place, block in enumerate(blocks))


def _encoded_mark(mark: str) -> str:
    if mark.isascii() and mark.isdigit():
        return raised(mark)
    return "".join(chr(_PRIVATE + ord(each)) if ord(each) < _PRIVATE_COUNT else each for each in mark)


def _decoded(text: str) -> str:
    """`text` with private characters as the characters they stand for."""
    return text if text.isascii() else _PRIVATE_MARK.sub(lambda match: chr(ord(match[0]) - _PRIVATE), text)


def _note(block: Block) -> Note:
    return Note(block.opens_note or "", _decoded(block.text))


def _raised_marks_outside_notes(blocks: Sequence[Block]) -> list[_RaisedMark]:
    text = [(place, block.text) for place, block in enumerate(blocks) if block.opens_note is None]
    return [mark for place, words in text for mark in _raised_marks(place, words)]


def _raised_marks(place: int, text: str) -> list[_RaisedMark]:
    if text.isascii():
        return []
    found = []
    for group in _GROUP.finditer(text):
        exponent = _EXPONENT_BASE.search(text[max(0, group.start() - 4) : group.start()]) is not None
        start = group.start()
        for mark in group[0].split(","):
            found.append(_RaisedMark(place, start, start + len(mark), _decoded(lowered(mark)), exponent))
            start += len(mark) + 1
    return found


def _match(notes: Mapping[int, Note], marks: Sequence[_RaisedMark]) -> dict[_RaisedMark, int]:
    """The note of each mark that has one, as the place of the note's block.

    A note belongs to the nearest mark of its number before it, since it stands at the foot of the same page; failing
    that, to the first one after it. A mark left over that repeats a note's number refers to that note again.
    """
    matched: dict[_RaisedMark, int] = {}
    waiting: dict[str, list[_RaisedMark]] = defaultdict(list)
    left: dict[str, deque[int]] = defaultdict(deque)
    coming = deque(marks)
    for place, note in notes.items():
        while coming and coming[0].block < place:
            mark = coming.popleft()
            waiting[mark.mark].append(mark)
        nearest = _nearest(waiting[note.mark])
        if nearest is None:
            left[note.mark].append(place)
        else:
            matched[nearest] = place
    known = {note.mark: place for place, note in notes.items()}
    for mark in marks:
        if mark not in matched and not mark.exponent and mark.mark in known:
            matched[mark] = left[mark.mark].popleft() if left[mark.mark] else known[mark.mark]
    return matched


def _nearest(marks: list[_RaisedMark]) -> _RaisedMark | None:
    """The last of `marks`, taken out of them; an exponent only where there is nothing else."""
    for back in range(1, min(len(marks), _FARTHEST_BACK) + 1):
        if not marks[-back].exponent:
            return marks.pop(-back)
    return marks.pop() if marks else None


def _without(block: Block, cuts: set[tuple[int, int]], notes: Sequence[Note]) -> Block:
    """`block` without the marks at `cuts`, with its `notes`.

    Others stay, but in a row of a table, whose notes stand below it; there they are what their lines begin with.
    """
    if block.text.isascii() or not (cuts or _PRIVATE_MARK.search(block.text)):
        return block

    def kept(group: re.Match[str]) -> str:
        start, left = group.start(), []
        for mark in group["marks"].split(","):
            if (start, start + len(mark)) not in cuts:
                left.append(mark)
            start += len(mark) + 1
        if not left or block.role is Role.TABLE:
            return ""
        opens = not group.start() and _PRIVATE_MARK.match(left[-1])
        return _decoded(",".join(left)) + (" " if opens else group["space"] or "")

    return replace(block, text=collapse(_SPACED_GROUP.sub(kept, block.text)), notes=tuple(notes))
