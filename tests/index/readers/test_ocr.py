import stat
from pathlib import Path

import pytest

from index.errors import ScanError, SourceError
from index.readers.base import Line, ReadLimits, SourceText
from index.readers.ocr import RecognisingReader


class FakePdfReader:
    """Takes a file for a scan that holds this word alone."""

    suffixes = (".pdf",)
    signatures = (b"%PDF",)

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        words = path.read_text()
        if words == "scan":
            raise ScanError(f"{path}: a scan")
        if words == "broken":
            raise SourceError(f"{path}: broken")
        return SourceText((Line(words, 1),))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_text("scan")
    return path


def _install(folder: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Has these programs, and no others, on the path."""
    for name, script in scripts.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


# ocrmypdf is asked for a file, the last word, that it makes of the one before it.
RECOGNISE = 'for each; do last=$each; done; printf recognised > "$last"'


def test_a_scan_is_read_once_its_letters_are_recognised(
    scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path, monkeypatch, ocrmypdf=RECOGNISE, tesseract="exit 0")
    source = RecognisingReader(FakePdfReader()).read(scan, ReadLimits())
    assert (source.lines[0].text, source.recognised) == ("recognised", True)


def test_a_file_with_text_is_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, monkeypatch)
    path = tmp_path / "a.pdf"
    path.write_text("words")
    source = RecognisingReader(FakePdfReader()).read(path, ReadLimits())
    assert (source.lines[0].text, source.recognised) == ("words", False)


@pytest.mark.parametrize("installed", [{}, {"ocrmypdf": RECOGNISE}, {"tesseract": "exit 0"}])
def test_a_scan_is_refused_where_a_program_is_missing(
    scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: dict[str, str]
) -> None:
    _install(tmp_path, monkeypatch, **installed)
    with pytest.raises(ScanError, match="a scan"):
        RecognisingReader(FakePdfReader()).read(scan, ReadLimits())


def test_an_error_names_the_file_that_was_handed_in(
    scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path, monkeypatch, ocrmypdf=RECOGNISE.replace("recognised", "broken"), tesseract="exit 0")
    with pytest.raises(SourceError, match=rf"^{scan}: broken$"):
        RecognisingReader(FakePdfReader()).read(scan, ReadLimits())
    _install(tmp_path, monkeypatch, ocrmypdf="echo no language >&2; exit 3", tesseract="exit 0")
    with pytest.raises(SourceError, match=rf"^{scan}: ocrmypdf, .* failed \(no language\)"):
        RecognisingReader(FakePdfReader()).read(scan, ReadLimits())
