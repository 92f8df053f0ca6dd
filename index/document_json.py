"""Documents as JSON: whole for the index's own files, and in the form `pincite show --json` promises."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from index.document import Document, Finding, Item, Note, Paragraph
from index.locator import Locator


def to_record(document: Document) -> dict[str, Any]:
    """Everything `document` holds, as JSON values; `from_record` takes it back unchanged."""
    return asdict(document)


def from_record(record: Mapping[str, Any]) -> Document:
    """The document that `to_record` wrote; KeyError or TypeError where a key is missing or one too many."""
    fields = _tuples(record)
    fields["paragraphs"] = tuple(_paragraph(each) for each in record["paragraphs"])
    fields["notes"] = tuple(Note(**each) for each in record["notes"])
    return Document(**fields)


def finding_from_record(record: Mapping[str, Any]) -> Finding:
    """The audit finding that `dataclasses.asdict` turned into `record`."""
    return Finding(**record)


def to_contract(document: Document) -> dict[str, Any]:
    """`document` as `pincite show --json` prints it: sub-items flat, in order, under their paragraph."""
    return {
        "document": document.id,
        "symbol": document.symbol,
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


def _paragraph(record: Mapping[str, Any]) -> Paragraph:
    fields = _tuples(record)
    fields["locator"] = _locator(record["locator"])
    fields["items"] = tuple(_item(each) for each in record["items"])
    fields["notes"] = tuple(Note(**each) for each in record["notes"])
    fields["rows"] = tuple(map(tuple, record.get("rows", ())))
    return Paragraph(**fields)


def _item(record: Mapping[str, Any]) -> Item:
    return Item(**{**record, "locator": _locator(record["locator"])})


def _locator(record: Mapping[str, Any]) -> Locator:
    return Locator(**_tuples(record))


def _tuples(record: Mapping[str, Any]) -> dict[str, Any]:
    """`record` with JSON's lists as the tuples that frozen dataclasses hold."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in record.items()}
