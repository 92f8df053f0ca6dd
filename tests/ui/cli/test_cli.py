"""The command line: what each command prints, and one line with an exit code for everything that goes wrong."""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from index.embedding.base import Embedder
from index.folder.load import load_index
from tests.support.fakes import FakeEmbedder
from ui.cli import main as cli
from ui.cli.main import EXIT_ERROR, run
from ui.interrupts import EXIT_INTERRUPTED

ROOT = Path(__file__).parents[3]
PAPER = """Progress report

I. Networks

1. Networks exist. They were launched in 2009 in Lausanne.

2. The directory holds:

(a) Authorities in 129 States;

(b) Focal points in 80 States.

3. Women vote.
"""
HEAVY = "torch transformers sentence_transformers numpy faiss bm25s streamlit pandas docx scipy matplotlib".split()
GAP = "1. Judges decide.\n\n2. Karate kids kick.\n\n4. Xylophones yodel.\n"


class Ran:
    """What a command did: its exit code, what it printed and what it said on standard error."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def lines(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


Pincite = Callable[..., Ran]


@pytest.fixture
def pincite(capsys: pytest.CaptureFixture[str]) -> Pincite:
    """A function that runs a command in this process."""

    def command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


@pytest.fixture(autouse=True)
def quick_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that needs no loading."""

    def load(_name: str | None = None) -> Embedder:
        return FakeEmbedder()

    monkeypatch.setattr("index.embedding.registry.load_embedder", load)
    monkeypatch.setattr("rag.open_answerer.load_embedder", load)
    # Whether the fitted weights would refuse is not what is tested here.
    monkeypatch.setattr("rag.answering.extractive.writer.confidence", lambda *_: 1.0)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "report-2018.txt").write_text(PAPER, encoding="utf-8")
    (folder / "gap.txt").write_text(GAP, encoding="utf-8")
    return folder


@pytest.fixture
def built(pincite: Pincite, papers: Path, folder: Path) -> Path:
    """An index of the papers; the folder beside it holds nothing else."""
    assert pincite("index", papers, "--out", folder).code == 0
    return folder


def assert_one_line(ran: Ran, *words: str) -> None:
    assert ran.code == EXIT_ERROR
    assert ran.out == ""
    assert len(ran.lines) == 1, ran.err
    assert ran.err.startswith("pincite: ")
    assert "Traceback" not in ran.err
    for each in words:
        assert each in ran.err


def assert_whole(index: Path, paragraphs: int = 6) -> None:
    assert load_index(index).manifest.counts.paragraphs == paragraphs
    assert [path.name for path in index.parent.iterdir()] == ["index"]


# Help


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ((), ["index", "ask", "show", "audit", "--version", "--help"]),
        (("index",), ["build", "add", "remove", "update", "pincite index PATHS"]),
        (("index", "update"), ["--watch", "--every SECONDS", "--out DIR"]),
        (
            ("index", "build"),
            ["[PATHS]", "--out DIR", "--model NAME_OR_FOLDER", "--encoding", "corpus/", "PINCITE_INDEX"],
        ),
        (("ask",), ["QUESTION", "--document ID", "--index DIR", "--json"]),
        (("show",), ["DOCUMENT [LOCATOR]", "--index DIR", "--json", "65 (c)"]),
        (("audit",), ["--index DIR", "--json"]),
    ],
)
def test_help_tells_of_every_option(pincite: Pincite, command: tuple[str, ...], words: list[str]) -> None:
    for flag in ("--help", "-h"):
        told = pincite(*command, flag)
        assert (told.code, told.err) == (0, "")
        for each in words:
            assert each in told.out


def test_the_version_is_told(pincite: Pincite) -> None:
    assert pincite("--version").out.startswith("pincite, version ")


@pytest.mark.parametrize("command", [[], ["index"], ["ask"], ["show"], ["audit"]], ids=" ".join)
def test_help_loads_nothing_heavy(command: list[str]) -> None:
    code = "import sys; from ui.cli.main import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *command, "--help"], cwd=ROOT, capture_output=True, check=True)
    loaded = set(done.stderr.decode().split())
    assert "click" in loaded
    assert not loaded & set(HEAVY)


