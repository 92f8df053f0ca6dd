"""Where things lie unless the user says otherwise."""

from pathlib import Path

import pytest

from ui.paths import CORPUS_FOLDER, default_sources, documents_folder, index_folder


def test_the_index_lies_under_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PINCITE_INDEX", raising=False)
    assert index_folder() == Path(".pincite/index")
    assert Path("corpus") == CORPUS_FOLDER


def test_the_environment_names_another_folder_and_an_empty_name_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_INDEX", "elsewhere/index")
    assert index_folder() == Path("elsewhere/index")
    monkeypatch.setenv("PINCITE_INDEX", "")
    assert index_folder() == Path(".pincite/index")


def test_documents_that_were_added_in_the_app_are_indexed_again_with_the_corpus(tmp_path: Path) -> None:
    index = tmp_path / "index"
    assert default_sources(index) == [CORPUS_FOLDER]
    documents_folder(index).mkdir()
    assert default_sources(index) == [CORPUS_FOLDER]
    (documents_folder(index) / "NOTE.MD").touch()
    assert default_sources(index) == [CORPUS_FOLDER, tmp_path / "documents"]
