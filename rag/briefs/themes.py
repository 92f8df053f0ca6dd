"""What the documents say on a theme: the paragraphs that matter, by sub-theme and date, and what became of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from index.displayed_lists import displayed_list
from index.document import Document
from index.errors import QuestionError
from index.store import Index, ParagraphRef
from rag.answer import Hit, Statement
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.compose import compose
from rag.briefs.counterparts import Counterparts
from rag.briefs.grouping import Group, grouped
from rag.calibration import Calibration, CounterpartSettings, ThemeSettings, calibration_for
from rag.comparing.word_diff import word_diff
from rag.question.analyse import analyse, checked_question
from rag.question.document_names import resolved_documents
from rag.retrieval.encoded_question import EncodedQuestion
from rag.retrieval.retrieve import Retriever
from rag.settings import DENSE, LEXICAL

DEPTH = 80  # paragraphs that are looked at: more than twice as many as a brief takes unless told otherwise
# A sentence that says where something is said, not what.
_POINTS = re.compile(
    r"\b(?:see|contained|addressed|discussed|presented|given|set (?:out|forth))\b"
    r"[^.;]*\b(?:below|above|sections? [IVX]+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Version:
    """What a paragraph became in a later document: its row there, and whether it is the same word for word."""

    row: int
    same: bool


@dataclass(frozen=True, slots=True)
class Point:
    """What a paragraph says on the theme, quoted and cited, and its versions in later documents, oldest first."""

    row: int
    statements: tuple[Statement, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class SubTheme:
    """Points about one thing, by the date of their documents."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What the documents say on a theme; `documents` are those that were searched, oldest first."""

    theme: str
    index: Index
    documents: tuple[Document, ...]
    subthemes: tuple[SubTheme, ...]


def theme_brief(
    theme: str, retriever: Retriever, documents: Sequence[str] = (), calibration: Calibration | None = None
) -> Brief:
    """The brief on `theme` from `documents` (all if none is named); without sub-themes where they say nothing on it.

    `retriever` has to rank DEPTH paragraphs. `calibration` is that for the model of its index, unless given.
    QuestionError where the theme cannot be looked for.
    """
    index = retriever.index
    calibration = calibration or calibration_for(index.manifest.model)
    only = resolved_documents(index, documents)
    question = analyse(checked_question(theme), index, only)
    if question.unknown_place:
        raise QuestionError(
            f"no document has {question.unknown_place}; name a theme, for example: asset recovery networks"
        )
    if question.in_other_language:
        raise QuestionError(
            "the theme seems to be in another language; themes are read in English only: name it in English"
        )
    encoded = retriever.encode([question])[0]
    hits = _relevant(retriever.rank(question, encoded, only), calibration.themes)
    searched = [index.document(each) for each in only] or list(index.documents)
    searched.sort(key=_age)
    families = _families([hit.row for hit in hits], searched, index, calibration.counterparts)
    scores = {hit.row: hit.score for hit in hits}
    weights = {rows[0]: max(scores.get(row, 0.0) for row in rows) for rows in families}
    groups = grouped(list(weights), weights, index)
    later = {rows[0]: rows[1:] for rows in families}
    reader = _Reader(index, encoded, calibration.themes)
    return Brief(question.text, index, tuple(searched), tuple(_subtheme(group, later, reader) for group in groups))


def _age(document: Document) -> tuple[str, str]:
    """What documents are sorted by to stand oldest first; one without a date stands last."""
    return document.date or "9999", document.id


def _relevant(hits: Sequence[Hit], limits: ThemeSettings) -> list[Hit]:
    """The hits that belong to the theme."""
    about = [hit for hit in hits if hit.signals.get(LEXICAL, 0) > 0 or hit.signals.get(DENSE, 0) >= limits.dense]
    floor = limits.near * about[0].score if about else 0
    return [hit for hit in about if hit.score >= floor][: limits.most]


def _families(
    rows: Sequence[int], searched: Sequence[Document], index: Index, settings: CounterpartSettings
) -> list[list[int]]:
    """`rows` with what they are versions of or became, each family oldest first, one paragraph a document."""
    ages = {document.id: place for place, document in enumerate(searched)}
    counterparts = Counterparts(index, settings)
    families: list[dict[str, int]] = []
    for row in rows:
        own = index.paragraphs[row].document.id
        found = {index.paragraphs[each.row].document.id: each.row for each in counterparts.of(row)}
        members = {document: each for document, each in found.items() if document in ages} | {own: row}
        family = next((each for each in families if set(each.values()) & set(members.values())), None)
        if family is None:
            families.append(members)
        elif row not in family.values() and own in family:
            # Another paragraph of its document is in that family already: it stands for itself.
            families.append({own: row})
        else:
            family |= {document: each for document, each in members.items() if document not in family}
    return [sorted(each.values(), key=lambda row: ages[index.paragraphs[row].document.id]) for each in families]


def _subtheme(group: Group, later: Mapping[int, Sequence[int]], reader: "_Reader") -> SubTheme:
    refs = (reader.index.paragraphs[row] for row in group.rows)
    by_age = sorted(refs, key=lambda ref: (*_age(ref.document), ref.row))
    points = (
        Point(ref.row, reader.statements(ref.row), _versions(ref.row, later[ref.row], reader.index)) for ref in by_age
    )
    return SubTheme(group.name, tuple(points))


def _versions(first: int, later: Sequence[int], index: Index) -> tuple[Version, ...]:
    """What the paragraph `first` became, each version compared with the one before it."""
    texts = [index.paragraphs[row].text for row in (first, *later)]
    return tuple(
        Version(row, word_diff([one], [other]).same) for row, (one, other) in zip(later, pairwise(texts), strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what a paragraph says on the theme."""

    index: Index
    theme: EncodedQuestion
    limits: ThemeSettings

    def statements(self, row: int) -> tuple[Statement, ...]:
        """The sentences of the paragraph at `row` that speak of the theme most, and those that they lean on."""
        ref, spans = self.index.paragraphs[row], self.index.sentence_spans(row)
        similarities = self.index.dense.sentences([row]).similarities(self.theme.vector)
        order = [int(each) for each in np.argsort(-similarities, kind="stable")]
        telling = [each for each in order if not _POINTS.search(ref.text[slice(*spans[each])])] or order
        near = [each for each in telling if similarities[each] >= self.limits.sentence * similarities[telling[0]]]
        chosen = _with_list(near[: self.limits.sentences], ref, spans)
        return compose([Candidate(ref, 0, *spans[each]) for each in chosen], self.index)


def _with_list(places: Sequence[int], ref: ParagraphRef, spans: Sequence[tuple[int, int]]) -> list[int]:
    """`places` of sentences with the lead-in of an item and with the items of a lead-in."""
    shown = displayed_list(ref.paragraph, spans)
    if shown is None:
        return list(places)
    lead_in = [] if shown.lead_in is None else [shown.lead_in]
    whole: list[int] = []
    for place in places:
        if place in lead_in:
            whole += [place, *shown.items]
        elif place in shown.items:
            whole += [*lead_in, place]
        else:
            whole.append(place)
    return list(dict.fromkeys(whole))
