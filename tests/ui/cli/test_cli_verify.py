"""`pincite verify` as a person types it."""

import json
from pathlib import Path

import docx
import pytest

from index.folder.save import save_index
from tests.support.drafts import FIVE, held
from tests.support.papers import index_of
from ui.cli.main import EXIT_ERROR, run
from ui.cli.verify import EXIT_WRONG

WRONG = f"The report says: “{FIVE.rstrip('.')}” (A/72/10, para. 6)."
RIGHT = WRONG.replace("para. 6", "para. 5")


@pytest.fixture
def index_folder(folder: Path) -> Path:
    save_index(index_of(*held()), folder)
    return folder


def word(path: Path, text: str) -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


def verify(index: Path, *arguments: str | Path) -> int:
    return run(["verify", *map(str, arguments), "--index", str(index)])


def test_what_is_wrong_is_told_and_ends_in_1(
    index_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(index_folder, word(tmp_path / "draft.docx", WRONG)) == EXIT_WRONG
    out = capsys.readouterr().out
    assert "1 stands elsewhere" in out
    assert "The words stand verbatim in A/72/10, para. 5" in out


def test_a_draft_that_is_right_ends_in_0(
    index_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(index_folder, word(tmp_path / "draft.docx", RIGHT)) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'draft.docx'}: 1 verbatim\n"


def test_the_file_with_comments_and_reports_go_where_they_are_wanted(
    index_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = word(tmp_path / "draft.docx", WRONG)
    before = draft.read_bytes()
    out, sheet, page = tmp_path / "checked.docx", tmp_path / "r.xlsx", tmp_path / "r.html"
    assert verify(index_folder, draft, "-o", out, "--report", sheet, "--report", page) == EXIT_WRONG
    assert len(list(docx.Document(str(out)).comments)) == 1
    assert sheet.is_file() and page.is_file()
    assert draft.read_bytes() == before
    assert capsys.readouterr().err == f"pincite: wrote {out}\npincite: wrote {sheet}, {page}\n"


def test_json_is_an_object_a_draft(index_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drafts = [word(tmp_path / "a.docx", WRONG), word(tmp_path / "b.docx", RIGHT)]
    assert verify(index_folder, *drafts, "--json") == EXIT_WRONG
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(Path(each["draft"]).name, each["wrong"]) for each in found] == [("a.docx", 1), ("b.docx", 0)]


def test_a_draft_without_a_reference_is_said_to_have_none(
    index_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(index_folder, word(tmp_path / "draft.docx", "The meeting was opened.")) == 0
    assert "there is no quotation and no citation of a document in it" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["draft.docx", "-o", "draft.docx"], "is the draft, which is never changed"),
        (["draft.docx", "-o", "checked.txt"], "the ending says what to write"),
        (["draft.docx", "--report", "r.pdf"], "the ending says what to write"),
        (["draft.docx", "draft.docx", "-o", "checked.docx"], "one checked file for one draft"),
        (["draft.txt", "-o", "checked.docx"], "only a Word file"),
        (["none.docx"], "no such file"),
        (["broken.docx"], "damaged"),
    ],
)
def test_what_cannot_work_is_one_line_and_leaves_the_draft(
    arguments: list[str],
    message: str,
    index_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    before = word(tmp_path / "draft.docx", WRONG).read_bytes()
    (tmp_path / "draft.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(before[: len(before) // 2])
    assert verify(index_folder, *arguments) == EXIT_ERROR
    told = capsys.readouterr().err
    assert message in told
    assert told.count("\n") == 1
    assert (tmp_path / "draft.docx").read_bytes() == before
    assert not (tmp_path / "checked.docx").exists()
