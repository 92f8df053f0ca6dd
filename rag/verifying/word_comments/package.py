"""A Word file as the archive that it is: its parts, and the ones that hold its text, notes, styles and comments."""

import posixpath
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from index.errors import SourceError
from index.readers.office_limits import check_office_file

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CONTENT_TYPES = "[Content_Types].xml"
# The earliest date that an archive can hold: for parts that are put in.
_DATE = (1980, 1, 1, 0, 0, 0)
# The first bytes of what is no archive: an encrypted file, or one of Word before 2007.
_OLD = bytes.fromhex("d0cf11e0")
_ADVICE = "open it in Word or LibreOffice and save it as .docx again"


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The parts of a Word file by name, in their order; `document` is the name of the one with the text.

    It is read from `path`, and messages call it `name`. `targets` are the parts that this one refers to, by the last
    word of what they are to it (`comments`).
    """

    path: Path
    name: str
    infos: tuple[ZipInfo, ...]
    parts: dict[str, bytes]
    document: str
    targets: dict[str, str]

    @property
    def relations(self) -> str:
        """The name of the part that says which parts the text refers to."""
        return _relations_of(self.document)

    def rewritten(self, changed: dict[str, bytes]) -> bytes:
        """The file with some parts `changed` or put in, every other with the bytes that it has."""
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            for info in self.infos:
                archive.writestr(info, changed.get(info.filename, self.parts[info.filename]))
            for name in changed.keys() - self.parts.keys():
                info = ZipInfo(name, _DATE)
                info.compress_type = ZIP_DEFLATED
                archive.writestr(info, changed[name])
        return file.getvalue()


def open_package(path: Path, name: str) -> WordPackage:
    """The parts of the Word file at `path`; SourceError, with `name` for it, where it is none, encrypted or damaged."""
    try:
        with path.open("rb") as file:
            if file.read(len(_OLD)) == _OLD:
                raise SourceError(
                    f"{name}: the file is encrypted, or of Word before 2007; save it as .docx without a password"
                )
        check_office_file(path, name)
        with ZipFile(path) as archive:
            infos = tuple({info.filename: info for info in archive.infolist()}.values())
            parts = {info.filename: archive.read(info) for info in infos}
        document = _document(parts)
        return WordPackage(path, name, infos, parts, document, _targets(parts, document))
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file; check the name") from None
    except (BadZipFile, zlib.error, ParseError, LookupError, EOFError, NotImplementedError, RuntimeError) as error:
        raise SourceError(f"{name}: not a Word file or damaged ({error}); {_ADVICE}") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be read ({error.strerror}); check the file and its disk") from None


def _document(parts: dict[str, bytes]) -> str:
    for kind, target in _relationships(parts["_rels/.rels"], ""):
        if kind == "officeDocument" and target in parts:
            return target
    raise LookupError("it has no text")


def _targets(parts: dict[str, bytes], document: str) -> dict[str, str]:
    relations = parts.get(_relations_of(document))
    folder = posixpath.dirname(document)
    found = _relationships(relations, folder) if relations else []
    return {kind: target for kind, target in found if target in parts}


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relationships(data: bytes, folder: str) -> list[tuple[str, str]]:
    """What the parts are to the one in `folder` that the relationships `data` are of, and their names."""
    # `check_office_file` refused whatever declares entities, which alone makes this parser unsafe.
    from xml.etree.ElementTree import fromstring

    found = []
    for each in fromstring(data).iter(f"{{{RELATIONSHIPS}}}Relationship"):
        kind, target = each.get("Type", ""), each.get("Target", "")
        if each.get("TargetMode") != "External" and kind.startswith(_OFFICE):
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found.append((kind.removeprefix(_OFFICE), posixpath.normpath(path)))
    return found
