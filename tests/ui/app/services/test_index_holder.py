"""The holder of the index: one for everybody, changed for a newer one without anybody waiting."""

import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from index.build import build_index
from index.document import Document
from index.embedding.base import Embedder
from index.errors import IndexFolderError, QuestionError
from index.folder.save import save_index
from index.manifest import FILE_NAME
from index.store import Index
from rag.answer import Answer
from rag.answerer import Answerer
from rag.answering.steps import Before
from tests.support.fakes import FakeEmbedder
from ui.app.services.index_holder import IndexHolder


class Models:
    """Hands out fake models and counts how often one is loaded."""

    def __init__(self) -> None:
        self.loaded: list[str | None] = []

    def __call__(self, name: str | None) -> Embedder:
        self.loaded.append(name)
        return FakeEmbedder()


def save(documents: tuple[Document, ...], folder: Path) -> Index:
    return save_index(build_index(documents, FakeEmbedder()), folder)


def wait_for(index_holder: IndexHolder, fingerprint: str) -> Answerer:
    """The answerer that is held once it is that of `fingerprint`, looked at as a page would."""
    tick = threading.Event()
    for _ in range(400):
        if index_holder.answerer().index.fingerprint == fingerprint:
            return index_holder.answerer()
        tick.wait(0.01)
    raise AssertionError("the newer index was not loaded within four seconds")


def test_the_index_and_its_model_are_loaded_once(folder: Path, documents: tuple[Document, ...]) -> None:
    save(documents, folder)
    models = Models()
    index_holder = IndexHolder(folder, models)
    assert index_holder.answerer() is index_holder.answerer()
    assert models.loaded == [None]


def test_readers_that_come_at_once_wait_for_one_loading(folder: Path, documents: tuple[Document, ...]) -> None:
    save(documents, folder)
    models = Models()
    index_holder = IndexHolder(folder, models)
    got: list[Answerer] = []
    threads = [threading.Thread(target=lambda: got.append(index_holder.answerer())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, got))) == 1
    assert models.loaded == [None]


def test_a_newer_index_is_picked_up_and_the_model_kept(folder: Path, documents: tuple[Document, ...]) -> None:
    save(documents, folder)
    models = Models()
    index_holder = IndexHolder(folder, models)
    old = index_holder.answerer()
    newer = save(documents[:1], folder)
    assert wait_for(index_holder, newer.fingerprint).index.documents == documents[:1]
    assert old.index.documents == documents
    assert models.loaded == [None]


def test_the_reader_is_loaded_once_for_all_indexes(folder: Path, documents: tuple[Document, ...]) -> None:
    save(documents, folder)
    loaded: list[None] = []
    index_holder = IndexHolder(folder, Models(), load_reader=lambda: loaded.append(None))
    index_holder.answerer()
    newer = save(documents[:1], folder)
    wait_for(index_holder, newer.fingerprint)
    assert len(loaded) == 1


def test_a_broken_newer_index_leaves_the_old_one_in_use_and_says_why(
    folder: Path, documents: tuple[Document, ...]
) -> None:
    save(documents, folder)
    index_holder = IndexHolder(folder, Models())
    old = index_holder.answerer()
    (folder / FILE_NAME).write_text("{", encoding="utf-8")
    assert index_holder.answerer() is old
    for _ in range(400):
        if index_holder.problem:
            break
        threading.Event().wait(0.01)
    assert "pincite index" in str(index_holder.problem)
    assert index_holder.answerer() is old


def test_an_index_taken_away_leaves_the_old_one_in_use(folder: Path, documents: tuple[Document, ...]) -> None:
    save(documents, folder)
    index_holder = IndexHolder(folder, Models())
    old = index_holder.answerer()
    (folder / FILE_NAME).unlink()
    assert index_holder.answerer() is old


def test_without_an_index_the_error_says_what_to_run_and_one_built_later_is_found(
    folder: Path, documents: tuple[Document, ...]
) -> None:
    index_holder = IndexHolder(folder, Models())
    with pytest.raises(IndexFolderError, match="pincite index"):
        index_holder.answerer()
    save(documents, folder)
    assert index_holder.answerer().index.documents == documents


def test_the_model_is_the_one_that_was_named_and_never_the_one_that_the_index_names(
    folder: Path, documents: tuple[Document, ...]
) -> None:
    save_index(build_index(documents, FakeEmbedder(name="organisation/model")), folder)
    for named in (None, "here/model"):
        models = Models()
        assert IndexHolder(folder, models, model=named).answerer()
        assert models.loaded == [named]


def test_an_index_made_by_another_model_is_refused(folder: Path, documents: tuple[Document, ...]) -> None:
    index = build_index(documents, FakeEmbedder(fingerprint="0" * 64))
    save_index(replace(index), folder)
    with pytest.raises(IndexFolderError, match="other files of the model 'fake'"):
        IndexHolder(folder, Models()).answerer()


def test_no_more_questions_are_answered_at_once_than_there_are_processors(
    folder: Path, documents: tuple[Document, ...]
) -> None:
    save(documents, folder)
    index_holder = IndexHolder(folder, Models())
    answerer = index_holder.answerer()
    now, most, lock = 0, 0, threading.Lock()

    class Counting:
        def answer(self, question: str, *, documents: tuple[str, ...], before: Before | None) -> Answer:
            nonlocal now, most
            with lock:
                now += 1
                most = max(most, now)
            answer = answerer.answer(question, documents=documents, before=before)
            # Long enough for all of them to be here at once if nothing held them back.
            threading.Event().wait(0.02)
            with lock:
                now -= 1
            return answer

    got: list[str] = []

    def ask(number: int) -> None:
        got.append(index_holder.ask(cast(Answerer, Counting()), f"What is {number}?").result().question)

    at_once = os.cpu_count() or 1
    count = 4 * at_once
    threads = [threading.Thread(target=ask, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(got) == sorted(f"What is {number}?" for number in range(count))
    assert most == at_once


def test_an_error_of_a_question_reaches_whoever_asked(folder: Path, documents: tuple[Document, ...]) -> None:
    save(documents, folder)
    index_holder = IndexHolder(folder, Models())
    with pytest.raises(QuestionError, match="empty"):
        index_holder.ask(index_holder.answerer(), " ").result()
