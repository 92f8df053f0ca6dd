"""Which documents an answer may come from, and what there is to choose among."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.document import Document
from ui.app.addresses import Filters


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: document ids in order, bodies by name, and the first and last year of any date."""

    documents: tuple[str, ...]
    bodies: tuple[str, ...]
    years: tuple[int, int] | None


def choices(documents: Sequence[Document]) -> Choices:
    """What `documents` can be filtered by."""
    years = sorted(year for document in documents if (year := year_of(document)) is not None)
    bodies = sorted({document.body for document in documents if document.body})
    return Choices(tuple(each.id for each in documents), tuple(bodies), (years[0], years[-1]) if years else None)


def known_filters(filters: Filters, documents: Sequence[Document]) -> Filters:
    """`filters` without what there is not, as when an address is older than the index."""
    among = choices(documents)
    return replace(
        filters,
        documents=tuple(each for each in filters.documents if each in among.documents),
        bodies=tuple(each for each in filters.bodies if each in among.bodies),
    )


def summary(filters: Filters, documents: Sequence[Document]) -> str:
    """What the filters let through, in a few words for a button: `All documents`, `2 documents`, `No document`."""
    if not filters:
        return "All documents"
    count = len(allowed(documents, filters))
    return "No document" if count == 0 else "1 document" if count == 1 else f"{count} documents"


def allowed(documents: Sequence[Document], filters: Filters) -> tuple[str, ...]:
    """The ids of the documents that pass every filter, in order; a document without a date passes no filter by year."""
    return tuple(document.id for document in documents if _passes(document, filters))


def year_of(document: Document) -> int | None:
    """The year of a document's date, if it has one."""
    year = (document.date or "")[:4]
    return int(year) if len(year) == 4 and year.isdecimal() else None


def _passes(document: Document, filters: Filters) -> bool:
    if filters.documents and document.id not in filters.documents:
        return False
    if filters.bodies and document.body not in filters.bodies:
        return False
    if filters.first_year is None and filters.last_year is None:
        return True
    year = year_of(document)
    return year is not None and (filters.first_year or 0) <= year <= (filters.last_year or 9999)
