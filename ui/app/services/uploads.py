"""Documents that people add: kept in one folder, whatever their files are called, and read as the corpus is."""

import re
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import SUFFIXES, slug
from index.document import Document, Parse
from index.errors import SourceError
from index.parser.parse import parse_source
from index.readers.base import ReadLimits
from index.readers.registry import reader_of
from index.storage.atomic import replacing_file

MOST_BYTES = 50 * 1024 * 1024  # the longest reports with their pictures; as in .streamlit/config.toml
_MEGABYTE = 1024 * 1024
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 80
_COMMAND_LINE_ADVICE = re.compile(r", or give --encoding .*$|give --encoding \S+ or ")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a browser sends it."""

    name: str
    content: bytes


def safe_name(name: str) -> str:
    """A file name in small letters, digits and hyphens that keeps what it can of `name`, and its ending.

    The letters are a to z but where `name` has none of them.

    SourceError where the ending is not one that pincite reads.
    """
    path = Path(name.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", ""))
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        readable = ", ".join(sorted(SUFFIXES))
        raise SourceError(f"{name!r} is of a kind that is not read; save it as one of {readable} and add it again")
    plain = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode()
    stem = _NOT_IN_NAME.sub("-", plain.lower()).strip("-")[:_LONGEST_NAME].strip("-")
    # Of a name in another script nothing is left; its own letters are safe as well.
    return f"{stem or slug(path.stem)[:_LONGEST_NAME] or 'document'}{suffix}"


def keep(upload: Upload, folder: Path, taken: Sequence[str]) -> Parse:
    """The parsed document of a file that was added, after writing it to `folder`.

    `taken` are the ids that other documents have. SourceError where the file is too large, holds no text that can be
    read or has a name that is taken; OutputError where it cannot be written. Nothing is left behind then.
    """
    name = safe_name(upload.name)
    identifier = Path(name).stem
    if identifier in taken:
        raise SourceError(f"there is a document {identifier!r} already; rename the file, or remove that document first")
    if len(upload.content) > MOST_BYTES:
        size, most = len(upload.content) / _MEGABYTE, MOST_BYTES // _MEGABYTE
        raise SourceError(f"{upload.name!r} has {size:.1f} MB and the limit is {most} MB; split it into several files")
    parse = _parsed(upload, name, folder)
    with replacing_file(folder / name) as file:
        file.write(upload.content)
    return parse


def _parsed(upload: Upload, name: str, folder: Path) -> Parse:
    with tempfile.TemporaryDirectory(prefix="pincite-") as incoming:
        path = Path(incoming) / name
        path.write_bytes(upload.content)
        try:
            text = reader_of(path).read(path, ReadLimits())
            parse = parse_source(text, id=path.stem, source=str(folder / name))
            if not parse.document.paragraphs:
                raise SourceError(f"{path}: there is no paragraph in it")
        except SourceError as error:
            raise SourceError(_as_told_here(str(error), str(path), upload.name)) from error
    return parse


def forget(document: Document, folder: Path) -> None:
    """Delete the file of a document if it was added through the app; files elsewhere are never touched."""
    source = Path(document.source) if document.source else None
    if source is not None and source.parent.resolve() == folder.resolve():
        source.unlink(missing_ok=True)


def _as_told_here(message: str, written: str, name: str) -> str:
    """A message about a file under the name that its owner knows, without advice that is for the command line."""
    return _COMMAND_LINE_ADVICE.sub("", message.replace(written, repr(name)))
