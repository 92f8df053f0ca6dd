"""Log lines: none unless asked for, then on standard error, and the program's own only."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import build_index
from index.document import Document
from index.folder.save import save_index
from tests.support.fakes import FakeEmbedder
from ui.cli.main import run
from ui.logs import JSON, show_logs


@pytest.fixture(autouse=True)
def quiet_afterwards() -> Iterator[None]:
    yield
    show_logs()


@pytest.fixture
def saved(documents: tuple[Document, ...], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index on disk, and a model that needs no loading."""
    save_index(build_index(documents, FakeEmbedder()), folder)
    monkeypatch.setattr("rag.open_answerer.load_embedder", lambda _name=None: FakeEmbedder())
    return folder


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    """What a command prints, and what it says on standard error."""
    assert run(list(arguments)) == 0
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_without_the_option_nothing_is_said(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = told(capsys, "ask", "Do banks cooperate?", "--index", str(saved))

    assert err == ""


def test_with_it_what_was_read_and_how_long_it_took_is_said_beside_the_result(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = told(capsys, "-v", "ask", "Do banks cooperate?", "--index", str(saved), "--json")

    assert json.loads(out)["question"] == "Do banks cooperate?"
    assert f"index.folder.load: read {saved}: 2 documents, 3 paragraphs, in 0." in err
    assert "ui.cli.ask: found 3 paragraphs in " in err


def test_a_level_is_taken_from_the_environment_and_before_it_from_the_command_line(
    saved: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("ask", "Do banks cooperate?", "--index", str(saved))
    monkeypatch.setenv("PINCITE_LOG_LEVEL", "info")

    assert "index.folder.load: read " in told(capsys, *arguments)[1]
    assert told(capsys, "--log-level", "error", *arguments)[1] == ""
    monkeypatch.setenv("PINCITE_LOG_LEVEL", "error")
    assert "index.folder.load: read " in told(capsys, "-v", *arguments)[1]
    assert told(capsys, "-v", "--log-level", "warning", *arguments)[1] == ""


def test_lines_may_be_json(saved: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_LOG", "json")
    _, quiet = told(capsys, "ask", "Do banks cooperate?", "--index", str(saved))
    _, said = told(capsys, "-v", "ask", "Do banks cooperate?", "--index", str(saved))

    assert quiet == ""
    lines = [json.loads(line) for line in said.splitlines()]
    assert {"index.folder.load", "ui.cli.ask"} <= {line["logger"] for line in lines}
    assert {(*line,) for line in lines} == {("time", "level", "logger", "message")}


def test_an_error_is_one_line_of_json_with_its_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Streamlit, which other tests of this process import, gives these loggers handlers and an end of their own.
    for name in ("uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        monkeypatch.setattr(logger, "propagate", True)
        monkeypatch.setattr(logger, "handlers", [])
        monkeypatch.setattr(logger, "level", logging.NOTSET)
    show_logs(form=JSON)
    try:
        raise ValueError("a mistake")
    except ValueError as error:
        logging.getLogger("ui.api.errors").error("it broke", exc_info=error)
    logging.getLogger("uvicorn.error").warning("a server's own")

    broke, own = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert (broke["level"], broke["message"]) == ("error", "it broke")
    assert broke["error"].endswith("ValueError: a mistake")
    assert own["logger"] == "uvicorn.error"


def test_given_twice_each_file_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("1. Networks exist.\n\n2. Women vote.\n", encoding="utf-8")
    arguments = ("index", str(paper), "--out", str(tmp_path / "index"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.embedding.registry.load_embedder", lambda _name=None: FakeEmbedder())
        once, twice = (told(capsys, option, *arguments)[1] for option in ("-v", "-vv"))

    line = f"index.corpus.read: {paper}: 2 lines, 2 paragraphs found in 0."
    assert (line in once, line in twice) == (False, True)
    assert "index.corpus.read: 1 documents, 1 of them read now; 0 files left out" in once
    assert "passages: 0 of 2 texts were embedded before" in once


def test_a_line_is_said_once_however_often_logging_was_configured(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        show_logs(1)

    logging.getLogger("index.store").info("read it")

    assert capsys.readouterr().err.count("read it") == 1


def test_other_packages_stay_as_quiet_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    show_logs(2)

    logging.getLogger("streamlit_of_a_test").info("something")

    assert capsys.readouterr().err == ""
