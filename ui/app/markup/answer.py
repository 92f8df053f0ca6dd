"""An answer and its evidence as HTML."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from markupsafe import Markup

from index.store import Index, ParagraphRef
from rag.answer import Answer
from rag.answering.summary import OUTLINE
from rag.answering.unweighed import TO_COMPARE
from rag.citing.citation import cite, cite_shortly, name_of, place_in_words, short_name, title_with_date
from rag.citing.quoted import cited_rows, quoted_notes, quoted_spans
from rag.quotations import GAP, as_quotation
from rag.states import MISSING, NEAREST, STATES, UNJUDGED, explanation, headline
from ui.app.addresses import ASK, AskAddress, Span
from ui.app.markup.asking.sentences import card_id, sentences_html
from ui.app.markup.macros import fill
from ui.app.markup.paragraphs.bodies import paragraph_body
from ui.app.markup.render import citation_link, copy_button, crumbs, go, heading_of, notes, page

_html = partial(fill, "answer")
# Paragraphs shown beside those that an answer cites, for readers who want to look further.
_FURTHER = 5
_LEVEL = 2
"""The level of the heading over what is no answer, where a page has no other above it but the question."""


def introduction_html() -> Markup:
    """What a reader sees before the first question."""
    return page(_html("introduction"), kind="pc-welcome")


def question_html(answer: Answer, id: str = "") -> Markup:
    """The question as a heading, with an `id` to scroll to."""
    return page(_html("question", answer.question, id))


def following_html(alone: AskAddress) -> Markup:
    """That a question was read with the one before, and a link to it alone."""
    return page(_html("following", go("Ask it alone", ASK, alone.pairs())))


def answer_html(answer: Answer, index: Index, *, level: int = _LEVEL) -> Markup:
    """The answer as sentences, each with its citation; or what was found instead, under a heading of `level`.

    Related passages never look like an answer: they are framed, under what they are and what they lack.
    """
    return _shown(answer, sentences_html(answer, index, level=level), level)


def plain_answer_html(answer: Answer, lines: Sequence[str], *, level: int = _LEVEL) -> Markup:
    """The same of an answer whose sentences are known as text only, with their citations: `lines`."""
    return _shown(answer, _html("lines", lines), level)


def evidence_html(answer: Answer, index: Index, pages: Mapping[int, Markup] = MappingProxyType({})) -> Markup:
    """The paragraphs that are cited, whole, the quoted words marked; or the nearest ones, unjudged, where none is.

    `pages` are pictures of the pages that some of the paragraphs stand on, by their rows.
    """
    rows = cited_rows(answer.statements, index)
    if rows:
        cards = [
            evidence_card(
                index, row, quoted_spans(answer, row, index), quoted_notes(answer, row, index), is_named=is_named
            )
            + pages.get(row, Markup(""))
            for row, is_named in _named_before(rows, index)
        ]
        return page(_html("cited", cards))
    nearest = [hit.row for hit in answer.nearest]
    cards = [evidence_card(index, row, (), is_named=is_named) for row, is_named in _named_before(nearest, index)]
    return page(_html("nearest", NEAREST, UNJUDGED, cards), kind="pc-nearest") if cards else Markup("")


def _named_before(rows: Sequence[int], index: Index) -> Iterator[tuple[int, bool]]:
    """Each of `rows`, and whether the one before it is of the same document."""
    documents = [index.paragraphs[row].document.id for row in rows]
    for at, row in enumerate(rows):
        yield row, at > 0 and documents[at] == documents[at - 1]


def further_html(answer: Answer, index: Index) -> Markup:
    """The paragraphs that were found and are not shown yet: the next ones, or all where there is no answer."""
    shown = set(cited_rows(answer.statements, index)) | {hit.row for hit in answer.nearest}
    rows = [hit.row for hit in answer.evidence if hit.row not in shown]
    if answer.state == "answers":
        del rows[_FURTHER:]
    cards = (evidence_card(index, row, (), is_named=is_named) for row, is_named in _named_before(rows, index))
    return page(*cards) if rows else Markup("")


def evidence_card(
    index: Index, row: int, spans: Sequence[Span], quoted: Collection[str] = (), *, is_named: bool = False
) -> Markup:
    """One paragraph with its citation, the headings above it, its notes, and its neighbours on request.

    What stands at `spans` is marked, and the notes whose marks are in `quoted`. Where the document `is_named` by the
    card before, its title is left out.
    """
    ref = index.paragraphs[row]
    citation = cite(ref.document, ref.locator)
    return _html(
        "card",
        card_id(row),
        citation,
        citation_link(ref.document, ref.locator, spans, cite_shortly(ref.document, ref.locator)),
        [*_copied(ref, spans, citation), copy_button(citation, f"Copy the citation {citation}", "Copy citation")],
        crumbs(_path(ref, is_named=is_named)),
        _neighbour(index, row, -1),
        paragraph_body(ref.paragraph, spans),
        notes(ref.paragraph.notes, quoted),
        _neighbour(index, row, 1),
    )


def _copied(ref: ParagraphRef, spans: Sequence[Span], citation: str) -> list[Markup]:
    """A button that copies the words at `spans` as a quotation, where there are any."""
    if not spans:
        return []
    words = f" {GAP} ".join(ref.text[start:end].strip() for start, end in spans)
    return [copy_button(as_quotation(words, citation), f"Copy the quotation from {citation}", "Copy quotation")]


def _shown(answer: Answer, quoted: Markup, level: int) -> Markup:
    missing = _html("missing", MISSING, answer.checks) if answer.checks else ""
    if answer.state == "answers":
        return page(_html("answer", missing, quoted, _remark(answer)))
    if answer.is_told:
        return page(_html("told", headline(answer)))
    words = STATES[answer.state]
    passages = _html("passages", words.title, quoted) if quoted else ""
    said = _html("explanation", explanation(answer), missing, passages, _remark(answer))
    return page(_html("state", answer.state, words, headline(answer), level, said))


def _remark(answer: Answer) -> str:
    """What is remarked, but for the commands that do what a link over the answer leads to here."""
    said = answer.remark or ""
    for command in (OUTLINE, TO_COMPARE):
        said = said.partition(command)[0]
    return said.strip()


def _path(ref: ParagraphRef, *, is_named: bool) -> list[str]:
    """The headings above a paragraph, after its document's title unless the citation or a card before says that."""
    is_cited = title_with_date(ref.document) == short_name(ref.document)
    return [*([] if is_named or is_cited else [heading_of(ref.document)]), *ref.paragraph.headings]


def _neighbour(index: Index, row: int, step: int) -> Markup:
    """The paragraph before or after, folded; nothing at either end of the document."""
    ref, rows = index.paragraphs[row], index.rows_of(index.paragraphs[row].document.id)
    if row + step not in rows:
        return Markup("")
    near = index.paragraphs[row + step]
    place = place_in_words(near.locator) or name_of(ref.document)
    return _html("neighbour", "before" if step < 0 else "after", place, paragraph_body(near.paragraph))
