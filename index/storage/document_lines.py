"""The file of all documents, a line each, read a paragraph at a time."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, BinaryIO, overload
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.document import Document, Paragraph
from index.storage.document_json import from_record
from index.storage.records import json_value, made

_PARAGRAPHS = '"paragraphs": ['
# Paragraphs that are kept as they were read, some 3 kB each: those of the last hundred questions and more.
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class LineSpans:
    """Where documents and paragraphs stand in their file, in bytes.

    `documents` (d, 3) has the start and the end of each line and the number of its paragraphs, `paragraphs` (p, 3) the
    start and the end of each paragraph's JSON and its CRC-32.
    """

    documents: NDArray[np.int64]
    paragraphs: NDArray[np.int64]

    def fit(self, size: int) -> bool:
        """Whether they are in order and within a file of `size` bytes, each paragraph in the line of its document."""
        starts, ends, counts = self.documents.T
        if int(counts.sum()) != len(self.paragraphs) or np.any(counts < 0):
            return False
        within = np.repeat(self.documents[:, :2], counts, axis=0)
        begins, stops, _ = self.paragraphs.T
        lines = np.all((starts[1:] > ends[:-1]) & (starts[1:] >= 0)) and starts[0] == 0 and ends[-1] < size
        inside = np.all((begins > within[:, 0]) & (begins < stops) & (stops < within[:, 1]))
        return bool(lines and inside and np.all(begins[1:] > stops[:-1]))


def write_documents(file: BinaryIO, records: Iterable[Mapping[str, Any]]) -> LineSpans:
    """Where the documents with these `records` and their paragraphs stand in `file`, after writing them, a line each.

    A line is the JSON of its record.
    """
    documents: list[tuple[int, int, int]] = []
    paragraphs: list[tuple[int, int, int]] = []
    at = 0
    for record in records:
        pieces = list(_pieces(record))
        start = at
        for piece, is_paragraph in pieces:
            if is_paragraph:
                paragraphs.append((at, at + len(piece), crc32(piece)))
            file.write(piece)
            at += len(piece)
        documents.append((start, at - 1, sum(is_paragraph for _, is_paragraph in pieces)))
    spans = (np.array(each, dtype=np.int64).reshape(-1, 3) for each in (documents, paragraphs))
    return LineSpans(*spans)


def _pieces(record: Mapping[str, Any]) -> Iterator[tuple[bytes, bool]]:
    """The line of a record in pieces, and whether each is a paragraph."""
    # A title cannot hold this: in a text the quotation marks would stand behind strokes.
    head, found, tail = _json({**record, "paragraphs": []}).partition(_PARAGRAPHS)
    yield (head + found).encode(), False
    for place, each in enumerate(record["paragraphs"]):
        if place:
            yield b", ", False
        yield _json(each).encode(), True
    yield f"{tail}\n".encode(), False


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True, eq=False)
class ParagraphFile:
    """The paragraphs in the file of an index's documents, whose bytes are `content`, read as they are needed.

    `broken` makes the error that says what is wrong with the file. Safe to share between threads.
    """

    content: NDArray[np.uint8]
    spans: LineSpans
    broken: Callable[[str], Exception]

    def documents(self) -> tuple[Document, ...]:
        """The documents, whose paragraphs stay in the file until they are asked for."""
        starts = np.concatenate(([0], np.cumsum(self.spans.documents[:, 2]))).tolist()
        return tuple(self._document(place, first) for place, first in enumerate(starts[:-1]))

    def paragraph(self, row: int) -> Paragraph:
        """The paragraph at `row`; IndexFolderError where it is not the one that was written."""
        return self._kept(row)

    @cached_property
    def _kept(self) -> Callable[[int], Paragraph]:
        return lru_cache(_KEPT)(self._read)

    def _read(self, row: int) -> Paragraph:
        start, end, check = self.spans.paragraphs[row].tolist()
        text = self.content[start:end].tobytes()
        if crc32(text) != check:
            raise self.broken(f"paragraph {row + 1} is not the one that was written")
        try:
            return made(Paragraph, json_value(text.decode("utf-8")))
        except (ValueError, TypeError) as error:
            raise self.broken(f"paragraph {row + 1}: {error}") from error

    def _document(self, place: int, first: int) -> Document:
        start, end, count = self.spans.documents[place].tolist()
        inner = self.spans.paragraphs[first : first + count]
        begin, stop = (int(inner[0, 0]), int(inner[-1, 1])) if count else (end, end)
        try:
            text = self.content[start:begin].tobytes() + self.content[stop:end].tobytes()
            document = from_record(json_value(text.decode("utf-8")))
        except (ValueError, TypeError) as error:
            raise self.broken(f"line {place + 1}: {error}") from error
        return replace(document, paragraphs=StoredParagraphs(self, range(first, first + count)))


@dataclass(frozen=True, slots=True, eq=False)
class StoredParagraphs(Sequence[Paragraph]):
    """The paragraphs of one document, the `rows` of `file`, equal to a tuple of the same ones."""

    file: ParagraphFile
    rows: range

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int, /) -> Paragraph: ...
    @overload
    def __getitem__(self, place: slice, /) -> tuple[Paragraph, ...]: ...
    def __getitem__(self, place: int | slice, /) -> Paragraph | tuple[Paragraph, ...]:
        """The paragraph at `place` in the document, or those of a slice."""
        if isinstance(place, slice):
            return tuple(map(self.file.paragraph, self.rows[place]))
        return self.file.paragraph(self.rows[place])

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))
