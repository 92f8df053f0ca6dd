"""An answer and its evidence as HTML."""

from collections.abc import Collection, Sequence
from functools import partial

from markupsafe import Markup

from index.locator import Locator
from index.store import Index, ParagraphRef
from rag.answer import Answer
from rag.citing.citation import cite, name_of, place_in_words
from rag.citing.quoted import cited_rows, quoted_notes, quoted_spans, spans_of
from rag.quotations import Group, Quotation, groups
from rag.refusal import no_answer
from ui.app.addresses import Span
from ui.app.markup.macros import fill
from ui.app.markup.render import citation_link, copy_button, crumbs, notes, page, paragraph_body

_html = partial(fill, "answer")
_Quoted = tuple[str, str, list[Markup]]
# Paragraphs shown beside the cited ones, for readers who want to look further.
_FURTHER = 5
_LOOK = "Try other words, or look at the paragraphs below that come nearest."
_SEE = "The paragraphs below come nearest."
_WIDEN = "Only some documents were asked: widen the filters, try other words, or look at the paragraphs below."


def introduction_html() -> Markup:
    """What a reader sees before the first question."""
    return page(_html("introduction"), kind="pc-welcome")


def question_html(answer: Answer) -> Markup:
    """The question as a heading; on a wide screen, where the field above shows it, only screen readers hear it."""
    return page(_html("question", answer.question))


def answer_html(answer: Answer, index: Index, *, is_filtered: bool = False) -> Markup:
    """The answer as sentences, each with its citation; or that none was found.

    `is_filtered` says that only some documents were asked, which a reader without an answer is reminded of.
    """
    if not answer.answered:
        way_on = _WIDEN if is_filtered else _SEE if answer.reason else _LOOK
        return page(_html("refusal", no_answer(answer), way_on))
    return page(_html("answer", [_group(group, index) for group in groups(answer.statements)], answer.remark))


def plain_answer_html(lines: Sequence[str]) -> Markup:
    """An answer whose sentences are known as text only, with their citations, a line each."""
    return page(_html("plain_answer", lines))


def evidence_html(answer: Answer, index: Index) -> Markup:
    """The paragraphs an answer cites, whole, the quoted words marked; or the nearest ones where there is no answer."""
    rows = cited_rows(answer, index)
    if rows:
        cards = [
            evidence_card(index, row, quoted_spans(answer, row, index), quoted_notes(answer, row, index))
            for row in rows
        ]
        return page(_html("cited", cards))
    cards = [evidence_card(index, hit.row, ()) for hit in answer.nearest]
    return page(_html("nearest", cards), kind="pc-nearest") if cards else Markup("")


def further_html(answer: Answer, index: Index) -> Markup:
    """The next paragraphs that were found and are not cited; empty where there are none."""
    shown = set(cited_rows(answer, index)) | {hit.row for hit in answer.nearest}
    rows = [hit.row for hit in answer.evidence if hit.row not in shown][:_FURTHER]
    return page(*(evidence_card(index, row, ()) for row in rows)) if rows else Markup("")


def evidence_card(index: Index, row: int, spans: Sequence[Span], quoted: Collection[str] = ()) -> Markup:
    """One paragraph with its citation, the headings above it, its notes, and its neighbours on request.

    What stands at `spans` is marked, and the notes whose marks are in `quoted`.
    """
    ref = index.paragraphs[row]
    citation = cite(ref.document, ref.locator)
    return _html(
        "card",
        citation,
        citation_link(ref.document, ref.locator, spans),
        copy_button(citation, f"Copy the citation {citation}"),
        crumbs(_path(ref)),
        _neighbour(index, row, -1),
        paragraph_body(ref.paragraph, spans),
        notes(ref.paragraph.notes, quoted),
        _neighbour(index, row, 1),
    )


def _path(ref: ParagraphRef) -> list[str]:
    """Title and headings above a paragraph; the title only where the citation does not already say it."""
    title = ref.document.short_title or ref.document.title
    return [*([] if name_of(ref.document).startswith(title) else [title]), *ref.paragraph.headings]


def _group(group: Group, index: Index) -> tuple[_Quoted | None, list[_Quoted]]:
    """Sentences and items of a group, each as label, words and links."""
    lead = ("", group.sentences.text, _cited(group.sentences, index)) if group.sentences else None
    return lead, [(each.label, each.text, _cited(each, index, short=lead is not None)) for each in group.items]


def _cited(quotation: Quotation, index: Index, *, short: bool = False) -> list[Markup]:
    """A link for each place that `quotation` cites, which marks the quoted words; `short` leaves the name out."""
    spans: dict[tuple[str, Locator, str | None], list[Span]] = {}
    for statement in quotation.statements:
        for citation in statement.citations:
            place = citation.document, citation.locator, citation.note
            spans.setdefault(place, []).extend(spans_of(citation))
    links = []
    for (document, locator, note), marks in spans.items():
        words = place_in_words(locator) if short else ""
        links.append(citation_link(index.document(document), locator, sorted(marks), words, note))
    return links


def _neighbour(index: Index, row: int, step: int) -> Markup:
    """The paragraph before or after, folded; nothing at either end of the document."""
    ref, rows = index.paragraphs[row], index.rows_of(index.paragraphs[row].document.id)
    if row + step not in rows:
        return Markup("")
    near = index.paragraphs[row + step]
    place = place_in_words(near.locator) or name_of(ref.document)
    return _html("neighbour", "before" if step < 0 else "after", place, paragraph_body(near.paragraph))
