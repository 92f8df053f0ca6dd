"""catalogue.toml read and checked."""

from pathlib import Path

import pytest

from index.catalogue import CatalogueEntry, document_id, load_catalogue
from index.errors import CatalogueError

CORPUS = Path(__file__).parents[2] / "corpus"


def folder(tmp_path: Path, catalogue: str, *files: str) -> Path:
    (tmp_path / "catalogue.toml").write_text(catalogue, encoding="utf-8")
    for name in files:
        (tmp_path / name).write_text("1. The Group met.\n", encoding="utf-8")
    return tmp_path


def refusal(where: Path) -> str:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(where)
    message = str(caught.value)
    assert message.startswith(f"{where / 'catalogue.toml'}: ")
    assert "\n" not in message
    return message.removeprefix(f"{where / 'catalogue.toml'}: ")


def test_entries_are_read_by_document_id(tmp_path: Path) -> None:
    where = folder(
        tmp_path,
        """
        [report-2018]
        symbol = "A/71/208"
        title = "Report of the Group"
        date = 2018-04-04
        also_known_as = ["the report", "2018 report"]
        language = ""
        """,
        "Report 2018.TXT",
        "notes.md",
    )
    assert load_catalogue(where) == {
        "report-2018": CatalogueEntry(
            symbol="A/71/208",
            title="Report of the Group",
            date="2018-04-04",
            also_known_as=("the report", "2018 report"),
        )
    }


def test_no_catalogue_is_an_empty_one(tmp_path: Path) -> None:
    assert load_catalogue(tmp_path) == {}
    assert load_catalogue(tmp_path / "nowhere") == {}


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    where = folder(
        tmp_path,
        """
        colour = "blue"
        [report]
        symbol = "the report of the Group"
        date = "4 April 2018"
        titel = "Report"
        body = 7
        also_known_as = "report"
        language = "English"
        [other]
        title = "Other"
        """,
        "report.txt",
    )
    assert refusal(where).split("; ") == [
        "colour stands outside a table",
        "write [document-id] above it",
        "[report] symbol: 'the report of the Group' does not look like a symbol such as A/RES/71/208",
        "[report] date: '4 April 2018' is not a date such as 2018-04-04",
        "[report] titel: unknown",
        "known are symbol, short_title, title, date, body, session, language, also_known_as",
        "[report] body: not a text in quotation marks",
        '[report] also_known_as: not a list of names such as ["progress report"]',
        "[report] language: 'English' is not a language code such as en",
        "[other] there is no other.txt or other.md in the folder",
    ]


@pytest.mark.parametrize(
    "symbol", ["A/RES/71/208", "S/RES/2773 (2025)", "A/79/729-S/2025/40", "CAC/COSP/WG.2/2018/CRP.1"]
)
def test_symbols_of_every_form_are_taken(tmp_path: Path, symbol: str) -> None:
    where = folder(tmp_path, f'[report]\nsymbol = "{symbol}"\n', "report.txt")
    assert load_catalogue(where)["report"].symbol == symbol


def test_a_catalogue_that_is_not_toml_or_not_text_is_refused(tmp_path: Path) -> None:
    assert refusal(folder(tmp_path, "[report\n")).startswith("not in TOML: ")
    (tmp_path / "catalogue.toml").write_bytes(b"[report]\ntitle = '\x93'\n")
    assert refusal(tmp_path) == "not UTF-8 (byte 18); save it as UTF-8"


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("9" * 5_000, "holds a number that is too long to be read; take it out"),
        ("[" * 5_000 + "]" * 5_000, "holds lists or tables nested too deeply to be read; take them out"),
        ("{a=" * 5_000 + "1" + "}" * 5_000, "holds lists or tables nested too deeply to be read; take them out"),
    ],
    ids=["number", "list", "table"],
)
def test_a_catalogue_made_to_break_its_reader_is_refused(tmp_path: Path, value: str, advice: str) -> None:
    assert refusal(folder(tmp_path, f"[report]\ntitle = {value}\n", "report.txt")) == advice


def test_a_document_is_called_by_its_file_name() -> None:
    names = ["progress-2018.txt", "A/79_729 (1).en.TXT", "Über uns.md", "文件.txt", "--a--.txt"]
    assert [document_id(Path(name)) for name in names] == ["progress-2018", "79-729-1-en", "über-uns", "文件", "a"]


def test_the_catalogue_of_the_corpus_gives_the_known_symbols_and_no_other() -> None:
    entries = load_catalogue(CORPUS)
    assert {id: entry.symbol for id, entry in entries.items()} == {
        "guidelines-2021": None,
        "info-sharing-2018": "CAC/COSP/WG.2/2018/5",
        "intersessional-2020": None,
        "irg-2019": None,
        "progress-2018": "CAC/COSP/WG.2/2018/2",
    }
    for entry in entries.values():
        assert None not in (entry.short_title, entry.title, entry.date, entry.body, entry.session, entry.language)
        assert entry.also_known_as


def test_what_the_catalogue_says_of_the_corpus_agrees_with_the_texts() -> None:
    for id, entry in load_catalogue(CORPUS).items():
        text = " ".join((CORPUS / f"{id}.txt").read_text(encoding="utf-8").replace("*", "").split())
        assert entry.title is not None and entry.title in text
        assert entry.body is not None and entry.body in text


def test_no_two_documents_share_a_name() -> None:
    names = [name.lower() for entry in load_catalogue(CORPUS).values() for name in entry.also_known_as]
    assert len(names) == len(set(names))
