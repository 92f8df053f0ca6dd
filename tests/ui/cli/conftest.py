"""What tests of the command line share: a way to run it, papers and an index of them."""

from pathlib import Path

import pytest

from index.embedding.base import Embedder
from tests.support.commands import GAP, PAPER, Pincite, Ran
from tests.support.fakes import FakeEmbedder
from ui.cli.main import run


@pytest.fixture
def quick_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that needs no loading."""

    def load(_name: str | None = None) -> Embedder:
        return FakeEmbedder()

    monkeypatch.setattr("index.embedding.registry.load_embedder", load)
    monkeypatch.setattr("rag.open_answerer.load_embedder", load)
    # Whether the fitted weights would refuse is not what is tested here.
    monkeypatch.setattr("rag.answering.extractive.writer.confidence", lambda *_: 1.0)


@pytest.fixture
def pincite(capsys: pytest.CaptureFixture[str], quick_model: None) -> Pincite:
    """A function that runs a command in this process."""

    def command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "report-2018.txt").write_text(PAPER, encoding="utf-8")
    (folder / "gap.txt").write_text(GAP, encoding="utf-8")
    return folder


@pytest.fixture
def built(pincite: Pincite, papers: Path, folder: Path) -> Path:
    """An index of the papers; the folder beside it holds nothing else."""
    assert pincite("index", papers, "--out", folder).code == 0
    return folder
