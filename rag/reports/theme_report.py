"""A brief on a theme as a report: sub-themes, points by document and date, and what each document adds."""

from collections.abc import Iterator
from functools import partial

from index.document import Document
from index.store import ParagraphRef
from index.text.wording import counted
from rag.briefs.themes import Brief, Point, SubTheme
from rag.citing.citation import cite, cite_all, spelled_date, title_with_date
from rag.comparing.word_diff import marked_changes
from rag.provenance import Provenance
from rag.reports.annex import about_blocks, annex_blocks, paragraph_anchor
from rag.reports.quotation import statement_blocks
from rag.reports.report import Block, Cited, Contents, Heading, NewPage, Prose, Report, Table, Text, plain

HOW_TO_READ = (
    "Every point is quoted word for word and cited; […] marks words left out. Where a later document has the same "
    "paragraph, the point says so; where it has changed it, the words taken out are struck through and the new ones "
    "marked. The annex holds the paragraphs in full."
)


def theme_report(brief: Brief, title: str, provenance: Provenance) -> Report:
    """The report on `brief`."""
    return Report(title, provenance, partial(_blocks, brief, provenance))


def _blocks(brief: Brief, provenance: Provenance) -> Iterator[Block]:
    points = [point for subtheme in brief.subthemes for point in subtheme.points]
    if not points:
        yield Prose("body", plain(f"No paragraph was found that clearly speaks of {brief.theme}."))
    else:
        yield from _front(brief, points)
        yield Contents()
        for number, subtheme in enumerate(brief.subthemes, start=1):
            yield from _subtheme(subtheme, number, brief)
        yield from _additions(brief, points)
        yield NewPage()
        rows = {row for point in points for row in (point.row, *(each.row for each in point.versions))}
        yield from annex_blocks(brief.index, rows)
    yield from about_blocks(provenance, (("Theme", brief.theme),))


def _front(brief: Brief, points: list[Point]) -> Iterator[Block]:
    rows = {row for point in points for row in (point.row, *(each.row for each in point.versions))}
    documents = {brief.index.paragraphs[row].document.id for row in rows}
    yield Prose(
        "body",
        plain(
            f"On {brief.theme} there are {counted(len(points), 'point')}, from {counted(len(rows), 'paragraph')} of "
            f"{counted(len(documents), 'document')}. Each part goes from the oldest document to the newest."
        ),
    )
    yield Prose("body", plain(HOW_TO_READ))
    yield Heading(1, "Documents", "documents", in_front=True)
    rows_of_table = tuple(_in_figures(document, brief, points) for document in brief.documents)
    header = ("Document", "Symbol", "Date", "New points", "Changed", "Repeated")
    yield Table(header, rows_of_table, (30, 24, 16, 9, 10, 11))


def _in_figures(document: Document, brief: Brief, points: list[Point]) -> tuple[str, ...]:
    counts = [len(rows) for rows in _by_kind(document, brief, points)]
    date = spelled_date(document.date) if document.date else "–"
    return (document.short_title or document.title, document.symbol or "–", date, *map(str, counts))


def _by_kind(document: Document, brief: Brief, points: list[Point]) -> tuple[list[int], list[int], list[int]]:
    """The rows of `document` that are new points, changed from an earlier document, and repeated from one."""
    own = brief.index.rows_of(document.id)
    versions = [each for point in points for each in point.versions if each.row in own]
    return (
        sorted(point.row for point in points if point.row in own),
        sorted({each.row for each in versions if not each.same}),
        sorted({each.row for each in versions if each.same}),
    )


def _subtheme(subtheme: SubTheme, number: int, brief: Brief) -> Iterator[Block]:
    yield Heading(1, subtheme.name, f"part-{number}")
    document: Document | None = None
    for point in subtheme.points:
        ref = brief.index.paragraphs[point.row]
        if document is None or document.id != ref.document.id:
            document = ref.document
            yield Heading(3, title_with_date(document), f"part-{number}-{_place(document, brief)}")
        yield from statement_blocks(point.statements, brief.index, paragraph_anchor)
        yield from _versions(point, ref, brief)


def _place(document: Document, brief: Brief) -> int:
    return [each.id for each in brief.documents].index(document.id) + 1


def _versions(point: Point, first: ParagraphRef, brief: Brief) -> Iterator[Block]:
    before = first
    for version in point.versions:
        ref = brief.index.paragraphs[version.row]
        place = Cited(cite(ref.document, ref.locator), "", paragraph_anchor(ref.row), aside=True)
        if version.same:
            yield Prose("version", (Text("Word for word in", "strong"), place))
        else:
            named = Text(f"Changed in {title_with_date(ref.document)}: ", "strong")
            changes = (Text(each.text, each.style) for each in marked_changes(before.text, ref.text))
            yield Prose("version", (named, *changes, place))
        before = ref


def _additions(brief: Brief, points: list[Point]) -> Iterator[Block]:
    """What each document adds to those before it."""
    yield Heading(1, "What each document adds", "additions")
    for place, document in enumerate(brief.documents):
        new, changed, same = _by_kind(document, brief, points)
        if not new and not changed and not same:
            continue
        yield Heading(3, title_with_date(document), f"adds-{place + 1}")
        kinds = (("New", new), ("Changed from an earlier document", changed), ("Repeated word for word", same))
        for words, rows in kinds:
            if rows:
                cited = cite_all([(document, brief.index.paragraphs[row].locator) for row in rows])
                yield Prose("body", (Text(f"{words}: ", "strong"), Text(f"{cited}.")))
