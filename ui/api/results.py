"""What comes of the index, as the objects that are sent."""

from dataclasses import asdict
from typing import Any

from index.store import Index
from index.symbols import official_link
from rag.answer import Answer, Citation, Hit
from rag.answer_json import answer_object
from rag.citing.quoted import cited_row
from rag.passages import Passage, address_of
from ui.api.models import answers, documents


def answer_model(answer: Answer, index: Index) -> answers.Answer:
    """`answer` as it is sent: as everywhere else, with the addresses of the paragraphs."""
    record: dict[str, Any] = answer_object(answer)
    for shown, statement in zip(record["statements"], answer.statements, strict=True):
        for cited, citation in zip(shown["citations"], statement.citations, strict=True):
            cited["address"] = _address(citation, index)
    for name, hits in (("evidence", answer.evidence), ("nearest", answer.nearest)):
        _add_addresses(record[name], hits, index)
    return answers.Answer.model_validate(record)


def passage_model(passage: Passage) -> documents.Passage:
    """`passage` as it is sent."""
    return documents.Passage.model_validate(asdict(passage) | {"locator": str(passage.locator)})


def holdings(index: Index) -> documents.Holdings:
    """The documents of `index`, in order."""
    held = [
        documents.Holding(
            document=each.id,
            symbol=each.symbol,
            title=each.title,
            date=each.date,
            language=each.language,
            url=official_link(each.symbol),
            paragraphs=len(each.paragraphs),
        )
        for each in index.documents
    ]
    return documents.Holdings(documents=held)


def _add_addresses(records: list[dict[str, Any]], hits: tuple[Hit, ...], index: Index) -> None:
    for record, hit in zip(records, hits, strict=True):
        record["address"] = address_of(index, hit.row)


def _address(citation: Citation, index: Index) -> str:
    row = cited_row(citation, index)
    # Every answer is checked before it leaves: its words stand in a paragraph.
    return address_of(index, row) if row is not None else f"{citation.document}#{citation.locator}"
