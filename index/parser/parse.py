"""A text as a document: masthead, headings, numbered paragraphs, sub-items, footnotes, and what could not be placed.

A text goes this way once: a reader has made lines of its file; `layout/` joins them to blocks; `numbering/` says which
of these are numbered paragraphs; `body_start` finds where the masthead ends, which `masthead/` reads; `assemble` makes
paragraphs of the rest, with `paragraphs/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from index.catalogue import CatalogueEntry
from index.document import Document, Parse
from index.locator import Label
from index.parser.agenda import is_agenda
from index.parser.assemble import Assembly, BlockRole, assemble
from index.parser.audit import Findings
from index.parser.blocks import Block
from index.parser.body_start import body_start
from index.parser.layout.layout import Layout, lay_out
from index.parser.masthead.elsewhere import completed
from index.parser.masthead.masthead import Masthead, read_masthead
from index.parser.numbering.numbered_blocks import select_numbered
from index.parser.recognisers import RECOGNISERS, Recogniser
from index.readers.base import Line, SourceText
from index.readers.text.reader import source_text


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of the source and what became of it."""

    role: BlockRole
    text: str
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class _Parsed:
    layout: Layout
    masthead: Masthead
    assembly: Assembly


def parse_text(
    text: str,
    *,
    id: str,
    source: str,
    entry: CatalogueEntry | None = None,
    recognisers: Sequence[Recogniser] = RECOGNISERS,
) -> Parse:
    """The document that `text` is, with Markdown or without; as `parse_source` otherwise."""
    return parse_source(source_text(text), id=id, source=source, entry=entry, recognisers=recognisers)


def parse_source(
    text: SourceText,
    *,
    id: str,
    source: str,
    entry: CatalogueEntry | None = None,
    recognisers: Sequence[Recogniser] = RECOGNISERS,
) -> Parse:
    """The document that the lines of `text` are, and what the audit of its numbering found.

    What `entry`, the catalogue's, says of the document goes before what the masthead tells. `source` names the file.
    """
    known = entry or CatalogueEntry()
    findings = Findings(id, source)
    parsed = _parse(text, recognisers, known.symbol, findings)
    masthead = parsed.masthead
    document = Document(
        id=id,
        title=known.title or masthead.title or id,
        paragraphs=parsed.assembly.paragraphs,
        symbol=known.symbol or masthead.symbol,
        short_title=known.short_title,
        date=known.date or masthead.date,
        body=known.body or masthead.body,
        session=known.session or masthead.session,
        language=known.language or masthead.language or text.language or "en",
        notes=parsed.assembly.notes,
        source=source,
        also_known_as=known.also_known_as,
        agenda_item=masthead.agenda_item,
        adopted=masthead.adopted,
        author=masthead.author,
        recognised=text.recognised,
    )
    return Parse(document, findings.in_order())


def account_for(text: str, *, recognisers: Sequence[Recogniser] = RECOGNISERS) -> tuple[Placed, ...]:
    """Every block of `text` with its role, in order; each word of the text is in exactly one of them."""
    parsed = _parse(source_text(text), recognisers, None, Findings("", ""))
    placed = zip(parsed.assembly.roles, parsed.layout.blocks, strict=True)
    return tuple(Placed(role, block.text, block.first_line, block.last_line) for role, block in placed)


def _parse(text: SourceText, recognisers: Sequence[Recogniser], symbol: str | None, findings: Findings) -> _Parsed:
    layout = lay_out(text, recognisers, symbol)
    numbered = select_numbered(layout.running)
    start = body_start(layout, numbered)
    above = [*layout.above(start), *layout.bracketed]
    masthead = completed(
        read_masthead([block.lines for block in above]),
        _lines(above),
        _lines(layout.heads),
        _lines(layout.tables_above(start)),
    )
    label: Label = "item" if is_agenda(masthead.title, numbered) else ""
    return _Parsed(layout, masthead, assemble(layout, numbered, start, findings, label=label))


def _lines(blocks: Sequence[Block]) -> list[Line]:
    return [line for block in blocks for line in block.lines]
