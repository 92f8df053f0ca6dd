"""Reads scans by having their letters recognised: ocrmypdf over tesseract, where both are installed."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import ScanError, SourceError
from index.readers.base import Reader, ReadLimits, SourceText
from index.readers.programs import installed, run_program

# A page takes three seconds of one processor: a thousand pages.
_MOST_SECONDS = 3_600.0


@dataclass(frozen=True, slots=True)
class RecognisingReader:
    """Reads PDF files by `pdf`, and those that are scans once their letters are recognised."""

    pdf: Reader

    @property
    def suffixes(self) -> Sequence[str]:
        """Those of PDF files."""
        return self.pdf.suffixes

    @property
    def signatures(self) -> Sequence[bytes]:
        """Those of PDF files."""
        return self.pdf.signatures

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the file at `path`; ScanError where it is a scan and nothing is installed that recognises it."""
        try:
            return self.pdf.read(path, limits)
        except ScanError:
            program = installed(("ocrmypdf",))
            if program is None or installed(("tesseract",)) is None:
                raise
        with tempfile.TemporaryDirectory(prefix="pincite-") as folder:
            recognised = Path(folder) / "recognised.pdf"
            command = [program, "--skip-text", "--output-type", "pdf", "--quiet", "--", str(path), str(recognised)]
            run_program(command, _MOST_SECONDS, f"{path}: ocrmypdf, which recognises the letters of the scan,")
            try:
                return replace(self.pdf.read(recognised, limits), recognised=True)
            except SourceError as error:
                raise SourceError(str(error).replace(str(recognised), str(path))) from None
