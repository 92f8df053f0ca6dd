"""Answers to and from JSON records that lose nothing, for files that only this program reads.

A record names paragraphs by their rows, so it is good for the index it was made with and no other.
"""

from collections.abc import Mapping
from typing import Any

from index.store import Index
from rag.answer import Answer, Citation, Hit, Statement


def to_record(answer: Answer, index: Index) -> dict[str, Any]:
    """`answer` as a JSON object. ValueError where it cites what `index` does not hold."""
    return {
        "question": answer.question,
        "id": answer.id,
        "answered": answer.answered,
        "statements": [
            {"text": each.text, "citations": [_citation(citation, index) for citation in each.citations]}
            for each in answer.statements
        ],
        "evidence": [_hit(hit) for hit in answer.evidence],
        "nearest": [_hit(hit) for hit in answer.nearest],
        "mode": answer.mode,
        "model": answer.model,
        "index": answer.index,
        "confidence": float(answer.confidence),
        "milliseconds": {name: round(float(value), 3) for name, value in answer.milliseconds.items()},
        "reason": answer.reason,
        "remark": answer.remark,
    }


def from_record(record: Mapping[str, Any], index: Index) -> Answer:
    """The answer that `to_record` made `record` of; KeyError, TypeError or IndexError where it is another thing."""
    plain = {name: record[name] for name in ("question", "id", "answered", "mode", "model", "index", "confidence")}
    return Answer(
        **plain,
        statements=tuple(
            Statement(each["text"], tuple(_citation_from(citation, index) for citation in each["citations"]))
            for each in record["statements"]
        ),
        evidence=tuple(_hit_from(hit, index) for hit in record["evidence"]),
        nearest=tuple(_hit_from(hit, index) for hit in record["nearest"]),
        milliseconds=record["milliseconds"],
        # Journals of before they were kept have none.
        reason=record.get("reason"),
        remark=record.get("remark"),
    )


def _citation(citation: Citation, index: Index) -> dict[str, Any]:
    row = index.row(citation.document, citation.locator)
    if row is None:
        raise ValueError(f"{citation.document} {citation.locator} is not in the index")
    items = list(citation.locator.items)
    return {"row": row, "items": items, "citation": citation.text, "quote": citation.quote}


def _citation_from(record: Mapping[str, Any], index: Index) -> Citation:
    ref = index.paragraphs[record["row"]]
    locator = ref.locator.item(*record["items"])
    return Citation(ref.document.id, ref.document.symbol, locator, record["citation"], record["quote"])


def _hit(hit: Hit) -> list[Any]:
    return [hit.row, float(hit.score), {name: float(value) for name, value in hit.signals.items()}]


def _hit_from(record: list[Any], index: Index) -> Hit:
    row, score, signals = record
    ref = index.paragraphs[row]
    return Hit(row, ref.document.id, ref.locator, score, signals)
