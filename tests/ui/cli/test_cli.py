"""What each command prints when all goes well."""

import json
from pathlib import Path

import pytest

from index.embedding.base import Embedder
from tests.support.commands import Pincite, assert_one_line
from tests.support.fakes import FakeEmbedder


def test_index_says_what_it_read_and_lists_what_is_odd(pincite: Pincite, papers: Path, folder: Path) -> None:
    ran = pincite("index", papers, "--out", folder)
    assert ran.code == 0
    assert ran.out.startswith(f"{papers / 'gap.txt'}:5: missing: ")
    assert len(ran.out.splitlines()) == 1
    assert ran.err.startswith(f"2 documents, 6 paragraphs (6 new passages) in {folder}, ")
    again = pincite("index", papers, "--out", folder)
    assert again.err.startswith("2 documents, 6 paragraphs (0 new passages) in ")
    one = pincite("index", papers / "gap.txt", "--out", folder)
    assert one.err.startswith("1 document, 3 paragraphs (0 new passages) in ")


def test_ask_prints_sentences_with_their_places(pincite: Pincite, built: Path) -> None:
    ran = pincite("ask", "Do women vote?", "--index", built)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "Women vote. [Progress report, para. 3]"
    assert ran.out.splitlines()[-1] == "Sources: Progress report, para. 3"


def test_ask_prints_the_contract_as_one_line(pincite: Pincite, built: Path) -> None:
    ran = pincite("ask", "Do women vote?", "--index", built, "--json", "--document", "report-2018")
    assert (ran.code, ran.err) == (0, "")
    told = json.loads(ran.out)
    assert ran.out.count("\n") == 1
    assert told["question"] == "Do women vote?"
    assert told["statements"][0]["citations"][0]["locator"] == "3"
    assert {hit["document"] for hit in told["evidence"]} == {"report-2018"}


def test_a_refusal_is_an_answer_and_no_error(pincite: Pincite, built: Path) -> None:
    ran = pincite("ask", "What does paragraph 9 of the progress report say?", "--index", built)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("There is no paragraph 9 in Progress report.\n")
    assert json.loads(pincite("ask", "What does paragraph 9 say?", "--index", built, "--json").out)["answered"] is False


def test_show_prints_an_outline_or_a_paragraph(pincite: Pincite, built: Path) -> None:
    outline = pincite("show", "report-2018", "--index", built)
    assert (outline.code, outline.err) == (0, "")
    assert "  3  Women vote." in outline.out.splitlines()
    shown = pincite("show", "report-2018", "para. 2 (b)", "--index", built)
    assert shown.out.splitlines()[-2:] == [
        "Progress report, para. 2",
        "The directory holds: (a) Authorities in 129 States; (b) Focal points in 80 States.",
    ]


def test_show_prints_documents_and_paragraphs_as_json(pincite: Pincite, built: Path) -> None:
    document = json.loads(pincite("show", "report-2018", "--json", "--index", built).out)
    assert [each["locator"] for each in document["paragraphs"]] == ["1", "2", "3"]
    assert list(document) == ["document", "symbol", "url", "title", "date", "language", "paragraphs"]
    one = json.loads(pincite("show", "report-2018", "2", "--json", "--index", built).out)
    assert [each["locator"] for each in one["items"]] == ["2 (a)", "2 (b)"]
    assert one["links"] == []


def test_show_lists_what_a_paragraph_refers_to_and_the_official_document(pincite: Pincite, tmp_path: Path) -> None:
    paper, folder = tmp_path / "linked.txt", tmp_path / "index"
    paper.write_text(
        "A/80/1\n\nLinked report\n\n1. Networks exist (see para. 2 below).\n\n2. Women vote.\n", encoding="utf-8"
    )
    assert pincite("index", paper, "--out", folder).code == 0
    shown = pincite("show", "linked", "1", "--index", folder)
    assert shown.out.splitlines()[-2:] == ["→ para. 2 below: A/80/1, para. 2", "https://docs.un.org/en/A/80/1"]
    (link,) = json.loads(pincite("show", "linked", "1", "--json", "--index", folder).out)["links"]
    assert (link["text"], link["document"], link["locators"]) == ("para. 2 below", "linked", ["2"])


def test_audit_lists_what_is_odd(pincite: Pincite, built: Path, papers: Path) -> None:
    ran = pincite("audit", "--index", built)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{papers / 'gap.txt'}:5: missing: ")
    (finding,) = map(json.loads, pincite("audit", "--index", built, "--json").out.splitlines())
    assert (finding["document"], finding["line"], finding["kind"]) == ("gap", 5, "missing")


def test_audit_of_a_clean_index_says_so(pincite: Pincite, papers: Path, folder: Path) -> None:
    pincite("index", papers / "report-2018.txt", "--out", folder)
    assert (
        pincite("audit", "--index", folder).out == "The numbering runs on in every document; every line was placed.\n"
    )
    assert pincite("audit", "--index", folder, "--json").out == ""


def test_the_environment_names_the_index(
    pincite: Pincite, built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_one_line(pincite("audit"), "no index at .pincite/index", "pincite index")
    monkeypatch.setenv("PINCITE_INDEX", str(built))
    assert pincite("audit").code == 0


def test_the_model_that_a_person_names_is_loaded_and_not_the_one_that_the_index_names(
    pincite: Pincite, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = built / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(record | {"model": "organisation/of-somebody"}), encoding="utf-8")
    loaded: list[str | None] = []

    def load(name: str | None) -> Embedder:
        loaded.append(name)
        return FakeEmbedder()

    monkeypatch.setattr("rag.open_answerer.load_embedder", load)
    for arguments in ((), ("--model", "a-folder")):
        assert pincite("ask", "Do women vote?", "--index", built, *arguments).code == 0
    monkeypatch.setenv("PINCITE_MODEL", "another-folder")
    assert pincite("ask", "Do women vote?", "--index", built).code == 0
    assert loaded == [None, "a-folder", "another-folder"]


def test_the_encoding_that_was_offered_works(pincite: Pincite, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "old.txt").write_bytes(b"1. A caf\xe9 exists.\n")
    assert pincite("index", tmp_path / "old.txt", "--out", folder, "--encoding", "cp1252").code == 0
    assert "1  A café exists." in pincite("show", "old", "--index", folder).out


def test_a_text_without_numbers_is_indexed_and_that_is_said(pincite: Pincite, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader,\n\nXylophones yodel zestfully.\n", encoding="utf-8")
    ran = pincite("index", tmp_path / "letter.txt", "--out", folder)
    assert ran.code == 0
    assert "letter.txt:1: unnumbered: no numbered paragraphs" in ran.out
    answer = pincite("ask", "Do xylophones yodel?", "--index", folder)
    assert "Xylophones yodel zestfully." in answer.out
    assert "unnumbered para." in answer.out
