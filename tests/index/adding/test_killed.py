"""A writer of parts that is killed: the index that was there stays, or the new one is in place, and all goes on."""

import importlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from index.folder.load import load_index
from tests.support.growing import built, updater, written
from tests.support.route import ROOT

State = dict[str, list[str]]
PAPERS = {
    "courts": "1. Courts hear banks.\n\n2. Banks pay.\n\n3. Vienna is a city.\n",
    "treaty": "1. Women vote.\n\n2. Assets are returned.\n\n3. States meet.\n\n4. Judges sit.\n\n5. Rivers flow.\n",
    "zeal": "1. Falcons cross Vienna.\n",
}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return written(PAPERS, tmp_path)


def held(folder: Path) -> State:
    """The texts of the documents of the index in `folder`, each of which can be found by its words."""
    index = load_index(folder)
    for ref in index.paragraphs:
        assert ref.row in index.lexical.search(ref.text, len(index.paragraphs)).rows
    return {each.id: [paragraph.text for paragraph in each.paragraphs] for each in index.documents}


def killed(work: Callable[[], object]) -> bool:
    """Whether a process of its own that does `work` was killed meanwhile."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


def kill_at(module: str, name: str, *, after: bool) -> None:
    """Have this process be killed before or after it first calls the function."""
    place = importlib.import_module(module)
    real = getattr(place, name)

    def called(*given: object, **named: object) -> None:
        if after:
            real(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(place, name, called)


SAVE, ATOMIC = "index.folder.save", "index.storage.atomic"
# In the order in which a writer comes to them.
MOMENTS = [
    (SAVE, "_link", True),
    (SAVE, "_link_all", True),
    (SAVE, "write_lookups", False),
    (SAVE, "_write", True),
    (SAVE, "_write_state_anew", False),
    (SAVE, "_write_manifest", True),
    (ATOMIC, "_sync_all", True),
    (ATOMIC, "_put_in_place", False),
    (ATOMIC, "_put_in_place", True),
]
OF_LISTS = ("_write_state_anew", "_put_in_place")


def _comes(papers: Path) -> None:
    (papers / "new.txt").write_text("1. Kites.\n", encoding="utf-8")


def _changes(papers: Path) -> None:
    (papers / "zeal.txt").write_text("1. Kites cross Vienna.\n", encoding="utf-8")


def _goes(papers: Path) -> None:
    (papers / "zeal.txt").unlink()


STEPS = [(_comes, *moment) for moment in MOMENTS]
STEPS += [(change, *moment) for change in (_changes, _goes) for moment in MOMENTS if moment[1] in OF_LISTS]


@pytest.mark.parametrize(("change", "module", "name", "after"), STEPS)
def test_a_writer_killed_at_any_step_leaves_the_old_index_or_the_new_one(
    papers: Path, tmp_path: Path, change: Callable[[Path], None], module: str, name: str, *, after: bool
) -> None:
    folder = built(papers, tmp_path / "index")
    (papers / "also.txt").write_text("1. Lemons.\n", encoding="utf-8")
    updater(folder).update()
    old = held(folder)
    change(papers)

    def update() -> None:
        kill_at(module, name, after=after)
        updater(folder).update()

    assert killed(update)
    now = held(folder)
    updater(folder).update()
    new = held(folder)
    is_new = (name, after) == ("_put_in_place", True)
    assert (now == new, now == old) == (is_new, not is_new)
    (papers / "last.txt").write_text("1. Zebras.\n", encoding="utf-8")
    updater(folder).update()
    assert held(folder) == {**new, "last": ["Zebras."]}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["index", "papers"]


# Changes papers and the index of them for ever; tells what the index holds and what it is to hold.
CHANGING = """
import json, sys
from pathlib import Path
from random import Random
from index.corpus.read import read_corpus
from tests.support.growing import updater

papers, folder, random = Path(sys.argv[1]), Path(sys.argv[2]), Random(sys.argv[3])
words = "asset bank court falcon group harbour island judge kite lemon".split()

def tell(said):
    texts = {each.document.id: [one.text for one in each.document.paragraphs] for each in read_corpus([papers]).parses}
    print(json.dumps([said, texts]), flush=True)

updater(folder).update()
tell("is")
while True:
    for _ in range(random.randrange(1, 3)):
        there = sorted(papers.iterdir())
        if random.random() < 0.4 and len(there) > 3:
            random.choice(there).unlink()
        else:
            said = (f"{n}. The {' '.join(random.choices(words, k=6))}." for n in range(1, random.randrange(2, 6)))
            (papers / f"d{random.randrange(12)}.txt").write_text("\\n\\n".join(said), encoding="utf-8")
    tell("will be")
    updater(folder).update()
    tell("is")
"""


@pytest.mark.slow
def test_a_writer_killed_at_random_moments_leaves_the_old_index_or_the_new_one(papers: Path, tmp_path: Path) -> None:
    folder, random, ends = built(papers, tmp_path / "index"), Random(17), {"old": 0, "new": 0}
    for run in range(40):
        states: list[tuple[str, State]] = []
        with subprocess.Popen(
            [sys.executable, "-c", CHANGING, str(papers), str(folder), str(run)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdout is not None
            states.append(json.loads(writer.stdout.readline()))
            threading.Timer(random.uniform(0, 1.5), writer.kill).start()
            # What was told only half when it was killed is no line.
            states += [json.loads(line) for line in writer.stdout if line.endswith("\n")]
        assert writer.returncode == -signal.SIGKILL
        said, last = states[-1]
        now = held(folder)
        if said == "is":
            # The files may be others already, but this was not begun.
            assert now == last or now == _read(papers)
            continue
        before = next(texts for what, texts in reversed(states) if what == "is")
        assert now in (before, last)
        ends["new" if now == last else "old"] += 1
    assert ends["old"]
    assert sum(ends.values()) > 20
    updater(folder).update()
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def _read(papers: Path) -> State:
    from index.corpus.read import read_corpus

    parses = read_corpus([papers]).parses
    return {each.document.id: [one.text for one in each.document.paragraphs] for each in parses}
