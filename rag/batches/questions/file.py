"""A questions file of any kind, read by its ending; standard input by what it holds."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from index.errors import SourceError
from rag.batches.questions.formats.decoding import opened
from rag.batches.questions.formats.delimited import is_table, read_delimited
from rag.batches.questions.formats.json_lines import read_json_lines
from rag.batches.questions.formats.office import read_office
from rag.batches.questions.formats.plain import read_plain
from rag.batches.questions.row import QuestionRow, Remark

_ZIP = b"PK\x03\x04"  # what every Office file begins with

Reader = Callable[[Path, str, Remark], Iterator[QuestionRow]]
"""The rows of a file, given its path, what messages call it, and what is told of what was left out."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".csv": read_delimited,
        ".tsv": read_delimited,
        ".xlsx": read_office,
        ".xlsm": read_office,
        ".jsonl": read_json_lines,
        ".docx": read_office,
    }
)


def read_questions(path: Path, remark: Remark, name: str = "") -> Iterator[QuestionRow]:
    """The rows of a questions file, in order; those that are not asked say why. SourceError where none can be read.

    `remark` is told what was left out; `name` is what messages call the file, where its path means nothing to its
    owner.
    """
    check_questions(path)
    yield from READERS[path.suffix.lower()](path, name or path.name, remark)


def check_questions(path: Path) -> None:
    """Raise SourceError where `path` is no file of a kind that questions are read from."""
    if not path.is_file():
        what = "a folder" if path.is_dir() else "no such file"
        raise SourceError(f"{path}: {what}; name a file of questions, or - for standard input")
    if not os.access(path, os.R_OK):
        raise SourceError(f"{path}: you are not allowed to read it; name a file that you are")
    if path.suffix.lower() not in READERS:
        raise SourceError(f"{path}: questions are read from {', '.join(READERS)}; save it as one of these")


@contextmanager
def spooled(stream: BinaryIO) -> Iterator[Path]:
    """A file with what `stream` holds, its ending chosen by that: workbook, document, JSON Lines, table or text."""
    with tempfile.TemporaryDirectory(prefix="pincite-") as folder:
        raw = Path(folder) / "standard input"
        with raw.open("wb") as file:
            shutil.copyfileobj(stream, file)
        yield raw.rename(raw.with_suffix(_ending(raw)))


def _ending(path: Path) -> str:
    with path.open("rb") as file:
        is_archive = file.read(len(_ZIP)) == _ZIP
    if is_archive:
        return ".docx" if _is_word(path) else ".xlsx"
    with opened(path, path.name) as lines:
        head = [line for line in islice(lines, 50) if line.strip()]
    if head and head[0].lstrip().startswith("{"):
        return ".jsonl"
    return ".csv" if is_table(head) else ".txt"


def _is_word(path: Path) -> bool:
    """Whether an archive holds a Word document, as far as can be told: a damaged one is for its reader to refuse."""
    try:
        with ZipFile(path) as archive:
            return any(name.startswith("word/") for name in archive.namelist())
    except (BadZipFile, OSError, ValueError, RuntimeError):
        return False
