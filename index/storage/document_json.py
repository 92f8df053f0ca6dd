"""Documents as JSON: whole for the index's own files, and in the form `pincite show --json` promises."""

from dataclasses import asdict, replace
from typing import Any

from index.document import Document, Finding, Paragraph
from index.storage.records import made
from index.symbols import official_link


def to_record(document: Document) -> dict[str, Any]:
    """Everything `document` holds, as JSON values; `from_record` takes it back unchanged."""
    # Paragraphs that are read as they are needed are no tuple, which `asdict` would copy.
    return {**asdict(replace(document, paragraphs=())), "paragraphs": [asdict(each) for each in document.paragraphs]}


def from_record(record: object) -> Document:
    """The document that `to_record` wrote; TypeError names what is missing, not known or of another kind."""
    return made(Document, record)


def finding_from_record(record: object) -> Finding:
    """The audit finding that `dataclasses.asdict` turned into `record`; TypeError as in `from_record`."""
    return made(Finding, record)


def to_contract(document: Document) -> dict[str, Any]:
    """`document` as `pincite show --json` prints it: sub-items flat, in order, under their paragraph."""
    return {
        "document": document.id,
        "symbol": document.symbol,
        "url": official_link(document.symbol),
        "title": document.title,
        "date": document.date,
        "language": document.language,
        "paragraphs": [paragraph_contract(each) for each in document.paragraphs],
    }


def paragraph_contract(paragraph: Paragraph) -> dict[str, Any]:
    """One entry of `paragraphs` in `pincite show --json`."""
    return {
        "locator": str(paragraph.locator),
        "text": paragraph.text,
        "headings": list(paragraph.headings),
        "notes": [{"mark": note.mark, "text": note.text} for note in paragraph.notes],
        "items": [{"locator": str(item.locator), "text": item.text} for item in paragraph.items],
    }
