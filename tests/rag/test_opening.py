"""An answerer from an index folder: the index verified, its own model loaded, the two checked against each other."""

import threading
import time
from pathlib import Path

import pytest

from index.build import build_index
from index.document import Document
from index.embedding.base import Embedder
from index.errors import IndexFolderError, ModelError
from index.folder.save import save_index
from rag import open_answerer as opening
from rag.open_answerer import check_model, open_answerer
from rag.settings import NO_READER, ChoiceSettings, Costs, Settings
from tests.support.fakes import FakeEmbedder


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the models that were loaded, in order; None is the packaged one."""
    names: list[str | None] = []

    def load(name: str | None) -> Embedder:
        names.append(name)
        return FakeEmbedder(name=name or "packaged")

    monkeypatch.setattr(opening, "load_embedder", load)
    return names


@pytest.fixture
def saved(documents: tuple[Document, ...], folder: Path) -> Path:
    save_index(build_index(documents, FakeEmbedder(name="some-model")), folder)
    return folder


def test_an_index_answers_with_the_model_that_built_it(saved: Path, loaded: list[str | None]) -> None:
    settings = Settings(choice=ChoiceSettings(costs=Costs(wrong=0.0)))
    answerer = open_answerer(saved, settings, reader=NO_READER)
    assert loaded == [None]
    assert answerer.settings == settings
    answer = answerer.answer("What does paragraph 1 of report-2018 say?")
    assert answer.statements[0].text == "Networks exist."
    assert answer.model == "packaged"


def test_the_model_that_an_index_names_is_never_loaded_for_it(saved: Path, loaded: list[str | None]) -> None:
    open_answerer(saved)
    open_answerer(saved, model="named-by-the-person")
    assert loaded == [None, "named-by-the-person"]


@pytest.mark.usefixtures("loaded")
def test_a_missing_or_broken_index_is_refused(saved: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexFolderError, match=r"no index at .*none; build one: pincite index"):
        open_answerer(tmp_path / "none")
    (saved / "vectors.npy").write_bytes(b"")
    with pytest.raises(IndexFolderError, match=r"vectors\.npy is broken"):
        open_answerer(saved)


def test_without_an_index_no_model_is_loaded(tmp_path: Path, loaded: list[str | None]) -> None:
    with pytest.raises(IndexFolderError):
        open_answerer(tmp_path / "none")
    assert loaded == []


def test_a_model_that_cannot_be_had_is_told(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str | None) -> Embedder:
        raise ModelError(f"no model {name}")

    monkeypatch.setattr(opening, "load_embedder", fail)
    with pytest.raises(ModelError, match="no model some-model"):
        open_answerer(saved, model="some-model")


def test_a_broken_index_is_told_before_the_model_is_loaded(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (saved / "vectors.npy").write_bytes(b"")
    told = threading.Event()

    def load(_name: str | None) -> Embedder:
        told.wait(30)
        return FakeEmbedder()

    monkeypatch.setattr(opening, "load_embedder", load)
    began = time.monotonic()
    with pytest.raises(IndexFolderError, match=r"vectors\.npy is broken"):
        open_answerer(saved)
    assert time.monotonic() - began < 20
    told.set()


def test_other_files_of_the_same_model_are_refused(documents: tuple[Document, ...], folder: Path) -> None:
    manifest = build_index(documents, FakeEmbedder()).manifest
    check_model(manifest, FakeEmbedder(), folder)
    with pytest.raises(IndexFolderError) as caught:
        check_model(manifest, FakeEmbedder(fingerprint="0" * 64), folder)
    assert str(caught.value) == (
        f"{folder} was built with other files of the model 'fake' (ffffffffffff, now 000000000000); "
        "build it again: pincite index"
    )


def test_an_index_of_another_model_says_which_and_what_to_do(documents: tuple[Document, ...], folder: Path) -> None:
    manifest = build_index(documents, FakeEmbedder(name="its\x1b[31m/model" + "x" * 1_000)).manifest
    with pytest.raises(IndexFolderError) as caught:
        check_model(manifest, FakeEmbedder(name="packaged", fingerprint="0" * 64), folder)
    assert str(caught.value) == (
        rf"{folder} was built with the model 'its\x1b[31m/model{'x' * 186}', not with 'packaged'; if you trust that "
        "one, name it with --model, else build it again: pincite index"
    )
