"""Tables of questions: which column is which, and rows of cells read as questions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from types import MappingProxyType

from index.errors import SourceError
from rag.batches.questions.row import QuestionRow, Remark, cleaned, document_names, is_unreadable, one_line

Cells = Sequence[str]

# What people call the columns; of two that fit, the name that stands first here wins.
NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "question": (
            "question",
            "questions",
            "question text",
            "query",
            "queries",
            "prompt",
            "pregunta",
            "preguntas",
            "вопрос",
            "вопросы",
            "问题",
            "السؤال",
            "الأسئلة",
        ),
        "id": ("id", "question id", "no", "number", "nr", "#", "question no", "question number", "ref", "reference"),
        "section": ("section", "heading", "theme", "topic", "chapter", "category", "group"),
        "documents": ("documents", "document", "document filter", "documents filter", "filter", "doc", "docs"),
        "note": ("note", "notes", "comment", "comments", "remark", "remarks"),
    }
)

# What parts the names of a column in several languages.
_LANGUAGES = re.compile(r"[/|\n()]|\s[–—-]\s")
_ABOUT = re.compile(r"(?P<name>questions?) (?:to|for|on|by|from|of|about|asked|raised)\b.{1,60}")

# The header is looked for in this many rows; above it people put titles and instructions.
_HEAD = 20
_SHOWN = 8  # columns that a message names
_BEGINNING = 200  # characters that are shown of a row that could not be taken apart


@dataclass(frozen=True, slots=True)
class Placed:
    """The cells of one row and where it stands; `problem` says why they could not be told apart."""

    place: str
    cells: Cells
    problem: str | None = None


class NoQuestionColumnError(SourceError):
    """A table has several columns and none is called what questions are called."""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table: the place of each role that was recognised, and the names of the others by place."""

    roles: Mapping[str, int]
    others: Mapping[int, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many columns the header names."""
        return max((*self.roles.values(), *self.others), default=-1) + 1


def header_of(cells: Cells) -> Header | None:
    """The header that `cells` are, or None where none of them is a name for questions."""
    return _header(cells, roles_of(cells))


def header_of_any(cells: Cells) -> Header | None:
    """The header that `cells` are, also where they name a column in two languages or say what the questions are about.

    `Question / Pregunta` is one then, and `Questions to the State party`.
    """
    names = [next((each for each in _alternatives(cell) if _is_name(each)), cell) for cell in cells]
    return header_of(cells) or _header(cells, roles_of(names))


def _header(cells: Cells, roles: Mapping[str, int]) -> Header | None:
    if "question" not in roles:
        return None
    taken: dict[str, int] = {}
    others: dict[int, str] = {}
    for place, cell in enumerate(cells):
        name = one_line(cell)
        if place in roles.values() or not name:
            continue
        taken[name] = taken.get(name, 0) + 1
        others[place] = name if taken[name] == 1 else f"{name} ({taken[name]})"
    return Header(roles, others)


def questions_below(rows: Iterable[Placed], header: Header) -> Iterator[QuestionRow]:
    """The questions in the rows under a header. Blank rows are none; a row of a section alone opens it."""
    return _in_sections(_row(each, header) for each in rows if _is_used(each))


def roles_of(names: Sequence[str]) -> dict[str, int]:
    """The place in `names` of each role that one of them is a name for."""
    known = [_known_form(name) for name in names]
    found: dict[str, int] = {}
    for role, spellings in NAMES.items():
        place = next((known.index(each) for each in spellings if each in known), None)
        if place is not None:
            found[role] = place
    return found


def rows_of_table(rows: Iterable[Placed], where: str, remark: Remark) -> Iterator[QuestionRow]:
    """The questions of a table, given as places and cells. Blank rows are none; a row of a section alone opens it.

    A table of one column needs no header. NoQuestionColumnError names the columns of any other that has none.
    """
    rest = iter(rows)
    head = list(islice(rest, _HEAD))
    at = next((i for i, each in enumerate(head) if each.problem is None and header_of(each.cells)), None)
    header = header_of(head[at].cells) if at is not None else _without_header(head, where)
    if header is None:
        return
    first = 0 if at is None else at + 1
    if skipped := [each.place for each in head[: max(first - 1, 0)] if _is_used(each)]:
        remark(f"{where}: what stands above the header was not read ({skipped[0]} to {skipped[-1]})")
    yield from questions_below(chain(head[first:], rest), header)


def _in_sections(rows: Iterable[QuestionRow]) -> Iterator[QuestionRow]:
    """`rows` without those that hold a section alone, which becomes that of the rows after it that have none."""
    section: str | None = None
    for row in rows:
        if _is_section_alone(row):
            section = row.section
        else:
            yield row if row.section or section is None else replace(row, section=section)


def _is_used(row: Placed) -> bool:
    return any(map(one_line, row.cells))


def _known_form(name: str) -> str:
    plain = " ".join(one_line(name).casefold().replace("_", " ").replace("-", " ").split())
    return plain if plain == "#" else plain.strip(" .:#*?")


def _alternatives(cell: str) -> Iterator[str]:
    """The names that a cell may hold: those of several languages, and a name with what the questions are about."""
    for part in _LANGUAGES.split(cell):
        yield part
        if about := _ABOUT.fullmatch(_known_form(part)):
            yield about["name"]


def _is_name(words: str) -> bool:
    return any(_known_form(words) in spellings for spellings in NAMES.values())


def _without_header(head: Sequence[Placed], where: str) -> Header | None:
    """The header of a table of one column; None for an empty table."""
    rows = [each.cells for each in head if each.problem is None]
    used = {place for cells in rows for place, cell in enumerate(cells) if one_line(cell)}
    if len(used) < 2:
        return Header({"question": used.pop()}) if used else None
    names = [one_line(cell) for cell in next(cells for cells in rows if any(map(one_line, cells)))]
    listed = ", ".join(repr(name) for name in names[:_SHOWN] if name) + (", …" if len(names) > _SHOWN else "")
    raise NoQuestionColumnError(
        f"{where}: no column is called 'question'; its first row reads {listed}; name the column"
    )


def _row(placed: Placed, header: Header) -> QuestionRow:
    if placed.problem is not None:
        return QuestionRow(placed.place, one_line(placed.cells[0])[:_BEGINNING], problem=placed.problem)
    cells = placed.cells
    held = {role: cells[at] if at < len(cells) else "" for role, at in header.roles.items()}
    others = ((name, cells[at] if at < len(cells) else "") for at, name in header.others.items())
    return QuestionRow(
        place=placed.place,
        text=one_line(held["question"]),
        id=one_line(held.get("id", "")) or None,
        section=one_line(held.get("section", "")) or None,
        documents=document_names(held.get("documents", "")),
        note=cleaned(held.get("note", "")) or None,
        others=tuple((name, cleaned(value)) for name, value in others),
        problem=_problem(cells, header, held["question"]),
    )


def _problem(cells: Cells, header: Header, question: str) -> str | None:
    unreadable = next((at for at, cell in enumerate(cells) if is_unreadable(cell)), None)
    if unreadable is not None:
        return f"column {unreadable + 1} holds bytes that cannot be read; save the file as UTF-8"
    if any(map(one_line, cells[header.width :])):
        return (
            f"it has {len(cells)} cells and the header names {header.width} columns; put quotation marks around a cell "
            "that holds the delimiter"
        )
    return None if one_line(question) else "there is no question in this row"


def _is_section_alone(row: QuestionRow) -> bool:
    others = (row.text, row.id, row.note, *row.documents, *(value for _, value in row.others))
    return row.section is not None and not any(others)
