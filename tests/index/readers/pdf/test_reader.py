import re
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from index.errors import SourceError
from index.readers.base import ReadLimits, Role
from index.readers.pdf.reader import PdfReader
from tests.index.readers.pdf.sheets import LEFT, PITCH, PROSE, Sheets, read, texts


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    return Sheets(tmp_path / "a.pdf")


def _scan(path: Path, pages: int = 2, words: str = "", mode: Literal[0, 3] = 3) -> Path:
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    picture = ImageReader(Image.new("RGB", (60, 80), "grey"))
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, *A4)
        if words:
            text = canvas.beginText(LEFT, 700)
            text.setTextRenderMode(mode)
            text.textOut(words)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path


def test_lines_are_counted_through_the_file_and_know_their_page(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.turn_page()
    sheets.paragraph(PROSE)
    source = sheets.read()
    assert source.pages == 2
    assert [(line.number, line.page, line.begins_page) for line in source.lines] == [
        (1, 1, True),
        (2, 1, False),
        (3, 1, False),
        (4, 2, True),
        (5, 2, False),
        (6, 2, False),
    ]


def test_a_page_whose_text_is_turned_is_read_as_if_it_were_not(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path / "a.pdf")
    sheets.canvas.translate(A4[0], 0)
    sheets.canvas.rotate(90)
    sheets.y = 500
    sheets.paragraph(PROSE)
    assert texts(sheets.read()) == list(PROSE)


def test_words_that_stand_across_a_page_are_figures_after_its_text(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.canvas.saveState()
    sheets.canvas.translate(50, 300)
    sheets.canvas.rotate(90)
    sheets.canvas.drawString(0, 0, "Intended impact")
    sheets.canvas.restoreState()
    source = sheets.read()
    assert texts(source) == [*PROSE, "Intended impact"]
    assert source.lines[-1].role is Role.FIGURE


def test_a_landscape_page_is_read(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path / "a.pdf", size=landscape(A4))
    sheets.y = 500
    sheets.paragraph(PROSE)
    assert texts(sheets.read()) == list(PROSE)


def test_a_file_that_needs_a_password_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(LEFT, 700, PROSE[0])
    canvas.save()
    with pytest.raises(SourceError, match=rf"{re.escape(str(path))}: the PDF is encrypted; save a copy without"):
        read(path)


def test_a_file_that_is_encrypted_but_opens_without_a_password_is_read(tmp_path: Path) -> None:
    path = tmp_path / "open.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    canvas.drawString(LEFT, 700, PROSE[0])
    canvas.save()
    assert texts(read(path)) == [PROSE[0]]


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing else", b"%PDF", b"plain words"])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"a\.pdf: the PDF is damaged or not a PDF; fetch it again"):
        read(path)


def test_an_empty_or_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pytest.raises(SourceError, match="no such file"):
        read(path)
    path.write_bytes(b"")
    with pytest.raises(SourceError, match=r"a\.pdf: the file is empty"):
        read(path)


def test_a_file_cut_off_is_read_as_far_as_it_goes_or_named(sheets: Sheets) -> None:
    for _ in range(3):
        sheets.paragraph(PROSE)
        sheets.turn_page()
    sheets.read()
    content = sheets.path.read_bytes()
    sheets.path.write_bytes(content[: len(content) * 2 // 3])
    with pytest.raises(SourceError, match=r"a\.pdf: "):
        read(sheets.path)


def test_a_scan_without_text_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = _scan(tmp_path / "a.pdf")
    with pytest.raises(SourceError, match="a scan: its 2 pages are pictures without text; have the letters recognised"):
        read(path)


def test_a_scan_with_letters_that_a_machine_recognised_says_so(tmp_path: Path) -> None:
    source = read(_scan(tmp_path / "a.pdf", words="The final statement of the Conference"))
    assert source.recognised
    assert texts(source) == ["The final statement of the Conference"] * 2


def test_recognised_words_that_stand_askew_and_apart_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, *A4)
    for line, y in (("The Second World Climate Conference was", 700), ("convened in Geneva from 29 October", 686)):
        x = LEFT
        for place, word in enumerate(line.split()):
            text = canvas.beginText(x, y - place)
            text.setFont("Courier", 9 + place % 3)
            text.setTextRenderMode(3)
            text.textOut(word)
            canvas.drawText(text)
            x += 6 * len(word) + 20
    canvas.save()
    source = read(path)
    assert texts(source) == ["The Second World Climate Conference was", "convened in Geneva from 29 October"]
    assert {line.size for line in source.lines} == {10.0}


def test_text_printed_over_a_coloured_page_is_not_recognised_text_nor_a_figure(tmp_path: Path) -> None:
    source = read(_scan(tmp_path / "a.pdf", words="The final statement of the Conference", mode=0))
    assert not source.recognised
    assert {line.role for line in source.lines} == {Role.TEXT}


def test_pages_of_a_document_that_are_pictures_are_named(sheets: Sheets) -> None:
    sheets.paragraph(PROSE)
    sheets.turn_page()
    sheets.canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, *A4)
    sheets.turn_page()
    sheets.paragraph(PROSE)
    assert sheets.read().pictured_pages == (2,)


def test_a_file_without_text_or_pictures_is_named(sheets: Sheets) -> None:
    sheets.turn_page()
    with pytest.raises(SourceError, match="the PDF has no text; check that it is the right file"):
        sheets.read()


def test_the_page_that_says_a_document_does_not_exist_is_no_document(sheets: Sheets) -> None:
    sheets.write("The document you are looking for does not exist in the Official Document System (ODS). Please")
    sheets.write("contact the ODS support through the following contact-us link.")
    with pytest.raises(SourceError, match="not a document but a page that says the document does not exist"):
        sheets.read()


def test_more_pages_or_characters_than_the_limits_are_refused(sheets: Sheets) -> None:
    for _ in range(3):
        sheets.paragraph(PROSE)
        sheets.turn_page()
    sheets.read()
    with pytest.raises(SourceError, match="3 pages, more than the limit of 2; split the file"):
        PdfReader().read(sheets.path, ReadLimits(pages=2))
    with pytest.raises(SourceError, match="more than 300 characters by page 2; split the file"):
        PdfReader().read(sheets.path, ReadLimits(characters=300))


def test_reading_a_file_twice_gives_the_same(sheets: Sheets) -> None:
    for place in range(20):
        sheets.write(PROSE[place % 3], y=700 - PITCH * place)
    assert sheets.read() == read(sheets.path)
