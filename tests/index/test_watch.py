"""An index watched with its files."""

import os
from pathlib import Path

import pytest

from index.build import build_folder
from index.errors import IndexFolderError, SourceError
from index.folder.load import load_index
from index.update import Updater, Watch
from tests.support.fakes import FakeEmbedder
from tests.support.papers import two_papers


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return two_papers(tmp_path / "papers")


@pytest.fixture
def folder(papers: Path, tmp_path: Path) -> Path:
    build_folder([papers], tmp_path / "index", FakeEmbedder())
    return tmp_path / "index"


def touch(path: Path) -> int:
    """Give `path` another time of modification, a second later, and return it."""
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))
    return later


def spoil(folder: Path) -> None:
    (folder / "vectors.npy").write_bytes(b"spoiled")


def test_a_look_at_files_that_lie_as_before_does_not_open_the_index(folder: Path, papers: Path) -> None:
    watch = Watch(folder, FakeEmbedder())
    assert watch.look() is not None
    spoil(folder)
    assert watch.look() is None
    touch(papers / "one.txt")
    with pytest.raises(IndexFolderError, match=r"vectors\.npy is broken"):
        watch.look()


def test_an_error_is_told_of_at_each_look_until_it_is_mended(folder: Path, papers: Path) -> None:
    watch = Watch(folder, FakeEmbedder())
    watch.look()
    papers.rename(papers.with_name("away"))
    for _ in range(2):
        with pytest.raises(SourceError, match="is not there, and nothing was changed"):
            watch.look()
    papers.with_name("away").rename(papers)
    assert watch.look() is None


@pytest.mark.parametrize("name", ["copy.txt", "catalogue.toml"])
def test_a_copy_or_a_catalogue_is_looked_into_once(folder: Path, papers: Path, name: str) -> None:
    watch = Watch(folder, FakeEmbedder())
    watch.look()
    texts = {"copy.txt": "1. The Group met in Doha.\n", "catalogue.toml": '[one]\nsymbol = "A/1/2"\n'}
    (papers / name).write_text(texts[name], encoding="utf-8")
    assert watch.look() is not None
    assert watch.look() is None


def test_files_that_come_change_and_go_are_seen(folder: Path, papers: Path) -> None:
    watch = Watch(folder, FakeEmbedder())
    watch.look()
    (papers / "three.txt").write_text("1. The Group met in Abuja.\n", encoding="utf-8")
    (papers / "two.txt").unlink()
    report = watch.look()
    assert report is not None
    assert [Path(each).name for each in (*report.changes.added, *report.changes.removed)] == ["three.txt", "two.txt"]
    assert [each.id for each in load_index(folder).documents] == ["one", "three"]


def test_what_was_taken_out_of_the_index_may_change_unseen(folder: Path, papers: Path) -> None:
    Updater(folder, FakeEmbedder()).remove(["two"])
    watch = Watch(folder, FakeEmbedder())
    watch.look()
    touch(papers / "two.txt")
    assert watch.look() is None
