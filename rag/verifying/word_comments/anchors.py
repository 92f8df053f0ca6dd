"""Where in the bytes of a part a comment begins and ends, and what has to be put in there.

Nothing is taken away: a run is parted by closing it and beginning another in the same setting, so that what was put in
can be taken out again and leaves the bytes that were there.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.verifying.word_comments.markup import MarkedParagraph, MarkedPart, NoteReference, Run, Segment, TextElement, W

_KEPT_SPACES = b' xml:space="preserve"'


@dataclass(frozen=True, slots=True)
class Anchored:
    """The comment number `id` on the characters `start` to `end` of a paragraph's text; on a note's mark if `note`."""

    id: int
    paragraph: MarkedParagraph
    start: int
    end: int
    note: NoteReference | None = None


@dataclass(slots=True)
class _Cut:
    """What is put in at a byte: marks of comments that end, begin and are referred to there, in a run that is parted.

    `split` is the letters within which the byte lies; None where it lies between elements.
    """

    ends: bytes = b""
    references: bytes = b""
    begins: bytes = b""
    split: Segment | None = None


def with_anchors(part: MarkedPart, comments: Iterable[Anchored]) -> bytes:
    """The bytes of `part` with the marks of `comments` put in."""
    declared = b"" if part.has_usual_prefix else f' xmlns:w="{W}"'.encode()
    cuts: dict[int, _Cut] = {}
    kept: dict[int, TextElement] = {}
    for comment in comments:
        _anchor(comment, cuts, declared)
    for cut in cuts.values():
        if cut.split is not None and cut.split.element is not None and not cut.split.element.keeps_spaces:
            kept[cut.split.element.start] = cut.split.element
    inserted = [(at, _bytes_of(cut)) for at, cut in cuts.items()]
    inserted += [(start + 1 + len(each.name), _KEPT_SPACES) for start, each in kept.items()]
    pieces, last = [], 0
    for at, put_in in sorted(inserted):
        pieces += [part.data[last:at], put_in]
        last = at
    return b"".join([*pieces, part.data[last:]])


def _anchor(comment: Anchored, cuts: dict[int, _Cut], declared: bytes) -> None:
    paragraph, start, end = comment.paragraph, comment.start, comment.end
    outer = paragraph.anchor
    if outer is not None and outer.runs:
        # Word has no comments in text boxes: they stand on the paragraph that the box hangs on.
        paragraph, start, end = outer, 0, len(outer.text)
    begin_at, begin_split = _begin(paragraph, start, comment.note)
    end_at, end_split, run = _end(paragraph, end, comment.note)
    mark = f' w:id="{comment.id}"/>'.encode()
    begin = cuts.setdefault(begin_at, _Cut())
    begin.split = begin.split or begin_split
    begin.begins += b"<w:commentRangeStart" + declared + mark
    finish = cuts.setdefault(end_at, _Cut())
    finish.split = finish.split or end_split
    finish.ends += b"<w:commentRangeEnd" + declared + mark
    # A run that only refers to a comment stands outside of links and of what somebody put in.
    referred_at = run.outer_end if run.outer_end > run.end else end_at
    reference = b"<w:r" + declared + b"><w:commentReference" + mark + b"</w:r>"
    cuts.setdefault(referred_at, _Cut()).references += reference


def _begin(paragraph: MarkedParagraph, start: int, note: NoteReference | None) -> tuple[int, Segment | None]:
    """The byte at which a comment begins, and the letters that it parts."""
    if note is not None:
        return note.run.start, None
    segment = _segment_at(paragraph, start)
    if segment is None:
        return paragraph.runs[0].start, None
    if _is_first(paragraph, segment, start):
        return segment.run.start, None
    at = _byte_of(segment, start)
    return (at, segment) if at is not None else (segment.run.start, None)


def _end(paragraph: MarkedParagraph, end: int, note: NoteReference | None) -> tuple[int, Segment | None, Run]:
    """The byte at which a comment ends, the letters that it parts, and the run before it."""
    if note is not None:
        return note.run.end, None, note.run
    segment = _segment_at(paragraph, max(0, end - 1))
    if segment is None:
        return paragraph.runs[-1].end, None, paragraph.runs[-1]
    if not _is_last(paragraph, segment, end):
        following = _segment_at(paragraph, end)
        at = _byte_of(following, end) if following is not None and following.run is segment.run else None
        if at is not None:
            return at, following, segment.run
    return segment.run.end, None, segment.run


def _segment_at(paragraph: MarkedParagraph, place: int) -> Segment | None:
    """The letters of a paragraph that have the character `place`."""
    number = bisect_right(paragraph.segments, place, key=lambda each: each.start) - 1
    return paragraph.segments[number] if paragraph.segments else None


def _is_first(paragraph: MarkedParagraph, segment: Segment, place: int) -> bool:
    """Whether the character `place` is the first one of its run."""
    return all(each.run is not segment.run or each.start >= place for each in _near(paragraph, place))


def _is_last(paragraph: MarkedParagraph, segment: Segment, place: int) -> bool:
    """Whether the characters before `place` are the last ones of their run."""
    return all(each.run is not segment.run or each.start + len(each.text) <= place for each in _near(paragraph, place))


def _near(paragraph: MarkedParagraph, place: int) -> Iterator[Segment]:
    """The letters of the runs around a character."""
    number = bisect_right(paragraph.segments, place, key=lambda each: each.start) - 1
    yield from paragraph.segments[max(0, number - 1) : number + 2]


def _byte_of(segment: Segment, place: int) -> int | None:
    """The byte of the character `place`, at which the run can be parted; None where it cannot."""
    element = segment.element
    inside = place - segment.start
    if element is None or (inside and not segment.is_literal):
        return None
    if not element.keeps_spaces and element.text != element.text.strip():
        # Spaces that Word drops at the ends of these letters would show once the run is parted.
        return None
    return segment.byte + len(segment.text[:inside].encode())


def _bytes_of(cut: _Cut) -> bytes:
    marks = cut.ends + cut.references + cut.begins
    if cut.split is None or cut.split.element is None:
        return marks
    run, element = cut.split.run, cut.split.element
    closed = b"</" + element.name + b"></" + run.name + b">"
    opened = b"<" + run.name + b">" + run.properties + b"<" + element.name + _KEPT_SPACES + b">"
    return closed + marks + opened
