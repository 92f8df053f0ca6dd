"""An index that was saved comes back whole or is refused by name."""

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.build import build_index
from index.document import Document, Finding
from index.errors import IndexFolderError
from index.folder.files import sha256_of_files
from index.folder.load import load_index
from index.folder.save import save_index
from index.manifest import BuildSettings
from index.store import Index
from tests.support.fakes import FakeEmbedder
from tests.support.papers import local_engines


@pytest.fixture
def index(documents: tuple[Document, ...], embedder: FakeEmbedder) -> Index:
    return build_index(documents, embedder)


@pytest.mark.parametrize(
    "settings",
    [
        BuildSettings(),
        BuildSettings(token_limit=0, compressed_limit=0),
        BuildSettings(token_limit=0),
        BuildSettings(token_limit=0, byte_limit=0),
    ],
)
def test_it_comes_back_from_disk_whole(
    documents: tuple[Document, ...], embedder: FakeEmbedder, folder: Path, settings: BuildSettings
) -> None:
    built = build_index(documents, embedder, settings=settings)
    saved = save_index(built, folder)
    loaded = load_index(folder)
    assert loaded.manifest == saved.manifest
    assert loaded.documents == built.documents
    assert np.array_equal(loaded.store.sentences, built.store.sentences)
    (dense, lexical), (before, words) = local_engines(loaded), local_engines(built)
    for name in ("spans", "vectors", "sentence_vectors"):
        assert np.array_equal(getattr(dense, name), getattr(before, name))
        assert getattr(dense, name).dtype == getattr(before, name).dtype
    assert lexical.bm25.scores("assets").tolist() == words.bm25.scores("assets").tolist()
    assert [hits.rows.tolist() for hits in dense.search(np.asarray(before.vectors), 3)] == [
        hits.rows.tolist() for hits in before.search(np.asarray(before.vectors), 3)
    ]
    assert (dense.token_vectors is None) == (settings.compressed_limit == 0)
    if dense.token_vectors and before.token_vectors:
        assert np.array_equal(dense.token_vectors.flat, before.token_vectors.flat)
        assert np.array_equal(dense.token_vectors.spans, before.token_vectors.spans)
        assert np.array_equal(dense.token_vectors.offsets, before.token_vectors.offsets)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has paragraphs read as they are needed, as those of a large index are."""
    monkeypatch.setattr("index.folder.reading.WHOLE", 0)


@pytest.mark.usefixtures("unread")
def test_a_large_index_is_the_same_whose_paragraphs_are_read_as_they_are_needed(index: Index, folder: Path) -> None:
    save_index(index, folder)
    loaded = load_index(folder)
    assert not isinstance(loaded.documents[0].paragraphs, tuple)
    assert loaded.documents == index.documents
    assert list(loaded.paragraphs) == list(index.paragraphs)
    one, other = loaded.store, index.store
    assert (one.places.locators, one.places.headings) == (other.places.locators, other.places.headings)
    assert one.short_forms == other.short_forms
    assert one.vocabulary.words == other.vocabulary.words
    assert [one.containers(each.id) for each in one.documents] == [other.containers(each.id) for each in one.documents]


@pytest.mark.usefixtures("unread")
def test_a_large_index_is_saved_again_with_the_same_bytes(index: Index, folder: Path) -> None:
    save_index(index, folder)
    before = sha256_of_files(folder)
    save_index(load_index(folder), folder)
    assert {**sha256_of_files(folder), "manifest.json": ""} == {**before, "manifest.json": ""}


@pytest.mark.usefixtures("unread")
def test_of_a_large_file_parts_are_compared(index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("files", "verified"):
        monkeypatch.setattr(f"index.folder.{module}.LARGE", 100)
    save_index(index, folder)
    assert load_index(folder).documents == index.documents
    path = folder / "documents.jsonl"
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Banks", b"Tanks"))
    with pytest.raises(IndexFolderError, match=r"documents.jsonl is broken \(it is not the file that was written"):
        load_index(folder)


def test_the_audits_findings_are_kept(index: Index, folder: Path) -> None:
    finding = Finding("guide", "guide.txt", 7, "missing", "2 is missing")
    save_index(replace(index, findings=(finding,)), folder)
    assert load_index(folder).findings == (finding,)


FILES = [
    "documents.jsonl",
    "findings.jsonl",
    "lexical/rows.npy",
    "lexical/scores.npy",
    "lexical/starts.npy",
    "lexical/stems.json",
    "passages.npy",
    "sentence_vectors.npy",
    "sentences.npy",
    "token_offsets.npy",
    "token_spans.npy",
    "tokens.npy",
    "lookups/compounds.json",
    "lookups/document_spans.npy",
    "lookups/heading_of.npy",
    "lookups/headings.jsonl",
    "lookups/lengths.npy",
    "lookups/letters.npy",
    "lookups/locator_of.npy",
    "lookups/locators.jsonl",
    "lookups/paragraph_spans.npy",
    "lookups/short_forms.json",
    "lookups/words.json",
    "vectors.npy",
]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["missing", "short", "altered"])
def test_a_damaged_file_is_named_with_what_to_run(index: Index, folder: Path, name: str, damage: str) -> None:
    save_index(index, folder)
    path = folder / name
    if damage == "missing":
        path.unlink()
    elif damage == "short":
        path.write_bytes(path.read_bytes()[:-1] if path.stat().st_size else b"{")
    else:
        path.write_bytes(b"x" + path.read_bytes()[1:])
    with pytest.raises(IndexFolderError) as caught:
        load_index(folder)
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith("build it again: pincite index")
    assert "\n" not in str(caught.value)


def rewrite(folder: Path, change: Callable[[Path], None]) -> None:
    """Alter an index and give it the hashes that fit, as a faulty program might."""
    change(folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"] = {name: digest for name, digest in sha256_of_files(folder).items() if name != "manifest.json"}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def drop_document(folder: Path) -> None:
    lines = (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "documents.jsonl").write_text(lines[0], encoding="utf-8")


def shift_passages(folder: Path) -> None:
    np.save(folder / "passages.npy", np.add(np.load(folder / "passages.npy"), [1, 0, 0]))


def lengthen_passage(folder: Path) -> None:
    np.save(folder / "passages.npy", np.add(np.load(folder / "passages.npy"), [0, 0, 1]))


def halve_vectors(folder: Path) -> None:
    np.save(folder / "vectors.npy", np.load(folder / "vectors.npy")[:2])


def shift_sentences(folder: Path) -> None:
    np.save(folder / "sentences.npy", np.add(np.load(folder / "sentences.npy"), [9, 0, 0]))


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (drop_document, "documents.jsonl"),
        (shift_passages, "passages.npy"),
        (lengthen_passage, "passages.npy"),
        (halve_vectors, "vectors.npy"),
        (shift_sentences, "sentences.npy"),
    ],
)
def test_files_that_do_not_speak_of_the_same_paragraphs_are_refused(
    index: Index, folder: Path, change: Callable[[Path], None], name: str
) -> None:
    save_index(index, folder)
    rewrite(folder, change)
    with pytest.raises(IndexFolderError, match=rf"{name} is broken .*pincite index"):
        load_index(folder)


def test_another_folder_is_neither_loaded_nor_replaced(index: Index, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(IndexFolderError, match="is not a pincite index"):
        load_index(tmp_path)
    with pytest.raises(IndexFolderError, match=r"holds 'thesis.txt'"):
        save_index(index, tmp_path)
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_a_reader_goes_on_while_the_index_is_replaced(index: Index, folder: Path) -> None:
    save_index(index, folder)
    held = load_index(folder)
    save_index(index, folder)
    kept, built = local_engines(held)[0].token_vectors, local_engines(index)[0].token_vectors
    assert kept is not None
    assert built is not None
    assert isinstance(kept.flat, np.memmap)
    assert np.array_equal(kept.flat, built.flat)


def test_loading_while_others_save_always_finds_a_whole_index(index: Index, folder: Path) -> None:
    save_index(index, folder)
    done = threading.Event()

    def save_often() -> None:
        while not done.is_set():
            save_index(index, folder)

    builders = [threading.Thread(target=save_often) for _ in range(2)]
    for builder in builders:
        builder.start()
    try:
        for _ in range(30):
            assert load_index(folder).manifest.counts.paragraphs == 3
    finally:
        done.set()
        for builder in builders:
            builder.join()
    assert [path.name for path in folder.parent.iterdir()] == ["index"]
