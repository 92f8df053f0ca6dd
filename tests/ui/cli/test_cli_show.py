"""`pincite show --format`: references and Akoma Ntoso, and what cannot be asked together."""

import json

import pytest

from index.folder.save import save_index
from index.store import Index
from ui.cli.main import run


@pytest.fixture(scope="module")
def built(corpus_index: Index, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("show") / "index"
    save_index(corpus_index, folder)
    return str(folder)


def show(*arguments: str) -> int:
    return run(["show", *arguments])


def test_a_sub_item_keeps_its_mark_in_a_reference(built: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert show("CAC/COSP/WG.2/2018/2", "65 (C)", "--format", "csl", "--index", built) == 0
    (cited,) = json.loads(capsys.readouterr().out)["citationItems"]
    assert (cited["id"], cited["label"], cited["locator"]) == ("progress-2018", "paragraph", "65 (c)")
    for form, line in (("ris", "N1  - para. 65 (c)\n"), ("bibtex", "  note = {para. 65 (c)},\n")):
        assert show("progress-2018", "65 (c)", "--format", form, "--index", built) == 0
        assert line in capsys.readouterr().out


def test_a_whole_document_is_written_as_akoma_ntoso(built: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert show("progress-2018", "--format", "akn", "--index", built) == 0
    assert capsys.readouterr().out.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns=')


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["progress-2018", "999", "--format", "ris"], "progress-2018 has no paragraph '999'"),
        (["progress-2018", "65", "--format", "akn"], "leave the paragraph out"),
        (["progress-2018", "--format", "ris", "--json"], "give --json or --format, not both"),
    ],
)
def test_what_cannot_be_shown_is_told(
    built: str, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert show(*arguments, "--index", built) == 2
    assert told in capsys.readouterr().err


def test_the_formats_offered_are_those_there_are(built: str, capsys: pytest.CaptureFixture[str]) -> None:
    from rag.exports.formats import FORMATS

    show("--help")
    assert f"[{'|'.join(FORMATS)}]" in capsys.readouterr().out
