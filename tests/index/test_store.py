"""The index in memory answers look-ups; on disk it comes back whole or is refused by name."""

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.build import build_index
from index.document import Document, Finding
from index.errors import IndexFolderError, QuestionError
from index.folder.files import sha256_of_files
from index.folder.manifest import BuildSettings
from index.locator import Locator
from index.store import Index, load_index, save_index
from tests.support.fakes import FakeEmbedder


@pytest.fixture
def index(documents: tuple[Document, ...], embedder: FakeEmbedder) -> Index:
    return build_index(documents, embedder)


def test_paragraphs_are_numbered_through_all_documents(index: Index) -> None:
    assert [(ref.row, ref.document.id, str(ref.locator)) for ref in index.paragraphs] == [
        (0, "report-2018", "1"),
        (1, "report-2018", "2"),
        (2, "guide", "draft guideline 1, 1"),
    ]
    assert index.paragraphs[2].text == "Freeze assets early."
    assert index.rows_of("report-2018") == range(2)
    assert index.rows_of("guide") == range(2, 3)


def test_a_locator_finds_its_row_and_a_sub_items_that_of_its_paragraph(index: Index) -> None:
    assert index.row("report-2018", Locator(number="2", items=("b",))) == 1
    assert index.row("guide", Locator(("draft guideline 1",), "1")) == 2
    assert index.row("guide", Locator(number="1")) is None
    assert index.row("other", Locator(number="1")) is None


def test_the_passages_and_sentences_of_a_paragraph(index: Index) -> None:
    assert index.passages_of(1) == range(1, 2)
    assert index.sentences_of(1) == range(2, 5)
    assert index.sentence_rows.tolist() == [0, 0, 1, 1, 1, 2]
    assert index.passage_text(index.passages[2]) == "Freeze assets early."


def test_a_number_printed_twice_is_found_where_it_stands_first(documents: tuple[Document, ...]) -> None:
    first, second = documents[0].paragraphs[0], documents[1].paragraphs[0]
    twice = Document("twice", "Twice", (first, second, first))
    assert build_index([twice], FakeEmbedder()).row("twice", first.locator) == 0


def test_an_unknown_document_is_answered_with_the_nearest_and_all_there_are(index: Index) -> None:
    assert index.document("guide").title == "Guidelines"
    with pytest.raises(QuestionError) as caught:
        index.document("report-2019")
    assert str(caught.value) == (
        "no document 'report-2019' in the index; did you mean 'report-2018'? It holds: report-2018, guide"
    )
    with pytest.raises(QuestionError, match=r"no document 'zzz' in the index; it holds"):
        index.document("zzz")


@pytest.mark.parametrize("settings", [BuildSettings(), BuildSettings(token_limit=0)])
def test_it_comes_back_from_disk_whole(
    documents: tuple[Document, ...], embedder: FakeEmbedder, folder: Path, settings: BuildSettings
) -> None:
    built = build_index(documents, embedder, settings=settings)
    saved = save_index(built, folder)
    loaded = load_index(folder)
    assert loaded.manifest == saved.manifest
    assert loaded.documents == built.documents
    assert loaded.passages == built.passages
    for name in ("vectors", "sentences", "sentence_vectors"):
        assert np.array_equal(getattr(loaded, name), getattr(built, name))
        assert getattr(loaded, name).dtype == getattr(built, name).dtype
    assert loaded.lexical.scores("assets").tolist() == built.lexical.scores("assets").tolist()
    assert loaded.search.search(built.vectors[0], 3)[1].tolist() == built.search.search(built.vectors[0], 3)[1].tolist()
    assert (loaded.tokens is None) == (settings.token_limit == 0)
    if loaded.tokens and built.tokens:
        assert np.array_equal(loaded.tokens.flat, built.tokens.flat)
        assert np.array_equal(loaded.tokens.spans, built.tokens.spans)
        assert np.array_equal(loaded.tokens.offsets, built.tokens.offsets)


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
    "vectors.faiss",
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
    assert held.tokens is not None
    assert index.tokens is not None
    assert np.array_equal(held.tokens.flat, index.tokens.flat)


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
