"""A batch as JSON Lines: the objects that other programs rely on, one a row, and what the row carried."""

import json
from typing import BinaryIO

from rag.answer import EXTRACTIVE, Answer
from rag.answer_json import answer_object
from rag.batches.batch_result import Batch, Entry


class JsonLinesWriter:
    """Writes `batch` to `file`; what the contract does not name stands under the key `batch`."""

    def __init__(self, batch: Batch, file: BinaryIO) -> None:
        self._batch = batch
        self._file = file

    def add(self, entry: Entry) -> None:
        """Write the next row."""
        self._file.write(json.dumps(_object(entry, self._batch), ensure_ascii=False).encode() + b"\n")

    def finish(self) -> None:
        """Nothing stands after the rows."""


def _object(entry: Entry, batch: Batch) -> dict[str, object]:
    contract = _not_asked(entry, batch) if entry.answer is None else answer_object(entry.answer)
    made_with = batch.provenance
    return contract | {
        "batch": {
            "number": entry.number,
            "place": f"{batch.source}, {entry.row.place}",
            "section": entry.row.section,
            "documents": list(entry.documents),
            "note": entry.row.note,
            "remark": entry.remark or None,
            "columns": dict(entry.row.others),
            "status": entry.status.value,
            "problem": entry.problem,
            "confidence": round(entry.answer.confidence, 4) if entry.answer else None,
            "date": made_with.date,
            "program": made_with.program_text,
            "settings": dict(made_with.settings),
        }
    }


def _not_asked(entry: Entry, batch: Batch) -> dict[str, object]:
    made_with = batch.provenance
    nothing = Answer(
        question=entry.row.text,
        answered=False,
        statements=(),
        evidence=(),
        nearest=(),
        mode=EXTRACTIVE,
        model=made_with.model,
        index=made_with.index,
        confidence=0.0,
        milliseconds={"retrieve": 0, "answer": 0},
        id=entry.row.id,
        reason=entry.problem,
    )
    return answer_object(nothing)
