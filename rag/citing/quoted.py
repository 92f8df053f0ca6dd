"""Citations made from the paragraph whose words they quote, and the paragraphs and words that an answer quotes."""

from collections.abc import Iterable, Sequence

from index.document import Note, Paragraph
from index.sentences import Span
from index.store import Index, ParagraphRef
from rag.answer import Answer, Citation, Statement
from rag.citing.citation import cite


def quoted(ref: ParagraphRef, span: Span, items: Sequence[str] = ()) -> Citation:
    """The citation of the characters `span` of a paragraph's text, which stand in its sub-item `items` if any."""
    start, end = span
    locator = ref.locator.item(*items)
    return Citation(
        ref.document.id,
        ref.document.symbol,
        locator,
        cite(ref.document, locator),
        ref.text[start:end],
        start,
        end,
        ref.document.title,
        ref.document.date,
        ref.paragraph.page,
    )


def quoted_footnote(ref: ParagraphRef, note: Note) -> Citation:
    """The citation of a whole footnote of a paragraph: `…, para. 3, footnote 1`."""
    return Citation(
        ref.document.id,
        ref.document.symbol,
        ref.locator,
        cite(ref.document, ref.locator, note.mark),
        note.text,
        0,
        len(note.text),
        ref.document.title,
        ref.document.date,
        ref.paragraph.page,
        note.mark,
    )


def source_text(note: str | None, paragraph: Paragraph) -> str | None:
    """The text of the footnote of `paragraph` whose mark is `note`, None where it has none; its own without a mark."""
    if note is None:
        return paragraph.text
    return next((each.text for each in paragraph.notes if each.mark == note), None)


def stands_there(citation: Citation, paragraph: Paragraph) -> bool:
    """Whether the words of `citation` are the characters that it names of `paragraph`."""
    text = source_text(citation.note, paragraph)
    return text is not None and text[citation.start : citation.end] == citation.quote


def cited_row(citation: Citation, index: Index) -> int | None:
    """The row of the paragraph that `citation` quotes, or None where the index does not hold it.

    Where a number is printed twice, the paragraph that has the words.
    """
    rows = index.rows(citation.document, citation.locator)
    return next((row for row in rows if stands_there(citation, index.paragraphs[row].paragraph)), None)


def cited_rows(statements: Iterable[Statement], index: Index) -> tuple[int, ...]:
    """The rows of the paragraphs that `statements` cite, in the order of their first citation."""
    rows = (cited_row(each, index) for statement in statements for each in statement.citations)
    return tuple(dict.fromkeys(row for row in rows if row is not None))


def quoted_spans(answer: Answer, row: int, index: Index) -> tuple[Span, ...]:
    """Where in the paragraph at `row` the words quoted by `answer` stand, in order, but for those that complete it."""
    cited = _citations_of(answer, row, index, completing=False)
    return tuple(sorted({span for each in cited for span in spans_of(each)}))


def quoted_notes(answer: Answer, row: int, index: Index) -> frozenset[str]:
    """The marks of the footnotes of the paragraph at `row` that `answer` quotes."""
    return frozenset(each.note for each in _citations_of(answer, row, index) if each.note is not None)


def spans_of(citation: Citation) -> tuple[Span, ...]:
    """Where in its paragraph's text the words of one citation stand; nowhere for those of a footnote."""
    return () if citation.note is not None else ((citation.start, citation.end),)


def _citations_of(answer: Answer, row: int, index: Index, *, completing: bool = True) -> list[Citation]:
    return [
        citation
        for statement in answer.statements
        for citation in statement.citations
        if (completing or not statement.completes) and cited_row(citation, index) == row
    ]
