"""Chosen sentences to statements: in reading order, with what each leans on, each cited as finely as it can be."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from index.displayed_lists import finest_item, without_mark
from index.sentences import Span
from index.store import Index, ParagraphRef
from rag.answer import Citation, Statement
from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.context import antecedents, leans_on_resolution, resolution_before
from rag.citing.quoted import quoted

Place = tuple[int, int]
"""The row of a paragraph, and which of its sentences, from 0."""


def compose(sentences: Sequence[Candidate], index: Index, *, dependence: bool = True) -> tuple[Statement, ...]:
    """The statements of an answer made of `sentences`, whose order says which matters most.

    Documents stand in the order of their best sentence, and within one the sentences in the order of the text. With
    `dependence`, a sentence that cannot be read alone brings the one that it leans on.
    """
    documents = list(dict.fromkeys(each.ref.document.id for each in sentences))
    places = {(each.ref.row, _spans(index, each.ref.row).index((each.start, each.end))) for each in sentences}
    if dependence:
        places |= {needed for place in places for needed in _needed(place, index)}
    order = sorted(places, key=lambda place: (documents.index(index.paragraphs[place[0]].document.id), place))
    return _statements(order, index)


def first_sentences(rows: Iterable[int], index: Index) -> tuple[Statement, ...]:
    """The first sentence of each of some paragraphs, what a section too long to be quoted whole is about."""
    return _statements([(row, 0) for row in dict.fromkeys(rows)], index)


def whole_paragraphs(places: Iterable[tuple[int, tuple[str, ...]]], index: Index) -> tuple[Statement, ...]:
    """Every sentence of some paragraphs (row, sub-item marks; no marks: all of it), as they stand."""
    wanted = [
        (row, at)
        for row, marks in places
        for at, span in enumerate(_spans(index, row))
        if finest_item(index.paragraphs[row].paragraph, span)[: len(marks)] == marks
    ]
    return _statements(wanted, index)


def _statements(places: Iterable[Place], index: Index) -> tuple[Statement, ...]:
    """The sentences at `places` as statements; of a paragraph's sentences it is told where others stand between."""
    # A blank paragraph has one sentence without a character.
    said = [(row, at) for row, at in places if (span := _spans(index, row)[at])[0] < span[1]]
    gaps = [False, *(one[0] == other[0] and one[1] + 1 != other[1] for one, other in pairwise(said))]
    cited = (
        replace(_cited(index.paragraphs[row], _spans(index, row)[at]), gap=gap)
        for (row, at), gap in zip(said, gaps, strict=False)
    )
    return tuple(Statement(each.quote, (each,)) for each in cited)


def _cited(ref: ParagraphRef, span: Span) -> Citation:
    marks = finest_item(ref.paragraph, span)
    return quoted(ref, without_mark(ref.paragraph, span) if marks else span, marks)


def _needed(place: Place, index: Index) -> list[Place]:
    """The places of the sentences that the one at `place` needs before it."""
    row, at = place
    texts = _texts(index, row)
    needed = [*antecedents(texts, at), at]
    found = [(row, each) for each in needed]
    if leans_on_resolution(texts[needed[0]]) and (named := _resolution(row, index)):
        found.append(named)
    return found


def _resolution(row: int, index: Index) -> Place | None:
    """The sentence before the paragraph at `row`, in its document, that names a resolution last."""
    earlier = list(range(index.rows_of(index.paragraphs[row].document.id).start, row))[-4:]
    named = resolution_before([_texts(index, each) for each in earlier])
    return None if named is None else (earlier[named[0]], named[1])


def _spans(index: Index, row: int) -> list[Span]:
    return index.sentence_spans(row)


def _texts(index: Index, row: int) -> list[str]:
    text = index.paragraphs[row].text
    return [text[start:end] for start, end in _spans(index, row)]
