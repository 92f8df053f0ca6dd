"""The readers there are, and which one reads a file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.errors import SourceError
from index.readers.base import Reader
from index.readers.bounded import BoundedReader
from index.readers.ocr import RecognisingReader
from index.readers.office import OfficeReader
from index.readers.text.reader import TextReader

_PDF = BoundedReader("index.readers.pdf.reader:PdfReader", (".pdf",), (b"%PDF",))
_WORD = BoundedReader("index.readers.word.reader:WordReader", (".docx", ".docm", ".dotx"))
_HTML = BoundedReader(
    "index.readers.html.reader:HtmlReader",
    (".html", ".htm", ".xhtml"),
    (b"<!DOCTYPE html", b"<!doctype html", b"<html"),
)

# To read another format, write a reader and add it here; a signature goes before a suffix.
READERS: tuple[Reader, ...] = (RecognisingReader(_PDF), _WORD, _HTML, OfficeReader(_WORD), TextReader())

_LONGEST_SIGNATURE = 16  # bytes; `<!DOCTYPE html` is the longest, with 14


def readers_for(encoding: str) -> tuple[Reader, ...]:
    """The readers, with plain text read in `encoding`."""
    return tuple(replace(each, encoding=encoding) if isinstance(each, TextReader) else each for each in READERS)


def readable_suffixes(readers: Sequence[Reader] = READERS) -> tuple[str, ...]:
    """The suffixes of the files that can be read, lower case with the dot."""
    return tuple(suffix for reader in readers for suffix in reader.suffixes)


def reader_of(path: Path, readers: Sequence[Reader] = READERS) -> Reader:
    """The reader of the file at `path`: told by its first bytes, then by its suffix, and plain text for any other.

    A file that is not there, or is of a format that nothing here reads, is left to the reader of plain text, which says
    what is wrong with it.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_LONGEST_SIGNATURE)
    except OSError:
        head = b""
    signed = (reader for reader in readers if any(head.startswith(signature) for signature in reader.signatures))
    named = (reader for reader in readers if path.suffix.lower() in reader.suffixes)
    plain = (reader for reader in readers if isinstance(reader, TextReader))
    for reader in (*signed, *named, *plain):
        return reader
    raise SourceError(f"{path}: nothing here reads such a file; save it as plain text (UTF-8) first")
