"""Reads PDF files by the functions of pdfium alone: to import the library around them takes twice as long.

A file is read in a process of its own, so that every file takes that time anew.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2_raw as pdfium

from index.errors import ScanError, SourceError
from index.readers.base import Line, ReadLimits, SourceText
from index.readers.pdf.layout import RECOGNISED, PageLines, page_lines
from index.readers.pdf.lines import lines_of
from index.readers.pdf.measures import measures_of
from index.readers.pdf.page_headers import set_headers_apart
from index.readers.pdf.page_notes import set_notes_apart
from index.readers.pdf.spaces import settle_doubts

# A page is a picture where it has fewer letters than this and a picture; a page number or a stamp has fewer.
_FEWEST_LETTERS = 20
_NO_DOCUMENT = re.compile(r"document\b.{0,60}\bdoes not exist in the Official Document System", re.DOTALL)
_LONGEST_NOTICE = 600  # characters of a page that says that there is no document
# pdfium's reasons, FPDF_GetLastError.
_PASSWORD, _SECURITY = 4, 5
# As Python itself gives the names of files to the system: what is no text is kept as it was, but on Windows.
_UNPRINTABLE = "strict" if sys.platform == "win32" else "surrogateescape"

# The second and later calls in a process, as by that library, do nothing.
pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))


def _find_fonts() -> None:
    """Has pdfium look at the fonts of the system, as it does once for almost every file: forks find that done."""
    document = pdfium.FPDF_CreateNewDocument()
    pdfium.FPDFFont_Close(pdfium.FPDFText_LoadStandardFont(document, b"Helvetica"))
    pdfium.FPDF_CloseDocument(document)


_find_fonts()


@dataclass(frozen=True, slots=True)
class PdfReader:
    """Reads PDF files that have text; a scan without text is refused with what to do."""

    suffixes: Sequence[str] = (".pdf",)
    signatures: Sequence[bytes] = (b"%PDF",)

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the file at `path`.

        SourceError where it cannot be opened, is encrypted, damaged, empty, longer than `limits` allow, or holds only
        pictures of pages.
        """
        with _opened(path) as document:
            pages = _pages(document, path, limits)
        _refuse_pictures(path, pages)
        settle_doubts(pages)
        set_headers_apart(pages)
        measures = measures_of(pages)
        set_notes_apart(pages, measures.size)
        lines = tuple(lines_of(pages, measures))
        _refuse_notices(path, lines)
        hidden = sum(page.hidden > RECOGNISED for page in pages)
        pictured = tuple(page.number for page in pages if _is_picture(page))
        return SourceText(lines, len(pages), recognised=hidden * 2 > len(pages), pictured_pages=pictured)


@contextmanager
def _opened(path: Path) -> Iterator[object]:
    """A handle of the document at `path`, which has pages; SourceError where it is empty, encrypted or damaged."""
    try:
        if path.stat().st_size == 0:
            raise SourceError(f"{path}: the file is empty; leave it out or fetch it again")
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; check the name") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check the file and its disk") from None
    document = pdfium.FPDF_LoadDocument(str(path).encode("utf-8", _UNPRINTABLE), None)
    try:
        if pdfium.FPDF_GetPageCount(document) < 1:
            raise _refused(path, pdfium.FPDF_GetLastError())
        yield document
    finally:
        if document:
            pdfium.FPDF_CloseDocument(document)


def _refused(path: Path, reason: int) -> SourceError:
    if reason in (_PASSWORD, _SECURITY):
        return SourceError(f"{path}: the PDF is encrypted; save a copy without a password and use that")
    return SourceError(f"{path}: the PDF is damaged or not a PDF; fetch it again or save it anew")


def _pages(document: object, path: Path, limits: ReadLimits) -> list[PageLines]:
    count = pdfium.FPDF_GetPageCount(document)
    if count > limits.pages:
        raise SourceError(f"{path}: {count:,} pages, more than the limit of {limits.pages:,}; split the file")
    pages: list[PageLines] = []
    characters = 0
    for number in range(1, count + 1):
        page = page_lines(document, number)
        characters += sum(len(line.text) for line in page.lines)
        if characters > limits.characters:
            raise SourceError(f"{path}: more than {limits.characters:,} characters by page {number}; split the file")
        pages.append(page)
    return pages


def _is_picture(page: PageLines) -> bool:
    return page.pictured and sum(len(line.text) for line in page.lines) < _FEWEST_LETTERS


def _refuse_pictures(path: Path, pages: Sequence[PageLines]) -> None:
    if not pages:
        raise SourceError(f"{path}: the PDF has no pages; fetch it again")
    if any(line.text for page in pages for line in page.lines if not _is_picture(page)):
        return
    if any(page.pictured for page in pages):
        raise ScanError(
            f"{path}: a scan: its {len(pages)} pages are pictures without text; have the letters recognised, "
            "for example by ocrmypdf and tesseract, which are used where they are installed"
        )
    raise SourceError(f"{path}: the PDF has no text; check that it is the right file")


def _refuse_notices(path: Path, lines: Sequence[Line]) -> None:
    text = " ".join(line.text for line in lines)
    if len(text) <= _LONGEST_NOTICE and _NO_DOCUMENT.search(text):
        raise SourceError(
            f"{path}: not a document but a page that says the document does not exist in the Official Document "
            "System; check the symbol and fetch the document again"
        )
