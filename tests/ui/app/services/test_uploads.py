"""Documents that people add: their names, their sizes, what they hold."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.errors import OutputError, SourceError
from ui.app.services.uploads import MOST_BYTES, Upload, forget, keep, safe_name

TEXT = b"1. Banks cooperate with one another.\n\n2. Courts hear appeals.\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Report 2020.TXT", "report-2020.txt"),
        ("../../etc/passwd.md", "passwd.md"),
        ("C:\\docs\\Résumé.txt", "resume.txt"),
        ("报告.txt", "报告.txt"),
        ("!!.txt", "document.txt"),
        (".txt.txt", "txt.txt"),
        ("a" * 300 + ".md", "a" * 80 + ".md"),
    ],
)
def test_a_file_is_kept_under_a_plain_name(name: str, expected: str) -> None:
    assert safe_name(name) == expected


@given(stem=st.text(max_size=50))
def test_no_name_leads_out_of_the_folder(stem: str) -> None:
    name = safe_name(f"{stem}x.txt")
    assert Path(name).name == name
    assert not name.startswith(".")


@pytest.mark.parametrize("name", ["report.exe", "report.zip", "report", ".txt"])
def test_a_kind_of_file_that_is_not_read_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(SourceError, match=r"is of a kind that is not read; save it as one of .*\.pdf, "):
        safe_name(name)


def test_a_file_is_parsed_and_kept(tmp_path: Path) -> None:
    parse = keep(Upload("My Report.txt", TEXT), tmp_path / "documents", [])
    assert parse.document.id == "my-report"
    assert [str(each.locator) for each in parse.document.paragraphs] == ["1", "2"]
    assert parse.document.source == str(tmp_path / "documents" / "my-report.txt")
    assert [path.name for path in (tmp_path / "documents").iterdir()] == ["my-report.txt"]


@pytest.mark.parametrize(
    ("upload", "message"),
    [
        (Upload("taken.txt", TEXT), "there is a document 'taken' already; rename the file"),
        (Upload("big.txt", b"x" * (MOST_BYTES + 1)), "'big.txt' has 50.0 MB and the limit is 50 MB"),
        (
            Upload("latin.txt", b"1. Caf\xe9."),
            "'latin.txt': byte 0xe9 at offset 6 (line 1) is not UTF-8; save the file as UTF-8",
        ),
        (Upload("empty.txt", b" \n"), "'empty.txt': the file is empty"),
        (Upload("paper.txt", b"%PDF-1.7"), "'paper.txt': the PDF is damaged or not a PDF; fetch it again"),
        (
            Upload("wide.txt", "1. Text".encode("utf-16")),
            "'wide.txt': not UTF-8, it looks like UTF-16; save it as UTF-8",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_leaves_nothing_behind(
    tmp_path: Path, upload: Upload, message: str
) -> None:
    with pytest.raises(SourceError) as caught:
        keep(upload, tmp_path, ["taken"])
    assert str(caught.value).startswith(message)
    assert "--encoding" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write"):
        keep(Upload("a.txt", TEXT), tmp_path / "file", [])


def test_only_a_file_that_was_added_is_deleted_with_its_document(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "documents" / "a.txt", tmp_path / "corpus" / "b.txt"
    for path in (ours, theirs):
        path.parent.mkdir()
        path.write_text("1. Text.", encoding="utf-8")
    for path in (ours, theirs):
        forget(Document(id=path.stem, title="T", paragraphs=(), source=str(path)), ours.parent)
    forget(Document(id="c", title="T", paragraphs=()), ours.parent)
    assert not ours.exists()
    assert theirs.exists()
