"""An answer and its evidence as HTML."""

from collections.abc import Collection, Sequence

from index.locator import Locator
from index.store import Index, ParagraphRef
from rag.answer import Answer
from rag.citing.citation import cite, name_of, place_in_words
from rag.citing.quoted import cited_rows, quoted_notes, quoted_spans, spans_of
from rag.quotations import Group, Quotation, groups
from rag.refusal import no_answer
from ui.app.addresses import Span
from ui.app.markup.render import citation_link, copy_button, crumbs, notes, page, paragraph_body, tag, text

# Paragraphs shown beside the cited ones, for readers who want to look further.
_FURTHER = 5
_NOTHING_QUOTED = "Nothing is quoted as an answer."
_LOOK = "Try other words, or look at the paragraphs below that come nearest."
_SEE = "The paragraphs below come nearest."
_WIDEN = "Only some documents were asked: widen the filters, try other words, or look at the paragraphs below."


def introduction_html() -> str:
    """What a reader sees before the first question."""
    intro = "Every sentence of an answer is quoted from a document and cited to its paragraph."
    return page(tag("h1", "What do the documents say?"), tag("p", text(intro), class_="pc-quiet"), kind="pc-welcome")


def question_html(answer: Answer) -> str:
    """The question as a heading; on a wide screen, where the field above shows it, only screen readers hear it."""
    return page(tag("h1", text(answer.question), class_="pc-question"))


def answer_html(answer: Answer, index: Index, *, is_filtered: bool = False) -> str:
    """The answer as sentences, each with its citation; or that none was found.

    `is_filtered` says that only some documents were asked, which a reader without an answer is reminded of.
    """
    if not answer.answered:
        return _refusal(no_answer(answer), _WIDEN if is_filtered else _SEE if answer.reason else _LOOK)
    body = "".join(_group(group, index) for group in groups(answer.statements))
    body += tag("p", text(answer.remark), class_="pc-quiet") if answer.remark else ""
    return page(tag("section", body, class_="pc-answer", aria_label="Answer"))


def evidence_html(answer: Answer, index: Index) -> str:
    """The paragraphs an answer cites, whole, the quoted words marked; or the nearest ones where there is no answer."""
    rows = cited_rows(answer, index)
    if rows:
        cards = [
            evidence_card(index, row, quoted_spans(answer, row, index), quoted_notes(answer, row, index))
            for row in rows
        ]
        return page(tag("h2", "The paragraphs cited"), *cards)
    cards = [evidence_card(index, hit.row, ()) for hit in answer.nearest]
    intro = tag(
        "p",
        "They come closest to the question. None of their sentences was found to answer it clearly.",
        class_="pc-quiet",
    )
    return page(tag("h2", "The nearest paragraphs"), intro, *cards, kind="pc-nearest") if cards else ""


def further_html(answer: Answer, index: Index) -> str:
    """The next paragraphs that were found and are not cited; empty where there are none."""
    shown = set(cited_rows(answer, index)) | {hit.row for hit in answer.nearest}
    rows = [hit.row for hit in answer.evidence if hit.row not in shown][:_FURTHER]
    return page(*(evidence_card(index, row, ()) for row in rows)) if rows else ""


def evidence_card(index: Index, row: int, spans: Sequence[Span], quoted: Collection[str] = ()) -> str:
    """One paragraph with its citation, the headings above it, its notes, and its neighbours on request.

    What stands at `spans` is marked, and the notes whose marks are in `quoted`.
    """
    ref = index.paragraphs[row]
    citation = cite(ref.document, ref.locator)
    head = tag(
        "header",
        citation_link(ref.document, ref.locator, spans) + copy_button(citation, f"Copy the citation {citation}"),
        class_="pc-card-head",
    )
    return tag(
        "article",
        "".join(
            [
                head,
                crumbs(_path(ref)),
                _neighbour(index, row, -1),
                tag("div", paragraph_body(ref.paragraph, spans), class_="pc-text"),
                notes(ref.paragraph.notes, quoted),
                _neighbour(index, row, 1),
            ]
        ),
        class_="pc-card",
        aria_label=citation,
    )


def _path(ref: ParagraphRef) -> list[str]:
    """Title and headings above a paragraph; the title only where the citation does not already say it."""
    title = ref.document.short_title or ref.document.title
    return [*([] if name_of(ref.document).startswith(title) else [title]), *ref.paragraph.headings]


def _refusal(words: str, way_on: str) -> str:
    body = tag("h2", text(words)) + tag("p", text(f"{_NOTHING_QUOTED} {way_on}"))
    return page(tag("section", body, class_="pc-refusal", aria_label="No answer"))


def _group(group: Group, index: Index) -> str:
    lead = ""
    if group.sentences:
        lead = tag("p", f"{text(group.sentences.text)} {_cited(group.sentences, index)}")
    items = "".join(tag("li", _item(each, index, short=bool(group.sentences))) for each in group.items)
    return lead + (tag("ul", items, class_="pc-list") if items else "")


def _item(item: Quotation, index: Index, *, short: bool) -> str:
    label = tag("span", text(item.label), class_="pc-mark")
    return f"{label} {text(item.text)} {_cited(item, index, short=short)}"


def _cited(quotation: Quotation, index: Index, *, short: bool = False) -> str:
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
    return " ".join(links)


def _neighbour(index: Index, row: int, step: int) -> str:
    """The paragraph before or after, folded; nothing at either end of the document."""
    ref, rows = index.paragraphs[row], index.rows_of(index.paragraphs[row].document.id)
    if row + step not in rows:
        return ""
    near = index.paragraphs[row + step]
    which = "before" if step < 0 else "after"
    summary = tag("summary", f"The paragraph {which}: {text(place_in_words(near.locator) or name_of(ref.document))}")
    return tag("details", summary + tag("div", paragraph_body(near.paragraph), class_="pc-text"), class_="pc-near")
