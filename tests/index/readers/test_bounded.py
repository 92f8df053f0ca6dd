import time
from pathlib import Path

import pytest

from index.errors import ScanError, SourceError
from index.readers.base import Line, NoteMark, ReadLimits, Role, SourceText, Wrapping
from index.readers.bounded import BoundedReader
from index.readers.line_json import lines_read, source_of, source_values
from tests.index.readers.pdf.sheets import PROSE, Sheets, texts

PDF = BoundedReader("index.readers.pdf.reader:PdfReader", (".pdf",))
HERE = "tests.index.readers.test_bounded"


class Slow:
    """A reader that never comes to an end."""

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        while True:
            time.sleep(0.01)


class Greedy:
    """A reader that takes all memory there is."""

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        return SourceText((Line("x" * (1 << 40), 1),))


class Crashing:
    """A reader whose library goes wrong in a way that it does not foresee."""

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        raise ZeroDivisionError("no page has this width")


class Scanning:
    """A reader of scans."""

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        raise ScanError(f"{path}: a scan")


def test_a_file_read_in_a_process_of_its_own_gives_the_same_lines(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path / "a.pdf")
    sheets.runs(("Networks exist", "Times-Bold", 10, 0), ("12", "Times-Roman", 6, 4), (".", "Times-Roman", 10, 0))
    sheets.paragraph(PROSE)
    here = sheets.read()
    assert PDF.read(sheets.path, ReadLimits()) == here


def test_all_that_a_line_tells_survives_the_way_between_processes() -> None:
    line = Line(
        text="1.\tDecides",
        number=7,
        gap=2,
        page=3,
        begins_page=True,
        indent=-4,
        size=10.5,
        bold=True,
        italic=True,
        heading=2,
        bullet=True,
        note_marks=(NoteMark(3, "1"),),
        opens_note="",
        role=Role.TABLE,
        cells=("a", ""),
        continues=True,
        bold_spans=((0, 2),),
        italic_spans=((2, 4), (5, 6)),
    )
    source = SourceText((line, Line("x", 8)), 3, True, "en", Wrapping.FLOWING, (2,))
    assert source_of(iter(list(source_values(source)))) == source


def test_the_work_of_the_process_is_what_the_reader_reads(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path / "a.pdf")
    sheets.write(PROSE[0])
    sheets.read()
    limits = '{"pages": 10, "characters": 1000, "seconds": 10, "memory_bytes": 1000000000}'
    values = lines_read(PDF.reader, str(sheets.path), limits)
    assert texts(source_of(values)) == [PROSE[0]]


@pytest.mark.parametrize(
    ("reader", "limits", "words"),
    [
        ("Slow", ReadLimits(seconds=0.5), "it took longer than 4 s to read"),
        ("Greedy", ReadLimits(), "reading it took more than"),
        ("Crashing", ReadLimits(), "no page has this width"),
    ],
)
def test_a_reader_that_does_not_end_well_is_ended_and_the_file_named(
    tmp_path: Path, reader: str, limits: ReadLimits, words: str
) -> None:
    path = tmp_path / "a.pdf"
    with pytest.raises(SourceError, match=rf"a\.pdf: .*{words}"):
        BoundedReader(f"{HERE}:{reader}", (".pdf",)).read(path, limits)


def test_an_error_of_the_reader_is_the_same_here(tmp_path: Path) -> None:
    with pytest.raises(ScanError, match="a scan"):
        BoundedReader(f"{HERE}:Scanning", (".pdf",)).read(tmp_path / "a.pdf", ReadLimits())
