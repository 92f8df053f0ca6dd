"""Documents that go from a large index, or change, without its being written anew."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.build import build_folder
from index.errors import IndexFolderError, QuestionError
from index.folder.added import read_manifest
from index.folder.load import load_index
from index.storage.digests import sha256_of_file
from index.update import Updater
from tests.support.fakes import FakeEmbedder
from tests.support.growing import built, parts, updater, written

PAPERS = {
    "courts": "1. Courts hear banks.\n\n2. The Financial Intelligence Unit (FIU) reports.\n\n3. It sits in Vienna.\n",
    "treaty": "1. Women vote.\n\n2. Assets are returned.\n\n3. States meet.\n\n4. No one.\n\n5. Nor they.\n",
    "zeal": "1. Falcons cross Vienna.\n",
}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return written(PAPERS, tmp_path)


@pytest.fixture
def folder(papers: Path, tmp_path: Path) -> Path:
    return built(papers, tmp_path / "index")


def gone(folder: Path) -> dict[str, list[str]]:
    """The documents that went from each part, as the folder tells."""
    path = folder / "gone.json"
    if not path.exists():
        return {}
    return {each["part"]: each["documents"] for each in json.loads(path.read_text(encoding="utf-8"))["parts"]}


def test_a_document_that_goes_leaves_the_files_as_they_are_and_cannot_be_found(folder: Path) -> None:
    vectors, before = (folder / "vectors.npy").stat().st_ino, load_index(folder)
    report = updater(folder).remove(["zeal"])
    index = load_index(folder)
    assert gone(folder) == {"": ["zeal"]}
    assert (folder / "vectors.npy").stat().st_ino == vectors
    assert index.fingerprint == report.index.fingerprint == read_manifest(folder).fingerprint != before.fingerprint
    assert (report.new_passages, len(report.index.documents), len(index.paragraphs)) == (0, 2, 8)
    assert [len(index.lexical.search(word, 9)) for word in ("falcons", "Vienna")] == [0, 1]
    assert "Falcons" not in index.store.vocabulary.words
    with pytest.raises(QuestionError, match="no document 'zeal' in the index; it holds: courts, treaty"):
        index.document("zeal")
    assert not updater(folder).update().changes


def test_a_document_that_changed_goes_from_its_part_and_comes_as_another(folder: Path, papers: Path) -> None:
    (papers / "zeal.txt").write_text("1. Falcons cross Vienna.\n\n2. Kites do not.\n", encoding="utf-8")
    embedder = FakeEmbedder()
    report = Updater(folder, embedder, parts_from=0).update()
    assert (gone(folder), parts(folder)) == ({"": ["zeal"]}, ["1"])
    assert [each.id for each in load_index(folder).documents] == ["courts", "treaty", "zeal"]
    assert report.new_passages == 1
    assert set(embedder.encoded) == {"Kites do not."}


def test_a_document_that_went_may_come_again_and_go_again(folder: Path, papers: Path) -> None:
    for _ in range(2):
        updater(folder).remove(["zeal"])
        assert [each.id for each in load_index(folder).documents] == ["courts", "treaty"]
        updater(folder).add([papers / "zeal.txt"])
        assert [each.id for each in load_index(folder).documents] == ["courts", "treaty", "zeal"]


def test_documents_that_went_before_stay_out_when_others_go(folder: Path, papers: Path) -> None:
    (papers / "also.txt").write_text("1. Kites.\n", encoding="utf-8")
    updater(folder).update()
    updater(folder).remove(["zeal"])
    (papers / "courts.txt").touch()
    updater(folder).update()
    updater(folder).remove(["also"])
    assert (gone(folder), parts(folder)) == ({"": ["zeal"]}, [])
    assert [each.id for each in load_index(folder).documents] == ["courts", "treaty"]


def test_a_part_that_is_mostly_gone_is_written_anew_without_what_went(folder: Path, papers: Path) -> None:
    (papers / "many.txt").write_text("1. Kites fly.\n\n2. Kites land.\n\n3. Kites.\n", encoding="utf-8")
    (papers / "some.txt").write_text("1. Lemons.\n", encoding="utf-8")
    (papers / "treaty.txt").write_text(PAPERS["treaty"] + "\n".join(f"\n{n}. Soil.\n" for n in range(6, 12)))
    build_folder([papers], folder, FakeEmbedder())
    (papers / "new.txt").write_text("1. Oil.\n\n2. Oil and lemons.\n\n3. Oil in Vienna.\n", encoding="utf-8")
    (papers / "next.txt").write_text("1. Coal.\n", encoding="utf-8")
    updater(folder).update()
    assert parts(folder) == ["1"]
    updater(folder).remove(["new"])
    assert (gone(folder), parts(folder)) == ({}, ["2"])
    assert "Oil" not in (folder / "added" / "2" / "documents.jsonl").read_text(encoding="utf-8")
    assert [each.id for each in load_index(folder).documents][-1] == "next"


def test_an_index_that_is_mostly_gone_is_built_again_whole(folder: Path) -> None:
    updater(folder).remove(["treaty"])
    assert (gone(folder), parts(folder)) == ({}, [])
    assert "Assets" not in (folder / "documents.jsonl").read_text(encoding="utf-8")


def test_what_went_is_in_no_file_of_an_index_that_is_built_anew(folder: Path, papers: Path) -> None:
    updater(folder).remove(["zeal"])
    assert "Falcons" in (folder / "documents.jsonl").read_text(encoding="utf-8")
    (papers / "zeal.txt").unlink()
    build_folder([papers], folder, FakeEmbedder())
    assert not any(b"alcons" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_who_reads_the_index_goes_on_with_a_document_that_goes(folder: Path) -> None:
    before = load_index(folder)
    updater(folder).remove(["zeal"])
    (hits,) = before.dense.search(FakeEmbedder().encode(["Falcons cross Vienna"]).vectors, 1)
    assert before.paragraphs[int(hits.rows[0])].text == "Falcons cross Vienna."
    assert len(before.paragraphs) == 9


def test_a_copy_of_the_folder_is_the_same_index_whatever_becomes_of_the_other(folder: Path, papers: Path) -> None:
    (papers / "new.txt").write_text("1. Lemons.\n", encoding="utf-8")
    updater(folder).update()
    updater(folder).remove(["zeal"])
    before, copy = load_index(folder), shutil.copytree(folder, folder.with_name("copy"))
    (papers / "courts.txt").unlink()
    updater(folder).update()
    assert load_index(copy).fingerprint == before.fingerprint
    assert [each.id for each in load_index(copy).documents] == ["courts", "treaty", "new"]


def test_where_files_cannot_be_linked_they_are_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_old: Path, _new: Path) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    updater(folder).remove(["zeal"])
    assert [each.id for each in load_index(folder).documents] == ["courts", "treaty"]


def _without_list(folder: Path) -> None:
    (folder / "gone.json").unlink()


def _with_other_list(folder: Path) -> None:
    path = folder / "gone.json"
    path.write_text(path.read_text(encoding="utf-8").replace("zeal", "real"), encoding="utf-8")


def _with_signed_list(change: Callable[[dict[str, Any]], None]) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path, manifest = folder / "gone.json", folder / "manifest.json"
        record = json.loads(path.read_text(encoding="utf-8"))
        change(record["parts"][0])
        path.write_text(json.dumps(record), encoding="utf-8")
        said = json.loads(manifest.read_text(encoding="utf-8"))
        said["files"]["gone.json"] = sha256_of_file(path)
        manifest.write_text(json.dumps(said), encoding="utf-8")

    return spoil


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_without_list, "gone.json is broken .it is missing"),
        (_with_other_list, "gone.json is broken .it is not the file that was written"),
        (_with_signed_list(lambda part: part.update(documents=["real"])), "documents that are not there"),
        (_with_signed_list(lambda part: part.update(documents=[])), "each part once, with documents"),
        (_with_signed_list(lambda part: part["counts"].update(paragraphs=2)), "documents that are not there"),
        (_with_signed_list(lambda part: part.update(part="7")), "there is no part '7'"),
        (_with_signed_list(lambda part: part.pop("words")), "words"),
    ],
)
def test_a_list_of_what_went_that_is_lost_or_another_is_noticed(
    folder: Path, spoil: Callable[[Path], None], said: str
) -> None:
    updater(folder).remove(["zeal"])
    spoil(folder)
    with pytest.raises(IndexFolderError, match=said):
        load_index(folder)
