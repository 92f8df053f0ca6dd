"""What a reader reads of a paragraph: all of it or, of a long one, the stretch with most of the question's words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from index.text.late_patterns import LatePattern

# A reader's time grows with the characters it reads. The paragraphs found for a question have 380 to 1,150 characters
# (quartiles on 25 UN documents), so that half of them are read whole or nearly so.
LONGEST = 420
# A heading of this length at most stands before the text, since `Recommendations` or `Costs` tell what it is about.
LONGEST_HEADING = 60
_CLAUSE = LatePattern(r"[;:,]\s+|\s[–—]\s")

Terms = Callable[[str], Sequence[str]]
"""Gives the stems of a text."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a paragraph as a reader is given it.

    `text` begins with the heading, if there is one. `sentences` are those of the paragraph that stand in it, whole or
    in part, by their places in it, `spans` where in `text` each stands.
    """

    text: str
    sentences: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence of a paragraph, or a clause of one that is too long; `sentence` is the sentence's place."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants of a stretch: `stems` by their weights, found in a text by `terms`."""

    stems: Mapping[str, float]
    terms: Terms


def window_of(
    text: str,
    sentences: Sequence[tuple[int, int]],
    wanted: Wanted,
    heading: str = "",
    worth: Sequence[float] | None = None,
) -> Window:
    """The stretch of at most LONGEST characters of `text` that is worth most for a question.

    That is the share that it holds of the weight of the stems `wanted`, and the `worth` of its best sentence, if that
    is given. `sentences` are the characters of each sentence of `text`. Of equal stretches it is the first, and it is
    as long as it can be.
    """
    parts = list(_parts(text, sentences))
    if not parts:
        return Window("", (), ())
    first, last = _best(text, parts, wanted, worth)
    start, end = parts[first].start, parts[last].end
    before = f"{heading[:LONGEST_HEADING]}. " if heading else ""
    spans: dict[int, tuple[int, int]] = {}
    for part in parts[first : last + 1]:
        began = spans.get(part.sentence, (part.start - start + len(before), 0))[0]
        spans[part.sentence] = (began, part.end - start + len(before))
    return Window(before + text[start:end], tuple(spans), tuple(spans.values()))


def _parts(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[_Part]:
    for place, (start, end) in enumerate(sentences):
        if end - start <= LONGEST:
            if start < end:
                yield _Part(place, start, end)
            continue
        cuts = [start, *(match.end() for match in _CLAUSE.finditer(text, start, end)), end]
        began = start
        for at, cut in enumerate(cuts[1:], 1):
            following = cuts[at + 1] if at + 1 < len(cuts) else None
            if following is None or following - began > LONGEST // 2:
                # A clause without a comma is cut where it is too long.
                for piece in range(began, cut, LONGEST):
                    yield _Part(place, piece, min(piece + LONGEST, cut))
                began = cut


def _best(text: str, parts: Sequence[_Part], wanted: Wanted, worth: Sequence[float] | None) -> tuple[int, int]:
    """The first and the last part of the best stretch."""
    if parts[-1].end - parts[0].start <= LONGEST:
        return 0, len(parts) - 1
    held = [{stem for stem in wanted.terms(text[each.start : each.end]) if stem in wanted.stems} for each in parts]
    own = [worth[each.sentence] if worth else 0.0 for each in parts]
    total = fsum(wanted.stems.values()) or 1.0
    best, most = (0, 0), -1.0
    for first, start in enumerate(parts):
        last, stems = first, set(held[first])
        while last + 1 < len(parts) and parts[last + 1].end - start.start <= LONGEST:
            last += 1
            stems |= held[last]
        # Exact, so that stretches with the same stems are equal in whatever order a set gives them, which changes.
        value = fsum(wanted.stems[stem] for stem in stems) / total + max(own[first : last + 1])
        if value > most:
            best, most = (first, last), value
    return best
