from pathlib import Path

import pytest

from eval.beir.beir_index import beir_index
from eval.beir.beir_set import BeirSet, load_beir
from index.errors import BenchmarkError, IndexFolderError
from tests.support.beir_fakes import PASSAGES, beir_folder
from tests.support.fakes import FakeEmbedder


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Report nothing."""


@pytest.fixture
def beir(tmp_path: Path) -> BeirSet:
    return load_beir(beir_folder(tmp_path), "dev")


def test_each_passage_with_text_is_one_paragraph(beir: BeirSet, embedder: FakeEmbedder, tmp_path: Path) -> None:
    held = beir_index(beir, embedder, tmp_path / "cache", quiet)

    assert held.ids == ("p1", "p2", "p4")
    assert held.empty == 1
    assert [each.text for each in held.index.paragraphs] == ["Banks cooperate.", "Freeze assets early.", "Zones."]
    assert [each.paragraph.headings for each in held.index.paragraphs] == [("Banks",), (), ()]


def test_the_second_time_nothing_is_embedded(beir: BeirSet, embedder: FakeEmbedder, tmp_path: Path) -> None:
    first = beir_index(beir, embedder, tmp_path / "cache", quiet)
    embedder.encoded.clear()

    second = beir_index(beir, embedder, tmp_path / "cache", quiet)

    assert embedder.encoded == []
    assert second.ids == first.ids
    assert second.index.fingerprint == first.index.fingerprint


def test_other_passages_are_indexed_anew_and_only_new_texts_embedded(
    beir: BeirSet, embedder: FakeEmbedder, tmp_path: Path
) -> None:
    beir_index(beir, embedder, tmp_path / "cache", quiet)
    embedder.encoded.clear()
    changed = beir_folder(tmp_path / "other", passages=[*PASSAGES, {"_id": "p5", "text": "Quite new."}])

    held = beir_index(load_beir(changed, "dev"), embedder, tmp_path / "cache", quiet)

    assert held.ids == ("p1", "p2", "p4", "p5")
    assert set(embedder.encoded) == {"Quite new."}


def test_another_model_does_not_use_the_cache(beir: BeirSet, embedder: FakeEmbedder, tmp_path: Path) -> None:
    beir_index(beir, embedder, tmp_path / "cache", quiet)
    other = FakeEmbedder(fingerprint="e" * 64)

    held = beir_index(beir, other, tmp_path / "cache", quiet)

    assert held.index.manifest.model_sha256 == "e" * 64
    assert "Zones." in other.encoded


def test_a_folder_with_other_things_is_left_alone(beir: BeirSet, embedder: FakeEmbedder, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")

    with pytest.raises(IndexFolderError, match="left alone"):
        beir_index(beir, embedder, tmp_path / "mine", quiet)
    assert embedder.encoded == []


def test_a_set_without_any_text_is_refused(embedder: FakeEmbedder, tmp_path: Path) -> None:
    empty = [{"_id": f"p{i}", "text": " "} for i in (1, 2, 3, 4)]
    beir = load_beir(beir_folder(tmp_path, passages=empty), "dev")

    with pytest.raises(BenchmarkError, match="no passage has any text"):
        beir_index(beir, embedder, tmp_path / "cache", quiet)
