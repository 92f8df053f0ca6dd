"""Reads what LibreOffice can turn into Word files: .doc, .rtf, .odt."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError
from index.readers.base import Reader, ReadLimits, SourceText
from index.readers.programs import installed, run_program

_PROGRAMS = ("soffice", "libreoffice")
# What a Word file with a password is called inside the container that such files are kept in.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class OfficeReader:
    """Reads files by turning them into Word files, which `word` reads."""

    word: Reader
    suffixes: Sequence[str] = (".doc", ".rtf", ".odt", ".dot", ".ott")
    signatures: Sequence[bytes] = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the file at `path`; SourceError where LibreOffice is not installed or cannot turn it."""
        program = installed(_PROGRAMS)
        if not path.is_file():
            raise SourceError(f"{path}: no such file; check the name")
        if program is None:
            raise SourceError(
                f"{path}: files of this kind are read with LibreOffice, which is not installed; "
                "install it, or save the file as .docx or PDF"
            )
        with tempfile.TemporaryDirectory(prefix="pincite-") as folder:
            turned = _turned(program, path, Path(folder), limits.seconds)
            try:
                return self.word.read(turned, limits)
            except SourceError as error:
                raise SourceError(str(error).replace(str(turned), str(path))) from None


def _turned(program: str, path: Path, folder: Path, seconds: float) -> Path:
    """The Word file that `program` makes of the file at `path` in `folder`, with a profile of its own there."""
    # A name of our own: LibreOffice takes the ending, and a name that begins with a dash for an option.
    given = folder / f"document{path.suffix.lower()}"
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise SourceError(f"{path}: the file is encrypted; save a copy without a password and use that")
    given.write_bytes(content)
    turned = folder / "turned" / "document.docx"
    profile = (folder / "profile").as_uri()
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "docx", "--outdir", str(turned.parent), str(given)]
    run_program(command, seconds, f"{path}: LibreOffice, which turns it into a Word file,")
    if not turned.is_file():
        raise SourceError(f"{path}: LibreOffice cannot read it; open the file and save it as .docx or PDF")
    return turned
