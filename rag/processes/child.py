"""`python -m rag.processes.child`: answers questions for another process of this program.

A line of JSON each way. The first one tells what to answer from, and what comes back is what answers are made with
here. Each further one is a group of questions that are answered together; its answers come back, up to the first
question that cannot be answered. The child ends when nothing more is asked.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from rag.provenance import provenance

if TYPE_CHECKING:
    from rag.answerer import Answerer
    from rag.answering.steps import Asked


@dataclass(frozen=True, slots=True)
class Source:
    """What to answer from, as `open_answerer` is given it: the folder of the index, the models by name or folder."""

    folder: str
    model: str | None
    reader: str | None


def made_with(answerer: "Answerer") -> list[str]:
    """What tells whether two processes give the same answers: the program, the index and the settings."""
    known = provenance(answerer.index.fingerprint, answerer.index.manifest.model, answerer.settings, "")
    return [known.program, known.index, known.model, known.settings_digest]


def asked_line(group: Sequence["Asked"]) -> str:
    """A group of questions as a line for a child."""
    return json.dumps([asdict(each) for each in group]) + "\n"


def main(asked: IO[str], told: IO[str]) -> None:
    """Answer what is `asked`, line by line, on `told`."""
    from rag.open_answerer import open_answerer

    source = Source(**json.loads(asked.readline()))
    answerer = open_answerer(Path(source.folder), model=source.model, reader=source.reader)
    _tell(told, made_with(answerer))
    for line in asked:
        _tell(told, _answered(answerer, line))


def _answered(answerer: "Answerer", line: str) -> list[dict[str, object]]:
    from index.errors import MISTAKES, PinciteError
    from rag.answer_json import answer_object

    group = [_asked(each) for each in json.loads(line)]
    found: list[dict[str, object]] = []
    # Where one has no answer the process that asked tries it again, and tells what there is to tell.
    with suppress(PinciteError, *MISTAKES):
        for answer in answerer.answer_many(group):
            found.append(answer_object(answer))
    return found


def _asked(record: dict[str, Any]) -> "Asked":
    from rag.answering.steps import Asked, Before

    told = record["before"]
    before = Before(told["question"], tuple(map(tuple, told["places"])), tuple(told["documents"])) if told else None
    return Asked(record["text"], tuple(record["documents"]), record["id"], before)


def _tell(told: IO[str], what: object) -> None:
    told.write(json.dumps(what) + "\n")
    told.flush()


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
