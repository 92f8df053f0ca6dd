"""A retrieval set in BEIR format, read and checked: `corpus.jsonl`, `queries.jsonl`, `qrels/SPLIT.tsv`.

The format is that of Thakur et al. 2021. Queries may also lie in a file a split, `queries.SPLIT.jsonl`.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import BenchmarkError

_MOST_SHOWN = 30  # mistakes of a set that are listed: a screen
_HEADER = ("query-id", "corpus-id", "score")


@dataclass(frozen=True, slots=True)
class BeirPassage:
    """A passage of a set; `text` may be empty."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BeirSet:
    """A set's passages, the questions of one split (text by id, in the file's order) and their relevant passages.

    `qrels` maps question to passage to grade, grades above 0 only; every question has one at least.
    """

    name: str
    split: str
    passages: tuple[BeirPassage, ...]
    questions: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]


class _Mistakes:
    """What is wrong with the files of a set."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, path: Path, line: int, what: str) -> None:
        self.found.append(f"{path}:{line}: {what}")

    def raise_any(self, folder: Path) -> None:
        if self.found:
            more = len(self.found) - _MOST_SHOWN
            rest = [f"… and {more} more"] if more > 0 else []
            head = f"{folder}: {len(self.found)} mistakes; mend these lines and try again"
            raise BenchmarkError("\n".join([head, *self.found[:_MOST_SHOWN], *rest]))


def load_beir(folder: Path, split: str, *, limit: int | None = None) -> BeirSet:
    """The set in `folder` with the first `limit` questions of `split` (all if None) that have a relevant passage.

    BenchmarkError lists every mistake with file and line.
    """
    mistakes = _Mistakes()
    corpus, queries, judged = folder / "corpus.jsonl", _queries_file(folder, split), folder / "qrels" / f"{split}.tsv"
    for path in (corpus, queries, judged):
        if not path.is_file():
            there = sorted(each.stem for each in (folder / "qrels").glob("*.tsv"))
            splits = ", ".join(there) or "none"
            raise BenchmarkError(f"{path}: not there, and a BEIR set needs it; splits with qrels are: {splits}")
    passages = list(_records(corpus, _passage, mistakes))
    questions = {each.id: each.text for each in _records(queries, _passage, mistakes)}
    known = {each.id for each in passages}
    qrels = _qrels(judged, known, questions, mistakes)
    mistakes.raise_any(folder)
    asked = [each for each in questions if each in qrels][:limit]
    if not asked:
        raise BenchmarkError(f"{judged}: no question has a relevant passage; name another split")
    return BeirSet(
        folder.resolve().name,
        split,
        tuple(passages),
        {each: questions[each] for each in asked},
        {each: qrels[each] for each in asked},
    )


def _queries_file(folder: Path, split: str) -> Path:
    own = folder / f"queries.{split}.jsonl"
    return own if own.is_file() else folder / "queries.jsonl"


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            yield from ((number, line) for number, line in enumerate(file, start=1) if line.strip())
    except OSError as error:
        raise BenchmarkError(f"{path}: cannot be read ({error.strerror}); check the folder") from error
    except UnicodeDecodeError as error:
        raise BenchmarkError(f"{path}: not UTF-8 ({error.reason}); save the file as UTF-8") from error


def _records(
    path: Path, make: Callable[[Mapping[str, Any]], BeirPassage], mistakes: _Mistakes
) -> Iterator[BeirPassage]:
    """The records of a JSON Lines file whose ids are not there already."""
    first: dict[str, int] = {}
    for number, line in _lines(path):
        try:
            record = make(json.loads(line))
        except ValueError as error:
            mistakes.add(path, number, str(error))
            continue
        if first.setdefault(record.id, number) == number:
            yield record
        else:
            mistakes.add(path, number, f"_id {record.id!r} stands in line {first[record.id]} already")


def _passage(record: Mapping[str, Any]) -> BeirPassage:
    if not isinstance(record, dict):
        raise ValueError("expected a JSON object")
    for key in ("_id", "text"):
        if not isinstance(record.get(key), str):
            raise ValueError(f"expected a text as {key!r}, found {record.get(key)!r}")
    identity, title = record["_id"], record.get("title") or ""
    # A TREC run parts its columns by white space.
    if not identity or any(letter.isspace() for letter in identity):
        raise ValueError(f"_id {identity!r} is empty or holds white space")
    if not isinstance(title, str):
        raise ValueError(f"expected a text as 'title', found {title!r}")
    return BeirPassage(identity, title, record["text"])


def _qrels(
    path: Path, passages: Collection[str], questions: Collection[str], mistakes: _Mistakes
) -> dict[str, dict[str, int]]:
    qrels: dict[str, dict[str, int]] = {}
    for number, line in _lines(path):
        cells = line.rstrip("\r\n").split("\t")
        if number == 1 and tuple(cells[:2]) == _HEADER[:2]:
            continue
        wrong = _row_mistakes(cells, passages, questions)
        for each in wrong:
            mistakes.add(path, number, each)
        if not wrong and int(cells[2]) > 0:
            qrels.setdefault(cells[0], {})[cells[1]] = int(cells[2])
    return qrels


def _row_mistakes(cells: Sequence[str], passages: Collection[str], questions: Collection[str]) -> list[str]:
    if len(cells) != len(_HEADER):
        return [f"expected {', '.join(_HEADER)} parted by tabs, found {len(cells)} columns"]
    question, passage, grade = cells
    found = [] if question in questions else [f"unknown question {question!r}"]
    found += [] if passage in passages else [f"unknown passage {passage!r}"]
    return found if grade.strip().lstrip("-").isdigit() else [*found, f"score {grade!r} is not a whole number"]
