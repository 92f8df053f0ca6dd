"""Questions in a Word document: those of its tables and those of its paragraphs, in the order in which they stand."""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from zipfile import BadZipFile

from rag.batches.questions.formats.columns import Placed, header_of, questions_below
from rag.batches.questions.formats.word_markup import (
    CELL,
    TABLE,
    Node,
    Style,
    blocks,
    cells_of,
    elements,
    line_of,
    rows_of,
    styles_of,
)
from rag.batches.questions.formats.word_tables import TableRow, read_table
from rag.batches.questions.recognition.line import Line
from rag.batches.questions.recognition.recognise import recognised
from rag.batches.questions.row import QuestionRow, Remark


def read_word(path: Path, _name: str, _remark: Remark) -> Iterator[QuestionRow]:
    """The rows of a Word document: its questions, and whatever else it says with what that is.

    A heading is the section of what follows, unless it asks something itself. BadZipFile where it is no document; what
    a damaged one raises is for the caller.
    """
    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError, PackageNotFoundError

    try:
        document = docx.Document(str(path))
        reader = _Reader(styles_of(document))
        yield from recognised(list(reader.read(document.element.body)))
    except PackageNotFoundError as error:
        raise BadZipFile(str(error)) from error
    except (OpcError, PythonDocxError) as error:
        raise ValueError(str(error)) from error


class _Reader:
    """Reads blocks in the order in which they stand, and counts paragraphs and tables for the places of rows."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._paragraphs = count(1)
        self._tables = count(1)

    def read(self, parent: Node, place: str = "") -> Iterator[Line | QuestionRow]:
        """Lines of paragraphs, and rows of tables; `place` is that of all paragraphs where they stand in a frame."""
        for block in blocks(parent):
            if block.tag == TABLE:
                yield from self._table(list(rows_of(block)), f"table {next(self._tables)}")
            else:
                yield line_of(block, place or f"paragraph {next(self._paragraphs)}", self._styles)

    def _table(self, rows: list[Node], place: str) -> Iterator[Line | QuestionRow]:
        placed = [Placed(f"{place}, row {number}", cells_of(row)) for number, row in enumerate(rows, start=1)]
        cells = [list(elements(row, CELL)) for row in rows]
        if max(map(len, cells), default=0) > 1:
            across = [len(each) == 1 for each in cells]
            yield from read_table([TableRow(*each) for each in zip(placed, across, strict=True)])
        elif header := next((found for each in placed[:1] if (found := header_of(each.cells))), None):
            yield from questions_below(placed[1:], header)
        else:
            # A frame around text.
            for number, row in enumerate(cells, start=1):
                yield from (line for cell in row for line in self.read(cell, f"{place}, row {number}"))
