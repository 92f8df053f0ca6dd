"""An answer as it is laid out: sentences of one paragraph together, its list items under them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.locator import Locator
from index.store import Index, ParagraphRef
from rag.answer import Answer, Citation, Statement
from ui.addresses import Span
from ui.render import find_quote


@dataclass(frozen=True, slots=True)
class Line:
    """A list item of an answer: its printed mark (`(a)`) and its sentences, which cite the same place."""

    mark: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Statements from one paragraph, or one footnote of it, that follow one another: sentences, then list items."""

    document: str
    paragraph: Locator
    sentences: tuple[Statement, ...]
    items: tuple[Line, ...]


def groups(answer: Answer) -> Iterator[Group]:
    """The statements of `answer` by paragraph, in their order; a sentence after a list begins a group of its own."""
    for (document, paragraph, _), run in groupby(answer.statements, key=_paragraph):
        for sentences, items in _cut(list(run)):
            lines = groupby(items, key=_locator)
            listed = tuple(Line(f"({locator.items[-1]})", tuple(each)) for locator, each in lines)
            yield Group(document, paragraph, tuple(sentences), listed)


def cited_rows(answer: Answer, index: Index) -> tuple[int, ...]:
    """The rows of the paragraphs that an answer cites, in the order of their first citation."""
    rows = (index.row(each.document, each.locator) for statement in answer.statements for each in statement.citations)
    return tuple(dict.fromkeys(row for row in rows if row is not None))


def quoted_spans(answer: Answer, row: int, index: Index) -> tuple[Span, ...]:
    """Where in the paragraph at `row` the words quoted by `answer` stand."""
    ref = index.paragraphs[row]
    quotes = [each.quote for each in _citations_of(answer, ref) if each.footnote is None]
    found = (find_quote(ref.text, quote) for quote in dict.fromkeys(quotes))
    return tuple(sorted(span for span in found if span is not None))


def quoted_notes(answer: Answer, row: int, index: Index) -> frozenset[str]:
    """The marks of the footnotes of the paragraph at `row` that `answer` quotes."""
    cited = _citations_of(answer, index.paragraphs[row])
    return frozenset(each.footnote for each in cited if each.footnote is not None)


def _citations_of(answer: Answer, ref: ParagraphRef) -> list[Citation]:
    return [
        citation
        for statement in answer.statements
        for citation in statement.citations
        if citation.document == ref.document.id and citation.locator.paragraph == ref.locator
    ]


def citation_spans(citation: Citation, index: Index) -> tuple[Span, ...]:
    """Where in its paragraph the words of one citation stand; nowhere for those of a footnote."""
    if citation.footnote is not None:
        return ()
    row = index.row(citation.document, citation.locator)
    span = None if row is None else find_quote(index.paragraphs[row].text, citation.quote)
    return (span,) if span else ()


def _paragraph(statement: Statement) -> tuple[str, Locator, str | None]:
    first = statement.citations[0]
    return first.document, first.locator.paragraph, first.footnote


def _locator(statement: Statement) -> Locator:
    return statement.citations[0].locator


def _cut(run: Sequence[Statement]) -> Iterator[tuple[list[Statement], list[Statement]]]:
    """`run` cut before each sentence that follows a list item: what stands before the items, and the items."""
    sentences: list[Statement] = []
    items: list[Statement] = []
    for statement in run:
        if _locator(statement).items:
            items.append(statement)
            continue
        if items:
            yield sentences, items
            sentences, items = [], []
        sentences.append(statement)
    yield sentences, items
