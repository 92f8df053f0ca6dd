"""The rows of a batch in its folder: as they were read from the file, and what its owner made of them since."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.batches.questions.row import QuestionRow, one_line, row_from_record, row_record

_ROWS, _CHOICES = "rows.jsonl", "choices.json"
_NO_QUESTION = "there is no question in this row"
_UNTICKED = "unticked"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the owner of a batch decided about a row: whether it is asked, and in which words."""

    ask: bool
    text: str


def default_choice(row: QuestionRow) -> Choice:
    """What is decided about a row as long as nobody says otherwise."""
    return Choice(row.is_asked, row.text)


def chosen(row: QuestionRow, choice: Choice) -> QuestionRow:
    """`row` as its owner wants it; what was wrong with it is taken as mended where it is to be asked."""
    if choice == default_choice(row):
        return row
    text = one_line(choice.text)
    if choice.ask:
        return replace(row, text=text, skipped=None, problem=None if text else _NO_QUESTION)
    return replace(row, text=text, skipped=row.skipped or row.problem or _UNTICKED, problem=None)


def keep_rows(folder: Path, rows: Sequence[QuestionRow], remarks: Sequence[str]) -> None:
    """Write the rows of a file, and what was remarked when it was read, to the folder of the batch."""
    lines = [list(remarks), *map(row_record, rows)]
    _write(folder / _ROWS, "".join(f"{json.dumps(line, ensure_ascii=True)}\n" for line in lines))


def kept_rows(folder: Path) -> tuple[list[QuestionRow], list[str]] | None:
    """The rows of a batch as they were read, and the remarks; None where they were not kept."""
    path = folder / _ROWS
    if not path.is_file():
        return None
    with path.open(encoding="utf-8") as lines:
        remarks = [str(each) for each in json.loads(next(lines))]
        return [row_from_record(json.loads(line)) for line in lines], remarks


def keep_choices(folder: Path, choices: Mapping[int, Choice]) -> None:
    """Write what the owner decided, by the numbers of the rows, from 0."""
    record = {str(number): [choice.ask, choice.text] for number, choice in choices.items()}
    _write(folder / _CHOICES, json.dumps(record, ensure_ascii=True))


def kept_choices(folder: Path) -> dict[int, Choice]:
    """What the owner decided about rows, by their numbers; rows that are not named are as they were read."""
    path = folder / _CHOICES
    if not path.is_file():
        return {}
    record = json.loads(path.read_text(encoding="utf-8"))
    return {int(number): Choice(bool(ask), str(text)) for number, (ask, text) in record.items()}


def chosen_rows(rows: Sequence[QuestionRow], choices: Mapping[int, Choice]) -> Iterator[QuestionRow]:
    """All rows as their owner wants them, in order."""
    return (chosen(row, choices.get(number, default_choice(row))) for number, row in enumerate(rows))


def _write(path: Path, text: str) -> None:
    aside = path.with_name(f".{path.name}")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)
