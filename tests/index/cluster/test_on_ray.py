"""A cluster of machines builds the index that one machine builds, and what is wrong with it is told in a line."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from index.build import build_folder
from index.cluster.on_ray import LOCAL, ray_cluster
from index.corpus.found import FoundFile
from index.document import Parse
from index.embedding.base import Encoding
from index.errors import ClusterError, MissingPackageError, SourceError
from index.folder.files import sha256_of_files
from tests.support.fakes import FakeEmbedder
from tests.support.papers import two_papers
from tests.support.route import ROOT

Outcome = dict[str, Any]

_TOKEN = secrets.token_hex(32)


def papers_in(folder: Path) -> Path:
    """Three papers, one of which says a thing that another does, and a file that cannot be read."""
    papers = two_papers(folder / "papers")
    (papers / "bad.pdf").write_bytes(b"no PDF")
    lines = [f"{number}. Paragraph {number} is about item {number % 7}." for number in range(2, 60)]
    (papers / "three.txt").write_text("\n\n".join(["1. The Group met in Vienna.", *lines]), encoding="utf-8")
    return papers


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return papers_in(tmp_path)


def contents(folder: Path) -> dict[str, str]:
    """The hash of each file but the one that has the date."""
    return {name: digest for name, digest in sha256_of_files(folder).items() if name != "manifest.json"}


def environment() -> dict[str, str]:
    """That of a process that uses Ray, whose clusters keep out who has not the token of these tests."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": _TOKEN}


# --- without Ray -----------------------------------------------------------------------------------------------------


@dataclass
class Ahead(FakeEmbedder):
    """A model that is given all texts before it embeds the first."""

    def encode_each(self, chunks: Iterator[Sequence[str]]) -> Iterator[Encoding]:
        empty = Encoding.empty(self.dimension, self.dimension)
        return iter([self.encode_passages(chunk) if chunk else empty for chunk in list(chunks)])


