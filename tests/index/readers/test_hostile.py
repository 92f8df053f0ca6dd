"""Files made to hold a reader up, to fill the memory or to reach what is not theirs."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import SourceError
from index.readers.base import ReadLimits, Role
from index.readers.html.reader import HtmlReader
from index.readers.pdf.reader import PdfReader
from index.readers.registry import READERS, reader_of
from tests.index.readers.fuzzing import outcomes_of
from tests.index.readers.pdf.sheets import LEFT, PROSE, Sheets, read, texts
from tests.index.readers.samples import html_sample, pdf_sample, word_sample
from tests.index.readers.word import packages

PDF, WORD, HTML = (
    "index.readers.pdf.reader:PdfReader",
    "index.readers.word.reader:WordReader",
    "index.readers.html.reader:HtmlReader",
)
SAMPLES = [(PDF, pdf_sample), (WORD, word_sample), (HTML, html_sample)]


@pytest.mark.parametrize(("reader", "sample"), SAMPLES)
def test_a_spoiled_file_is_read_or_refused_and_nothing_else(
    reader: str, sample: Callable[[Path], Path], tmp_path: Path
) -> None:
    found = outcomes_of(reader, sample(tmp_path), seed=7, count=150)
    assert set(found) <= {"read", "refused"}
    assert sum(found.values()) == 150
    assert found["read"] > 5


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("reader", "sample"), SAMPLES)
def test_thousands_of_spoiled_files_are_read_or_refused(
    reader: str, sample: Callable[[Path], Path], seed: int, tmp_path: Path
) -> None:
    found = outcomes_of(reader, sample(tmp_path), seed=1_000 + seed, count=1_000, seconds=600)
    assert set(found) <= {"read", "refused"}


TAGS = st.sampled_from("p div ol ul li table tr td th sup a b i h2 br pre main article header figure aside nav".split())
PIECES = st.one_of(
    st.text(max_size=12),
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    st.sampled_from(
        ['<a href="#n">1</a>', '<p id="n">', "<ol start=9>", '<td colspan="3">', "&amp;", "&#0;", "<!--", "]]>"]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_page_is_read_or_refused_and_marks_stand_in_its_lines(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.html"
        path.write_text("".join(pieces), encoding="utf-8", errors="replace", newline="")
        try:
            lines = HtmlReader().read(path, ReadLimits()).lines
        except SourceError:
            return
    for line in lines:
        assert line.text.strip() or line.note_marks
        assert all(0 <= mark.at <= len(line.text) for mark in line.note_marks)
        assert all(0 <= first < last <= len(line.text) for first, last in (*line.bold_spans, *line.italic_spans))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = packages.word_file(tmp_path / "a.docx", packages.p("Text"))
    with ZipFile(path, "a", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("word/media/picture.bin", bytes(400_000_000))
    began = time.monotonic()
    with pytest.raises(SourceError, match="it unpacks to more than"):
        reader_of(path).read(path, ReadLimits())
    assert time.monotonic() - began < 60


def test_names_that_lead_out_of_an_archive_write_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    path = packages.word_file(folder / "a.docx", packages.p("Text"))
    with ZipFile(path, "a") as archive:
        archive.writestr("../outside.txt", "words")
        archive.writestr("/absolute.txt", "words")
    assert texts(packages.read(path)) == ["Text"]
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["a.docx", "inner"]


def test_a_word_file_with_a_document_type_is_refused(tmp_path: Path) -> None:
    path = packages.word_file(tmp_path / "a.docx", packages.p("Text"))
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    parts["word/document.xml"] = f"<!DOCTYPE a [{bomb}]>".encode() + parts["word/document.xml"]
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with pytest.raises(SourceError, match="declares a document type"):
        packages.read(path)


def test_a_paragraph_of_five_megabytes_is_read(tmp_path: Path) -> None:
    words = "word " * 1_000_000
    (line,) = packages.lines(tmp_path, packages.p(words))
    assert len(line.text) == 4_999_999


def test_control_characters_and_marks_of_direction_are_not_in_the_text(tmp_path: Path) -> None:
    (line,) = packages.lines(tmp_path, packages.p("A/80/75\u202e is\u200f here"))
    assert line.text == "A/80/75 is here"


def test_a_page_tree_that_bites_its_tail_does_not_hold_the_reader_up(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100000>>endobj\ntrailer<</Root 1 0 R>>"
    )
    with pytest.raises(SourceError):
        reader_of(path).read(path, ReadLimits())


def test_an_outline_of_ten_thousand_levels_is_passed_over(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path / "a.pdf")
    sheets.paragraph(PROSE)
    sheets.read()
    content = sheets.path.read_bytes()
    items = "".join(
        f"{n} 0 obj<</Title(a)/Parent {n - 1} 0 R/First {n + 1} 0 R/Count 1>>endobj\n" for n in range(101, 10_101)
    )
    sheets.path.write_bytes(content + items.encode() + b"100 0 obj<</Type/Outlines/First 101 0 R>>endobj\n")
    assert texts(read(sheets.path)) == list(PROSE)


def test_a_page_of_many_rules_and_shapes_is_read(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path / "a.pdf")
    for number in range(6_000):
        sheets.canvas.line(LEFT + number % 400, 100 + number % 500, LEFT + number % 400 + 20, 100 + number % 500)
    sheets.paragraph(PROSE)
    assert texts(sheets.read(), Role.TEXT) == list(PROSE)


@pytest.mark.slow
def test_five_thousand_pages_are_read_in_time_that_grows_as_they_do(tmp_path: Path) -> None:
    seconds = {}
    for pages in (500, 5_000):
        sheets = Sheets(tmp_path / f"{pages}.pdf")
        for number in range(pages):
            for line in range(40):
                sheets.write(f"{PROSE[line % 3]} {number}", y=780 - 14 * line)
            sheets.turn_page()
        sheets.canvas.save()
        began = time.process_time()
        source = PdfReader().read(sheets.path, ReadLimits())
        seconds[pages] = time.process_time() - began
        assert source.pages == pages
    assert seconds[5_000] < 20 * seconds[500]


def test_every_suffix_has_one_reader() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
