"""Sentences made into statements: in what order, with what each leans on, each cited as finely as it can be."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from textwrap import shorten

from index.displayed_lists import finest_item, without_mark
from index.sentences import Span, has_labels, heads_end
from index.store import Index, ParagraphRef
from index.text.wording import counted
from rag.answer import Citation, Statement
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.context import BEFORE, antecedents, leaning, leans_on_resolution, resolution_before
from rag.citing.citation import place_in_words
from rag.citing.quoted import quoted

Place = tuple[int, int]
"""The row of a paragraph, and which of its sentences, from 0."""

_LONGEST_TABLE = 15  # lines; a longer one is looked up where it stands
_HEADING = 120  # characters of a heading that are shown as context


def compose(
    sentences: Sequence[Candidate],
    index: Index,
    *,
    dependence: bool = True,
    more: Sequence[Place] = (),
    rest: Sequence[Place] = (),
) -> tuple[Statement, ...]:
    """The statements of an answer made of `sentences`, and of `more` after them, as `best_first`."""
    chosen = [(each.ref.row, index.sentence_spans(each.ref.row).index((each.start, each.end))) for each in sentences]
    return best_first([*chosen, *more], index, dependence=dependence, rest=rest)


def best_first(
    chosen: Sequence[Place], index: Index, *, dependence: bool = True, rest: Sequence[Place] = ()
) -> tuple[Statement, ...]:
    """The statements of an answer made of the sentences at `chosen`, whose order says which matters most.

    Documents stand in the order of their best sentence and so do the paragraphs of one, the sentences of a paragraph in
    the order of its text. With `dependence`, a sentence that cannot be read alone brings the one that it leans on, one
    that announces a table that, and a paragraph that goes on from another stands after it. The sentence that matters
    most leads, with what it brings. Sentences at `rest` complete the paragraphs of those.
    """
    documents = list(dict.fromkeys(index.paragraphs[row].document.id for row, _ in chosen))
    brought = [[*_needed(place, index), *with_table(place, index)[1:]] if dependence else [place] for place in chosen]
    # The rank of a paragraph is that of the best sentence that is of it or brings something of it.
    ranks: dict[int, int] = {}
    for rank, group in enumerate(brought):
        for row, _ in group:
            ranks.setdefault(row, rank)
    if dependence:
        _put_before(ranks, chosen, index)
    said = {place for group in brought for place in group}
    order = sorted(
        said.union(place for place in rest if place[0] in ranks),
        key=lambda place: (documents.index(index.paragraphs[place[0]].document.id), ranks[place[0]], place),
    )
    stated = _statements(order, index, dependence=dependence, leading=brought[0] if brought else ())
    return tuple(replace(each, completes=place not in said) for each, place in stated)


def in_given_order(places: Iterable[Place], index: Index) -> tuple[Statement, ...]:
    """The sentences at `places`, none of which matters more than another, each after those that it leans on.

    The table that one announces is among `places` where it is wanted.
    """
    needed = dict.fromkeys(each for place in places for each in _needed(place, index))
    return tuple(each for each, _ in _statements(needed, index))


def _put_before(ranks: dict[int, int], chosen: Iterable[Place], index: Index) -> None:
    """Rank a paragraph that one of the `chosen` sentences goes on from no later than the paragraph of the sentence."""
    for row, at in sorted(chosen, reverse=True):
        if row - 1 in ranks and BEFORE in leaning(index.sentence_texts(row), at):
            ranks[row - 1] = min(ranks[row - 1], ranks[row])


def first_sentences(rows: Iterable[int], index: Index) -> tuple[Statement, ...]:
    """The first sentence of each of some paragraphs, what a section too long to be quoted whole is about."""
    return tuple(each for each, _ in _statements([(row, 0) for row in dict.fromkeys(rows)], index))


def with_table(place: Place, index: Index) -> list[Place]:
    """`place` and, where its sentence ends a paragraph with a colon before a short table, the lines of that."""
    row, at = place
    texts = index.sentence_texts(row)
    if at < len(texts) - 1 or not texts[at].rstrip().endswith(":"):
        return [place]
    document, after = index.rows_of(index.paragraphs[row].document.id), row + 1
    if after not in document or index.paragraphs[after].paragraph.kind != "table":
        return [place]
    lines = range(len(index.sentence_spans(after)))
    return [place, *((after, line) for line in lines)] if len(lines) <= _LONGEST_TABLE else [place]


def whole_paragraphs(places: Iterable[tuple[int, tuple[str, ...]]], index: Index) -> tuple[Statement, ...]:
    """Every sentence of some paragraphs (row, sub-item marks; no marks: all of it), as they stand."""
    wanted = [
        (row, at)
        for row, marks in places
        for at, span in enumerate(index.sentence_spans(row))
        if finest_item(index.paragraphs[row].paragraph, span)[: len(marks)] == marks
    ]
    return tuple(each for each, _ in _statements(wanted, index))


def lists_cut(statements: Iterable[Statement], index: Index) -> tuple[str, ...]:
    """How much `statements` show of each list that they do not show whole, such as `Para. 65: 3 of 7 items are shown`.

    Items within items are not counted, nor are lists of which the statements show no item but only the lead-in.
    """
    shown: dict[int, set[str]] = {}
    for citation in (each for statement in statements for each in statement.citations if each.note is None):
        row = index.row(citation.document, citation.locator)
        marks = finest_item(index.paragraphs[row].paragraph, (citation.start, citation.end)) if row is not None else ()
        if row is not None and marks:
            shown.setdefault(row, set()).add(marks[0])
    return tuple(said for row, marks in shown.items() if (said := _cut(index.paragraphs[row], marks)))


def _cut(ref: ParagraphRef, marks: Collection[str]) -> str | None:
    """How many items of the list of a paragraph `marks` are, in words; None where they are all."""
    items = dict.fromkeys(item.locator.items[0] for item in ref.paragraph.items)
    if len(marks) >= len(items):
        return None
    where = place_in_words(ref.locator)
    return f"{where[:1].upper()}{where[1:]}: {len(marks)} of {counted(len(items), 'item')} are shown."


def _statements(
    places: Iterable[Place], index: Index, *, dependence: bool = True, leading: Collection[Place] = ()
) -> Iterator[tuple[Statement, Place]]:
    """The sentences at `places` as statements, with what each follows on from and the answer does not show; and where.

    Those of `leading` lead.
    """
    # A blank paragraph has one sentence without a character.
    said = [(row, at) for row, at in places if (span := index.sentence_spans(row)[at])[0] < span[1]]
    cited = []
    for before, place in zip([None, *said], said, strict=False):
        citation = _cited(index.paragraphs[place[0]], index.sentence_spans(place[0])[place[1]])
        if before and before[0] == place[0]:
            citation = replace(citation, gap=before[1] + 1 != place[1])
        elif dependence:
            citation = _with_context(citation, place, said, index)
        cited.append(citation)
    for each, place in zip(cited, said, strict=True):
        yield Statement(each.quote, (each,), leads=place in leading), place


def _cited(ref: ParagraphRef, span: Span) -> Citation:
    marks = finest_item(ref.paragraph, span)
    return quoted(ref, without_mark(ref.paragraph, span) if marks else span, marks)


def _with_context(citation: Citation, place: Place, said: Collection[Place], index: Index) -> Citation:
    """`citation` of the first sentence quoted of a paragraph, with what it leans on where that is not in `said`."""
    row, at = place
    texts = index.sentence_texts(row)
    leans_on = leaning(texts, at)
    if any(each != BEFORE for each in leans_on):
        citation = replace(citation, gap=True)
    if BEFORE not in leans_on:
        return citation
    shown = _resolution(row, index) in said if leans_on_resolution(texts[at]) else row - 1 in {row for row, _ in said}
    return citation if shown else replace(citation, context=_before(index.paragraphs[row], index))


def _before(ref: ParagraphRef, index: Index) -> str | None:
    """What stands before a paragraph, in words: the paragraph there or, where another part begins, its heading."""
    headings = ref.paragraph.headings
    if ref.row - 1 in index.rows_of(ref.document.id):
        before = index.paragraphs[ref.row - 1]
        above = before.paragraph.headings
        # Under a heading of its own a paragraph goes on from the one before, as `Action taken` does from a mandate.
        if before.locator.containers == ref.locator.containers and headings[: len(above)] == above:
            return place_in_words(before.locator)
    return f"“{shorten(headings[-1], _HEADING, placeholder=' …')}”" if headings else None


def _needed(place: Place, index: Index) -> list[Place]:
    """The places of the sentences that the one at `place` needs before it."""
    row, at = place
    paragraph = index.paragraphs[row].paragraph
    if (end := heads_end(paragraph)) and not has_labels(paragraph):
        # The cells of a row say nothing without the heads of their columns.
        heads = [each for each, (start, _) in enumerate(index.sentence_spans(row)) if start < end]
        return [(row, each) for each in sorted({*heads, at})]
    texts = index.sentence_texts(row)
    needed = [*antecedents(texts, at), at]
    found = [(row, each) for each in needed]
    if leans_on_resolution(texts[needed[0]]) and (named := _resolution(row, index)):
        found.append(named)
    return found


def _resolution(row: int, index: Index) -> Place | None:
    """The sentence before the paragraph at `row`, in its document, that names a resolution last."""
    earlier = list(range(index.rows_of(index.paragraphs[row].document.id).start, row))[-4:]
    named = resolution_before([index.sentence_texts(each) for each in earlier])
    return None if named is None else (earlier[named[0]], named[1])
