"""The index changed in the background, while the old one goes on answering."""

import threading
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

import pytest

from index.build import build_index
from index.document import Document
from index.embedding.base import Embedder, Encoding
from index.errors import QuestionError
from index.folder.load import load_index
from index.folder.save import save_index
from tests.support.fakes import FakeEmbedder
from ui.app.services.index_holder import IndexHolder
from ui.app.services.reindexing import NEWS_SECONDS, Job, Reindexer
from ui.app.services.uploads import Upload

TEXT = b"1. Zebras graze.\n\n2. Courts hear appeals.\n"


class SlowEmbedder(FakeEmbedder):
    """A fake model that waits until it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.go_on = threading.Event(), threading.Event()

    def encode(self, texts: Sequence[str]) -> Encoding:
        self.reached.set()
        assert self.go_on.wait(5)
        return super().encode(texts)


@pytest.fixture
def index_holder(folder: Path, documents: tuple[Document, ...]) -> IndexHolder:
    save_index(build_index(documents, FakeEmbedder()), folder)
    return IndexHolder(folder, lambda _: FakeEmbedder())


@pytest.fixture
def added(tmp_path: Path) -> Path:
    return tmp_path / "documents"


def ids(index_holder: IndexHolder) -> list[str]:
    return [each.id for each in index_holder.answerer().index.documents]


def test_how_a_job_ended_is_told_for_a_while(
    index_holder: IndexHolder, added: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reindexer = Reindexer(index_holder, added)
    reindexer.add([Upload("Zoo.txt", TEXT)]).wait(5)
    assert ended(reindexer).done
    now = monotonic()
    monkeypatch.setattr("ui.app.services.reindexing.monotonic", lambda: now + NEWS_SECONDS)
    assert reindexer.job is None


def ended(reindexer: Reindexer) -> Job:
    assert reindexer.job is not None
    assert not reindexer.job.is_running
    return reindexer.job


def test_a_document_that_was_added_is_in_the_index_and_its_file_is_kept(index_holder: IndexHolder, added: Path) -> None:
    reindexer = Reindexer(index_holder, added)
    assert reindexer.job is None
    reindexer.add([Upload("Zoo.txt", TEXT)]).wait(5)
    assert ended(reindexer).done == "1 document added: zoo (2 paragraphs)."
    assert ids(index_holder) == ["guide", "report-2018", "zoo"]
    assert (added / "zoo.txt").read_bytes() == TEXT
    assert load_index(index_holder.folder).fingerprint == index_holder.answerer().index.fingerprint


def test_the_index_is_what_building_it_from_all_files_would_give(
    index_holder: IndexHolder, added: Path, documents: tuple[Document, ...]
) -> None:
    Reindexer(index_holder, added).add([Upload("Zoo.txt", TEXT)]).wait(5)
    zoo = index_holder.answerer().index.document("zoo")
    fresh = build_index([documents[1], documents[0], zoo], FakeEmbedder())
    assert index_holder.answerer().index.fingerprint == fresh.fingerprint


def test_a_large_index_is_not_written_anew_for_an_upload_or_a_removal(index_holder: IndexHolder, added: Path) -> None:
    vectors = index_holder.folder / "vectors.npy"
    written = vectors.stat().st_ino
    reindexer = Reindexer(index_holder, added, parts_from=0)
    reindexer.add([Upload("zoo.txt", b"1. Zebras graze.\n")]).wait(5)
    assert ended(reindexer).done == "1 document added: zoo (1 paragraph)."
    assert ids(index_holder) == ["report-2018", "guide", "zoo"]
    assert (index_holder.folder / "added" / "1").is_dir()
    reindexer.remove("zoo").wait(5)
    assert ended(reindexer).done == "zoo removed."
    assert ids(index_holder) == ["report-2018", "guide"]
    assert vectors.stat().st_ino == written


def test_a_bad_file_is_told_and_the_others_are_added(index_holder: IndexHolder, added: Path) -> None:
    reindexer = Reindexer(index_holder, added)
    reindexer.add([Upload("bad.txt", b""), Upload("zoo.txt", TEXT), Upload("Zoo.md", TEXT)]).wait(5)
    job = ended(reindexer)
    assert job.done == "1 document added: zoo (2 paragraphs)."
    assert [problem.split(";")[0] for problem in job.problems] == [
        "'bad.txt': the file is empty",
        "there is a document 'zoo' already",
    ]


def test_nothing_is_built_when_no_file_can_be_read(index_holder: IndexHolder, added: Path) -> None:
    before = index_holder.answerer()
    reindexer = Reindexer(index_holder, added)
    reindexer.add([Upload("bad.txt", b"")]).wait(5)
    assert ended(reindexer).done == ""
    assert index_holder.answerer() is before


def test_a_document_is_removed_with_the_file_that_was_added_for_it(index_holder: IndexHolder, added: Path) -> None:
    reindexer = Reindexer(index_holder, added)
    reindexer.add([Upload("zoo.txt", TEXT)]).wait(5)
    reindexer.remove("zoo").wait(5)
    assert ended(reindexer).done == "zoo removed."
    assert ids(index_holder) == ["guide", "report-2018"]
    assert list(added.iterdir()) == []


def test_the_last_document_stays(index_holder: IndexHolder, added: Path) -> None:
    reindexer = Reindexer(index_holder, added)
    reindexer.remove("guide").wait(5)
    reindexer.remove("report-2018").wait(5)
    assert ended(reindexer).problems == ("the last document cannot be removed; add another one first",)
    assert ids(index_holder) == ["report-2018"]


def test_an_unknown_document_is_told(index_holder: IndexHolder, added: Path) -> None:
    reindexer = Reindexer(index_holder, added)
    reindexer.remove("gone").wait(5)
    assert ended(reindexer).problems[0].startswith("no document 'gone' in the index")


def test_the_first_document_makes_the_first_index(folder: Path, added: Path) -> None:
    index_holder = IndexHolder(folder, lambda _: FakeEmbedder())
    Reindexer(index_holder, added).add([Upload("zoo.txt", TEXT)]).wait(5)
    assert ids(index_holder) == ["zoo"]


def test_others_go_on_with_the_old_index_and_a_second_job_has_to_wait(
    folder: Path, added: Path, documents: tuple[Document, ...]
) -> None:
    save_index(build_index(documents, FakeEmbedder()), folder)
    slow = SlowEmbedder()

    def load(_name: str | None) -> Embedder:
        return slow

    index_holder = IndexHolder(folder, load)
    reindexer = Reindexer(index_holder, added)
    ended = reindexer.add([Upload("zoo.txt", TEXT)])
    assert slow.reached.wait(5)
    assert ids(index_holder) == ["report-2018", "guide"]
    with pytest.raises(QuestionError, match=r"being indexed now \(Adding zoo.txt\)"):
        reindexer.remove("guide")
    slow.go_on.set()
    ended.wait(5)
    assert ids(index_holder) == ["guide", "report-2018", "zoo"]


def test_progress_is_told_from_nothing_to_all(
    index_holder: IndexHolder, added: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reindexer = Reindexer(index_holder, added)
    seen: list[Job] = []
    tell = reindexer._tell

    def told(**changes: object) -> None:
        tell(**changes)
        seen.append(reindexer._now())

    monkeypatch.setattr(reindexer, "_tell", told)
    reindexer.add([Upload("zoo.txt", TEXT)]).wait(5)
    shares = [job.share for job in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert "Reading zoo.txt" in [job.step for job in seen]
