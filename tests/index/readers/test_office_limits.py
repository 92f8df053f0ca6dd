"""Bounds on Office files: what is refused before a library sees it, with which words."""

import zipfile
from pathlib import Path
from zipfile import BadZipFile

import pytest

from index.errors import SourceError
from index.readers.office_limits import OfficeLimits, check_office_file
from tests.support.office_papers import excel_parts, packed, word_parts

SMALL = OfficeLimits(entries=8, part_bytes=4_000, total_bytes=9_000, elements=200, depth=20)


def sheet(xml: bytes) -> dict[str, bytes]:
    return {"xl/worksheets/sheet1.xml": b'<worksheet xmlns="x"><sheetData>' + xml + b"</sheetData></worksheet>"}


def test_ordinary_files_are_let_through(tmp_path: Path) -> None:
    for parts in (word_parts(), excel_parts()):
        check_office_file(packed(parts, tmp_path / "file"), "Desk")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({f"{number}.xml": b"<a/>" for number in range(9)}, "it holds 9 parts and 8 are read"),
        ({"a.xml": b"<a>" + b" " * 4_100}, "it unpacks to more than 0 MB"),
        ({f"{number}.png": b"\x89" * 2_000 for number in range(5)}, "it unpacks to more than 0 MB"),
        ({"a.xml": b"<a>" + b"<b/>" * 150, "b.xml": b"<a>" + b"<b/>" * 60}, "it has more than 200 elements"),
        ({"a.xml": b"<a>" * 21}, "its parts are nested more than 20 deep"),
        ({"a.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "a part of it declares a document type"),
        ({"a.xml": b'<?xml version="1.0" encoding="utf-7"?><a/>'}, "in an encoding that Office files never have"),
        (sheet(b'<row r="1048577"/>'), "it has a row 1048577, and 1,048,576 is the most there can be"),
        (sheet(b'<row r="2e9"/>'), "it has a row 2e9"),
        (sheet(b'<row r="1"><c r="XFE1"/></row>'), "it has a cell in column XFE1, and 16,384 is the most"),
        (
            word_parts('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="64"/></w:tcPr></w:tc></w:tr></w:tbl>'),
            "columns: 64",
        ),
    ],
)
def test_what_goes_beyond_a_bound_is_refused_by_name(tmp_path: Path, parts: dict[str, bytes], message: str) -> None:
    with pytest.raises(SourceError) as caught:
        check_office_file(packed(parts, tmp_path / "upload"), "'Desk.docx'", SMALL)
    assert str(caught.value).startswith("'Desk.docx': ")
    assert message in str(caught.value)
    assert str(caught.value).endswith("save it again from Word or Excel, or hand its text in as a text file")


@pytest.mark.parametrize(
    "parts",
    [
        sheet(b'<row r="1048576"><c r="XFD1048576"/></row>'),
        sheet(b'<row r="abc"><c r="12"/></row>'),
        {"picture.svg": b'<!DOCTYPE svg PUBLIC "x" "y"><svg/>'},
        {"a.xml": b"no XML at all <a></b>"},
        {"photo.jpeg": b"\xff\xd8" * 4_000},
    ],
)
def test_what_is_odd_and_harmless_is_left_to_the_reader(tmp_path: Path, parts: dict[str, bytes]) -> None:
    check_office_file(packed(parts, tmp_path / "upload"), "Desk", SMALL)


def test_the_rows_of_a_part_are_counted_by_whatever_name_it_has(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="it has a row 2000000000"):
        check_office_file(packed({"a.bin": b'<row r="2000000000"/>'}, tmp_path / "upload"), "Desk")


def test_what_the_directory_of_the_archive_says_is_not_believed(tmp_path: Path) -> None:
    """Its entry says 10 bytes for 100,000 of them: no more than those 10 are ever unpacked."""
    path = packed({"a.xml": b"<a>" + b" " * 100_000}, tmp_path / "upload")
    path.write_bytes(path.read_bytes().replace((100_003).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    with zipfile.ZipFile(path) as archive:
        assert archive.infolist()[0].file_size == 10
    check_office_file(path, "Desk", SMALL)


def test_a_way_of_packing_that_office_files_never_have_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "upload", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", b"<a/>")
    with pytest.raises(SourceError, match="Desk: it is packed in a way that Office files never are"):
        check_office_file(tmp_path / "upload", "Desk")


def test_what_is_no_archive_is_for_the_caller_to_refuse(tmp_path: Path) -> None:
    (tmp_path / "upload").write_bytes(b"What?")
    with pytest.raises(BadZipFile):
        check_office_file(tmp_path / "upload", "Desk")
