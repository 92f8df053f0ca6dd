"""What a search for words found, as HTML: counts by document, body and year, then each passage with its citation."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from index.document import Document
from index.store import Index
from index.text.wording import counted
from rag.citing.citation import cite, cite_shortly, title_with_date
from rag.quotations import as_quotation
from rag.searching.passages import SearchedWords, best_sentence, marks, mentioning
from ui.app.addresses import ASK, SEARCH, AskAddress, Filters
from ui.app.filtering import year_of
from ui.app.markup.macros import fill, joined
from ui.app.markup.render import citation_link, copy_button, crumbs, go, marked, page, within

_html = partial(fill, "search")
_Line = tuple[Markup, int]


def counts_html(rows: Sequence[int], address: AskAddress, index: Index) -> Markup:
    """How many passages were found, and by document, body and year, each a link that leaves only those."""
    documents = Counter(index.paragraphs[row].document.id for row in rows)
    held = {each: index.document(each) for each in documents}
    facets = {
        "By document": [(_narrowed(address, held[each]), count) for each, count in documents.items()],
        "By body": _by(address, {each: held[each].body for each in held}, documents, "body"),
        "By year": _by(address, {each: year_of(held[each]) for each in held}, documents, "year"),
    }
    total = f"{counted(len(rows), 'passage')} in {counted(len(documents), 'document')}"
    # One line that repeats the total says nothing.
    return page(_html("counts", total, {name: lines for name, lines in facets.items() if len(lines) > 1}))


def passages_html(rows: Sequence[int], searched: SearchedWords, index: Index) -> Markup:
    """The passages at `rows`: of each its citation and the sentence that holds most of what was `searched`, marked."""
    return page(joined(*(_passage(row, searched, index) for row in rows)), kind="pc-found")


def nothing_html(searched: SearchedWords, rows: Sequence[int], address: AskAddress, index: Index) -> Markup:
    """That no passage holds all words, and how many of `rows` hold each; the same as a question."""
    single = [SearchedWords((each,)) for each in searched.words]
    single += [SearchedWords((), (each,)) for each in searched.phrases]
    lines = []
    for each in single if len(single) > 1 else []:
        pairs = replace(address, question=str(each)).pairs()
        lines.append((go(str(each), SEARCH, pairs), counted(len(mentioning(each, rows, index)), "passage")))
    return page(_html("nothing", lines, go("Ask it as a question", ASK, address.pairs())))


def _by(
    address: AskAddress, values: dict[str, str | None] | dict[str, int | None], documents: Counter[str], kind: str
) -> list[_Line]:
    """The number of passages of each body or year, most first, years in order; a document without is left out."""
    found: Counter[str | int] = Counter()
    for each, value in values.items():
        if value is not None:
            found[value] += documents[each]
    order = sorted(found) if kind == "year" else sorted(found, key=lambda each: (-found[each], each))
    return [(_filtered(address, each), found[each]) for each in order]


def _filtered(address: AskAddress, value: str | int) -> Markup:
    years = {"first_year": value, "last_year": value} if isinstance(value, int) else {"bodies": (value,)}
    filters = replace(address.filters, **years)
    return go(str(value), SEARCH, replace(address, filters=filters).pairs())


def _narrowed(address: AskAddress, document: Document) -> Markup:
    filters = Filters(documents=(document.id,))
    return go(title_with_date(document), SEARCH, replace(address, filters=filters).pairs())


def _passage(row: int, searched: SearchedWords, index: Index) -> Markup:
    ref = index.paragraphs[row]
    spans = marks(searched, ref.text, index)
    start, end = best_sentence(row, spans, index)
    words, citation = ref.text[start:end], cite(ref.document, ref.locator)
    return _html(
        "passage",
        citation,
        citation_link(ref.document, ref.locator, spans, cite_shortly(ref.document, ref.locator)),
        [
            copy_button(as_quotation(words, citation), f"Copy the quotation from {citation}", "Copy quotation"),
            copy_button(citation, f"Copy the citation {citation}", "Copy citation"),
        ],
        crumbs([title_with_date(ref.document), *ref.paragraph.headings[-1:]]),
        marked(words, within(spans, start, end)),
        ("… " if start else "", " …" if end < len(ref.text.rstrip()) else ""),
    )
