"""What is known of documents themselves and no paragraph says: it was read above the text, or a catalogue has it."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from index.document import Document
from index.language.english.documents import MEETING_BELOW
from index.locator import Locator
from index.store import Index
from index.symbols import official_link
from index.text.late_patterns import LatePattern
from index.text.wording import counted
from rag.answer import EXTRACTIVE
from rag.answering.extractive.compose import whole_paragraphs
from rag.answering.writer import Draft, Evidence
from rag.citing.citation import listed_name, spelled_date
from rag.question.analyse import QuestionAnalysis
from rag.question.documents.data import DocumentField
from rag.question.documents.masthead_notes import adopted_note, late_note

NAMED_OF_ALL = 8
"""Documents or headings that are named where all are told; more than anybody reads."""
_DEEPEST = 3  # headings one inside the other that may each be of the whole text: its title, its part
_SAID: Mapping[DocumentField, str] = MappingProxyType(
    {
        "adoption": "{name} {adoption}.",
        "lateness": "{name} says on its first page: “{late}”",
        "date": "{name} {dating}.",
        "symbol": "The symbol of {dated} is {symbol}.",
        "title": "The title of {name} is “{title}”.",
        "agenda item": "{name} was issued under “{agenda_item}”.",
        "session": "{name} was issued for “{session}”.",
        "author": "{name} {authorship}.",
        "organ": "{name} was issued for: {organ}; it {authorship}.",
        "link": "{name} is published at {link}.",
        "length": "{name} {length}.",
        "contents": "The main headings of {name}: {headings}.",
    }
)
_WHICH: Mapping[DocumentField, str] = MappingProxyType(
    {
        "held": "By titles and mastheads, {count} held: {named}. Others may speak of it.",
        "newest": "By titles and mastheads, the newest held: {named}. Others may speak of it.",
    }
)
_MEETING = LatePattern(MEETING_BELOW, re.IGNORECASE)
_UNKNOWN = "not known here"


class DocumentDataWriter:
    """Tells what is known of documents themselves: their dates, symbols, titles and the like, and which there are."""

    mode = EXTRACTIVE

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The draft without a statement that tells it; with one where a document itself says when it was adopted."""
        documents = [evidence.index.document(each) for each in question.documents]
        if said := [_WHICH[each] for each in question.fields if each in _WHICH]:
            named = documents_listed(documents)
            return Draft("nothing", reason=said[0].format(count=counted(len(documents), "document"), named=named))
        if question.fields == ("adoption",) and (rows := _adopted_at(documents, evidence.index)):
            said_there = whole_paragraphs(((row, ()) for row in rows), evidence.index)
            return Draft("answers", said_there, 1.0, intent="text")
        told = (_told(field, each, evidence.index) for each in documents for field in question.fields)
        return Draft("nothing", reason=" ".join(told))


def _adopted_at(documents: Sequence[Document], index: Index) -> list[int]:
    """The rows that say at which meeting each of `documents` was adopted; none where one says it of none or of several.

    A report prints it below each of the resolutions that are in it.
    """
    own = [
        [row for row in index.rows_of(each.id) if _MEETING.fullmatch(index.paragraphs[row].text)] for each in documents
    ]
    return [row for rows in own for row in rows] if all(len(rows) == 1 for rows in own) else []


def documents_listed(documents: Sequence[Document]) -> str:
    """The names of `documents`, of many the first and how many more there are."""
    return _listed([listed_name(each) for each in documents])


def _told(field: DocumentField, document: Document, index: Index) -> str:
    """What is known of `document`, as a sentence."""
    title = f"“{document.short_title or document.title}”"
    date = spelled_date(document.date) if document.date else None
    dating = f"is dated {date}" if date else "has no date that is known here"
    return _SAID[field].format(
        name=document.symbol or title,
        dated=f"{title} ({date})" if date else title,
        dating=dating,
        adoption=_adoption(document, dating),
        late=late_note(document),
        symbol=document.symbol or _UNKNOWN,
        title=document.title,
        agenda_item=document.agenda_item,
        session=document.session,
        organ=document.body,
        authorship=_authorship(document),
        link=official_link(document.symbol),
        length=_length(document, index) if field == "length" else "",
        headings=_listed(_main_headings(document, index)) if field == "contents" else "",
    )


def _authorship(document: Document) -> str:
    return f"is a “{document.author}”" if document.author else "does not say at its head who wrote it"


def _adoption(document: Document, dating: str) -> str:
    if document.adopted:
        return f"was adopted on {spelled_date(document.adopted)}"
    if note := adopted_note(document):
        return f"says on its first page: “{note.rstrip('.')}”"
    return f"{dating}; when it was adopted, which may be earlier, is {_UNKNOWN}"


def _length(document: Document, index: Index) -> str:
    """How many paragraphs a document has; those of annexes and without numbers are counted among all that is held."""
    places = [index.store.places.locator(row) for row in index.rows_of(document.id)]
    main = sum(map(_is_of_main_text, places))
    if main == len(places):
        return f"has {counted(main, 'paragraph')}"
    held = f"{counted(len(places), 'paragraph')} and tables"
    return f"is held as {held}, {f'{main:,}' if main else 'none'} of them numbered in its main text"


def _is_of_main_text(place: Locator) -> bool:
    return place.number is not None and not place.containers and not place.label


def _main_headings(document: Document, index: Index) -> list[str]:
    """The headings of the outermost level that has several; none where no level has."""
    paths = [index.store.places.headings_above(row) for row in index.rows_of(document.id)]
    levels = (list(dict.fromkeys(path[level] for path in paths if len(path) > level)) for level in range(_DEEPEST))
    return next((headings for headings in levels if len(headings) > 1), [])


def _listed(names: Sequence[str]) -> str:
    others = [f"{len(names) - NAMED_OF_ALL:,} more"] if len(names) > NAMED_OF_ALL else []
    return "; ".join([*names[:NAMED_OF_ALL], *others]) or _UNKNOWN
