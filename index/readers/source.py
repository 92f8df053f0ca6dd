"""Files as text: decoding, and one line of advice for each way in which a file cannot be read."""

import codecs
from contextlib import suppress
from pathlib import Path

from index.errors import SourceError

# First bytes of what people hand in by mistake, and what to do about it.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF file; save its text first, for example with 'pdftotext -layout'"),
    (b"PK\x03\x04", "a Word, Excel or zip file; save it as plain text (UTF-8) first"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save it as plain text (UTF-8) first"),
    (b"{\\rtf", "a rich text (RTF) file; save it as plain text (UTF-8) first"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"\x89PNG", "a picture; its text has to be recognised (OCR) first"),
    (b"\xff\xd8\xff", "a picture; its text has to be recognised (OCR) first"),
    (b"II*\x00", "a scanned picture; its text has to be recognised (OCR) first"),
    (b"MM\x00*", "a scanned picture; its text has to be recognised (OCR) first"),
)


def read_text(path: Path, *, encoding: str = "utf-8") -> str:
    """The text of the file at `path`, with Unix line ends and without a byte-order mark.

    SourceError where the file is missing, a folder, not readable, empty, binary or not in `encoding`.
    """
    data = _read_bytes(path)
    _refuse_foreign(path, data)
    text = _decode(path, data, encoding)
    if "\0" in text:
        raise SourceError(f"{path}: not a text file (it holds zero bytes); save it as plain text (UTF-8) first")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise SourceError(f"{path}: the file is empty; leave it out or put the document's text in it")
    return text


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; check the name") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: a folder, not a file; name a text file in it") from None
    except PermissionError:
        raise SourceError(f"{path}: no permission to read it; change that or leave the file out") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{path}: cannot be read ({reason}); check the file and its disk") from None


def _refuse_foreign(path: Path, data: bytes) -> None:
    for signature, advice in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"{path}: not a text file, it looks like {advice}")


def _decode(path: Path, data: bytes, encoding: str) -> str:
    if _is_utf8(path, encoding):
        _refuse_utf16(path, data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: {_bad_byte(data, error, encoding)}") from None
    except UnicodeError as error:  # utf-16 without a byte-order mark, for one, says so this way
        raise SourceError(f"{path}: not {encoding} ({error}); give the right one with --encoding") from None


def _is_utf8(path: Path, encoding: str) -> bool:
    try:
        with suppress(UnicodeError):
            b"\0\0\0\0".decode(encoding)  # codecs such as "hex" are found, but are no text encodings
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        raise SourceError(f"{path}: no text encoding is called {encoding!r}; try utf-8, cp1252 or utf-16") from None


def _refuse_utf16(path: Path, data: bytes) -> None:
    head = data[:2000]
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or zeros > len(head) // 4:
        raise SourceError(f"{path}: not UTF-8, it looks like UTF-16; give --encoding utf-16 or save it as UTF-8")


def _bad_byte(data: bytes, error: UnicodeDecodeError, encoding: str) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    told = f"byte 0x{data[error.start]:02x} at offset {error.start} (line {line}) is not {_spelled(encoding)}"
    other = "utf-8" if codecs.lookup(encoding).name in ("cp1252", "iso8859-1") else "cp1252"
    return f"{told}; save the file as UTF-8, or give --encoding {other} if that is what it is"


def _spelled(encoding: str) -> str:
    return "UTF-8" if codecs.lookup(encoding).name == "utf-8" else encoding
