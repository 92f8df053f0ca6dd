"""The rows of a batch, checked and kept on disk, so that any number of questions takes little memory."""

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from index.document import Document
from index.errors import QuestionError
from index.store import Index
from rag.batches.questions.row import QuestionRow, row_from_record, row_record
from rag.question.analyse import checked_question
from rag.question.document_names import resolved_documents

_KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Listed:
    """A row with the ids of the documents it is asked of, all if empty, and the key of its answer."""

    row: QuestionRow
    documents: tuple[str, ...]
    key: str


class Listing:
    """The rows of a batch in the order they came, kept in `spool`, an empty file open for reading and writing.

    `context` goes into every key: what the answers are made with. `documents` are the names of those that a row is
    asked of if it names none itself.
    """

    def __init__(
        self,
        rows: Iterable[QuestionRow],
        spool: BinaryIO,
        index: Index,
        context: str,
        documents: Sequence[str] = (),
    ) -> None:
        self._index = index
        self._context = context
        self._default = resolved_documents(index, documents)
        self._file = spool
        self._starts = array("Q")
        self._section_of = array("L")
        self._sections: dict[str, int] = {}
        self._columns: dict[str, None] = {}
        self._ids: set[str] | None = set()
        self._askable: set[str] = set()
        self._searched: set[str] = set()
        self._everywhere = False
        self._digest = hashlib.sha256()
        for row in rows:
            self._add(row)

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Listed]:
        """The rows in the order they came."""
        return map(self.at, range(len(self)))

    @property
    def digest(self) -> str:
        """A hash of all questions in their order, in hex."""
        return self._digest.hexdigest()

    @property
    def askable(self) -> int:
        """How many different questions there are to ask."""
        return len(self._askable)

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
        return any(self._sections)  # the empty name is that of rows without one

    @property
    def ids_are_labels(self) -> bool:
        """Whether every row but those that are skipped has an id of its own."""
        return bool(self._ids)

    def groups(self, size: int) -> Iterator[list[Listed]]:
        """The rows with different questions that can be asked, `size` at a time."""
        seen: set[str] = set()
        group: list[Listed] = []
        for listed in self:
            if listed.row.is_asked and listed.key not in seen:
                seen.add(listed.key)
                group.append(listed)
            if len(group) == size:
                yield group
                group = []
        if group:
            yield group

    def in_sections(self) -> list[int]:
        """The numbers of all rows, those of one section together, sections as they came up, rows without one last."""
        last = len(self._sections)
        without = self._sections.get("", last)
        return sorted(range(len(self)), key=lambda i: last if self._section_of[i] == without else self._section_of[i])

    def at(self, number: int) -> Listed:
        """The row that came as the `number`-th, from 0."""
        self._file.seek(self._starts[number])
        fields, documents, key = json.loads(self._file.readline())
        return Listed(row_from_record(fields), tuple(documents), key)

    def _add(self, row: QuestionRow) -> None:
        listed = self._checked(row)
        self._digest.update(listed.key.encode())
        if listed.row.is_asked:
            self._askable.add(listed.key)
            self._everywhere = self._everywhere or not listed.documents
            self._searched |= set(listed.documents)
        self._columns |= dict.fromkeys(name for name, _ in row.others)
        self._section_of.append(self._sections.setdefault(row.section or "", len(self._sections)))
        if row.skipped is None:
            self._learn_id(row.id)
        self._starts.append(self._file.seek(0, 2))
        record = [row_record(listed.row), listed.documents, listed.key]
        self._file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")

    def _learn_id(self, id: str | None) -> None:
        if self._ids is not None and id and id not in self._ids:
            self._ids.add(id)
        else:
            self._ids = None

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
