"""An index that lives with its files."""

import os
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.build import build_folder, build_index
from index.embedding.base import Encoding
from index.errors import IndexFolderError, QuestionError, SourceError
from index.folder.load import load_index
from index.folder.save import save_index
from index.storage.atomic import alone_beside
from index.update import Updater
from tests.support.fakes import FakeEmbedder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write(tmp_path / "papers" / "one.txt", "1. The Group met in Vienna.\n")
    write(tmp_path / "papers" / "two.txt", "1. The Group met in Doha.\n")
    return tmp_path / "papers"


@pytest.fixture
def folder(papers: Path, tmp_path: Path) -> Path:
    build_folder([papers], tmp_path / "index", FakeEmbedder())
    return tmp_path / "index"


def texts(folder: Path) -> dict[str, str]:
    return {each.id: each.paragraphs[0].text for each in load_index(folder).documents}


def names(paths: tuple[str, ...]) -> list[str]:
    return [Path(path).name for path in paths]


def test_a_file_is_added_and_only_its_texts_are_embedded(folder: Path, tmp_path: Path) -> None:
    embedder = FakeEmbedder()
    report = Updater(folder, embedder).add(
        [write(tmp_path / "elsewhere" / "three.txt", "1. The Group met in Abuja.\n")]
    )
    assert texts(folder) == {
        "one": "The Group met in Vienna.",
        "two": "The Group met in Doha.",
        "three": "The Group met in Abuja.",
    }
    assert names(report.changes.added) == ["three.txt"]
    assert report.new_passages == 1
    assert set(embedder.encoded) == {"The Group met in Abuja."}


def test_a_document_is_removed_and_stays_out_until_it_is_added_again(folder: Path, papers: Path) -> None:
    updater = Updater(folder, FakeEmbedder())
    assert names(updater.remove(["two"]).changes.removed) == ["two.txt"]
    assert list(texts(folder)) == ["one"]
    assert not updater.update().changes
    assert list(texts(folder)) == ["one"]
    updater.add([papers / "two.txt"])
    assert list(texts(folder)) == ["one", "two"]
    assert (papers / "two.txt").exists()


def test_an_update_reads_what_changed_came_or_went(folder: Path, papers: Path) -> None:
    write(papers / "one.txt", "1. The Group met in Geneva.\n")
    write(papers / "deeper" / "new.txt", "1. The Group met in Quito.\n")
    (papers / "two.txt").unlink()
    report = Updater(folder, FakeEmbedder()).update()
    changes = report.changes
    assert (names(changes.added), names(changes.changed), names(changes.removed)) == (
        ["new.txt"],
        ["one.txt"],
        ["two.txt"],
    )
    assert texts(folder) == {"new": "The Group met in Quito.", "one": "The Group met in Geneva."}


def test_an_update_takes_in_what_the_catalogue_says_now(folder: Path, papers: Path) -> None:
    write(papers / "catalogue.toml", '[one]\nsymbol = "A/1/2"\n')
    report = Updater(folder, FakeEmbedder()).update()
    assert names(report.changes.changed) == ["one.txt"]
    assert load_index(folder).document("one").symbol == "A/1/2"


def test_what_another_version_of_the_program_read_is_read_again_once(folder: Path) -> None:
    index = load_index(folder)
    save_index(replace(index, corpus=replace(index.corpus, read_by="0.0")), folder)
    updater = Updater(folder, FakeEmbedder())
    assert names(updater.update().changes.changed) == ["one.txt", "two.txt"]
    assert not updater.update().changes


def test_an_update_without_news_leaves_the_index_as_it_is(folder: Path) -> None:
    before = (folder / "manifest.json").stat().st_ino
    embedder = FakeEmbedder()
    report = Updater(folder, embedder).update()
    assert not report.changes
    assert embedder.encoded == []
    assert (folder / "manifest.json").stat().st_ino == before


def test_a_file_that_was_only_touched_is_hashed_once_and_its_new_time_recorded(folder: Path, papers: Path) -> None:
    one = papers / "one.txt"
    later = one.stat().st_mtime_ns + 1_000_000_000
    os.utime(one, ns=(later, later))
    vectors, fingerprint = (folder / "vectors.npy").stat().st_ino, load_index(folder).fingerprint
    embedder = FakeEmbedder()
    assert not Updater(folder, embedder).update().changes
    index = load_index(folder)
    assert index.corpus.by_path[str(one)].modified == later
    assert (index.fingerprint, (folder / "vectors.npy").stat().st_ino) == (fingerprint, vectors)
    assert embedder.encoded == []
    # Other contents of the size and time in the record: who looks into the file again finds them.
    one.write_text("1. The Group met in Vienne.\n", encoding="utf-8")
    os.utime(one, ns=(later, later))
    assert not Updater(folder, embedder).update().changes


