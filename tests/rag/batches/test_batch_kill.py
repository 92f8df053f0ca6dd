"""Batches killed at random moments: nothing is lost and the files come out as if nothing had happened."""

import csv
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from eval.gold.gold import GOLD_FILE
from index.document import Document
from index.store import Index
from rag.batches.batch import BatchOptions, run_batch
from rag.batches.questions.row import QuestionRow
from rag.reports.outputs import ReportStyle, write_batch
from tests.support.batch_fakes import FakeAnswerer, small_index
from tests.support.report_fixtures import BEGUN

ENDINGS = (".docx", ".xlsx", ".md", ".html", ".csv", ".jsonl")
KINDS = ("Who", "List", "Both", "None")


def questions(count: int) -> list[QuestionRow]:
    return [QuestionRow(f"line {n}", f"{KINDS[n % 4]} is {n}?", section=f"Section {n % 3}") for n in range(count)]


def answered(index: Index, folder: Path, count: int, seconds: float) -> None:
    answerer = FakeAnswerer(index, seconds=seconds)
    options = BatchOptions("q.txt", BEGUN, group_by_section=True)
    with run_batch(questions(count), answerer, folder / "out.docx.journal", options) as batch:
        write_batch(batch, [folder / f"out{ending}" for ending in ENDINGS], ReportStyle("Killed"))


def start(index: Index, folder: Path, count: int, seconds: float) -> int:
    """The id of a process of its own that answers a batch."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            answered(index, folder, count, seconds)
            code = 0
        finally:
            os._exit(code)
    return child


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder but for the times of answers."""
    return {path.name: re.sub(rb'"milliseconds": {[^}]*}', b"", path.read_bytes()) for path in sorted(folder.iterdir())}


@pytest.mark.slow
def test_a_batch_killed_at_random_moments_comes_to_the_same_files(
    documents: tuple[Document, ...], tmp_path: Path
) -> None:
    index, chance, count = small_index(documents), random.Random(5), 90
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    whole.mkdir()
    killed.mkdir()
    began = time.monotonic()
    answered(index, whole, count, 0.004)
    takes = time.monotonic() - began
    kills = 0
    for _ in range(40):
        # A run that goes on may be done before it can be killed.
        if kills == 5:
            break
        child = start(index, killed, count, 0.004)
        time.sleep(chance.uniform(0.02, takes))
        os.kill(child, signal.SIGKILL)
        kills += os.waitpid(child, 0)[1] == signal.SIGKILL
        for path in killed.iterdir():
            # Whatever is there under its own name is whole.
            if path.suffix in (".docx", ".xlsx"):
                assert ZipFile(path).testzip() is None
    assert kills == 5
    child = start(index, killed, count, 0)
    assert os.waitpid(child, 0)[1] == 0
    assert contents(killed) == contents(whole)
    assert len(contents(whole)) == len(ENDINGS)


@pytest.mark.slow
def test_the_command_killed_twenty_times_comes_to_the_same_files(tmp_path: Path) -> None:
    chance = random.Random(20)
    gold = [json.loads(line) for line in GOLD_FILE.read_text(encoding="utf-8").splitlines()]
    asked = tmp_path / "q.csv"
    with asked.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "section", "question")])
        csv.writer(file).writerows([(each["id"], each["kind"], each["question"]) for each in gold])
    built = tmp_path / "index"
    subprocess.run([sys.executable, "-m", "ui.cli.main", "index", "corpus", "--out", str(built)], check=True)

    def command(folder: Path) -> list[str]:
        outs = [part for ending in ENDINGS for part in ("-o", str(folder / f"out{ending}"))]
        return [sys.executable, "-m", "ui.cli.main", "batch", str(asked), "--index", str(built), *outs]

    whole, killed = tmp_path / "whole", tmp_path / "killed"
    whole.mkdir()
    killed.mkdir()
    began = time.monotonic()
    assert subprocess.run(command(whole), check=False).returncode == 0
    takes = time.monotonic() - began
    kills = 0
    while kills < 20:
        process = subprocess.Popen(command(killed))
        time.sleep(chance.uniform(3, takes))
        process.kill()
        kills += process.wait() == -signal.SIGKILL
    assert subprocess.run(command(killed), check=False).returncode == 0
    assert sorted(path.name for path in killed.iterdir()) == sorted(path.name for path in whole.iterdir())
    for path in whole.iterdir():
        assert masked(killed / path.name) == masked(path), path.name


def masked(path: Path) -> object:
    """What a file holds but for the time it was begun at and the times of answers."""
    if path.suffix in (".docx", ".xlsx"):
        with ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}
    return re.sub(rb'"milliseconds": {[^}]*}', b"", path.read_bytes())
