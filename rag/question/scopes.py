"""The paragraphs that a question is to be answered from, grouped by document or side of a comparison."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.document import Document
from index.language.english.language import ENGLISH
from index.search.filter import Filter
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.question.naming import NamedDocument
from rag.question.places import NamedPlace
from rag.question.versions import numbered, years_given

_PREAMBLE = LatePattern(rf"\b{ENGLISH.references.preambular}s?\b(?: paragraphs?\b)?", re.IGNORECASE)
_OPERATIVE = LatePattern(rf"\b{ENGLISH.references.operative} (?:paragraphs?|parts?|text|provisions?)\b", re.IGNORECASE)
_RESOLUTION = LatePattern(r"\bresolutions?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Half:
    """The `rows` of a half of a resolution, its preamble or its operative paragraphs, that a question asks for.

    It does so in its characters `start` to `end`: none where it asks for no half, and `rows` are then those it names.
    """

    rows: frozenset[int]
    start: int = 0
    end: int = 0

    def or_places(self, places: tuple[NamedPlace, ...], about: Sequence[str]) -> tuple[NamedPlace, ...]:
        """`places`; where there are none, its paragraphs if a question asks for it and is `about` nothing else."""
        return tuple(map(NamedPlace, sorted(self.rows))) if self.end and not (places or about) else places


def sides_meant(
    question: str,
    sides: tuple[tuple[Document, ...], ...],
    named: Sequence[NamedDocument],
    only: Sequence[str],
    index: Index,
) -> tuple[tuple[Document, ...], ...]:
    """The `sides` that `question` compares; none where years alone tell them and something else is meant by the years.

    `only` are the ids of the documents it may be answered from, all if empty. What `between 2017 and 2024` and `2023
    versus 2024` ask for is told in a report of another year more often than in what was issued in these: it is where
    the paragraph that has most of the question's words is of no side.
    """
    if named or not sides or len(years_given(question)) < len(sides):
        return sides
    best = index.lexical.search(question, 1, Filter.of_documents(only))
    held = {index.store.document_at(int(row)).id for row in best.rows}
    return sides if held & {each.id for side in sides for each in side} else ()


def documents_meant(
    allowed: Sequence[Document], named: Sequence[NamedDocument], sides: Sequence[Sequence[Document]]
) -> Sequence[Document]:
    """The documents that a question is to be answered from: those named or compared, else all that are allowed."""
    ids = {each.document for each in named} | {each.id for side in sides for each in side}
    return [each for each in allowed if each.id in ids] if ids else allowed


def half_asked_for(
    question: str, texts: frozenset[int], scope: Sequence[Document], index: Index, *, is_told: bool, compares: bool
) -> Half:
    """The half that `question` asks for, of `texts`, the rows of the resolutions that it names, or of all in `scope`.

    It is none, and `texts` stay, where it asks for both or `compares` documents, where none of these texts has a
    preamble, and where it neither names a document (`is_told`) nor speaks of resolutions: `the preamble` may be a
    treaty's.
    """
    preamble, operative = _PREAMBLE.search(question), _OPERATIVE.search(question)
    asked = preamble or operative
    if asked is None or (preamble and operative) or compares:
        return Half(texts)
    if not (texts or is_told or _RESOLUTION.search(question)):
        return Half(texts)
    preambles = frozenset(index.store.places.rows_where(lambda each: each.label == "preambular").tolist())
    own = texts or frozenset(row for each in scope for row in _rows_with(preambles, index.rows_of(each.id)))
    if own.isdisjoint(preambles):
        return Half(texts)
    return Half(own & preambles if preamble else own - preambles, *asked.span())


def _rows_with(preambles: frozenset[int], rows: range) -> range:
    """`rows`, those of a document, if it has a preamble."""
    return range(0) if preambles.isdisjoint(rows) else rows


def scopes_of(
    places: Sequence[NamedPlace],
    sides: Sequence[Sequence[Document]],
    named: Sequence[NamedDocument],
    texts: frozenset[int],
    index: Index,
) -> tuple[frozenset[int], ...]:
    """The rows that the question is to be answered from, in groups; none where it names nothing.

    `texts` are the rows of the resolutions that it names, where documents print some, or of the half it asks for.
    """
    if texts and not places and not sides:
        return (texts,)
    groups = [[each.id for each in side] for side in sides] or [[each.document] for each in named]
    if places:
        return _rows_of_places(places, [one for group in groups for one in group], index)
    shared = _shared_parts([one for side in sides for one in side], index)
    return tuple(frozenset(_rows_of(group, shared, index)) for group in groups)


def _rows_of_places(places: Sequence[NamedPlace], documents: Sequence[str], index: Index) -> tuple[frozenset[int], ...]:
    """The rows of `places`, a group for each of `documents` that has some, of all in order where none are given."""
    rows = sorted({place.row for place in places})
    groups = {id: list(own) for id, own in groupby(rows, key=lambda row: index.store.document_at(row).id)}
    return tuple(frozenset(groups[one]) for one in dict.fromkeys(documents or groups) if one in groups)


def _rows_of(documents: Sequence[str], parts: Collection[str], index: Index) -> list[int]:
    """The rows of `documents`, those in one of `parts` where any are given."""
    rows = [row for one in documents for row in index.rows_of(one)]
    return [row for row in rows if _in_part(index, row, parts)] if parts else rows


def _shared_parts(documents: Sequence[Document], index: Index) -> frozenset[str]:
    """The parts that versions of one text have in common: their numbered containers."""
    own = [numbered(index.store.containers(each.id)) for each in documents]
    return frozenset.intersection(*own) if len(own) > 1 else frozenset()


def _in_part(index: Index, row: int, parts: Collection[str]) -> bool:
    return any(each in parts for each in index.store.places.locator(row).containers)