def test_a_folder_that_is_added_without_news_is_looked_into_from_then_on(papers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    build_folder([papers / "one.txt", papers / "two.txt"], folder, FakeEmbedder())
    updater = Updater(folder, FakeEmbedder())
    assert not updater.add([papers]).changes
    write(papers / "three.txt", "1. The Group met in Abuja.\n")
    assert names(updater.update().changes.added) == ["three.txt"]


def test_a_file_that_can_no_longer_be_read_is_told_of_and_its_document_goes(folder: Path, papers: Path) -> None:
    (papers / "two.txt").write_bytes(b"caf\xe9")
    report = Updater(folder, FakeEmbedder()).update()
    assert list(texts(folder)) == ["one"]
    assert ["two.txt" in str(each) for each in report.failures] == [True]
    assert names(report.changes.unread) == ["two.txt"]


def test_findings_of_documents_that_stay_are_kept(papers: Path, tmp_path: Path) -> None:
    write(papers / "odd.txt", "1. First.\n\n3. Third.\n")
    folder = tmp_path / "index"
    before = build_folder([papers], folder, FakeEmbedder()).findings
    assert [each.document for each in before] == ["odd"]
    report = Updater(folder, FakeEmbedder()).add([write(tmp_path / "more.txt", "1. More.\n")])
    assert load_index(folder).findings == before
    assert report.findings == ()


def test_a_document_that_is_not_there_cannot_be_removed(folder: Path) -> None:
    with pytest.raises(QuestionError, match="three"):
        Updater(folder, FakeEmbedder()).remove(["three"])


def test_the_last_document_cannot_be_removed(folder: Path) -> None:
    with pytest.raises(SourceError, match="no file or folder"):
        Updater(folder, FakeEmbedder()).remove(["one", "two"])
    assert list(texts(folder)) == ["one", "two"]


def test_a_folder_that_is_away_does_not_empty_the_index(folder: Path, papers: Path) -> None:
    papers.rename(papers.with_name("unmounted"))
    with pytest.raises(SourceError, match="is not there, and nothing was changed"):
        Updater(folder, FakeEmbedder()).update()
    assert list(texts(folder)) == ["one", "two"]


def test_a_file_that_was_named_itself_and_is_away_is_removed(papers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    build_folder([papers / "one.txt", papers / "two.txt"], folder, FakeEmbedder())
    (papers / "two.txt").unlink()
    updater = Updater(folder, FakeEmbedder())
    updater.update()
    assert list(texts(folder)) == ["one"]
    (papers / "one.txt").unlink()
    with pytest.raises(QuestionError, match="no document would be left"):
        updater.update()


def test_an_index_that_does_not_know_its_files_says_what_to_run(folder: Path) -> None:
    documents = load_index(folder).documents
    save_index(build_index(documents, FakeEmbedder()), folder)
    with pytest.raises(IndexFolderError, match=r"does not know the files it was made from; .*`pincite index`"):
        Updater(folder, FakeEmbedder()).update()


def test_of_two_writers_the_second_waits_and_says_so_and_neither_loses_anything(folder: Path, tmp_path: Path) -> None:
    new = write(tmp_path / "three.txt", "1. The Group met in Abuja.\n")
    is_waiting, stages = threading.Event(), list[str]()

    def tell(stage: str, _done: int, _total: int) -> None:
        stages.append(stage)
        is_waiting.set()

    second = threading.Thread(target=lambda: Updater(folder, FakeEmbedder(), tell).add([new]))
    with alone_beside(folder):
        second.start()
        assert is_waiting.wait(30)
        Updater(folder, FakeEmbedder()).remove(["one"])
    second.join()
    assert stages[0] == "waiting"
    assert list(texts(folder)) == ["three", "two"]


class Stopping(FakeEmbedder):
    """Is interrupted when it embeds."""

    def encode(self, texts: Sequence[str]) -> Encoding:
        raise KeyboardInterrupt


def test_an_interrupted_update_leaves_the_old_index(folder: Path, papers: Path) -> None:
    write(papers / "three.txt", "1. The Group met in Abuja.\n")
    with pytest.raises(KeyboardInterrupt):
        Updater(folder, Stopping()).update()
    assert list(texts(folder)) == ["one", "two"]
    assert [each.name for each in folder.parent.iterdir() if each.name.startswith(".")] == []