def test_help_answers_in_half_a_second() -> None:
    times = []
    for _ in range(3):
        start = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "ui.cli.main", "ask", "--help"], cwd=ROOT, capture_output=True, check=True
        )
        times.append(perf_counter() - start)
    assert median(times) < 0.5


# What commands print


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


# What goes wrong


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("", ["the question is empty"]),
        ("  \n", ["the question is empty"]),
        ("a" * 100_000, ["100,000 characters", "2,000"]),
    ],
    ids=["empty", "blank", "long"],
)
def test_a_question_that_cannot_be_asked(pincite: Pincite, folder: Path, question: str, words: list[str]) -> None:
    # No index is there either: the question is looked at first, before the model is loaded.
    assert_one_line(pincite("ask", question, "--index", folder), *words)


def test_an_unknown_document(pincite: Pincite, built: Path) -> None:
    assert_one_line(
        pincite("ask", "Who?", "--document", "report-2019", "--index", built), "no document 'report-2019'", "gap"
    )
    assert_one_line(pincite("show", "report-2019", "--index", built), "did you mean 'report-2018'")
    assert_one_line(pincite("show", "", "--index", built), "no document ''")


@pytest.mark.parametrize("place", ["9", "2 (z)", "draft guideline 4", "???", ", ,"])
def test_an_unknown_place(pincite: Pincite, built: Path, place: str) -> None:
    assert_one_line(pincite("show", "report-2018", place, "--index", built))


@pytest.mark.parametrize("command", [("ask", "Who?"), ("show", "report-2018"), ("audit",)], ids=lambda each: each[0])
def test_no_index(pincite: Pincite, folder: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert_one_line(pincite(*command, "--index", folder), "no index at", "pincite index")
    (tmp_path / "thesis.doc").write_text("mine", encoding="utf-8")
    assert_one_line(pincite(*command, "--index", tmp_path), "is not a pincite index")


@pytest.mark.parametrize("command", [("ask", "Who?"), ("show", "report-2018"), ("audit",)], ids=lambda each: each[0])
@pytest.mark.parametrize("name", ["documents.jsonl", "vectors.npy", "manifest.json", "tokens.npy"])
def test_a_broken_index(pincite: Pincite, built: Path, command: tuple[str, ...], name: str) -> None:
    (built / name).write_bytes((built / name).read_bytes()[:-9])
    assert_one_line(pincite(*command, "--index", built), name, "pincite index")


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


def test_an_index_of_another_model(pincite: Pincite, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.open_answerer.load_embedder", lambda _: FakeEmbedder(fingerprint="0" * 64))
    result = pincite("ask", "Who?", "--index", built)
    assert_one_line(result, "was built with other files of the model 'fake'", "pincite index")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"1. A caf\xe9.\n", ["byte 0xe9 at offset 8 (line 1) is not UTF-8", "--encoding cp1252"]),
        (b"", ["the file is empty"]),
        (b" \n\n", ["the file is empty"]),
        (b"%PDF-1.7 ...", ["the PDF is damaged or not a PDF; fetch it again"]),
    ],
    ids=["not utf-8", "empty", "blank", "pdf"],
)
def test_a_file_that_is_no_text(
    pincite: Pincite, tmp_path: Path, folder: Path, content: bytes, words: list[str]
) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    assert_one_line(pincite("index", tmp_path / "bad.txt", "--out", folder), "bad.txt: ", *words)
    assert not folder.exists()


def test_the_encoding_that_was_offered_works(pincite: Pincite, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "old.txt").write_bytes(b"1. A caf\xe9 exists.\n")
    assert pincite("index", tmp_path / "old.txt", "--out", folder, "--encoding", "cp1252").code == 0
    assert "1  A café exists." in pincite("show", "old", "--index", folder).out


