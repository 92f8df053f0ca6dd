"""A text as a document: masthead, headings, numbered paragraphs, sub-items, footnotes, and what could not be placed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.catalogue import CatalogueEntry
from index.document import Document, Finding, Parse
from index.parser.headings import body_start
from index.parser.lines import Line
from index.parser.manuscript import Manuscript, take_apart
from index.parser.masthead import Masthead, read_masthead
from index.parser.reader import Reading, Role, read
from index.parser.recognisers import RECOGNISERS, Recogniser
from index.parser.selection import select


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of the source and what became of it."""

    role: Role
    text: str
    first_line: int
    last_line: int


def parse_text(
    text: str,
    *,
    id: str,
    source: str,
    entry: CatalogueEntry | None = None,
    recognisers: Sequence[Recogniser] = RECOGNISERS,
) -> Parse:
    """The document that `text` is, and what the audit of its numbering found.

    What `entry`, the catalogue's, says of the document goes before what the masthead tells. `source` names the file.
    """
    known = entry or CatalogueEntry()
    _, masthead, reading = _read(text, recognisers, known.symbol)
    document = Document(
        id=id,
        title=known.title or masthead.title or id,
        paragraphs=reading.paragraphs,
        symbol=known.symbol or masthead.symbol,
        short_title=known.short_title,
        date=known.date or masthead.date,
        body=known.body or masthead.body,
        session=known.session or masthead.session,
        language=known.language or masthead.language or "en",
        notes=reading.notes,
        source=source,
        also_known_as=known.also_known_as,
    )
    return Parse(document, tuple(Finding(id, source, each.line, each.kind, each.message) for each in reading.oddities))


def account_for(text: str, *, recognisers: Sequence[Recogniser] = RECOGNISERS) -> tuple[Placed, ...]:
    """What became of every line of `text`, in order: each word of it is in exactly one of these."""
    manuscript, _, reading = _read(text, recognisers, None)
    placed = zip(reading.roles, manuscript.pieces, strict=True)
    return tuple(Placed(role, piece.text, piece.first_line, piece.last_line) for role, piece in placed)


def _read(text: str, recognisers: Sequence[Recogniser], symbol: str | None) -> tuple[Manuscript, Masthead, Reading]:
    manuscript = take_apart(text, recognisers, symbol)
    selection = select(manuscript)
    start = body_start(manuscript, selection)
    return manuscript, read_masthead(_blocks_above(manuscript, start)), read(manuscript, selection, start)


def _blocks_above(manuscript: Manuscript, start: int) -> list[list[Line]]:
    """The lines above the piece at `start`, those of one piece together."""
    owner: dict[int, int] = {}
    for place in manuscript.words:
        if place >= start:
            break
        piece = manuscript.pieces[place]
        owner.update(dict.fromkeys(range(piece.first_line, piece.last_line + 1), place))
    blocks: dict[int, list[Line]] = defaultdict(list)
    for line in manuscript.lines:
        if line.number in owner:
            blocks[owner[line.number]].append(line)
    return list(blocks.values())
