"""How a report is to look: templates that are none are refused under the name that their owner knows."""

from pathlib import Path

import pytest

from index.build import build_index
from index.document import Document
from index.errors import SourceError
from index.folder.save import save_index
from tests.support.fakes import FakeEmbedder
from ui.app.services.batches import Batches
from ui.app.services.briefs import Briefs
from ui.app.services.index_holder import IndexHolder
from ui.app.services.report_look import ReportLook, check_look, kept_style, style_in
from ui.app.services.uploads import Upload

BAD = ReportLook("A title", "brackets", Upload("Mine.docx", b"no archive"))


def test_a_template_that_is_none_is_refused_by_its_name_and_not_kept(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"'Mine\.docx': not a Word document"):
        kept_style(BAD, tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SourceError):
        check_look(BAD)
    assert style_in(tmp_path, "A title", "brackets").template is None


def test_a_batch_is_not_begun_with_a_bad_template(
    folder: Path, tmp_path: Path, documents: tuple[Document, ...]
) -> None:
    save_index(build_index(documents, FakeEmbedder()), folder)
    batches = Batches(IndexHolder(folder, lambda _: FakeEmbedder()), tmp_path / "batches")
    job = batches.add(Upload("Desk.txt", b"What does paragraph 1 of the 2018 report say?\n"))
    with pytest.raises(SourceError):
        batches.begin(job.id, BAD)
    assert batches.job(job.id) == job


def test_a_brief_is_written_as_a_file(folder: Path, documents: tuple[Document, ...]) -> None:
    save_index(build_index(documents, FakeEmbedder()), folder)
    briefs = Briefs(IndexHolder(folder, lambda _: FakeEmbedder()))
    written = briefs.file(briefs.brief("assets"), ReportLook("On assets"), ".md").decode()
    assert written.startswith("# On assets\n")
