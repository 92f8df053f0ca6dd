"""A PDF file opened by pdfium, by its own functions alone: to import the library around them takes twice as long.

A file is read in a process of its own, so that every file takes that time anew.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2_raw as pdfium

from index.errors import SourceError

# pdfium's reasons, FPDF_GetLastError.
_PASSWORD, _SECURITY = 4, 5
# As Python itself gives the names of files to the system: what is no text is kept as it was, but on Windows.
_UNPRINTABLE = "strict" if sys.platform == "win32" else "surrogateescape"

# The second and later calls in a process, as by that library, do nothing.
pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))


@contextmanager
def opened(path: Path) -> Iterator[object]:
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
