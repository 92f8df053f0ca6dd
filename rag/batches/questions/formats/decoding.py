"""Text files in the encodings that questions arrive in, recognised by what lies there."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from index.errors import SourceError

_SAMPLE = 4096
# The longer marks first: that of UTF-16 is the beginning of that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In UTF-16 nearly every other byte of a European text is zero.
_ZEROS = 0.3


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec and how it shows what it cannot read: as half characters, or as `\ufffd`."""

    codec: str
    errors: str


def encoding_of(path: Path, name: str) -> Encoding:
    """The encoding of a text file: by its byte order mark, as UTF-16 by its zeros, else UTF-8 or cp1252.

    A file is UTF-8 as well where some lines are and others are broken, so that the broken ones can be named.
    SourceError, with `name` for the file, where it is no text.
    """
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
            for mark, codec in _MARKS:
                if sample.startswith(mark):
                    return _with_errors(codec)
            if b"\0" in sample:
                return _with_errors(_utf_16(sample, name))
            file.seek(0)
            return _with_errors("utf-8" if _is_utf8(file) else "cp1252")
    except OSError as error:
        raise SourceError(f"{name}: cannot be read ({error.strerror}); name a file of questions") from error


@contextmanager
def opened(path: Path, name: str) -> Iterator[TextIO]:
    """The text file at `path`, open, line ends as they are; bytes that cannot be read show as `is_unreadable` tells."""
    encoding = encoding_of(path, name)
    with path.open(encoding=encoding.codec, errors=encoding.errors, newline="") as file:
        yield file


def _with_errors(codec: str) -> Encoding:
    # Codecs of several bytes a unit cannot keep broken bytes as half characters.
    return Encoding(codec, "replace" if codec.startswith(("utf-16", "utf-32")) else "surrogateescape")


def _utf_16(sample: bytes, name: str) -> str:
    even, odd = sample[::2], sample[1::2]
    if odd and odd.count(0) > _ZEROS * len(odd) and not even.count(0):
        return "utf-16-le"
    if even.count(0) > _ZEROS * len(even) and not odd.count(0):
        return "utf-16-be"
    raise SourceError(f"{name}: it is not a text file; name a .txt, .csv, .xlsx, .jsonl or .docx file of questions")


def _is_utf8(lines: Iterator[bytes]) -> bool:
    """Whether all lines are UTF-8, or some hold other letters than English ones and are."""
    broken = False
    for line in lines:
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            broken = True
        else:
            return True
    return not broken
