"""`pincite index --engine` and `--index milvus://…`: an index is written to Milvus and asked there."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import build_folder
from index.engines.milvus.publish import publish
from index.storage.addresses import MilvusAddress, place_of
from tests.support.fakes import FakeEmbedder
from tests.support.papers import two_papers
from tests.support.published import LITE, milvus_address
from ui.app.services.index_holder import IndexHolder
from ui.app.services.reindexing import Reindexer
from ui.app.services.uploads import Upload
from ui.cli.main import run


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return two_papers(tmp_path / "papers")


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MilvusAddress]:
    for module in ("index.embedding.registry", "rag.open_answerer"):
        monkeypatch.setattr(f"{module}.load_embedder", lambda _name=None: FakeEmbedder())
    monkeypatch.setenv("PINCITE_FETCHED", str(tmp_path / "fetched"))
    with milvus_address(LITE, tmp_path) as found:
        yield found


@pytest.fixture
def holder(papers: Path, address: MilvusAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> IndexHolder:
    """Who holds the index of the papers at the address open, and looks at once whether there is another."""
    monkeypatch.setattr("index.engines.opening._EVERY", 0.0)
    build_folder([papers], tmp_path / "index", FakeEmbedder())
    publish(tmp_path / "index", address)
    return IndexHolder(place_of(str(address)), lambda _name: FakeEmbedder())


def statements(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [each["text"] for each in json.loads(capsys.readouterr().out)["statements"]]


def test_it_is_built_published_asked_and_changed(
    papers: Path, address: MilvusAddress, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path / "index"), "--engine", str(address)]
    ask = ["ask", "Where did the Group meet?", "--json", "--index", str(address)]
    assert run(["index", str(papers), *out]) == 0
    built, said = capsys.readouterr().err.splitlines()
    assert built.startswith(f"2 documents, 2 paragraphs (2 new passages) in {tmp_path / 'index'}")
    assert said == f"published as {address}"
    assert run(ask) == 0
    assert statements(capsys) == ["The Group met in Doha."]
    assert run(["index", "remove", "two", *out]) == 0
    assert run(ask) == 0
    assert statements(capsys) == ["The Group met in Vienna."]
    assert run(["index", "update", *out]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == f"the same one is published as {address}"
    assert run(["index", "add", str(papers / "two.txt"), *out]) == 0
    assert run(["show", "two", "1", "--index", str(address)]) == 0
    assert "The Group met in Doha." in capsys.readouterr().out


def test_the_environment_may_name_it(
    papers: Path,
    address: MilvusAddress,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    build_folder([papers], tmp_path / "index", FakeEmbedder())
    publish(tmp_path / "index", address)
    monkeypatch.setenv("PINCITE_INDEX", str(address))
    assert run(["ask", "Where did the Group meet?"]) == 0
    assert "The Group met in Doha." in capsys.readouterr().out
    assert run(["doctor"]) == 0
    assert f"{address}, built with fake" in capsys.readouterr().out
    # It is not built in the folder that stands for it.
    assert run(["index", str(papers)]) == 2
    assert f"pincite: {address} is changed in the folder that it was built in" in capsys.readouterr().err


def test_a_server_that_cannot_be_asked_is_told_before_anything_is_built(
    papers: Path, address: MilvusAddress, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = f"milvus://127.0.0.1:1/{address.collection}"
    assert run(["index", str(papers), "--out", str(tmp_path / "index"), "--engine", elsewhere]) == 2
    assert capsys.readouterr().err.startswith("pincite: no Milvus server answered at http://127.0.0.1:1")
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize("option", ["--index", "--engine"])
def test_what_is_no_address_is_refused(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["ask", "Where?"] if option == "--index" else ["index"]
    assert run([*command, option, "milvus://host"]) == 2
    assert "milvus://HOST:PORT/COLLECTION" in capsys.readouterr().err


def test_who_serves_goes_on_with_the_index_that_was_published_last(
    holder: IndexHolder, papers: Path, address: MilvusAddress, tmp_path: Path
) -> None:
    first = holder.answerer()
    assert holder.answerer() is first
    (papers / "one.txt").unlink()
    build_folder([papers], tmp_path / "index", FakeEmbedder())
    publish(tmp_path / "index", address)
    for _ in range(200):
        if holder.answerer() is not first:
            break
        time.sleep(0.05)
    assert [each.id for each in holder.answerer().index.documents] == ["two"]


def test_who_serves_waits_for_no_server_to_say_what_is_published(
    holder: IndexHolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, answered = holder.answerer(), threading.Event()

    def wait(_address: MilvusAddress) -> str | None:
        answered.wait(30)
        return None

    monkeypatch.setattr("index.engines.opening._collection_of", wait)
    began = time.monotonic()
    assert [holder.answerer() for _ in range(3)] == [first] * 3
    assert time.monotonic() - began < 5
    answered.set()


def test_documents_are_not_added_where_an_index_is_only_asked(holder: IndexHolder, tmp_path: Path) -> None:
    reindexer = Reindexer(holder, tmp_path / "documents")
    assert reindexer.add([Upload("three.txt", b"1. The Group met in Abuja.")]).wait(30)
    assert reindexer.job is not None
    assert "is changed in the folder that it was built in" in reindexer.job.problems[-1]
    assert not (tmp_path / "documents").exists()