@pytest.mark.parametrize("chunk", [1, 3, 256])
def test_a_model_that_takes_texts_ahead_gives_the_same_index(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr("index.building.embedding.CHUNK", chunk)
    ahead, here = Ahead(), FakeEmbedder()
    for embedder, name in ((ahead, "a"), (here, "b")):
        build_folder([papers], tmp_path / name, embedder)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    # No text is embedded twice, though the papers share some.
    assert sorted(ahead.encoded) == sorted(here.encoded) == sorted(set(here.encoded))


def test_files_are_read_by_whom_it_says(papers: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    def parse(files: Sequence[FoundFile], encoding: str) -> Iterator[Parse | SourceError]:
        asked.extend([encoding, *(file.path.name for file in files)])
        return iter([SourceError(f"{file.path}: no") for file in files])

    with pytest.raises(SourceError, match=r"bad.pdf: no; .*one.txt: no; .*three.txt: no; .*two.txt: no"):
        build_folder([papers], tmp_path / "index", FakeEmbedder(), encoding="cp1252", parse=parse)
    assert asked == ["cp1252", "bad.pdf", "one.txt", "three.txt", "two.txt"]


@pytest.mark.parametrize("address", ["", "ray://", "host:1", "http://host:1", "ray://host 1", "Local"])
def test_what_is_no_address_of_a_cluster_is_refused(address: str) -> None:
    said = "no address of a cluster; name ray://HOST:PORT, or local"
    with pytest.raises(ClusterError, match=said), ray_cluster(address):
        pass


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingPackageError, match=r"pip install 'pincite\[ray\]'"), ray_cluster(LOCAL):
        pass


# --- with Ray, in a process of its own -------------------------------------------------------------------------------


def needs_ray() -> None:
    if find_spec("ray") is None:
        pytest.skip("Ray is not installed: pip install 'pincite[ray]'")


def outcomes_on(address: str, nodes: int, folder: Path, *names: str) -> dict[str, Outcome]:
    """What came of each build on a cluster, by its name."""
    program = [sys.executable, "-m", "tests.support.on_cluster"]
    command = [*program, address, str(nodes), str(folder / "papers"), str(folder), *names]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stderr
    lines = map(json.loads, done.stdout.splitlines())
    return {each.pop("name"): each for each in lines}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with papers, where indexes of them are built."""
    folder = tmp_path_factory.mktemp("cluster")
    papers_in(folder)
    return folder


@pytest.fixture(scope="module")
def outcomes(place: Path) -> dict[str, Outcome]:
    """What came of builds on this machine alone."""
    needs_ray()
    return outcomes_on(LOCAL, 1, place, "same", "other", "none", "failing:broken", "same:broken", "unseen")


def assert_built_as_here(outcome: Outcome, folder: Path, papers: Path, here: Path) -> None:
    """That a cluster built the same bytes, and told of the same bad files, as this process."""
    report = build_folder([papers], here, FakeEmbedder())
    assert contents(folder) == contents(here)
    assert outcome["failures"] == [str(each) for each in report.failures]
    assert [Path(each.split(":")[0]).name for each in outcome["failures"]] == ["bad.pdf"]


@pytest.mark.slow
def test_it_builds_the_same_bytes_and_names_bad_files(
    outcomes: dict[str, Outcome], place: Path, tmp_path: Path
) -> None:
    assert outcomes["same"]["went_on_from"] == 0
    assert_built_as_here(outcomes["same"], place / "same", place / "papers", tmp_path / "here")


@pytest.mark.slow
def test_a_build_that_broke_goes_on_where_it_ended(outcomes: dict[str, Outcome], place: Path, tmp_path: Path) -> None:
    broken = outcomes["failing:broken"]
    assert broken["error"] == "ClusterError"
    assert broken["says"].startswith("a machine of the cluster failed (MemoryError: out of memory)")
    # The texts from the 50th on are those that the broken model was given last.
    assert outcomes["same:broken"]["went_on_from"] == 50
    assert_built_as_here(outcomes["same:broken"], place / "broken", place / "papers", tmp_path / "here")


@pytest.mark.slow
def test_what_is_wrong_on_a_machine_is_told(outcomes: dict[str, Outcome], place: Path) -> None:
    assert outcomes["other"]["error"] == "ClusterError"
    assert "has other files of the model 'fake' than this one" in outcomes["other"]["says"]
    assert outcomes["none"] == {"error": "ModelError", "says": "the model is not here"}
    assert outcomes["unseen"]["error"] == "ClusterError"
    assert f"{place / 'gone.txt'} is not on the machine " in outcomes["unseen"]["says"]
    assert not (place / "other").exists()
    assert not (place / "none").exists()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def node(log: Path, *arguments: str) -> Iterator[None]:
    """A node of a cluster with one processor, which has started."""
    start = [sys.executable, "-m", "ray.scripts.scripts", "start", "--block", "--num-cpus=1", "--disable-usage-stats"]
    with (
        log.open("w") as file,
        subprocess.Popen([*start, *arguments], env=environment(), stdout=file, stderr=file) as process,
    ):
        try:
            for _ in range(240):
                if "Ray runtime started" in log.read_text(encoding="utf-8"):
                    break
                time.sleep(0.5)
            else:
                raise TimeoutError(log.read_text(encoding="utf-8"))
            yield
        finally:
            # Asked to end, it ends the processes that it started.
            process.terminate()
            process.wait(60)


@pytest.fixture
def two_machines(tmp_path: Path) -> Iterator[str]:
    """The address of a cluster of two nodes, both on this machine."""
    needs_ray()
    port, client = free_port(), free_port()
    head = "--head", f"--port={port}", f"--ray-client-server-port={client}", "--include-dashboard=false"
    with node(tmp_path / "head.log", *head), node(tmp_path / "other.log", f"--address=127.0.0.1:{port}"):
        yield f"ray://127.0.0.1:{client}"


@pytest.mark.slow
def test_two_machines_build_the_same_bytes(two_machines: str, papers: Path, tmp_path: Path) -> None:
    outcomes = outcomes_on(two_machines, 2, tmp_path, "same")
    assert_built_as_here(outcomes["same"], tmp_path / "same", papers, tmp_path / "here")
