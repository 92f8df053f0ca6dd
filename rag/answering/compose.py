"""Chosen sentences to statements: in reading order, with what each leans on, each cited as finely as it can be."""

from collections.abc import Iterable, Sequence

from index.store import Index, ParagraphRef
from rag.answer import Citation, Statement
from rag.answering.candidates import Candidate
from rag.answering.dependence import antecedents, leans_on_resolution, resolution_before
from rag.answering.lists import finest_item, without_mark
from rag.citing.citation import cite

Span = tuple[int, int]
Place = tuple[int, Span]  # paragraph row, characters of its text


def compose(sentences: Sequence[Candidate], index: Index, *, dependence: bool = True) -> tuple[Statement, ...]:
    """The statements of an answer made of `sentences`, whose order says which matters most.

    Documents stand in the order of their best sentence, and within one the sentences in the order of the text. With
    `dependence`, a sentence that cannot be read alone brings the one that it leans on.
    """
    documents = list(dict.fromkeys(each.ref.document.id for each in sentences))
    places = {(each.ref.row, (each.start, each.end)) for each in sentences}
    if dependence:
        places |= {needed for place in places for needed in _needed(place, index)}
    order = sorted(places, key=lambda place: (documents.index(index.paragraphs[place[0]].document.id), place))
    return tuple(_statement(index.paragraphs[row], span) for row, span in order)


def first_sentences(rows: Iterable[int], index: Index) -> tuple[Statement, ...]:
    """The first sentence of each of some paragraphs, what a section too long to be quoted whole is about."""
    return tuple(
        _statement(index.paragraphs[row], span)
        for row in dict.fromkeys(rows)
        for span in _spans(index, row)[:1]
        if span[1] > span[0]
    )


def whole_paragraphs(places: Iterable[tuple[int, tuple[str, ...]]], index: Index) -> tuple[Statement, ...]:
    """Every sentence of some paragraphs (row, sub-item marks; no marks: all of it), as they stand."""
    return tuple(
        _statement(index.paragraphs[row], span)
        for row, marks in places
        for span in _spans(index, row)
        if span[1] > span[0] and finest_item(index.paragraphs[row].paragraph, span)[: len(marks)] == marks
    )


def _statement(ref: ParagraphRef, span: Span) -> Statement:
    paragraph = ref.paragraph
    marks = finest_item(paragraph, span)
    start, end = without_mark(paragraph, span) if marks else span
    locator = ref.locator.item(*marks) if marks else ref.locator
    quote = paragraph.text[start:end]
    return Statement(
        quote, (Citation(ref.document.id, ref.document.symbol, locator, cite(ref.document, locator), quote),)
    )


def _needed(place: Place, index: Index) -> list[Place]:
    """The places of the sentences that the one at `place` needs before it."""
    row, span = place
    spans = _spans(index, row)
    at = spans.index(span)
    needed = [at, *antecedents(_texts(index, row), at)]
    found = [(row, spans[each]) for each in needed]
    first = min(needed)
    if leans_on_resolution(index.paragraphs[row].text[spans[first][0] :]) and (named := _resolution(row, index)):
        found.append(named)
    return found


def _resolution(row: int, index: Index) -> Place | None:
    """The sentence before the paragraph at `row`, in its document, that names a resolution last."""
    earlier = list(range(index.rows_of(index.paragraphs[row].document.id).start, row))[-4:]
    named = resolution_before([_texts(index, each) for each in earlier])
    return None if named is None else (earlier[named[0]], _spans(index, earlier[named[0]])[named[1]])


def _spans(index: Index, row: int) -> list[Span]:
    places = index.sentences_of(row)
    return [(int(start), int(end)) for _, start, end in index.sentences[places.start : places.stop]]


def _texts(index: Index, row: int) -> list[str]:
    text = index.paragraphs[row].text
    return [text[start:end] for start, end in _spans(index, row)]
