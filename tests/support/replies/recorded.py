"""Recorded replies of a strong model, where there are any: `PINCITE_RECORDED_REPLIES` names the file.

Each line has `id`, `question`, `evidence` (`mark`, `document`, `locator` of each paragraph) and `reply`.
"""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.locator import Locator
from index.store import Index
from rag.writing.marks import Written, read_reply
from tests.support.replies.spoiling import Said

VARIABLE = "PINCITE_RECORDED_REPLIES"


@dataclass(frozen=True, slots=True)
class RecordedReply:
    """A question's id, the rows of the paragraphs that were given, and the sentences of the reply."""

    id: str
    rows: tuple[int, ...]
    sentences: tuple[Written, ...]

    @property
    def said(self) -> Iterator[Said]:
        """The sentences as they are spoiled."""
        yield from (Said(self.id, each.text, each.marks) for each in self.sentences if each.marks)


def recorded_file() -> Path:
    """The file of recorded replies; skips the test where there is none."""
    path = Path(os.environ.get(VARIABLE, ""))
    if not path.is_file():
        pytest.skip(f"no recorded replies: {VARIABLE} names no file")
    return path


def recorded_replies(path: Path, index: Index) -> Sequence[RecordedReply]:
    """The replies of `path` whose paragraphs `index` holds."""
    return [_read(json.loads(line), index) for line in path.read_text(encoding="utf-8").splitlines()]


def _read(record: "dict[str, object]", index: Index) -> RecordedReply:
    evidence = record["evidence"]
    if not isinstance(evidence, list):
        raise ValueError(f"{record['id']}: its evidence is no list")
    rows = [index.row(each["document"], Locator.parse(each["locator"])) for each in evidence]
    if None in rows:
        raise ValueError(f"{record['id']}: the index lacks one of its paragraphs")
    kept = tuple(row for row in rows if row is not None)
    return RecordedReply(str(record["id"]), kept, read_reply(str(record["reply"])).sentences)
