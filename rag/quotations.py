"""The statements of an answer as quotations: those of one place together, words left out between them marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from index.locator import Locator
from index.sentences import Span
from rag.answer import Citation, Statement

GAP = "[…]"
"""What stands for words that were left out of a quotation."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Statements that follow one another and cite the same place, or the same places."""

    statements: tuple[Statement, ...]

    @property
    def citation(self) -> Citation:
        """The citation of the first statement."""
        return self.statements[0].citations[0]

    @property
    def is_written(self) -> bool:
        """Whether a language model wrote the words, which rest on what they cite and are not it."""
        return not self.statements[0].is_verbatim

    @property
    def where(self) -> str:
        """The citation, or all that a language model's sentence rests on: `…, para. 20; …, para. 4`."""
        cited = self.statements[0].citations if self.is_written else (self.citation,)
        return "; ".join(dict.fromkeys(each.text for each in cited))

    @property
    def rests_on(self) -> tuple[Citation, ...]:
        """The citations with the verbatim words that a language model's sentences rest on; none of a quotation."""
        return (
            tuple(dict.fromkeys(each for one in self.statements for each in one.citations)) if self.is_written else ()
        )

    @property
    def label(self) -> str:
        """What stands before a list item: its printed mark, `(b)`, or `[…] (b)` after a gap; empty without an item."""
        if self.is_written:
            return ""
        items = self.citation.locator.items
        return " ".join([*_lead(self.statements[0]), f"({items[-1]})"]) if items else ""

    @property
    def text(self) -> str:
        """The words of the statements, marked wherever words were left out; what a label says is not repeated."""
        first, *others = self.statements
        lead = () if self.label else _lead(first)
        return " ".join([*lead, first.text, *(part for each in others for part in (*_lead(each), each.text))])


@dataclass(frozen=True, slots=True)
class Group:
    """What is quoted from one paragraph, or one footnote of it, in a row: sentences if any, then list items."""

    document: str
    paragraph: Locator
    sentences: Quotation | None
    items: tuple[Quotation, ...] = ()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The sentences and the items, in order."""
        return (self.sentences, *self.items) if self.sentences else self.items


def as_quotation(words: str, citation: str) -> str:
    """`words` in quotation marks with their citation, as they stand in a text: `“Banks cooperate.” (A/1, para. 1)`."""
    return f"“{words.strip()}” ({citation})"


def quotations(statements: Iterable[Statement]) -> Iterator[Quotation]:
    """The quotations that `statements` are, in their order."""
    for _, run in groupby(statements, key=_kept_together):
        yield Quotation(tuple(run))


def groups(statements: Iterable[Statement]) -> Iterator[Group]:
    """`statements` by paragraph, in their order; a sentence after a list begins a group of its own."""
    for (document, paragraph, _), run in groupby(quotations(statements), key=_paragraph):
        for sentences, items in _cut(run):
            yield Group(document, paragraph, sentences, tuple(items))


def marked_stretches(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """`text` cut at `spans`, in order, each stretch with whether it lies in one; empty ones are left out."""
    place = 0
    for start, end in spans:
        if place < start:
            yield text[place:start], False
        yield text[start:end], True
        place = end
    if place < len(text):
        yield text[place:], False


def _lead(statement: Statement) -> tuple[str, ...]:
    """What is said before a statement of what stood before it."""
    cited = statement.citations[0]
    context = (f"[context: {cited.context}]",) if cited.context else ()
    return (*context, GAP) if cited.gap else context


def _kept_together(statement: Statement) -> tuple[bool, tuple[tuple[str, str], ...]]:
    """What statements in a row have in common that are one quotation: who wrote them, and the places they cite."""
    return statement.is_verbatim, tuple((each.document, each.text) for each in statement.citations)


def _paragraph(quotation: Quotation) -> tuple[str, Locator, str | None]:
    cited = quotation.citation
    return cited.document, cited.locator.paragraph, cited.note


def _cut(run: Iterable[Quotation]) -> Iterator[tuple[Quotation | None, list[Quotation]]]:
    """`run` cut before each quotation that is no list item: what stands before the items, and the items."""
    sentences: Quotation | None = None
    items: list[Quotation] = []
    for quotation in run:
        if quotation.label:
            items.append(quotation)
            continue
        if sentences or items:
            yield sentences, items
        sentences, items = quotation, []
    yield sentences, items
