"""Answers and paragraphs as blocks of a report: sentences with their citations, lists as lists, tables as tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from index.document import Document, Paragraph
from index.sentences import Span as Interval
from index.sentences import mark_start
from index.store import Index, ParagraphRef
from index.text.wording import excerpt
from rag.answer import Answer, Hit, Statement
from rag.citing.citation import cite, name_of, place_in_words, title_with_date
from rag.citing.quoted import cited_row
from rag.citing.tables import TableLine, lines_of, quoted_table
from rag.quotations import Quotation, marked_stretches, quotations
from rag.reports.report import Cited, Prose, Span, Table, Text, plain
from rag.states import MISSING, explanation, headline

AnchorOf = Callable[[int], str | None]
"""The anchor of the paragraph at a row, None where the report does not hold it."""

# Characters that are shown of a paragraph that does not answer: some five lines of a page.
NEAREST_SHOWN = 420
_NAMES = 25  # per cent of a table's width for the names of its rows, at least


def answer_blocks(answer: Answer, index: Index, anchor_of: AnchorOf) -> Iterator[Prose | Table]:
    """`answer` as paragraphs and tables: what is shown where that is no answer, then its statements.

    Where several documents are quoted, each is named before its first statement. What most likely answers is strong
    where more is quoted beside it.
    """
    yield from state_blocks(answer)
    several = len({each.citations[0].document for each in answer.statements}) > 1
    leading = [each for each in answer.statements if each.leads and answer.state == "answers"]
    strong = leading if len(leading) < len(answer.statements) else ()
    quoted = statement_blocks(answer.statements, index, anchor_of, name_documents=several, strong=strong)
    yield from map(_as_related, quoted) if answer.state == "related" else quoted


def state_blocks(answer: Answer) -> Iterator[Prose]:
    """What is shown instead of an answer, and what is missing; nothing before an answer that lacks nothing."""
    if words := headline(answer):
        lead = words if words.endswith(".") else f"{words}."
        yield Prose("state", (Text(lead, "strong"), *(Text(f" {each}") for each in explanation(answer))))
    if answer.checks:
        yield Prose("state", (Text(f"{MISSING}: ", "strong"), Text(" ".join(answer.checks))))


def statement_blocks(
    statements: Sequence[Statement],
    index: Index,
    anchor_of: AnchorOf,
    *,
    name_documents: bool = False,
    strong: Sequence[Statement] = (),
) -> Iterator[Prose | Table]:
    """`statements` as paragraphs: one for each place they are cited to, which stands at the end.

    The words of those that are `strong` too are so. Rows of a table stand below its caption and the citation.
    """
    before: str | None = None
    for quotation in quotations(statements):
        document = quotation.citation.document
        spans: list[Span] = []
        if name_documents and document != before:
            spans.append(Text(f"{title_with_date(index.document(document))}: ", "strong"))
        table = _table(quotation, index)
        spans += table[0] if table else _words(quotation, index, strong)
        spans.append(_cited(quotation, index, anchor_of, before))
        before = document
        yield Prose("item" if quotation.label else "answer", tuple(spans), quotation.label)
        if table:
            yield table[1]
        for each in quotation.rests_on:
            yield Prose("remark", plain(f"{each.text}: “{each.quote}”"))


def nearest_blocks(hits: Iterable[Hit], index: Index, anchor_of: AnchorOf) -> Iterator[Prose]:
    """The beginnings of the paragraphs `hits`, each with its place."""
    for hit in hits:
        ref = index.paragraphs[hit.row]
        place = Cited(cite(ref.document, ref.locator), "", anchor_of(hit.row), aside=True)
        yield Prose("nearest", (Text(excerpt(ref.text, NEAREST_SHOWN)), place))


def paragraph_blocks(ref: ParagraphRef, quoted: Sequence[Interval] = ()) -> Iterator[Prose]:
    """A whole paragraph as it stands, a displayed list item by item, its footnotes after it.

    The characters `quoted` of its text, in order, are strong.
    """
    paragraph = ref.paragraph
    for kind, start, end in _pieces(paragraph):
        words = paragraph.text[start:end]
        lead = len(words) - len(words.lstrip())
        begin, words = start + lead, words.strip()
        inside = [
            (max(one - begin, 0), min(other - begin, len(words)))
            for one, other in quoted
            if one < begin + len(words) and other > begin
        ]
        spans = (Text(each, "strong" if is_quoted else "plain") for each, is_quoted in marked_stretches(words, inside))
        yield Prose("quote item" if kind else "quote", tuple(spans))
    for note in paragraph.notes:
        yield Prose("remark", plain(f"Footnote {note.mark}: {note.text}"))


def _as_related(block: Prose | Table) -> Prose | Table:
    """A paragraph of an answer set apart as a passage to check; a table stands below one."""
    if isinstance(block, Table) or block.kind == "remark":
        return block
    return replace(block, kind="related item" if block.kind == "item" else "related")


def place_of(ref: ParagraphRef) -> str:
    """Where a paragraph stands in its document, as a heading: `Para. 65`, `Annex, draft guideline 4, para. 4.1`."""
    return _capital(place_in_words(ref.locator))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _table(quotation: Quotation, index: Index) -> tuple[list[Span], Table] | None:
    """The caption of the rows that `quotation` has, or else what the table is cited as, and the table."""
    table = quoted_table(quotation, index)
    if table is None or table.has_labels:
        return None
    caption = " ".join(each.text for each in table.above) or _capital(place_in_words(quotation.citation.locator))
    head, *others = [*table.heads, *table.rows, *table.below]
    rows = [_row(each, table.columns) for each in others]
    return list(plain(caption)), Table(_row(head, table.columns), tuple(rows), _widths(table.columns))


def _row(line: TableLine, columns: int) -> tuple[str, ...]:
    cells = tuple(each.text for each in line.cells)
    return cells + ("",) * (columns - len(cells))


def _widths(columns: int) -> tuple[int, ...]:
    """Per cent of the width for each of `columns`, of which the first one has the names of the rows."""
    others = (100 - _NAMES) // max(1, columns - 1)
    return (100 - others * (columns - 1), *(others,) * (columns - 1))


def _words(quotation: Quotation, index: Index, strong: Sequence[Statement]) -> Iterator[Text]:
    """The words of `quotation`, those of its statements that are `strong` marked."""
    lines = lines_of(quotation, index)
    if lines != (quotation.text,):
        yield Text(" ".join(lines))
        return
    marked, place = [], 0
    for each in quotation.statements:
        start = quotation.text.index(each.text, place)
        place = start + len(each.text)
        if each in strong:
            marked.append((start, place))
    for words, is_marked in marked_stretches(quotation.text, marked):
        yield Text(words, "strong" if is_marked else "plain")


def _cited(quotation: Quotation, index: Index, anchor_of: AnchorOf, before: str | None) -> Cited:
    """The citation of a quotation; the document is left out of the short form where `before` names it."""
    citations = quotation.statements[0].citations
    row = cited_row(citations[0], index)
    text = "; ".join(dict.fromkeys(each.text for each in citations))
    repeats = len(citations) == 1 and citations[0].document == before
    short = _without_name(text, index.document(citations[0].document)) if repeats else text
    return Cited(text, short, None if row is None else anchor_of(row))


def _without_name(text: str, document: Document) -> str:
    """A citation without the name of its document: `para. 65 (c)`."""
    return text.removeprefix(name_of(document)).removeprefix(", ") or text


def _pieces(paragraph: Paragraph) -> Iterator[tuple[bool, int, int]]:
    """The parts of a paragraph's text, in order and without gaps: whether it is an item of a list, start and end."""
    text = paragraph.text
    starts = sorted({mark_start(text, item.start) for item in paragraph.items})
    ends = {mark_start(text, item.start): item.end for item in paragraph.items}
    if not starts or starts[0] > 0:
        yield False, 0, starts[0] if starts else len(text)
    for start, following in pairwise([*starts, len(text)]):
        end = min(ends[start], following)
        yield True, start, end
        if text[end:following].strip():
            yield False, end, following
