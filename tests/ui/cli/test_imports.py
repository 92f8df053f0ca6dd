"""What a command loads: an answer takes a second because nothing is loaded that it does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.folder.save import save_index
from index.store import Index

ROOT = Path(__file__).parents[3]
# Each takes half a second and more to import; all together six and more.
HEAVY = frozenset(
    "torch scipy pandas sympy sklearn transformers sentence_transformers streamlit matplotlib bm25s huggingface_hub "
    "langchain_text_splitters pydantic_settings".split()
)
# What a language model's answers need, a tenth of a second; without one nothing of it is used.
OF_A_MODEL = frozenset({"rag.proof", "rag.writing"})
# Together a fifth of a second: what reads documents, watches progress, tells versions and hides parts of arrays.
NOT_OF_A_QUESTION = frozenset(
    "index.readers.base index.parser.parse index.embedding.loading email importlib.metadata rich.progress "
    "numpy.ma".split()
)
PROGRAM = """
import sys
from ui.cli.main import run

code = run(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""
# Tells which modules compile patterns while they are imported: those of `rag` have some two hundred, of which a
# question needs a few (`LatePattern`).
COMPILING = """
import re
import sys

compile_one = re.compile


def told(*given, **flags):
    print(sys._getframe(1).f_globals["__name__"])
    return compile_one(*given, **flags)


re.compile = told
import rag.open_answerer
import ui.cli.ask
"""


@pytest.fixture(scope="module")
def home(corpus_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the index of the five documents and two questions."""
    folder = tmp_path_factory.mktemp("home")
    save_index(corpus_index, folder / "index")
    (folder / "questions.txt").write_text("What is asset recovery?\nWhat is article 56?\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("command", "printed"),
    [
        (["ask", "What is the Global Focal Point Initiative?"], "para. 66"),
        (["ask", "What is the Global Focal Point Initiative?", "--profile", "reading", "--json"], "pincite-reader-en"),
        (["batch", "questions.txt"], "What is article 56?"),
        (["batch", "questions.txt", "-o", "answers.docx"], ""),
        (["show", "progress-2018", "65"], "65"),
        (["compare", "progress-2018", "irg-2019"], "CAC/COSP/WG.2/2018/2"),
        (["audit"], "numbering"),
    ],
    ids=lambda value: "-".join(value[::2]) if isinstance(value, list) else "",
)
def test_a_command_loads_nothing_heavy(home: Path, command: list[str], printed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *command, "--index", "index"],
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert printed in done.stdout
    loaded = set(done.stderr.split())
    assert "index.store" in loaded
    assert not loaded & (HEAVY | OF_A_MODEL)
    assert command[0] != "ask" or not loaded & NOT_OF_A_QUESTION


def test_no_pattern_for_questions_is_compiled_before_there_is_one() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMPILING],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    compiling = set(done.stdout.split())
    assert "index.symbols" in compiling
    assert not {each for each in compiling if each.partition(".")[0] == "rag"}


def test_nothing_is_looked_through_for_cycles_at_the_end() -> None:
    program = (
        "import atexit, gc, sys; from ui.cli.main import main; sys.argv = ['pincite', '--help']; "
        "atexit.register(lambda: print(len(gc.get_objects())))\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout.splitlines()[-1]) < 1_000
