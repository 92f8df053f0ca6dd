"""Reports on checked drafts: a workbook, a page, JSON, all findings in each."""

import json
from pathlib import Path

import openpyxl

from rag.provenance import Provenance
from rag.reports.checked_drafts import COLUMNS
from rag.reports.checked_outputs import ENDINGS, write_checked
from tests.support.drafts import FIVE, checker, draft

MADE_WITH = Provenance("abc", "fake", (), "2025-05-01T10:00:00+00:00", "1.0")
CHECKED = checker().check(
    draft(f"=It says: “{FIVE.rstrip('.')}” (A/72/10, para. 6).", "See A/80/999, para. 3, and A/72/10, para. 5.")
)


def written(ending: str, folder: Path) -> Path:
    path = folder / f"report{ending}"
    write_checked([CHECKED], MADE_WITH, [path])
    return path


def test_a_workbook_has_a_row_a_finding_and_no_formulas(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(".xlsx", tmp_path))
    rows = list(book["Findings"].values)
    assert rows[0] == ("Draft", *COLUMNS, "Wrong", "Sure")
    assert [(row[1], row[3], row[7]) for row in rows[1:]] == [
        ("paragraph 1", "stands elsewhere", "yes"),
        ("paragraph 2", "document not held", "no"),
        ("paragraph 2", "in order", "no"),
    ]
    assert list(book["Not held"].values)[1] == ("draft", "A/80/999", 1, "https://docs.un.org/en/A/80/999")
    assert all(cell.data_type != "f" for row in book["Findings"].iter_rows() for cell in row)


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(".xlsx", tmp_path).read_bytes() == written(".xlsx", tmp_path).read_bytes()


def test_a_page_has_the_findings_and_links_to_the_official_documents(tmp_path: Path) -> None:
    page = written(".html", tmp_path).read_text(encoding="utf-8")
    assert "The words stand verbatim in A/72/10, para. 5" in page
    assert '<a href="https://docs.un.org/en/A/80/999">' in page


def test_json_has_what_was_compared(tmp_path: Path) -> None:
    (found,) = json.loads(written(".json", tmp_path).read_text(encoding="utf-8"))
    first = found["findings"][0]
    assert (found["contract"], found["wrong"], found["draft"]) == (1, 1, "draft")
    assert (first["verdict"], first["document"], first["locator"], first["found_at"], first["compared"]) == (
        "stands elsewhere", "report", "5", "A/72/10, para. 5", FIVE,
    )  # fmt: skip


def test_every_ending_is_written(tmp_path: Path) -> None:
    assert all(written(ending, tmp_path).stat().st_size for ending in ENDINGS)
