"""Word files that cannot be read, and why."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from index.errors import SourceError
from index.readers.base import ReadLimits
from index.readers.word.reader import WordReader
from tests.index.readers.word.packages import lines, p, read, word_file


@pytest.mark.parametrize(
    "content", [b"plain words", b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600]
)
def test_what_is_no_word_file_is_named_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"a\.docx: (?:not a Word file or damaged|the file is encrypted)"):
        read(path)


def test_a_zip_file_of_other_things_is_no_word_file(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("../../words.txt", "words")
    with pytest.raises(SourceError, match="not a Word file or damaged"):
        read(tmp_path / "a.docx")


def test_an_empty_or_missing_file_and_one_without_words_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with pytest.raises(SourceError, match="no such file"):
        read(path)
    path.write_bytes(b"")
    with pytest.raises(SourceError, match="the file is empty"):
        read(path)
    with pytest.raises(SourceError, match="the file has no text"):
        lines(tmp_path, p(""))


def test_entities_are_not_opened(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("Text"))
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts["word/document.xml"].replace(b"Text", b"&laugh;Text")
    parts["word/document.xml"] = b'<!DOCTYPE a [<!ENTITY laugh SYSTEM "/etc/passwd">]>' + document
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with pytest.raises(SourceError):
        read(path)


def test_more_characters_than_the_limit_are_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("States should share information."))
    with pytest.raises(SourceError, match="more than 10 characters; split the file"):
        WordReader().read(path, ReadLimits(characters=10))
