"""Outputs: what is refused before anything is asked, and a writer for every ending."""

import io
from pathlib import Path

import pytest

from index.document import Document
from index.errors import OutputError, SourceError
from rag.batches.batch_result import Entry, Status
from rag.batches.journal import Journal
from rag.reports.outputs import REPORTS, TABLES, ReportStyle, check_outputs, text_in, write_batch
from tests.support.batch_fakes import small_index
from tests.support.report_fixtures import everything

ENDINGS = (*REPORTS, *TABLES)
STYLE = ReportStyle("Briefing")


def test_every_ending_has_a_writer_that_writes_a_batch(documents: tuple[Document, ...], tmp_path: Path) -> None:
    paths = [tmp_path / f"out{ending.upper()}" for ending in ENDINGS]
    with everything(small_index(documents), tmp_path) as batch:
        write_batch(batch, paths, STYLE)
    assert all(path.stat().st_size > 500 for path in paths)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(path.name for path in paths)


def test_files_of_all_formats_read_each_answer_once(
    documents: tuple[Document, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    record = Journal.record

    def counted(journal: Journal, key: str) -> dict[str, object]:
        read.append(key)
        return record(journal, key)

    monkeypatch.setattr(Journal, "record", counted)
    with everything(small_index(documents), tmp_path) as batch:
        found = write_batch(batch, [tmp_path / f"out{ending}" for ending in ENDINGS], STYLE)
    # Of the six rows one could not be asked.
    assert len(read) == len(set(read)) == 5
    assert (found.questions, found.counts[Status.ANSWERED]) == (6, 4)


def test_who_wants_to_is_told_of_each_row(documents: tuple[Document, ...], tmp_path: Path) -> None:
    told: list[Entry] = []
    with everything(small_index(documents), tmp_path) as batch:
        write_batch(batch, [], STYLE, told.append)
    assert [entry.label for entry in told] == ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]


def test_outputs_that_can_be_written_pass(tmp_path: Path) -> None:
    check_outputs([tmp_path / f"out{ending}" for ending in ENDINGS], ENDINGS, STYLE, tmp_path / "q.csv")


def test_an_unknown_ending_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"out\.pdf: .* name one of \.docx, \.md, \.html, \.xlsx, \.csv, \.jsonl"):
        check_outputs([tmp_path / "out.pdf"], ENDINGS, STYLE)


def test_an_output_named_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="named twice"):
        check_outputs([tmp_path / "a.md", tmp_path / "b" / ".." / "a.md"], ENDINGS, STYLE)


def test_the_file_of_questions_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text("question\n", encoding="utf-8")
    with pytest.raises(OutputError, match="is the file of questions"):
        check_outputs([tmp_path / "q.csv"], ENDINGS, STYLE, tmp_path / "q.csv")


def test_a_folder_and_a_file_in_none_are_refused(tmp_path: Path) -> None:
    (tmp_path / "out.md").mkdir()
    with pytest.raises(OutputError, match=r"out\.md is a folder"):
        check_outputs([tmp_path / "out.md"], ENDINGS, STYLE)
    with pytest.raises(OutputError, match="is in no folder that exists"):
        check_outputs([tmp_path / "none" / "out.csv"], ENDINGS, STYLE)


def test_a_template_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="name a Word document or template"):
        check_outputs([tmp_path / "out.docx"], ENDINGS, ReportStyle("Briefing", template=tmp_path / "no.docx"))


def test_text_in_a_file_leaves_it_open_and_line_ends_alone() -> None:
    file = io.BytesIO()
    with text_in(file) as text:
        text.write("é\r\n\n")
    assert file.getvalue() == "é\r\n\n".encode()
