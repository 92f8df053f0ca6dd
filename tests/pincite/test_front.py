"""What other programs import: the examples of its documentation run, and it says what it cannot do."""

import doctest
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import pincite
from index.embedding.base import Embedder
from index.errors import PinciteError
from index.folder.save import save_index
from index.store import Index
from pincite import corpus as corpus_module
from rag.answer import Answer
from rag.passages import Passage
from tests.support.route import ROOT


@pytest.fixture(scope="module")
def home(corpus_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the index of the five documents where it lies unless somebody says otherwise."""
    folder = tmp_path_factory.mktemp("home")
    save_index(corpus_index, folder / ".pincite" / "index")
    return folder


@pytest.fixture
def opened(home: Path, packaged_embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> pincite.Corpus:
    """The five documents, opened as a program that runs in `home` would."""
    monkeypatch.chdir(home)
    monkeypatch.delenv("PINCITE_INDEX", raising=False)
    monkeypatch.setattr("rag.open_answerer.load_embedder", lambda _name=None: packaged_embedder)
    return pincite.open()


def failures(tests: list[doctest.DocTest]) -> tuple[int, int]:
    """How many examples of `tests` print something else than they show, and how many there are."""
    runner = doctest.DocTestRunner(verbose=False)
    for each in tests:
        runner.run(each)
    return runner.failures, runner.tries


@pytest.mark.parametrize(("module", "examples"), [(pincite, 6), (corpus_module, 13)])
def test_the_examples_of_the_docstrings_run(opened: pincite.Corpus, module: ModuleType, examples: int) -> None:
    found = doctest.DocTestFinder().find(module, extraglobs={"pincite": pincite, "corpus": opened})

    assert failures(found) == (0, examples)


@pytest.mark.parametrize(("page", "examples"), [("README.md", 5), ("docs/programs.md", 15)])
def test_the_examples_of_the_pages_run(opened: pincite.Corpus, page: str, examples: int) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)

    assert failures([test]) == (0, examples)


def test_every_name_that_is_promised_is_there() -> None:
    assert [name for name in pincite.__all__ if not hasattr(pincite, name)] == []
    assert pincite.Answer is Answer
    assert pincite.Passage is Passage


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'pincite' has no attribute 'close'"):
        pincite.close  # type: ignore[attr-defined]  # noqa: B018


def test_documents_are_named_by_symbol_too(opened: pincite.Corpus) -> None:
    found = opened.search("focal points", documents=["CAC/COSP/WG.2/2018/5"])

    assert {passage.document for passage in found} == {"info-sharing-2018"}
    assert opened.compare("CAC/COSP/WG.2/2018/5", "guidelines-2021").left.id == "info-sharing-2018"
    answer = opened.ask("What is the oldest asset recovery network?", ["CAC/COSP/WG.2/2018/5"])
    assert {each.document for each in answer.evidence} == {"info-sharing-2018"}


def test_several_questions_have_the_answers_that_each_has_alone(opened: pincite.Corpus) -> None:
    questions = ["What is the Global Focal Point Initiative?", "What does paragraph 66 of progress-2018 say?"]

    answers = list(opened.ask_many(questions))

    assert [each.question for each in answers] == questions
    assert [each.statements for each in answers] == [opened.ask(each).statements for each in questions]


def test_a_question_that_cannot_be_asked_is_an_error_of_the_family(opened: pincite.Corpus) -> None:
    with pytest.raises(pincite.QuestionError, match="the question is empty"):
        opened.ask(" ")
    with pytest.raises(pincite.QuestionError, match="no document 'A/9'"):
        opened.ask("What is asset recovery?", ["A/9"])
    with pytest.raises(pincite.LocatorError, match="has no paragraph"):
        opened.paragraph("CAC/COSP/WG.2/2018/5, para. 999")


def test_a_folder_without_an_index_is_an_error_that_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(pincite.IndexFolderError, match="pincite index"):
        pincite.open(tmp_path / "nothing")
    assert issubclass(pincite.IndexFolderError, PinciteError)


def test_a_profile_that_does_not_exist_is_a_mistake_of_the_program(home: Path) -> None:
    with pytest.raises(ValueError, match="no profile 'quick'; there are 'reading' and 'fast'"):
        pincite.open(home / ".pincite" / "index", profile="quick")


def test_the_profile_that_is_named_goes_before_that_of_the_environment(
    opened: pincite.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "What is the Global Focal Point Initiative?"
    assert opened.ask(question).reader is None
    assert pincite.open(profile="reading").ask(question).reader == "pincite-reader-en"
    monkeypatch.setenv("PINCITE_PROFILE", "reading")
    assert pincite.open(profile="fast").ask(question).reader is None


def run_python(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_importing_it_loads_nothing_that_takes_long(tmp_path: Path) -> None:
    done = run_python("-c", "import sys, pincite; print(*sys.modules)", folder=tmp_path)

    assert "pincite" in done.stdout.split()
    assert not {"numpy", "click", "onnxruntime", "rag.answerer"} & set(done.stdout.split())


def test_run_as_a_module_it_is_the_command_line(home: Path) -> None:
    shown = run_python("-m", "pincite", "show", "CAC/COSP/WG.2/2018/2", "66", folder=home)
    wrong = run_python("-m", "pincite", "show", "A/9", folder=home)

    assert "234 dedicated focal points" in " ".join(shown.stdout.split())
    assert (wrong.returncode, wrong.stderr[:34]) == (2, "pincite: no document 'A/9' in the ")
