"""Lists in a file of questions: which items stand under which, and what a line that introduces some makes of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rag.batches.questions.recognition import asking, letter_parts
from rag.batches.questions.recognition.line import Line
from rag.batches.questions.recognition.marks import list_mark, listed, mark_depth, without_mark
from rag.batches.questions.row import QuestionRow

Item = Line | QuestionRow

_LETTERS = 4  # the depth from which typed marks stand under numbers that the program sets
_COLONS = (":", "：")
_LINKS = tuple(" to of on in by for with from about at whether that the".split())


@dataclass(frozen=True, slots=True)
class LeadIns:
    """What lines that introduce a list make of it, by the numbers of the items.

    `parents` are the lines that are asked with each item under them, `questions` what those items ask then, with their
    numbers; `offered` are the answers to tick under a question.
    """

    parents: set[int] = field(default_factory=set)
    questions: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    offered: set[int] = field(default_factory=set)


def is_listed(item: Item) -> bool:
    """Whether an item is in a list, or the row of a table."""
    return isinstance(item, QuestionRow) or bool(item.list_id) or mark_depth(item.text) is not None


def children(items: Sequence[Item], at: int) -> range:
    """The numbers of the list items that stand under the line `at`, without a gap."""
    end = at + 1
    while end < len(items) and _is_under(items[end], items[at]):
        end += 1
    return range(at + 1, end)


def lead_ins(items: Sequence[Item]) -> LeadIns:
    """What the lines among `items` that introduce a list make of it."""
    found = LeadIns()
    for at, line in enumerate(items):
        if isinstance(line, Line) and not (line.heads or line.is_furniture or at in found.questions):
            under = [(number, child) for number, child in _lines(items, children(items, at)) if child.text]
            _add_lead_in(found, at, line, under)
    return found


def _add_lead_in(found: LeadIns, at: int, line: Line, under: Sequence[tuple[int, Line]]) -> None:
    """Add to `found` what the line `at` makes of the items `under` it, if there are any."""
    that_ask = {number for number, child in under if asking.asks(child.text)}
    if asking.offers_answers(line.text):
        found.offered.update(number for number, _ in under if number not in that_ask)
    elif under and _introduces(line):
        found.parents.add(at)
        if not that_ask:
            found.questions.update((number, _joined(line, child)) for number, child in under)


def _introduces(line: Line) -> bool:
    """Whether a line is the beginning of what the items under it ask: `Please describe the measures taken to:`."""
    if not line.text.endswith(_COLONS) or asking.instructs(line.text):
        return False
    return asking.asks(line.text) or is_listed(line)


def _joined(line: Line, child: Line) -> tuple[str | None, str]:
    """The number and the words of what an item asks with the line above it."""
    number, lead = listed(line.text)
    beginning = without_mark(lead).rstrip(":： ")
    mark, rest = list_mark(child.text).strip(), without_mark(child.text)
    for end in ("; and", "; or", ";", ","):
        rest = rest.removesuffix(end)
    goes_on = beginning.rpartition(" ")[2].casefold() in _LINKS or letter_parts.begins_a_clause(rest)
    id = " ".join(filter(None, (number, mark))) or None
    return (id if number else None), f"{beginning}{' ' if goes_on else ': '}{rest}"


def _lines(items: Sequence[Item], numbers: range) -> Iterator[tuple[int, Line]]:
    return ((number, item) for number in numbers if isinstance(item := items[number], Line))


def _is_under(item: Item, parent: Item) -> bool:
    """Whether a list item stands under a line: deeper in its list, or in any list where that line is in none."""
    if isinstance(item, QuestionRow) or isinstance(parent, QuestionRow) or item.heads or not is_listed(item):
        return False
    if not is_listed(parent):
        return True
    if item.list_id and parent.list_id:
        return item.depth > parent.depth if item.list_id == parent.list_id else item.depth >= parent.depth
    depth = mark_depth(item.text) or 0
    if item.list_id or parent.list_id:
        return bool(item.list_id) or depth >= _LETTERS
    return depth > (mark_depth(parent.text) or 0)
