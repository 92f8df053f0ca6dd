from pathlib import Path

import pytest

from eval.reading_speed import Speed, reading_speed
from index.errors import SourceError
from tests.index.readers.pdf.sheets import PROSE, Sheets


def test_files_are_read_until_there_are_as_many_pages_as_asked_for(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path / "a.pdf")
    for number in (1, 2):
        sheets.paragraph([f"{number}. {PROSE[0]}", *PROSE[1:]])
        sheets.turn_page()
    sheets.read()
    (tmp_path / "bad.pdf").write_bytes(b"%PDF nothing")
    speed = reading_speed([tmp_path / "bad.pdf", sheets.path], 3)
    assert (speed.pages, speed.paragraphs) == (4, 4)
    assert speed.seconds > 0
    assert speed.megabytes > 0


def test_nothing_is_measured_where_no_file_has_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. Text.")
    with pytest.raises(SourceError, match="no file with pages"):
        reading_speed([tmp_path / "a.txt"], 10)


def test_the_figures_are_told_in_one_line() -> None:
    assert str(Speed(1_000, 4_000, 8.0, 120)) == "1,000 pages: 125 pages/s, 500 paragraphs/s, 120 MB"
