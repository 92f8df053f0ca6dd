"""Documents that come to a large index as a part of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.embedding.base import Encoding
from index.errors import IndexFolderError, PinciteError
from index.folder.added import read_manifest
from index.folder.joined import joined
from index.folder.load import load_index
from index.folder.save import save_index
from index.locator import Locator
from index.manifest import BuildSettings
from index.search.base import Hits
from index.search.filter import EVERYTHING, Filter
from index.store import Index
from index.update import Updater
from tests.support.fakes import FakeEmbedder
from tests.support.growing import APPROXIMATE, BYTES, HALVES, NONE, WHOLE, built, parts, updater, written
from tests.support.papers import local_engines

BASE = {
    "courts": "1. Courts hear banks.\n\n2. The Financial Intelligence Unit (FIU) reports.\n\n3. It sits in Vienna.\n",
    "treaty": "1. Women vote.\n\n2. Assets are returned to banks. Banks keep them.\n\n3. States meet.\n\n4. No one.\n",
}
NEW = {"added": "1. Courts of women return assets and more assets.\n", "zeal": "1. Falcons cross. Women vote.\n"}
QUERIES = ["banks and courts", "women vote", "assets", "falcons", "reports in Vienna"]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return written(BASE, tmp_path)


@pytest.fixture
def folder(papers: Path, tmp_path: Path) -> Path:
    return built(papers, tmp_path / "index")


def comes(papers: Path, name: str) -> None:
    (papers / f"{name}.txt").write_text(NEW[name], encoding="utf-8")


def found(index: Index, hits: Hits) -> list[tuple[str, Locator, float]]:
    """What was found, by name: rows differ where documents stand in another order."""
    refs = [index.paragraphs[row] for row in hits.rows.tolist()]
    pairs = zip(refs, hits.scores.tolist(), strict=True)
    named = [(each.document.id, each.locator, round(score, 4)) for each, score in pairs]
    return sorted(named, key=lambda each: (-each[2], each[0], str(each[1])))


def anew(papers: Path, folder: Path, settings: BuildSettings = WHOLE) -> Index:
    return load_index(built(papers, folder.with_name("anew"), settings))


def test_a_document_that_comes_is_written_beside_the_others_which_stay(folder: Path, papers: Path) -> None:
    vectors, before = (folder / "vectors.npy").stat().st_ino, load_index(folder)
    comes(papers, "added")
    report = updater(folder).update()
    index = load_index(folder)
    assert parts(folder) == ["1"]
    assert (folder / "vectors.npy").stat().st_ino == vectors
    assert [each.id for each in index.documents] == ["courts", "treaty", "added"]
    assert (report.new_passages, len(report.index.paragraphs)) == (1, 8)
    assert index.manifest.counts.paragraphs == read_manifest(folder).counts.paragraphs == 8
    assert index.fingerprint == read_manifest(folder).fingerprint == report.index.fingerprint != before.fingerprint
    assert not updater(folder).update().changes


@pytest.mark.parametrize("settings", [WHOLE, BYTES, HALVES, NONE, APPROXIMATE])
@pytest.mark.parametrize("where", [EVERYTHING, Filter(documents=frozenset({"added", "treaty"}))])
def test_what_is_found_is_what_an_index_built_anew_finds(
    papers: Path, tmp_path: Path, settings: BuildSettings, where: Filter
) -> None:
    folder = built(papers, tmp_path / "index", settings)
    for name in NEW:
        comes(papers, name)
        updater(folder).update()
    index, whole = load_index(folder), anew(papers, folder, settings)
    assert parts(folder)
    vectors = FakeEmbedder().encode(QUERIES).vectors
    for query, ours, theirs in zip(
        QUERIES, index.dense.search(vectors, 4, where), whole.dense.search(vectors, 4, where), strict=True
    ):
        assert [each[2] for each in found(index, ours)] == [each[2] for each in found(whole, theirs)]
        ours, theirs = (each.lexical.search(query, 9, where) for each in (index, whole))
        assert found(index, ours) == found(whole, theirs)


@pytest.mark.parametrize("settings", [WHOLE, BYTES, HALVES, NONE])
def test_each_paragraph_has_the_vectors_it_would_have_had(
    papers: Path, tmp_path: Path, settings: BuildSettings
) -> None:
    folder = built(papers, tmp_path / "index", settings)
    comes(papers, "added")
    updater(folder).update()
    index, whole = load_index(folder), anew(papers, folder, settings)
    for ref in index.paragraphs:
        (row,) = whole.rows(ref.document.id, ref.locator)
        assert index.rows(ref.document.id, ref.locator) == (ref.row,)
        assert index.sentence_spans(ref.row) == whole.sentence_spans(row)
        for read in ("passages", "sentences", "tokens"):
            ours, theirs = getattr(index.dense, read)([ref.row]), getattr(whole.dense, read)([row])
            assert (ours is None) == (theirs is None) == (read == "tokens" and settings is NONE)
            if ours is not None:
                assert np.array_equal(ours.vectors, theirs.vectors)
                assert np.array_equal(ours.spans, theirs.spans)
    rows = np.arange(len(index.paragraphs))
    assert len(index.dense.sentences(rows)) == len(whole.dense.sentences(rows))
    if settings is not NONE:
        ours, theirs = index.dense.tokens(rows), whole.dense.tokens(rows)
        assert ours and theirs and len(ours) == len(theirs)


def test_names_and_words_of_all_parts_are_known(folder: Path, papers: Path) -> None:
    comes(papers, "zeal")
    updater(folder).update()
    store = load_index(folder).store
    assert store.short_forms["FIU"] == "Financial Intelligence Unit"
    assert {"Courts", "Falcons"} <= set(store.vocabulary.words)
    assert len(store.vocabulary.words) == len(set(store.vocabulary.words)) == len(store.vocabulary.letters)
    assert store.places.locators_within(store.rows_of("zeal")) == [Locator(number="1")]


def test_small_parts_are_joined_and_only_what_is_new_is_embedded(folder: Path, papers: Path) -> None:
    comes(papers, "added")
    updater(folder).update()
    comes(papers, "zeal")
    embedder = FakeEmbedder()
    Updater(folder, embedder, parts_from=0).update()
    assert parts(folder) == ["2"]
    assert [each.id for each in load_index(folder).documents] == ["courts", "treaty", "added", "zeal"]
    assert "Courts of women return assets and more assets." not in embedder.encoded


def test_a_part_that_is_large_beside_what_comes_stays(folder: Path, papers: Path) -> None:
    (papers / "many.txt").write_text("1. One.\n\n2. Two.\n\n3. Three.\n", encoding="utf-8")
    updater(folder).update()
    comes(papers, "zeal")
    updater(folder).update()
    assert parts(folder) == ["1", "2"]


@pytest.mark.parametrize("what", ["changed", "removed", "many", "small"])
def test_otherwise_the_whole_index_is_built_again(folder: Path, papers: Path, what: str) -> None:
    if what != "many":
        comes(papers, "added")
        updater(folder).update()
    if what == "changed":
        (papers / "courts.txt").write_text("1. Courts do not hear banks.\n", encoding="utf-8")
        updater(folder).update()
    elif what == "removed":
        updater(folder).remove(["treaty"])
    elif what == "many":
        (papers / "many.txt").write_text("1. One.\n\n2. Two.\n\n3. Three.\n\n4. Four.\n", encoding="utf-8")
        updater(folder).update()
    else:
        comes(papers, "zeal")
        Updater(folder, FakeEmbedder()).update()
    assert parts(folder) == []
    index = load_index(folder)
    assert [each.id for each in index.documents] == sorted(
        each.stem for each in papers.iterdir() if what != "removed" or each.stem != "treaty"
    )


def test_who_reads_the_index_goes_on_while_parts_come_and_are_joined(folder: Path, papers: Path) -> None:
    comes(papers, "added")
    updater(folder).update()
    before = load_index(folder)
    comes(papers, "zeal")
    updater(folder).update()
    (hits,) = before.dense.search(FakeEmbedder().encode(["assets"]).vectors, 1)
    assert [each[0] for each in found(before, hits)] == ["added"]
    assert before.dense.tokens([7]) is not None


class BrokenEmbedder(FakeEmbedder):
    def encode_passages(self, texts: object) -> Encoding:
        raise PinciteError("no power")


def test_a_part_that_fails_leaves_the_index_as_it_was(folder: Path, papers: Path) -> None:
    before = read_manifest(folder)
    comes(papers, "added")
    with pytest.raises(PinciteError, match="no power"):
        Updater(folder, BrokenEmbedder(), parts_from=0).update()
    assert read_manifest(folder) == before
    assert [each.name for each in folder.parent.iterdir() if each.name.startswith(".")] == []


def test_a_file_that_was_only_touched_leaves_the_parts(folder: Path, papers: Path) -> None:
    comes(papers, "added")
    updater(folder).update()
    index = load_index(folder)
    (papers / "courts.txt").touch()
    assert not updater(folder).update().changes
    again = load_index(folder)
    assert (again.fingerprint, len(again.documents)) == (index.fingerprint, 3)
    assert again.corpus != index.corpus


def _without_list(folder: Path) -> None:
    (folder / "added.json").unlink()


def _without_part(folder: Path) -> None:
    (folder / "added" / "1").rename(folder / "added" / "7")


def _with_other_list(folder: Path) -> None:
    (folder / "added.json").write_text('{"parts": []}\n', encoding="utf-8")


def _with_other_part(folder: Path) -> None:
    path = folder / "added" / "1" / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(record), encoding="utf-8")


def _without_a_file(folder: Path) -> None:
    (folder / "added" / "1" / "tokens.npy").unlink()


def _with_altered_texts(folder: Path) -> None:
    path = folder / "added" / "1" / "documents.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("women", "wömen"), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_without_list, "added.json is broken .it is missing"),
        (_with_other_list, "added.json is broken .it is not the file that was written"),
        (_without_part, "added/1 is broken .No such file"),
        (_with_other_part, "added/1/manifest.json is broken .it is not the one that added.json lists"),
        (_without_a_file, "added/1/tokens.npy is broken .it is missing"),
        (_with_altered_texts, "added/1/documents.jsonl is broken .it is not the file that was written"),
    ],
)
def test_a_part_that_is_lost_or_exchanged_is_noticed(
    folder: Path, papers: Path, spoil: Callable[[Path], None], said: str
) -> None:
    comes(papers, "added")
    updater(folder).update()
    spoil(folder)
    with pytest.raises(IndexFolderError, match=said):
        load_index(folder)


def test_with_another_model_the_whole_index_is_built_again(folder: Path, papers: Path) -> None:
    comes(papers, "added")
    Updater(folder, FakeEmbedder(fingerprint="e" * 64), parts_from=0).update()
    assert parts(folder) == []
    assert load_index(folder).manifest.model_sha256 == "e" * 64


def test_parts_of_different_models_are_refused(folder: Path, papers: Path) -> None:
    comes(papers, "added")
    updater(folder).update()
    one, other = load_index(folder), load_index(folder / "added" / "1")
    with pytest.raises(IndexFolderError, match="different models"):
        joined([one, replace(other, manifest=replace(other.manifest, model_sha256="e" * 64))], folder)
    with pytest.raises(IndexFolderError, match="the same document"):
        joined([one, other], folder)


def test_an_index_of_parts_is_not_written_as_one(folder: Path, papers: Path) -> None:
    comes(papers, "added")
    updater(folder).update()
    index = load_index(folder)
    assert local_engines(index)[1].bm25.count == 8
    with pytest.raises(ValueError, match="several parts"):
        save_index(index, folder.with_name("other"))
