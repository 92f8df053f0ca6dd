"""Bounds on Office files, looked at before a library that reads them sees one.

A .docx or .xlsx file is a ZIP archive of XML parts. A few kilobytes of it can stand for gigabytes, or for a table of a
thousand million rows, and the libraries build whatever the file says.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is a class

from index.errors import SourceError

_MEBIBYTE = 1024 * 1024  # bytes
_CHUNK = 64 * 1024  # bytes unpacked at a time
# What an entry that is damaged raises when it is unpacked. Its reader may never need it, and says so if it does.
_DAMAGED_ENTRY = (BadZipFile, ZlibError, EOFError, OSError, RuntimeError, ValueError)
_LETTERS = re.compile(r"\$?([A-Za-z]+)")
_OFFICE_XML = (".xml", ".rels")
_ADVICE = "save it again from Word or Excel, or hand its text in as a text file"


@dataclass(frozen=True, slots=True)
class OfficeLimits:
    """How large an Office file may be when it is unpacked.

    `entries`: a report of 500 pages with a picture on each has about 600. `part_bytes`: the text of the longest UN
    document takes about 40 MiB as Word's XML. `total_bytes`: pictures are packed already, so a file of this size on
    disk is longer than any list of questions. `elements` of XML in the whole file: a workbook of 100,000 rows and ten
    columns has two thirds of that. `depth`: where libxml2 stops reading, too. `rows` and `columns` are
    Excel's own limits, `span` is Word's: the most columns that a table can have.
    """

    entries: int = 5_000
    part_bytes: int = 64 * _MEBIBYTE
    total_bytes: int = 256 * _MEBIBYTE
    elements: int = 3_000_000
    depth: int = 255
    rows: int = 1_048_576
    columns: int = 16_384
    span: int = 63


def check_office_file(path: Path, name: str, limits: OfficeLimits | None = None) -> None:
    """Raise SourceError, with `name` for the file, where it goes beyond `limits`; BadZipFile where it is no archive."""
    allowed = limits or OfficeLimits()
    with ZipFile(path) as archive:
        entries = archive.infolist()
        if len(entries) > allowed.entries:
            raise SourceError(f"{name}: it holds {len(entries):,} parts and {allowed.entries:,} are read; {_ADVICE}")
        # What the directory owns up to is refused without unpacking it.
        if sum(entry.file_size for entry in entries) > allowed.total_bytes:
            raise _too_large(name, allowed.total_bytes)
        left, elements = allowed.total_bytes, 0
        for entry in entries:
            part = _Part(allowed, elements, is_office_xml=entry.filename.endswith(_OFFICE_XML))
            if entry.filename.endswith(_OFFICE_XML) and entry.file_size > allowed.part_bytes:
                raise _too_large(name, allowed.part_bytes)
            left -= _checked_entry(archive, entry, part, left, name)
            elements = part.elements


def _too_large(name: str, most: int) -> SourceError:
    return SourceError(f"{name}: it unpacks to more than {most // _MEBIBYTE} MB; {_ADVICE}")


def _checked_entry(archive: ZipFile, entry: ZipInfo, part: "_Part", left: int, name: str) -> int:
    """How many bytes an entry really unpacks to: the directory of the archive may say anything."""
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise SourceError(f"{name}: it is packed in a way that Office files never are; {_ADVICE}")
    size = 0
    try:
        for chunk in _chunks(archive, entry):
            size += len(chunk)
            part.read(chunk)
            if size > min(left, part.most_bytes):
                raise _too_large(name, part.most_bytes)
    except _BeyondError as error:
        raise SourceError(f"{name}: {error}; {_ADVICE}") from error
    except _DAMAGED_ENTRY:
        pass
    return size


def _chunks(archive: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


class _BeyondError(Exception):
    """A part goes beyond a limit; the text says which."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """An attribute by which a few bytes stand for many cells: what it is, how it is measured, how large it may be."""

    attribute: str
    what: str
    measure: Callable[[str], float]
    most: Callable[[OfficeLimits], int]


class _Part:
    """Looks at a part while it is unpacked: at nothing of it where it is no XML, else at what takes memory or time.

    `is_office_xml` says that the part is read as XML for certain; a picture may be XML of any kind (SVG). `elements`
    counts those of this part and, as it is given them, of the parts before it.
    """

    def __init__(self, limits: OfficeLimits, elements: int, *, is_office_xml: bool) -> None:
        self.elements = elements
        self._is_xml = True
        self._limits = limits
        self._is_office_xml = is_office_xml
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        if is_office_xml:
            self._parser.StartDoctypeDeclHandler = self._doctype

    @property
    def most_bytes(self) -> int:
        """How large the part may be."""
        return self._limits.part_bytes if self._is_xml else self._limits.total_bytes

    def read(self, chunk: bytes) -> None:
        """Look at the next bytes; _BeyondError where they go beyond a limit."""
        if not self._is_xml:
            return
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError as error:
            # The part is no XML, or broken from here on: its reader comes no further either.
            self._is_xml = False
            if expat.ErrorString(error.code) == expat.errors.XML_ERROR_UNKNOWN_ENCODING:
                self._refuse_encoding(error)
        except (LookupError, ValueError) as error:
            self._refuse_encoding(error)

    def _start(self, element: str, attributes: Sequence[str]) -> None:
        self._depth += 1
        self.elements += 1
        if self.elements > self._limits.elements:
            raise _BeyondError(f"it has more than {self._limits.elements:,} elements")
        if self._depth > self._limits.depth:
            raise _BeyondError(f"its parts are nested more than {self._limits.depth} deep")
        bound = _BOUNDS.get(element.rpartition(" ")[2])
        if bound is None:
            return
        most = bound.most(self._limits)
        for name, value in zip(attributes[::2], attributes[1::2], strict=True):
            if name.rpartition(" ")[2] == bound.attribute and bound.measure(value) > most:
                raise _BeyondError(f"it has a {bound.what} {value[:20]}, and {most:,} is the most there can be")

    def _refuse_encoding(self, error: Exception) -> None:
        """Raise _BeyondError where what this parser cannot read, for its encoding, is read by another that can."""
        self._is_xml = False
        if self._is_office_xml:
            raise _BeyondError("a part of it is in an encoding that Office files never have") from error

    def _end(self, _element: str) -> None:
        self._depth -= 1

    def _doctype(self, *_declared: object) -> None:
        # The standard of Office files (ISO/IEC 29500-2) forbids them; entities in them can grow without end.
        raise _BeyondError("a part of it declares a document type, which Office files never do")


def _number(text: str) -> float:
    """The number that a library may read in `text`; 0 where it is none, which is for its reader to tell."""
    try:
        return float(text)
    except ValueError:
        return 0


def _column(coordinate: str) -> float:
    """The number of the column in `XFD12`, 16,384."""
    match = _LETTERS.match(coordinate)
    number = 0
    for letter in match[1].upper()[:8] if match else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


# By the names of the elements that they stand on.
_BOUNDS: Mapping[str, _Bound] = MappingProxyType(
    {
        "row": _Bound("r", "row", _number, lambda limits: limits.rows),
        "c": _Bound("r", "cell in column", _column, lambda limits: limits.columns),
        "gridSpan": _Bound("val", "cell that spans columns:", _number, lambda limits: limits.span),
    }
)
