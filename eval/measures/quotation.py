"""Quotations measured: whether the words are the document's, and whether the number printed is where they stand."""

from collections.abc import Mapping

from eval.gold.gold import Place
from eval.measures.requirements import is_within
from index.document import Document, Paragraph
from index.sentences import mark_start
from rag.answer import Answer, Citation, Statement
from rag.citing.citation import place_in_words
from rag.citing.quote_check import is_verbatim
from rag.citing.quoted import source_text

EXTRACTIVE = "extractive"


def quote_fidelity(answer: Answer, documents: Mapping[str, Document]) -> float | None:
    """The share of an answer's statements that are verbatim, which must be 1 without a language model; None of none.

    A statement is verbatim where each of its quotations stands, word for word, in the paragraph or footnote cited for
    it and, in an extractive answer, where the statement is its quotations and nothing else.
    White space, line-end hyphens and footnote marks make no difference.
    """
    if not answer.statements:
        return None
    extractive = answer.mode == EXTRACTIVE
    return sum(_is_faithful(each, documents, extractive=extractive) for each in answer.statements) / len(
        answer.statements
    )


def wrong_number_rate(answer: Answer, documents: Mapping[str, Document]) -> float | None:
    """The share of an answer's citations whose number is wrong, whatever was asked; None where nothing is cited.

    A number is wrong where the document has no such place, where the printed citation names another place than the one
    cited, or where the words quoted stand elsewhere in the document and not there. Words that stand nowhere in the
    document are a wrong quotation, not a wrong number.
    """
    citations = [citation for statement in answer.statements for citation in statement.citations]
    if not citations:
        return None
    return sum(has_wrong_number(each, documents) for each in citations) / len(citations)


def has_wrong_number(citation: Citation, documents: Mapping[str, Document]) -> bool:
    """Whether the number of `citation` is not where its words stand."""
    document = documents.get(citation.document)
    paragraph = document.paragraph(citation.locator) if document else None
    if document is None or paragraph is None or not _prints_its_place(citation):
        return True
    if citation.note is None:
        here = text_at(paragraph, Place(citation.document, citation.locator))
    else:
        here = source_text(citation.note, paragraph)
    if here is None:
        return True
    if is_verbatim(citation.quote, here):
        return False
    return any(_stands_in(citation.quote, each) for each in document.paragraphs)


def text_at(paragraph: Paragraph, place: Place) -> str | None:
    """The words at `place`, of a sub-item with its printed mark; None where the paragraph has no such sub-item."""
    if not place.locator.items:
        return paragraph.text
    inside = [each for each in paragraph.items if is_within(Place(place.document, each.locator), place)]
    if not inside:
        return None
    start = min(mark_start(paragraph.text, each.start) for each in inside)
    return paragraph.text[start : max(each.end for each in inside)]


def _is_faithful(statement: Statement, documents: Mapping[str, Document], *, extractive: bool) -> bool:
    if not statement.citations:
        return False
    for citation in statement.citations:
        document = documents.get(citation.document)
        paragraph = document.paragraph(citation.locator) if document else None
        text = source_text(citation.note, paragraph) if paragraph else None
        if text is None or not is_verbatim(citation.quote, text):
            return False
    quotes = dict.fromkeys(_spaced(each.quote) for each in statement.citations)
    return not extractive or _spaced(statement.text) == " ".join(quotes)


def _stands_in(quote: str, paragraph: Paragraph) -> bool:
    """Whether `quote` stands in the text or in a footnote of `paragraph`."""
    return any(is_verbatim(quote, text) for text in (paragraph.text, *(note.text for note in paragraph.notes)))


def _prints_its_place(citation: Citation) -> bool:
    """Whether the printed citation ends with the place that is cited; a document as a whole has no place in words."""
    note = f", footnote {citation.note}" if citation.note is not None else ""
    place = place_in_words(citation.locator)
    return citation.text.endswith(f", {place}{note}") or not place


def _spaced(text: str) -> str:
    return " ".join(text.split())
