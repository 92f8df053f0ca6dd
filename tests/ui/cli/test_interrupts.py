"""Ctrl-C while a command imports and loads: it leaves at once, with one line and its exit code."""

import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from random import Random

import pytest

from index.build import build_index
from index.document import Document
from index.folder.save import save_index
from tests.support.fakes import FakeEmbedder
from ui.interrupts import EXIT_INTERRUPTED, INTERRUPTED, leaving_at_once

ROOT = Path(__file__).parents[3]
# Python tells each module on standard error as soon as it is imported.
PYTHON = [sys.executable, "-X", "importtime", "-m", "ui.cli.main"]
# Undoes that a process started in the background ignores Ctrl-C. To do so between fork and exec wakes what other tests
# have imported, and that may say something of its own.
HEARS_CTRL_C = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
)
# Two threads that import at once may break each other's lines, whose ends stay what they are.
IMPORTED = re.compile(r"\| *([^|\s][^|\n]*)$")
# Among the last that loading index and model imports: whoever leaves at once never comes to it.
LAST = "faiss"
SECONDS = 30


@pytest.fixture
def ask(documents: tuple[Document, ...], folder: Path) -> list[str]:
    """A question to an index, which loads the packaged model."""
    save_index(build_index(documents, FakeEmbedder()), folder)
    return ["ask", "Which networks exist?", "--index", str(folder)]


def interrupted(arguments: list[str], module: str, later: int = 0) -> tuple[int, list[str], list[str]]:
    """The exit code of a command that Ctrl-C reached, what it imported after that and what else it said.

    It comes as soon as `module` is imported and `later` others are. A process that does not end after that, or never
    comes so far, is killed: code -9.
    """
    with subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, *PYTHON, *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        watch = threading.Timer(SECONDS, process.kill)
        watch.start()
        imports: list[str] = []
        said: list[str] = []
        sent_at: int | None = None
        for line in process.stderr:
            if match := IMPORTED.search(line):
                imports.append(match[1])
            elif line.strip():
                said.append(line.strip())
            if sent_at is None and module in imports and len(imports) - imports.index(module) > later:
                process.send_signal(signal.SIGINT)
                sent_at = len(imports)
        watch.cancel()
    assert sent_at is not None, f"{module} and {later} others are never imported"
    return process.returncode, imports[sent_at:], said


@pytest.mark.parametrize("module", ["index.embedding.base", "rag.question.analyse"])
def test_ctrl_c_while_the_model_is_imported_leaves_at_once(module: str, ask: list[str]) -> None:
    code, imported, said = interrupted(ask, module)
    assert (code, said) == (EXIT_INTERRUPTED, [f"pincite: {INTERRUPTED}"])
    assert LAST not in imported


@pytest.mark.slow
def test_ctrl_c_leaves_at_once_wherever_it_comes(ask: list[str]) -> None:
    random = Random(0)
    # Of some 310 imports.
    for later in (0, 1, *(random.randrange(280) for _ in range(30))):
        code, imported, said = interrupted(ask, "ui.cli.options", later)
        assert (code, said) == (EXIT_INTERRUPTED, [f"pincite: {INTERRUPTED}"]), later
        assert later > 200 or LAST not in imported, later


@pytest.mark.slow
@pytest.mark.parametrize("module", ["ui.app.app_pages.page_state", "onnxruntime"])
def test_ctrl_c_ends_the_app_while_it_loads_its_index(module: str, ask: list[str]) -> None:
    code, _, said = interrupted(["ui", "--no-browser", *ask[-2:]], module)
    assert code == 0
    assert not any("Traceback" in line or "Error" in line for line in said)


def test_ctrl_c_cleans_up_before_it_leaves(tmp_path: Path) -> None:
    program = """
import sys, time
from pathlib import Path
from ui.interrupts import leaving_at_once
with leaving_at_once(Path(sys.argv[1]).unlink):
    print("loading", flush=True)
    time.sleep(60)
"""
    file = tmp_path / "left-behind"
    file.touch()
    with subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, sys.executable, "-c", program, file],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "loading\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, err.strip()) == (EXIT_INTERRUPTED, f"pincite: {INTERRUPTED}")
    assert not file.exists()


def test_after_the_block_ctrl_c_is_an_exception_again() -> None:
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with leaving_at_once():
            assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with leaving_at_once():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_other_threads_leave_ctrl_c_alone() -> None:
    entered: list[object] = []

    def enter() -> None:
        with leaving_at_once():
            entered.append(signal.getsignal(signal.SIGINT))

    before = signal.getsignal(signal.SIGINT)
    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    assert entered == [before]
