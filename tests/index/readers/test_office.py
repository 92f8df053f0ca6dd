import shutil
import subprocess
from pathlib import Path

import pytest

from index.errors import SourceError
from index.readers import office
from index.readers.base import Line, ReadLimits, SourceText
from index.readers.office import OfficeReader
from index.readers.word.reader import WordReader
from tests.index.readers.word.packages import levels, num, numbered, p, word_file

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


class FakeWordReader:
    """Reads the text of the file that it is given, whatever it is."""

    suffixes = (".docx",)
    signatures = ()

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        words = path.read_text()
        if words == "broken":
            raise SourceError(f"{path}: broken")
        return SourceText((Line(words, 1),))


def _program(folder: Path, script: str) -> None:
    """Puts a program of this script in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


# What LibreOffice is asked for: the last word is the file, the one before it the folder to write to.
COPY = 'for each; do before=$last; last=$each; done; mkdir -p "$before"; cp "$last" "$before/document.docx"'


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(office, "_PROGRAMS", (str(folder / "soffice"),))
    return folder


def test_a_file_is_turned_into_a_word_file_and_read(tmp_path: Path, programs: Path) -> None:
    _program(programs, COPY)
    path = tmp_path / "-a.doc"
    path.write_text("words")
    assert OfficeReader(FakeWordReader()).read(path, ReadLimits()).lines[0].text == "words"


def test_an_error_names_the_file_that_was_handed_in(tmp_path: Path, programs: Path) -> None:
    _program(programs, COPY)
    path = tmp_path / "a.doc"
    path.write_text("broken")
    with pytest.raises(SourceError, match=rf"^{path}: broken$"):
        OfficeReader(FakeWordReader()).read(path, ReadLimits())


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo 'no such filter' >&2; exit 1", r"failed \(no such filter\)"),
        ("exit 0", "LibreOffice cannot read it"),
        ("sleep 60", "took longer than 1 s"),
    ],
)
def test_a_program_that_fails_or_takes_too_long_is_told(
    tmp_path: Path, programs: Path, script: str, words: str
) -> None:
    _program(programs, script)
    path = tmp_path / "a.rtf"
    path.write_text("words")
    with pytest.raises(SourceError, match=rf"a\.rtf: .*{words}"):
        OfficeReader(FakeWordReader()).read(path, ReadLimits(seconds=1))


def test_without_libreoffice_the_file_is_refused_with_what_to_do(tmp_path: Path, programs: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_text("words")
    with pytest.raises(
        SourceError, match=r"LibreOffice, which is not installed; install it, or save the file as \.docx"
    ):
        OfficeReader(FakeWordReader()).read(path, ReadLimits())
    with pytest.raises(SourceError, match="no such file"):
        OfficeReader(FakeWordReader()).read(tmp_path / "b.odt", ReadLimits())


def test_a_file_with_a_password_is_refused(tmp_path: Path, programs: Path) -> None:
    _program(programs, COPY)
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(SourceError, match="the file is encrypted; save a copy without a password"):
        OfficeReader(FakeWordReader()).read(path, ReadLimits())


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_old_and_open_formats_are_read_with_their_numbers(tmp_path: Path, kind: str) -> None:
    # LibreOffice itself loses the levels of lists when it writes RTF.
    body = p("Title") + numbered("Decides") + numbered("Urges")
    word = word_file(tmp_path / "a.docx", body, numbering=levels(("decimal", "%1.")) + num())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(tmp_path), str(word)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    source = OfficeReader(WordReader()).read(tmp_path / f"a.{kind}", ReadLimits())
    assert [line.text for line in source.lines] == ["Title", "1.\tDecides", "2.\tUrges"]
