"""Files read as text, and what is said of those that cannot be."""

from pathlib import Path, PosixPath

import pytest

from index.errors import SourceError
from index.readers.source import read_text


def refusal(path: Path, encoding: str = "utf-8") -> str:
    with pytest.raises(SourceError) as caught:
        read_text(path, encoding=encoding)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


def written(folder: Path, data: bytes) -> Path:
    path = folder / "report.txt"
    path.write_bytes(data)
    return path


def test_text_comes_with_unix_line_ends_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeff1. Côte\r\nd’Ivoire\rand on\n".encode())
    assert read_text(path) == "1. Côte\nd’Ivoire\nand on\n"


def test_another_encoding_can_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, "“Côte”".encode("cp1252"))
    assert read_text(path, encoding="cp1252") == "“Côte”"
    path.write_bytes("“Côte”".encode("utf-16"))
    assert read_text(path, encoding="utf-16") == "“Côte”"


def test_a_byte_that_is_not_utf8_is_named_with_its_offset_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, b"one\ntwo \x93quoted\x94\n")
    message = refusal(path)
    assert message.startswith("byte 0x93 at offset 8 (line 2) is not UTF-8")
    assert "--encoding cp1252" in message


def test_a_file_that_is_not_in_the_named_encoding_is_said_so(tmp_path: Path) -> None:
    path = written(tmp_path, b"\x81 is nothing in cp1252")
    assert refusal(path, "cp1252").startswith("byte 0x81 at offset 0 (line 1) is not cp1252")
    assert refusal(path, "utf-99") == "no text encoding is called 'utf-99'; try utf-8, cp1252 or utf-16"
    assert "hex" in refusal(path, "hex")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt") == "no such file; check the name"
    assert refusal(tmp_path) == "a folder, not a file; name a text file in it"


class Locked(PosixPath):
    """A file that may not be read, by the administrator neither."""

    def read_bytes(self) -> bytes:
        raise PermissionError(13, "Permission denied")


class Broken(PosixPath):
    """A file on a broken disk."""

    def read_bytes(self) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_file_without_permission_is_said_so() -> None:
    assert refusal(Locked("report.txt")) == "no permission to read it; change that or leave the file out"
    assert refusal(Broken("report.txt")) == "cannot be read (Input/output error); check the file and its disk"


@pytest.mark.parametrize("data", [b"", b" \n\n\t\n", b"\xef\xbb\xbf", b"\f\n"])
def test_an_empty_file_is_said_so(tmp_path: Path, data: bytes) -> None:
    assert refusal(written(tmp_path, data)).startswith("the file is empty")


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04\x14\x00word/document.xml", "a Word, Excel or zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
        (b"{\\rtf1\\ansi", "a rich text (RTF) file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
    ],
)
def test_a_file_of_another_kind_under_a_texts_name_is_recognised(tmp_path: Path, data: bytes, kind: str) -> None:
    assert refusal(written(tmp_path, data)).startswith(f"not a text file, it looks like {kind}")


def test_utf16_without_its_name_is_recognised(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        path = written(tmp_path, "1. The report of the Group.".encode(encoding))
        assert refusal(path) == "not UTF-8, it looks like UTF-16; give --encoding utf-16 or save it as UTF-8"


def test_zero_bytes_are_no_text(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"1. The report\0 of the Group." * 5)).startswith("not a text file (it holds zero")
