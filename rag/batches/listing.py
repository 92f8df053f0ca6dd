"""The rows of a batch, checked and kept on disk, so that any number of questions takes little memory."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from index.document import Document
from index.errors import OutputError, QuestionError
from index.store import Index
from rag.batches.questions.row import QuestionRow, row_from_record, row_record
from rag.question.analyse import checked_question
from rag.question.document_names import resolved_documents

_KEY_BYTES = 16
_SCHEMA = """
create table rows (
    number integer primary key,
    section text not null,
    id text,
    is_asked integer not null,
    is_skipped integer not null,
    documents text not null,
    key text not null,
    row text not null
)
"""
_LISTED = "select row, documents, key from rows"
# Those of one section together, sections as they came up, rows without one last.
_BY_SECTION = f"""
{_LISTED} join (select section as name, min(number) as first from rows group by section) on name = section
order by section = '', first, number
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row with the ids of the documents it is asked of, all if empty, and the key of its answer."""

    row: QuestionRow
    documents: tuple[str, ...]
    key: str


class Listing:
    """The rows of a batch in the order they came, kept in `database`, an empty SQLite database.

    `context` goes into every key: what the answers are made with. `documents` are the names of those that a row is
    asked of if it names none itself.
    """

    def __init__(
        self,
        rows: Iterable[QuestionRow],
        database: sqlite3.Connection,
        index: Index,
        context: str,
        documents: Sequence[str] = (),
    ) -> None:
        self._index = index
        self._context = context
        self._default = resolved_documents(index, documents)
        self._database = database
        self._columns: dict[str, None] = {}
        self._searched: set[str] = set()
        self._everywhere = False
        self._digest = hashlib.sha256()
        database.execute(_SCHEMA)
        for row in rows:
            self._add(row)

    def __iter__(self) -> Iterator[Listed]:
        """The rows in the order they came."""
        return map(_listed, self._database.execute(f"{_LISTED} order by number"))

    @property
    def digest(self) -> str:
        """A hash of all questions in their order, in hex."""
        return self._digest.hexdigest()

    @property
    def askable(self) -> int:
        """How many different questions there are to ask."""
        return self._number("select count(distinct key) from rows where is_asked")

    @property
    def searched(self) -> tuple[Document, ...]:
        """The documents that rows are asked of, in the order of the index."""
        return tuple(each for each in self._index.documents if self._everywhere or each.id in self._searched)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the other columns that rows carry, in the order they came up."""
        return tuple(self._columns)

    @property
    def has_sections(self) -> bool:
        """Whether any row names a section."""
        return bool(self._number("select count(*) from rows where section != ''"))

    @property
    def ids_are_labels(self) -> bool:
        """Whether every row but those that are skipped has an id of its own."""
        labelled = "select count(*) and count(*) = count(distinct nullif(id, '')) from rows where not is_skipped"
        return bool(self._number(labelled))

    def groups(self, size: int) -> Iterator[list[Listed]]:
        """The rows with different questions that can be asked, `size` at a time."""
        first = "select min(number) from rows where is_asked group by key"
        found = self._database.execute(f"{_LISTED} where number in ({first}) order by number")
        while group := found.fetchmany(size):
            yield [*map(_listed, group)]

    def in_sections(self) -> Iterator[Listed]:
        """All rows, those of one section together, sections as they came up, rows without one last."""
        return map(_listed, self._database.execute(_BY_SECTION))

    def _number(self, query: str) -> int:
        (number,) = self._database.execute(query).fetchone()
        return int(number)

    def _add(self, row: QuestionRow) -> None:
        listed = self._checked(row)
        self._digest.update(listed.key.encode())
        if listed.row.is_asked:
            self._everywhere = self._everywhere or not listed.documents
            self._searched |= set(listed.documents)
        self._columns |= dict.fromkeys(name for name, _ in row.others)
        values = (
            row.section or "",
            row.id,
            listed.row.is_asked,
            row.skipped is not None,
            json.dumps(listed.documents),
            listed.key,
            # Not as they are: half a character that could not be decoded is no UTF-8.
            json.dumps(row_record(listed.row)),
        )
        try:
            self._database.execute("insert into rows values (null, ?, ?, ?, ?, ?, ?, ?)", values)
        except sqlite3.Error as error:
            raise OutputError(
                f"the questions cannot be kept while they are answered: {error}; free some space"
            ) from error

    def _checked(self, row: QuestionRow) -> Listed:
        """`row` as it is asked, or with the problem that keeps it from being asked."""
        documents = self._default
        try:
            if row.is_asked:
                row = replace(row, text=checked_question(row.text))
                documents = resolved_documents(self._index, row.documents) or self._default
        except QuestionError as error:
            row = replace(row, problem=str(error))
        what = [self._context, row.text, sorted(documents), row.problem or row.skipped or ""]
        key = hashlib.sha256(json.dumps(what).encode()).hexdigest()[: 2 * _KEY_BYTES]
        return Listed(row, documents, key)


@contextmanager
def temporary_database() -> Iterator[sqlite3.Connection]:
    """A SQLite database on disk that nobody sees, gone after the block."""
    # SQLite's name for one: an empty one (https://www.sqlite.org/inmemorydb.html#temp_db).
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        database.execute("begin")
        yield database


def _listed(record: tuple[str, str, str]) -> Listed:
    row, documents, key = record
    return Listed(row_from_record(json.loads(row)), tuple(json.loads(documents)), key)
