"""What the owner of a batch makes of its rows: which are asked, and in which words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rag.batches.questions.row import QuestionRow, one_line

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


def chosen_rows(rows: Sequence[QuestionRow], choices: Mapping[int, Choice]) -> Iterator[QuestionRow]:
    """All rows as their owner wants them, in order."""
    return (chosen(row, choices.get(number, default_choice(row))) for number, row in enumerate(rows))
