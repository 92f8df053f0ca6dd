"""Footnotes: their texts lifted out of the paragraphs they interrupt, their marks taken from the words they follow."""

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.document import Note
from index.parser.markup import SUPERSCRIPT_DIGITS, collapse, digits_of
from index.parser.pieces import Piece

_GROUP = re.compile(rf"[{SUPERSCRIPT_DIGITS}]+(?:,[{SUPERSCRIPT_DIGITS}]+)*")
_NUMBERED = re.compile(rf"([{SUPERSCRIPT_DIGITS}]+):?\s*(.*)", re.DOTALL)
_STARRED = re.compile(r"(\*+)\s+(.*)", re.DOTALL)
# A superscript after a unit or a single letter is an exponent (m³, x²) before it is a footnote's mark.
_EXPONENT_BASE = re.compile(r"(?:^|[^A-Za-z])(?:[A-Za-z]|km|cm|mm|dm|nm|µm)$")
_FARTHEST_BACK = 50


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Pieces without footnote marks, and the notes: by the piece that carries the mark, of the masthead, of nowhere.

    `starred` are notes marked `*`; `adrift` holds those whose mark is nowhere, by the places of their own pieces.
    """

    pieces: tuple[Piece, ...]
    by_piece: Mapping[int, tuple[Note, ...]]
    starred: tuple[Note, ...]
    adrift: Mapping[int, Note]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A superscript number among the words: in which piece, from where to where."""

    piece: int
    start: int
    end: int
    number: str
    exponent: bool


def lift(pieces: Sequence[Piece]) -> Footnotes:
    """The footnotes among `pieces`, and `pieces` without their marks; the notes' own pieces stay in their places.

    A superscript that no footnote explains is left where it is.
    """
    notes = {place: _note(piece.text) for place, piece in enumerate(pieces) if piece.note}
    numbered = {place: note for place, note in notes.items() if note.mark.isdigit()}
    starred = tuple(note for note in notes.values() if not note.mark.isdigit())
    if not numbered:
        return Footnotes(tuple(pieces), {}, starred, {})
    marks = [mark for place, piece in enumerate(pieces) if not piece.note for mark in _marks(place, piece.text)]
    matched = _match(numbered, marks)
    by_piece: dict[int, list[Note]] = defaultdict(list)
    cuts: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for mark in (mark for mark in marks if mark in matched):
        cuts[mark.piece].add((mark.start, mark.end))
        if numbered[matched[mark]] not in by_piece[mark.piece]:
            by_piece[mark.piece].append(numbered[matched[mark]])
    found = set(matched.values())
    return Footnotes(
        pieces=tuple(_without(piece, cuts[place]) if place in cuts else piece for place, piece in enumerate(pieces)),
        by_piece={place: tuple(each) for place, each in by_piece.items()},
        starred=starred,
        adrift={place: note for place, note in numbered.items() if place not in found},
    )


def _note(text: str) -> Note:
    if match := _NUMBERED.match(text):
        return Note(digits_of(match[1]), match[2].strip())
    match = _STARRED.match(text)
    return Note(match[1], match[2].strip()) if match else Note("*", text)


def _marks(place: int, text: str) -> list[_Mark]:
    if text.isascii():
        return []
    found = []
    for group in _GROUP.finditer(text):
        exponent = _EXPONENT_BASE.search(text[max(0, group.start() - 4) : group.start()]) is not None
        start = group.start()
        for number in group[0].split(","):
            found.append(_Mark(place, start, start + len(number), digits_of(number), exponent))
            start += len(number) + 1
    return found


def _match(notes: Mapping[int, Note], marks: Sequence[_Mark]) -> dict[_Mark, int]:
    """The note of each mark that has one, as the place of the note's piece.

    A note belongs to the nearest mark of its number before it, since it stands at the foot of the same page; failing
    that, to the first one after it. A mark left over that repeats a note's number refers to that note again.
    """
    matched: dict[_Mark, int] = {}
    waiting: dict[str, list[_Mark]] = defaultdict(list)
    left: dict[str, deque[int]] = defaultdict(deque)
    coming = deque(marks)
    for place, note in notes.items():
        while coming and coming[0].piece < place:
            mark = coming.popleft()
            waiting[mark.number].append(mark)
        nearest = _nearest(waiting[note.mark])
        if nearest is None:
            left[note.mark].append(place)
        else:
            matched[nearest] = place
    known = {note.mark: place for place, note in notes.items()}
    for mark in marks:
        if mark not in matched and not mark.exponent and mark.number in known:
            matched[mark] = left[mark.number].popleft() if left[mark.number] else known[mark.number]
    return matched


def _nearest(marks: list[_Mark]) -> _Mark | None:
    """The last of `marks`, taken out of them; an exponent only where there is nothing else."""
    for back in range(1, min(len(marks), _FARTHEST_BACK) + 1):
        if not marks[-back].exponent:
            return marks.pop(-back)
    return marks.pop() if marks else None


def _without(piece: Piece, cuts: set[tuple[int, int]]) -> Piece:
    def kept(group: re.Match[str]) -> str:
        start, left = group.start(), []
        for number in group[0].split(","):
            if (start, start + len(number)) not in cuts:
                left.append(number)
            start += len(number) + 1
        return ",".join(left)

    return replace(piece, text=collapse(_GROUP.sub(kept, piece.text)))
