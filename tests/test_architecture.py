"""What docs/architecture.md draws is what happens: each way is run, and comes by every place that its picture names."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from index.build import build_index
from index.document import Document
from index.embedding.base import Embedder
from index.folder.save import save_index
from index.locator import Locator
from tests.support.route import ROOT, route
from ui.cli.main import run

ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
_PLACE = re.compile(r"\b(?:index|rag|eval|ui|pincite|tests)/[\w/]*(?:\.py|(?<=/))")


def pictures() -> dict[str, list[str]]:
    """The places that each picture names, by the heading above it; those after `or` are another way's."""
    found = re.findall(r"^## (.+?)\n+```mermaid\n(.+?)```", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    return {title: _PLACE.findall(re.sub(r"<br>or [^\"]+", "", picture)) for title, picture in found}


def missed(places: list[str], modules: list[str]) -> list[str]:
    """Those of `places`, files and folders, that none of `modules` is or lies in."""
    return [place for place in places if not any(each.startswith(place) for each in modules)]


@pytest.fixture
def way(
    documents: tuple[Document, ...], packaged_embedder: Embedder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[str]]:
    """A function that runs a command and gives the modules it ran through; `--index` has two small documents."""
    save_index(build_index(documents, packaged_embedder), folder)
    for where in ("rag.open_answerer.load_embedder", "index.embedding.registry.load_embedder"):
        monkeypatch.setattr(where, lambda _name=None: packaged_embedder)

    def modules(*arguments: str) -> list[str]:
        return route(lambda: run(list(arguments)))

    return modules


def test_every_place_that_is_named_is_there() -> None:
    assert [place for place in _PLACE.findall(ARCHITECTURE) if not (ROOT / place).exists()] == []


def test_four_ways_are_drawn() -> None:
    assert list(pictures()) == ["A question", "A document", "A batch", "A draft"]


def test_a_question_comes_by_what_is_drawn(way: Callable[..., list[str]], folder: Path) -> None:
    assert missed(pictures()["A question"], way("ask", "Do banks cooperate?", "--index", str(folder))) == []


def test_a_document_comes_by_what_is_drawn(way: Callable[..., list[str]], tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("I. Networks\n\n1. Networks exist.\n\n2. Women vote.\n", encoding="utf-8")

    modules = way("index", str(paper), "--out", str(tmp_path / "new"))

    assert missed(pictures()["A document"], modules) == []


def test_a_batch_comes_by_what_is_drawn(way: Callable[..., list[str]], folder: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("Do banks cooperate?\n", encoding="utf-8")

    modules = way("batch", str(questions), "-o", str(tmp_path / "answers.docx"), "--index", str(folder))

    assert missed(pictures()["A batch"], modules) == []


def test_a_draft_comes_by_what_is_drawn(way: Callable[..., list[str]], folder: Path, tmp_path: Path) -> None:
    draft, written = tmp_path / "draft.docx", docx.Document()
    written.add_paragraph("It is said that “banks cooperate in all that they do” (A/1, para. 1).")
    written.save(str(draft))
    outs = ("-o", str(tmp_path / "checked.docx"), "--report", str(tmp_path / "report.json"))

    modules = way("verify", str(draft), *outs, "--index", str(folder))

    assert missed(pictures()["A draft"], modules) == []


def test_a_place_that_is_not_passed_is_found() -> None:
    assert missed(["rag/answerer.py", "rag/comparing/"], ["rag/answerer.py", "rag/answer.py"]) == ["rag/comparing/"]


def test_a_route_names_each_module_of_the_project_once_and_no_other() -> None:
    assert route(lambda: [Locator.parse("2 (a)"), Locator.parse("3"), re.compile("a+b")]) == ["index/locator.py"]