def test_a_file_that_cannot_be_read(
    pincite: Pincite, papers: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_one_line(pincite("index", papers / "other.txt", "--out", folder), "other.txt: no such file")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "gap.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert_one_line(pincite("index", papers / "gap.txt", "--out", folder), "gap.txt: no permission to read it")


def test_one_bad_file_among_good_ones_is_named_and_the_rest_is_indexed(
    pincite: Pincite, papers: Path, folder: Path
) -> None:
    deep = papers / ("a name that is long " * 6).strip()
    deep.mkdir()
    (deep / "bad.txt").write_bytes(b"1. A caf\xe9.\n")
    ran = pincite("index", papers, deep, papers / "none.txt", "--out", folder)
    assert ran.code == 0
    assert len(ran.lines) == 3
    assert ran.lines[0].startswith(f"left out: {deep / 'bad.txt'}: byte 0xe9")
    assert ran.lines[1].startswith(f"left out: {papers / 'none.txt'}: no such file")
    assert ran.lines[2].startswith("2 documents, 6 paragraphs")


def test_a_text_without_numbers_is_indexed_and_that_is_said(pincite: Pincite, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader,\n\nXylophones yodel zestfully.\n", encoding="utf-8")
    ran = pincite("index", tmp_path / "letter.txt", "--out", folder)
    assert ran.code == 0
    assert "letter.txt:1: unnumbered: no numbered paragraphs" in ran.out
    answer = pincite("ask", "Do xylophones yodel?", "--index", folder)
    assert "Xylophones yodel zestfully." in answer.out
    assert "unnumbered para." in answer.out


@pytest.mark.parametrize("target", ["papers", "papers/gap.txt"])
def test_a_folder_of_somebody_else_is_left_alone(pincite: Pincite, papers: Path, target: str) -> None:
    out = papers.parent / target
    assert_one_line(pincite("index", papers, "--out", out), "--out")
    assert (papers / "gap.txt").read_text(encoding="utf-8") == GAP


def test_a_place_that_cannot_be_written(pincite: Pincite, papers: Path, tmp_path: Path) -> None:
    assert_one_line(pincite("index", papers, "--out", papers / "gap.txt" / "index"), "gap.txt/index")
    assert_one_line(pincite("index", papers, "--out", "/proc/pincite/index"), "cannot write /proc/pincite/index")


@pytest.mark.parametrize(
    "arguments", [("frobnicate",), ("ask",), ("ask", "Who?", "--bogus"), ("show",), ("index", "--out")], ids=" ".join
)
def test_a_command_that_is_spelled_wrong(pincite: Pincite, arguments: tuple[str, ...]) -> None:
    ran = pincite(*arguments)
    assert ran.code == 2
    assert "Error: " in ran.err
    assert "Traceback" not in ran.err


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Writing fails for real once a file reaches `size` bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("size", [0, 300, 900])
def test_a_full_disk_leaves_the_old_index_whole(pincite: Pincite, papers: Path, built: Path, size: int) -> None:
    (papers / "more.txt").write_text("1. Women vote often.\n", encoding="utf-8")
    with full_disk(size):
        ran = pincite("index", papers, "--out", built)
    assert_one_line(ran, "cannot write", "what was there is unchanged")
    assert_whole(built)
    assert pincite("ask", "Do women vote?", "--index", built).code == 0


INTERRUPTED = """
import sys, time
import index.embedding.registry
from tests.support.fakes import FakeEmbedder

class Slow(FakeEmbedder):
    def encode(self, texts):
        print("embedding", flush=True)
        time.sleep(60)

index.embedding.registry.load_embedder = lambda name=None: Slow()
from ui.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def test_ctrl_c_during_a_build_leaves_the_old_index_whole(papers: Path, built: Path) -> None:
    (papers / "more.txt").write_text("1. Women vote often.\n", encoding="utf-8")
    arguments = ["index", str(papers), "--out", str(built)]
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "embedding\n"
        builder.send_signal(signal.SIGINT)
        _, err = builder.communicate(timeout=30)
    assert builder.returncode == EXIT_INTERRUPTED
    assert err.strip() == "pincite: interrupted; nothing that stood before was changed"
    assert_whole(built)


def test_a_reader_that_goes_away_is_no_error(built: Path) -> None:
    command = [sys.executable, "-m", "ui.cli.main", "show", "report-2018", "--index", str(built)]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.stderr == b""
    assert done.returncode in (0, 1)


def test_main_leaves_with_the_exit_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["pincite", "ask", ""])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == EXIT_ERROR
    assert capsys.readouterr().err.startswith("pincite: the question is empty")
