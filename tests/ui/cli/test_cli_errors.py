"""One line and an exit code for everything that goes wrong, and what stood before left whole."""

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.commands import GAP, Pincite, assert_one_line, assert_whole
from tests.support.fakes import FakeEmbedder
from ui.interrupts import EXIT_INTERRUPTED

ROOT = Path(__file__).parents[3]


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


@pytest.mark.parametrize("target", ["papers", "papers/gap.txt"])
def test_a_folder_of_somebody_else_is_left_alone(pincite: Pincite, papers: Path, target: str) -> None:
    out = papers.parent / target
    assert_one_line(pincite("index", papers, "--out", out), "--out")
    assert (papers / "gap.txt").read_text(encoding="utf-8") == GAP


def test_a_place_that_cannot_be_written(pincite: Pincite, papers: Path, tmp_path: Path) -> None:
    assert_one_line(pincite("index", papers, "--out", papers / "gap.txt" / "index"), "gap.txt/index")
    assert_one_line(pincite("index", papers, "--out", "/proc/pincite/index"), "cannot write /proc/pincite/index")


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
