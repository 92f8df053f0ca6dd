"""The sentences of an answer as HTML: first what answers, then what else the documents say, each under its document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from markupsafe import Markup

from index.locator import Locator
from index.store import Index
from rag.answer import Answer, Statement
from rag.answering.key_words import counted_figures, key_words
from rag.citing.citation import cite_shortly, place_in_words
from rag.citing.quoted import spans_of
from rag.citing.tables import SetTable, lines_of, quoted_table
from rag.question.answer_type import POINTED, answer_type_of
from rag.quotations import Group, Quotation, groups
from ui.app.addresses import Span
from ui.app.markup.macros import fill
from ui.app.markup.paragraphs.tables import table_html
from ui.app.markup.render import citation_link, heading_of, marked

_html = partial(fill, "sentences")
_Quoted = tuple[str, Markup, list[Markup], list[tuple[str, str]]]
_Shown = tuple[str, _Quoted | None, bool, list[_Quoted]]
_Part = tuple[str, list[_Shown]]
# What one paragraph answers, others only add to; a place, a gist or a comparison is all of its sentences.
_LED = ("facts", "definition", "list")
_SHOWN = 2
"""How much of what else the documents say is shown unasked, where one thing answers."""
_RELATED = 3  # related passages that are shown unasked, best first, where one thing would answer
_OPEN = 6
"""How much of either is shown where several paragraphs may be needed: a list, a reason, what is said of a matter."""
_LONGEST_LEAD = 400  # characters of a lead that is read at a glance; a longer one is set no larger than the rest


def sentences_html(answer: Answer, index: Index, *, level: int) -> Markup:
    """The statements of `answer`: the sentence that answers large, its key words strong, the rest after it.

    What other paragraphs say stands under a heading of `level`, folded after some. Where none is set before the
    others, all stand one after the other.
    """
    if answer.state == "related":
        found = list(groups(answer.statements))
        most = _most_shown(answer.question, _RELATED)
        return _html("related", _parts(found[:most], index), _parts(found[most:], index), len(found) - most)
    if not _has_lead(answer):
        return parts_html(answer.statements, index)
    first, *others = groups(answer.statements)
    # The rows of a table are read together.
    is_table = first.sentences is not None and _table(first.sentences, index) is not None
    leading, others_said = (_statements(first), []) if is_table else _parted(first, answer.question)
    source = first.document
    lead = _parts(groups(leading), index, asked=answer.question)
    rest = _parts(groups(others_said), index, before=source)
    most = _most_shown(answer.question, _SHOWN)
    shown, folded = _parts(others[:most], index, before=source), _parts(others[most:], index)
    is_long = sum(len(each.text) for each in leading) > _LONGEST_LEAD
    return _html("led", lead, is_long, rest, level, shown, folded, len(others) - most)


def _most_shown(question: str, pointed: int) -> int:
    """How many paragraphs beside the first, or related ones, are shown unasked: `pointed` where one thing answers."""
    return pointed if answer_type_of(question) in POINTED else _OPEN


def parts_html(statements: Sequence[Statement], index: Index) -> Markup:
    """`statements` one after the other, those of each document under its title and date."""
    return _html("parts", _parts(groups(statements), index))


def card_id(row: int | None) -> str:
    """The id of the card of the paragraph at `row`, which the words quoted from it name."""
    return f"card-{row}"


def _has_lead(answer: Answer) -> bool:
    """Whether one paragraph answers before the others; what a language model wrote is a text of its own."""
    is_quoted = all(each.is_verbatim for each in answer.statements)
    return answer.state == "answers" and answer.intent in _LED and is_quoted


def _statements(group: Group) -> list[Statement]:
    return [each for quotation in group.quotations for each in quotation.statements]


def _parted(group: Group, question: str) -> tuple[list[Statement], list[Statement]]:
    """The statements of a paragraph that answer, and the others.

    Those that lead, unless only others have key words of the `question` or they are items of a list, which say nothing
    without what introduces them.
    """
    said = _statements(group)
    own = [each for each in said if each.leads]
    keyed = [each for each in said if key_words(question, each.text)]
    if not own or group.items or (keyed and not any(each.leads for each in keyed)):
        return _leading_up(said, question)
    others = [_with_gap(each, gap=True) if before and before.leads else each for before, each in _others(said)]
    # What leads is whole by itself, wherever in the paragraph it stands.
    return [own[0] if own[0] is said[0] else _with_gap(own[0], gap=False), *own[1:]], others


def _leading_up(said: list[Statement], question: str) -> tuple[list[Statement], list[Statement]]:
    """Of a paragraph what leads up to what answers, but for what only completes it, and the rest."""
    first = next((at for at, each in enumerate(said) if not each.completes), 0)
    end = first + _lead_end(said[first:], question)
    return said[first:end], [*said[:first], *said[end:]]


def _others(statements: Sequence[Statement]) -> Iterator[tuple[Statement | None, Statement]]:
    """The statements that do not lead, each with the one before it."""
    pairs = zip((None, *statements), statements, strict=False)
    return ((before, each) for before, each in pairs if not each.leads)


def _with_gap(statement: Statement, *, gap: bool) -> Statement:
    """`statement` where words before it are left out or, without `gap`, none that it follows on from."""
    first, *others = statement.citations
    return replace(statement, citations=(replace(first, gap=gap), *others))


def _lead_end(statements: Sequence[Statement], question: str) -> int:
    """How many of the `statements` of a paragraph lead up to what answers: to the first with key words, or the first.

    A sentence that introduces a list is no answer without an item, unless it says how many there are.
    """
    keys = [at for at, each in enumerate(statements, 1) if key_words(question, each.text)]
    first = keys[0] if keys else 1
    said = statements[first - 1].text
    introduces = said.endswith(":") and first < len(statements) and not counted_figures(question, said)
    return first + introduces


def _parts(found: Iterable[Group], index: Index, *, asked: str = "", before: str = "") -> list[_Part]:
    """The groups of each document in a row, under its title and date unless it is the one `before`.

    The key words of what is `asked` are strong.
    """
    parts: list[_Part] = []
    for document, own in groupby(found, key=lambda group: group.document):
        title = "" if document == before else heading_of(index.document(document))
        parts.append((title, [_group(group, index, asked, is_named=document == before) for group in own]))
    return parts


def _group(group: Group, index: Index, asked: str, *, is_named: bool) -> _Shown:
    """The card, sentences, whether these are rows of a table, and items of a group.

    Sentences and items are label, words, links and what a language model's rest on.

    Where the document `is_named` before, or by the group's sentences, only the place is cited.
    """
    card, own = card_id(index.row(group.document, group.paragraph)), group.sentences
    table = _table(own, index) if own else None
    lead: _Quoted | None = None
    if own:
        # Its rows lead only in an answer, for which it is known what was asked.
        words = table_html(table, strong=_leading(own) if asked else ()) if table else _words(own, index, asked)
        lead = "", words, _cited(own, index, short=is_named), _rests(own)
    is_short = is_named or own is not None
    items: list[_Quoted] = [
        (each.label, _words(each, index, asked), _cited(each, index, short=is_short), []) for each in group.items
    ]
    return card, lead, table is not None, items


def _leading(quotation: Quotation) -> list[Span]:
    """Where the statements of a quotation of a table stand that lead, if others do not."""
    leading = [each for each in quotation.statements if each.leads]
    if len(leading) == len(quotation.statements):
        return []
    return [span for each in leading for cited in each.citations for span in spans_of(cited)]


def _table(quotation: Quotation, index: Index) -> SetTable | None:
    """The rows that `quotation` has, unless they are lines that say themselves what they are."""
    table = quoted_table(quotation, index)
    return None if table is None or table.has_labels else table


def _words(quotation: Quotation, index: Index, asked: str) -> Markup:
    words = " ".join(lines_of(quotation, index))
    keys = key_words(asked, words) if asked else ()
    if keys:
        return marked(words, keys, element="strong")
    # What only completes a paragraph is read past by who looks for what answers.
    return marked(words, _completing(quotation, words), element="small")


def _completing(quotation: Quotation, words: str) -> list[Span]:
    """Where in `words`, those of a quotation, its statements stand that only complete the paragraph."""
    spans, place = list[Span](), 0
    for each in quotation.statements:
        start = words.find(each.text, place)
        if start < 0:
            continue
        place = start + len(each.text)
        if each.completes:
            spans.append((start, place))
    return spans


def _rests(quotation: Quotation) -> list[tuple[str, str]]:
    """The citations and words that a language model's sentences rest on."""
    return [(each.text, each.quote) for each in quotation.rests_on]


def _cited(quotation: Quotation, index: Index, *, short: bool) -> list[Markup]:
    """A link for each place that `quotation` cites, which marks the quoted words; `short` leaves the name out."""
    return list(_links(quotation, index, short=short))


def _links(quotation: Quotation, index: Index, *, short: bool) -> Iterator[Markup]:
    spans: dict[tuple[str, Locator, str | None], list[Span]] = {}
    for statement in quotation.statements:
        for citation in statement.citations:
            place = citation.document, citation.locator, citation.note
            spans.setdefault(place, []).extend(spans_of(citation))
    for (document, locator, note), marks in spans.items():
        cited = index.document(document)
        words = (place_in_words(locator, note) if short else "") or cite_shortly(cited, locator, note)
        yield citation_link(cited, locator, sorted(marks), words, note)
