"""`pincite brief` as a person types it, with an answerer that needs no model."""

from pathlib import Path

import docx
import pytest

from index.document import Document
from rag import open_answerer as opening
from rag.answerer import Answerer
from rag.settings import Settings
from tests.support.batch_fakes import small_index
from tests.support.fakes import FakeEmbedder
from ui.cli.main import run


@pytest.fixture(autouse=True)
def answerer(documents: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    index = small_index(documents)
    monkeypatch.setattr(
        opening,
        "open_answerer",
        lambda _folder, settings, *, model, reader: Answerer(index, FakeEmbedder(), settings or Settings()),
    )


def test_a_brief_goes_where_it_is_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outs = [tmp_path / f"b{ending}" for ending in (".docx", ".md", ".html")]
    assert run(["brief", "networks exist", *(part for out in outs for part in ("-o", str(out)))]) == 0
    assert docx.Document(str(outs[0])).paragraphs[0].text == "Networks exist"
    assert "[A/1, para. 1]" in outs[1].read_text(encoding="utf-8")
    assert "<h1>Networks exist</h1>" in outs[2].read_text(encoding="utf-8")
    assert capsys.readouterr().err == f"pincite: wrote {', '.join(map(str, outs))}\n"


def test_a_brief_is_markdown_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", "networks exist", "--title", "For the minister"]) == 0
    assert capsys.readouterr().out.startswith("# For the minister\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([" "], "the question is empty"),
        (["networks", "-o", "b.xlsx"], "b.xlsx: the ending says what to write"),
        (["networks", "--document", "x"], "no document 'x'"),
    ],
)
def test_what_cannot_work_is_one_line(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", *arguments]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert told.count("\n") == 1
