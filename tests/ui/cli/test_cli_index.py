"""`pincite index add`, `remove` and `update`: what they print, and what the index holds after them."""

import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from index.build import build_folder
from index.folder.files import sha256_of_files
from index.folder.load import load_index
from tests.support.fakes import FakeEmbedder
from tests.support.papers import two_papers
from ui.cli.main import run
from ui.interrupts import EXIT_INTERRUPTED

ROOT = Path(__file__).parents[3]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return two_papers(tmp_path / "papers")


@pytest.fixture
def folder(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("index.embedding.registry.load_embedder", lambda _name=None: FakeEmbedder())
    build_folder([papers], tmp_path / "index", FakeEmbedder())
    return tmp_path / "index"


def ids(folder: Path) -> list[str]:
    return [each.id for each in load_index(folder).documents]


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_adding_and_removing_tell_what_they_did(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, copy = tmp_path / "تقرير 3 (1).txt", tmp_path / "zz copy.txt"
    for each in (new, copy):
        each.write_text("1. The Group met in Abuja.\n\n2. It ended.\n", encoding="utf-8")
    assert run(["index", "add", str(new), str(copy), "--out", str(folder)]) == 0
    added, left_out, held = lines(capsys)
    assert added == f"added: {copy}"
    assert left_out == f"left out: {new}: the same as {copy}, which is read; nothing is lost"
    assert held.startswith(f"3 documents, 4 paragraphs (2 new passages) in {folder}, ")
    assert run(["index", "remove", "two", "--out", str(folder)]) == 0
    removed, *_ = lines(capsys)
    assert removed.startswith("removed: ")
    assert removed.endswith("two.txt")
    assert ids(folder) == ["one", "zz-copy"]


def test_an_update_says_what_changed_or_that_nothing_has(
    folder: Path, papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index", "update", "--out", str(folder)]) == 0
    assert lines(capsys) == [f"nothing has changed: 2 documents, 2 paragraphs in {folder}"]
    (papers / "one.txt").write_text("1. The Group met in Geneva.\n", encoding="utf-8")
    assert run(["index", "update", "--out", str(folder)]) == 0
    assert lines(capsys)[0] == f"read again: {papers / 'one.txt'}"


def test_paths_without_a_command_are_built(folder: Path, papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", str(papers / "two.txt"), "--out", str(folder)]) == 0
    assert ids(folder) == ["two"]
    assert run(["index", "--out", str(folder), str(papers)]) == 0
    assert ids(folder) == ["one", "two"]


def test_an_unknown_document_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", "remove", "three", "--out", str(folder)]) == 2
    assert lines(capsys) == ["pincite: no document 'three' in the index; it holds: one, two"]


def test_an_index_of_another_model_is_not_embedded_anew_unasked(
    folder: Path, papers: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = FakeEmbedder(name="other", fingerprint="e" * 64)
    monkeypatch.setattr("index.embedding.registry.load_embedder", lambda _name=None: other)
    (papers / "three.txt").write_text("1. The Group met in Abuja.\n", encoding="utf-8")
    assert run(["index", "update", "--out", str(folder)]) == 2
    assert "--model" in lines(capsys)[0]
    assert ids(folder) == ["one", "two"]


@pytest.mark.slow
def test_watching_takes_in_a_new_file_and_ends_at_an_interrupt(papers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "ui.cli.main", "index"]
    subprocess.run([*command, str(papers), "--out", str(folder)], env=environment, check=True, capture_output=True)
    with subprocess.Popen(
        [*command, "update", "--watch", "--every", "0.2", "--out", str(folder)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as watching:
        try:
            assert watching.stderr is not None
            assert watching.stderr.readline().startswith("nothing has changed")
            (papers / "three.txt").write_text("1. The Group met in Abuja.\n", encoding="utf-8")
            assert watching.stderr.readline() == f"added: {papers / 'three.txt'}\n"
            assert watching.stderr.readline().startswith("3 documents")
            assert ids(folder) == ["one", "three", "two"]
            watching.send_signal(signal.SIGINT)
            assert watching.wait(30) == EXIT_INTERRUPTED
        finally:
            watching.kill()


def test_what_is_no_cluster_is_told_before_anything_is_built(
    papers: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["index", str(papers), "--out", str(tmp_path / "other"), "--on", "somewhere"]) == 2
    assert lines(capsys) == ["pincite: 'somewhere' is no address of a cluster; name ray://HOST:PORT, or local"]
    assert not (tmp_path / "other").exists()


@pytest.mark.slow
@pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install 'pincite[ray]'")
def test_a_cluster_of_this_machine_builds_what_this_process_builds(papers: Path, tmp_path: Path) -> None:
    (papers / "bad.pdf").write_bytes(b"no PDF")
    said = []
    for name, more in (("here", []), ("there", ["--on", "local"])):
        command = [sys.executable, "-m", "pincite", "index", str(papers), "--out", str(tmp_path / name), *more]
        done = subprocess.run(
            command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
        )
        assert done.stdout == ""
        said.append(done.stderr.splitlines())
    here, there = (sha256_of_files(tmp_path / name) for name in ("here", "there"))
    assert {**here, "manifest.json": ""} == {**there, "manifest.json": ""}
    # The same bad file by name, the same counts, and nothing else.
    assert [each.split(" in ")[0] for each in said[0]] == [each.split(" in ")[0] for each in said[1]]
