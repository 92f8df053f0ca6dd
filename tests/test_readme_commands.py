"""The commands of README.md do what it says: they are run, and what it prints of them is what they print."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from index.embedding.base import Embedder
from index.folder.save import save_index
from index.store import Index
from tests.support.route import ROOT
from ui.cli.main import run

README = (ROOT / "README.md").read_text(encoding="utf-8")
# What a reader puts in the place of a word in capitals.
MEANT = {
    "QUESTION": "How many focal points take part in the Global Focal Point Initiative?",
    "THEME": "focal points",
    "DOC": ("guidelines-2021", "info-sharing-2018"),
    "DOCUMENT": "progress-2018",
    "[LOCATOR]": "66",
}
# Each is run by a test of its own: servers that run until they are ended, and a benchmark, which is slow.
RUN_ELSEWHERE = {"pincite ui", "pincite mcp", "pincite serve", "pincite eval run"}

Print = Callable[[list[str]], str]


def shown() -> list[tuple[str, str]]:
    """Each command that is shown with what it prints: `$ command` and the indented lines after it."""
    blocks = re.findall(r"(?:^    .*\n|^\n)+", README, re.MULTILINE)
    parts = (part for block in blocks for part in re.split(r"^    \$ ", block, flags=re.MULTILINE)[1:])
    return [(command, printed) for command, _, printed in (part.partition("\n") for part in parts)]


def listed() -> dict[str, str]:
    """What each row of the table of commands says, by its command."""
    return dict(re.findall(r"^\| `(pincite [^`]+)` \| (.+) \|$", README, re.MULTILINE))


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def words(command: str) -> list[str]:
    """`command` as a person would type it, placeholders filled in; QUESTIONS, PATHS and OUT are left to the test."""
    typed = []
    documents = iter(MEANT["DOC"])
    for word in shlex.split(command)[1:]:
        meant = MEANT.get(word, word)
        typed.append(meant if isinstance(meant, str) else next(documents))
    return typed


@pytest.fixture(scope="session")
def readme_index(corpus_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the five documents on disk, as `make run` builds it."""
    folder = tmp_path_factory.mktemp("readme") / "index"
    save_index(corpus_index, folder)
    return folder


@pytest.fixture
def printed(
    readme_index: Path,
    packaged_embedder: Embedder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Print:
    """A function that runs a command on the index of the five documents and gives what it prints."""
    monkeypatch.setenv("PINCITE_INDEX", str(readme_index))
    monkeypatch.delenv("PINCITE_PROFILE")
    for where in ("rag.open_answerer.load_embedder", "index.embedding.registry.load_embedder"):
        monkeypatch.setattr(where, lambda _name=None: packaged_embedder)

    def command(arguments: list[str]) -> str:
        capsys.readouterr()
        assert run(arguments) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return command


@pytest.mark.parametrize(("command", "expected"), shown(), ids=[command for command, _ in shown()])
def test_what_is_shown_of_a_command_is_how_its_output_begins(printed: Print, command: str, expected: str) -> None:
    assert len(in_one_line(expected)) > 100
    assert in_one_line(printed(shlex.split(command)[1:])).startswith(in_one_line(expected))


def test_two_answers_are_shown() -> None:
    assert [shlex.split(command)[:2] for command, _ in shown()] == [["pincite", "ask"]] * 2


@pytest.mark.parametrize("command", [each for each in listed() if each not in RUN_ELSEWHERE])
def test_a_command_of_the_table_runs(command: str, printed: Print, tmp_path: Path) -> None:
    questions, paper, out = tmp_path / "questions.txt", tmp_path / "paper.txt", tmp_path / "answers.docx"
    questions.write_text("What is the Global Focal Point Initiative?\n", encoding="utf-8")
    paper.write_text("1. Networks exist.\n\n2. Women vote.\n", encoding="utf-8")
    draft, checked = tmp_path / "draft.docx", tmp_path / "checked.docx"
    written = docx.Document()
    written.add_paragraph("The directory is described elsewhere (see CAC/COSP/WG.2/2018/2, para. 65).")
    written.save(str(draft))
    own = {
        "QUESTIONS": str(questions),
        "[PATHS…]": str(paper),
        "OUT": str(out),
        "DRAFT": str(draft),
        "CHECKED.docx": str(checked),
    }
    arguments = [own.get(word, word) for word in words(command)]
    if arguments[0] == "index":
        arguments += ["--out", str(tmp_path / "index")]

    printed(arguments)

    made = {"index": tmp_path / "index" / "manifest.json", "batch": out, "brief": out, "verify": checked}.get(
        arguments[0]
    )
    assert made is None or made.stat().st_size > 100


@pytest.mark.slow
def test_the_benchmark_of_the_table_runs(
    printed: Print, packaged_embedder: Embedder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("eval.systems.run.load_embedder", lambda _name=None: packaged_embedder)

    printed(["eval", "run", "--no-baselines", "--split", "test", "--out", str(tmp_path / "report")])

    assert "HasAns" in (tmp_path / "report" / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", listed())
def test_the_options_and_commands_that_the_table_names_are_there(command: str, printed: Print) -> None:
    name = shlex.split(command)[1]
    options = set(re.findall(r"`(--[a-z-]+)", listed()[command]))
    further = set(re.findall(r"`([a-z-]+)`", listed()[command])) if name == "eval" else set()
    told = printed([name, "--help"])

    assert {each for each in options | further if each not in told} == set()


def test_the_options_that_the_text_names_are_those_of_some_command(printed: Print) -> None:
    text = README.partition("## Commands")[2].partition("## How it is made")[0]
    commands = [shlex.split(command)[1] for command in listed()]
    of_index = (["index", name] for name in ("build", "add", "remove", "update"))
    told = "".join(printed([*command, "--help"]) for command in ([], *([name] for name in commands), *of_index))

    assert {option for option in re.findall(r"(--[a-z][a-z-]+)", text) if option not in told} == set()


def test_the_targets_of_make_and_the_modules_that_are_named_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    paths = [ROOT / name.replace(".", "/") for name in re.findall(r"python -m ([a-z_.]+)", README)]
    modules = [path / "__main__.py" if path.is_dir() else path.with_suffix(".py") for path in paths]

    assert set(re.findall(r"`make ([\w-]+)`", README)) <= set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    assert [module for module in modules if not module.is_file()] == []
