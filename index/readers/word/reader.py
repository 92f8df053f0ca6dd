"""Reads Word files (.docx) by python-docx-ng."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import EncryptedPackageError

from index.errors import SourceError
from index.readers.base import Line, ReadLimits, SourceText, Wrapping
from index.readers.office_limits import check_office_file
from index.readers.word.blocks import BlockReader
from index.readers.word.damaged import DAMAGED
from index.readers.word.lines import lines_of

_DAMAGED_ADVICE = "open it in Word or LibreOffice and save it as .docx again"


@dataclass(frozen=True, slots=True)
class WordReader:
    """Reads Word files with their automatic numbers, tracked changes accepted."""

    suffixes: Sequence[str] = (".docx", ".docm", ".dotx")
    signatures: Sequence[bytes] = ()

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the file at `path`; SourceError where it is no Word file, damaged, encrypted, empty or long."""
        try:
            document = _opened(path)
            lines = tuple(_limited(lines_of(BlockReader(document)), path, limits))
        except EncryptedPackageError:
            raise SourceError(f"{path}: the file is encrypted; save a copy without a password and use that") from None
        except DAMAGED as error:
            raise SourceError(f"{path}: not a Word file or damaged ({_reason(error)}); {_DAMAGED_ADVICE}") from None
        if not lines:
            raise SourceError(f"{path}: the file has no text; leave it out or put the document's text in it")
        return SourceText(lines, wrapping=Wrapping.FLOWING)


def _opened(path: Path) -> Document:
    try:
        if path.stat().st_size == 0:
            raise SourceError(f"{path}: the file is empty; leave it out or fetch it again")
        check_office_file(path, str(path))
        with path.open("rb") as file:
            document: Document = docx.Document(file)
            return document
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; check the name") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check the file and its disk") from None


def _limited(lines: Iterator[Line], path: Path, limits: ReadLimits) -> Iterator[Line]:
    left = limits.characters
    for line in lines:
        left -= len(line.text)
        if left < 0:
            raise SourceError(f"{path}: more than {limits.characters:,} characters; split the file")
        yield line


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words[:120] or type(error).__name__
