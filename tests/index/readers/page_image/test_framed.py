"""A page of a PDF file as a picture, the paragraph framed."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from index.errors import SourceError
from index.readers.page_image.framed import framed_page

FRAME = (11, 90, 143)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Two pages; on the second one a paragraph of two lines, 500 and 480 points from the foot."""
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(400, 600))
    canvas.drawString(50, 550, "Nothing of it.")
    canvas.showPage()
    canvas.drawString(50, 560, "1. Others come first.")
    canvas.drawString(50, 500, "2. Networks of practitioners agree on")
    canvas.drawString(50, 480, "many things.")
    canvas.drawString(50, 300, "3. The last one.")
    canvas.save()
    return path


def framed_rows(picture: bytes) -> list[int]:
    """The rows of the picture, in points from the foot of the page, that hold a long stretch of the frame's colour."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    pixels = image.load()
    assert pixels is not None
    rows = [y for y in range(image.height) if sum(pixels[x, y] == FRAME for x in range(image.width)) > 50]
    return [round((image.height - y) * 600 / image.height) for y in rows]


def test_a_paragraph_of_several_lines_is_framed_as_a_whole(paper: Path) -> None:
    rows = framed_rows(framed_page(paper, 2, "Networks of practitioners agree on many things.").png)
    assert 505 < max(rows) < 525
    assert 465 < min(rows) < 480


def test_the_last_line_of_a_long_paragraph_is_in_the_frame(tmp_path: Path) -> None:
    """Each line of a page ends in two characters, where the text of the paragraph has a space."""
    path = tmp_path / "long.pdf"
    canvas = Canvas(str(path), pagesize=(400, 600))
    lines = [f"Line {number} of the long paragraph" for number in range(12)] + ["end."]
    for number, line in enumerate(lines):
        canvas.drawString(50, 550 - 20 * number, line)
    canvas.drawString(50, 200, "The next paragraph.")
    canvas.save()
    rows = framed_rows(framed_page(path, 1, " ".join(lines)).png)
    assert 290 < min(rows) < 310


def test_where_the_frame_is_is_told_in_shares_of_the_page(paper: Path) -> None:
    frame = framed_page(paper, 2, "Networks of practitioners agree on many things.").frame
    assert frame is not None
    left, top, right, bottom = frame
    assert 0.1 < left < 0.16
    assert 85 < 600 * top < 95
    assert 120 < 600 * bottom < 135
    assert 0.5 < right < 0.9
    assert framed_page(paper, 1, "Networks of practitioners").frame is None


def test_what_the_page_does_not_hold_is_not_framed(paper: Path) -> None:
    assert framed_rows(framed_page(paper, 1, "Networks of practitioners").png) == []
    assert framed_rows(framed_page(paper, 1, "").png) == []


def test_a_page_or_file_that_is_none_is_told(paper: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="page 9 cannot be drawn"):
        framed_page(paper, 9, "x")
    other = tmp_path / "other.pdf"
    other.write_bytes(b"no PDF")
    with pytest.raises(SourceError, match="page 1 cannot be drawn"):
        framed_page(other, 1, "x")
