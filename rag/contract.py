"""Answers as the JSON objects that other programs rely on."""

import json
from collections.abc import Sequence

from rag.answer import Answer, Citation, Hit


def answer_object(answer: Answer) -> dict[str, object]:
    """The object that `pincite ask --json` prints and `pincite batch` writes one a line."""
    return {
        "question": answer.question,
        "id": answer.id,
        "answered": answer.answered,
        "statements": [
            {"text": each.text, "citations": [_citation(citation) for citation in each.citations]}
            for each in answer.statements
        ],
        "evidence": _hits(answer.evidence),
        "nearest": _hits(answer.nearest),
        "mode": answer.mode,
        "model": answer.model,
        "index": answer.index,
        "milliseconds": {name: round(value) for name, value in answer.milliseconds.items()},
    }


def answer_line(answer: Answer) -> str:
    """`answer_object` as one line of JSON, letters of all scripts as they are."""
    return json.dumps(answer_object(answer), ensure_ascii=False)


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "document": citation.document,
        "symbol": citation.symbol,
        "locator": str(citation.locator),
        "citation": citation.text,
        "quote": citation.quote,
    }


def _hits(hits: Sequence[Hit]) -> list[dict[str, object]]:
    return [
        {"document": hit.document, "locator": str(hit.locator), "score": round(float(hit.score), 4)} for hit in hits
    ]
