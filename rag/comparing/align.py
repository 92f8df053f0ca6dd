"""Two documents of one index side by side: which paragraphs say the same, what was added, what was dropped.

Parts with a numbering of their own (annexes, draft guidelines) are matched first, by their names and by what they say;
then the paragraphs within them, equal numbers breaking near ties; then what is left over, wherever it stands, if it is
clearly the same. A paragraph that was split or merged joins the match that it was split from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.document import Document
from index.errors import QuestionError
from index.store import Index, ParagraphRef
from rag.calibration import AlignSettings, calibration_for
from rag.citing.containers import same_container
from rag.comparing.matching import Containers, Matcher, Pair, Parts, rights
from rag.comparing.word_diff import WordDiff, word_diff

Kind = Literal["same", "changed", "dropped", "added"]


@dataclass(frozen=True, slots=True)
class Match:
    """Paragraphs of two documents that say the same; one side is empty where the other document has nothing like it.

    `similarity` is that of the first of each side, up to 1; 0 where a side is empty.
    """

    left: tuple[ParagraphRef, ...]
    right: tuple[ParagraphRef, ...]
    similarity: float

    @property
    def kind(self) -> Kind:
        """Whether the paragraphs have the same words, differ, or are in one document only."""
        if not self.left:
            return "added"
        if not self.right:
            return "dropped"
        return "same" if self.words().same else "changed"

    def words(self) -> WordDiff:
        """The words that only one side has."""
        return word_diff([each.text for each in self.left], [each.text for each in self.right])


@dataclass(frozen=True, slots=True)
class Part:
    """Matches in one part of each document, named by its containers; None where a document has no such part.

    The titles are the headings that the parts bear beside their names, if they do.
    """

    left: Containers | None
    right: Containers | None
    matches: tuple[Match, ...]
    left_title: str | None = None
    right_title: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two documents with their parts, in the left one's order; what only the right one has stands where it does there.

    Every paragraph of both documents is in exactly one match.
    """

    left: Document
    right: Document
    parts: tuple[Part, ...]

    def count(self, kind: Kind) -> int:
        """How many matches are of `kind`."""
        return sum(match.kind == kind for part in self.parts for match in part.matches)


def align(index: Index, left: str, right: str, settings: AlignSettings | None = None) -> Alignment:
    """The paragraphs of the documents `left` and `right` matched by meaning; QuestionError where one is unknown.

    `settings` are those for the model of `index`, unless given.
    """
    one, other = index.document(left), index.document(right)
    if one.id == other.id:
        raise QuestionError(f"{one.id!r} was given twice; name two documents to compare")
    matcher = Matcher(index, settings or calibration_for(index.manifest.model).comparing)
    ours, theirs = _parts_of(one, index), _parts_of(other, index)
    together = matcher.parts(ours, theirs)
    pairs = [
        pair for here, there in together for pair in matcher.within(ours[here], theirs[there], main=not (here or there))
    ]
    pairs += matcher.elsewhere(index.rows_of(one.id), index.rows_of(other.id), pairs)
    parts = _in_order(dict(together), ours, theirs, pairs)
    return Alignment(one, other, tuple(_part(here, there, matches, index) for here, there, matches in parts if matches))


def _parts_of(document: Document, index: Index) -> dict[Containers, list[int]]:
    parts: dict[Containers, list[int]] = {}
    for row in index.rows_of(document.id):
        parts.setdefault(index.paragraphs[row].locator.containers, []).append(row)
    return parts


def _in_order(
    together: Mapping[Containers, Containers], ours: Parts, theirs: Parts, pairs: Sequence[Pair]
) -> list[tuple[Containers | None, Containers | None, list[Pair]]]:
    """The parts of both documents with their matches, as they are read."""
    parts: list[tuple[Containers | None, Containers | None, list[Pair]]] = []
    for here, rows in ours.items():
        there = together.get(here)
        parts.append((here, there, _matches(rows, theirs[there] if there is not None else [], pairs)))
    before: Containers | None = None
    for there, rows in theirs.items():
        if there not in together.values():
            place = next(
                (i + 1 for i, part in enumerate(parts) if before is not None and part[1] == before), len(parts)
            )
            parts.insert(place, (None, there, _matches([], rows, pairs)))
        before = there
    return parts


def _matches(ours: Iterable[int], theirs: Iterable[int], pairs: Sequence[Pair]) -> list[Pair]:
    """The matches in the order of the left rows; right rows without one stand before the next right row with one."""
    of_left = {row: pair for pair in pairs for row in pair.left}
    taken = rights(pairs)
    ordered = list(dict.fromkeys(of_left.get(row) or Pair([row], []) for row in ours))
    waiting: list[Pair] = []
    for row in theirs:
        if row not in taken:
            waiting.append(Pair([], [row]))
        elif place := next(([i] for i, pair in enumerate(ordered) if row in pair.right), None):
            ordered[place[0] : place[0]] = waiting
            waiting = []
    return ordered + waiting


def _part(here: Containers | None, there: Containers | None, pairs: Iterable[Pair], index: Index) -> Part:
    matches = tuple(Match(_refs(pair.left, index), _refs(pair.right, index), pair.similarity) for pair in pairs)
    left = _title(here, [ref for match in matches for ref in match.left])
    right = _title(there, [ref for match in matches for ref in match.right])
    return Part(here, there, matches, left, right)


def _title(containers: Containers | None, refs: Sequence[ParagraphRef]) -> str | None:
    """The heading below the one that names the innermost container, if the part's first paragraph has one."""
    if not containers or not refs:
        return None
    headings = refs[0].paragraph.headings
    names = [i for i, heading in enumerate(headings) if same_container(heading, containers[-1])]
    return headings[names[-1] + 1] if names and names[-1] + 1 < len(headings) else None


def _refs(rows: Iterable[int], index: Index) -> tuple[ParagraphRef, ...]:
    return tuple(index.paragraphs[row] for row in sorted(rows))
