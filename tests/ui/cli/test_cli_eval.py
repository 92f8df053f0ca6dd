import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from index.build import build_index
from index.document import Document
from index.folder.save import save_index
from rag.answer import Answer
from rag.answerer import Answerer
from rag.answering.steps import Asked
from tests.support.beir_fakes import QRELS, beir_folder
from tests.support.fakes import FakeEmbedder
from ui.cli.main import run

GOLD: list[dict[str, object]] = [
    {
        "id": "a",
        "question": "Do banks cooperate?",
        "kind": "fact",
        "paraphrased": False,
        "split": "tune",
        "gold": [[{"document": "report-2018", "locator": "1"}]],
        "nuggets": [{"wordings": ["Banks cooperate"], "vital": True}],
        "reference": "Banks cooperate.",
    },
    {
        "id": "b",
        "question": "Freeze assets early?",
        "kind": "fact",
        "paraphrased": False,
        "split": "test",
        "gold": [[{"document": "guide", "locator": "draft guideline 1, 1"}]],
        "nuggets": [{"wordings": ["early"], "vital": True}],
        "reference": "Early.",
    },
]
Pincite = Callable[..., int]


@pytest.fixture
def pincite(
    documents: tuple[Document, ...], embedder: FakeEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Pincite:
    """`pincite eval`, in a folder with an index by the fake model and the file gold.jsonl."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PINCITE_INDEX", "built")
    monkeypatch.setattr("eval.systems.run.load_embedder", lambda *_: embedder)
    monkeypatch.setattr("index.embedding.registry.load_embedder", lambda *_: embedder)
    save_index(build_index(documents, embedder), Path("built"))
    write_gold(GOLD)
    return lambda *arguments: run(["eval", *arguments])


def write_gold(records: list[dict[str, object]]) -> None:
    Path("gold.jsonl").write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")


def names(folder: Path = Path()) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_run_writes_a_report_and_prints_the_systems(pincite: Pincite, capsys: pytest.CaptureFixture[str]) -> None:
    assert pincite("run", "--gold", "gold.jsonl", "--out", "out") == 0

    printed = capsys.readouterr()
    assert "Tune: 1 questions" in printed.out
    assert "| BM25 " in printed.out
    assert "report: out/report.md" in printed.err
    assert names(Path("out")) >= {"report.json", "report.md", "questions.jsonl"}
    record = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
    assert (record["partial"], record["gold"]["questions"]) == (None, 2)


def test_run_takes_a_split_settings_and_json_and_puts_the_report_in_reports(
    pincite: Pincite, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--gold", "gold.jsonl", "--split", "test", "--set", "choice.paragraphs=3", "--no-baselines", "--json")
    assert pincite("run", *arguments) == 0

    record = json.loads(capsys.readouterr().out)
    assert list(record["splits"]) == ["test"]
    assert list(record["splits"]["test"]["systems"]) == ["pincite"]
    assert record["settings"]["choice"]["paragraphs"] == 3
    assert len(list(Path("reports").glob("*/report.json"))) == 1


def test_compare_tells_what_differs(pincite: Pincite, capsys: pytest.CaptureFixture[str]) -> None:
    pincite("run", "--gold", "gold.jsonl", "--no-baselines", "--out", "a")
    pincite("run", "--gold", "gold.jsonl", "--no-baselines", "--out", "b", "--set", "retrieval.weights.late=0")
    capsys.readouterr()

    assert pincite("compare", "a", "b") == 0
    assert "retrieval.weights.late: 2.0 in the first, 0.0 in the second" in capsys.readouterr().out
    assert pincite("compare", "a", "b", "--json") == 0
    assert json.loads(capsys.readouterr().out)["splits"]["tune"]["questions"] == 1


def test_check_passes_what_was_recorded_and_fails_what_got_worse(
    pincite: Pincite, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--gold", "gold.jsonl", "--expected", "floor.toml")
    assert pincite("check", *options, "--record") == 0
    assert pincite("check", *options) == 0
    assert "scores are reached" in capsys.readouterr().out

    floor = Path("floor.toml").read_text(encoding="utf-8")
    Path("floor.toml").write_text(floor.replace('"accuracy" = ', '"accuracy" = 1'), encoding="utf-8")
    assert pincite("check", *options) == 1
    assert "2 of " in capsys.readouterr().out
    assert pincite("check", *options, "--split", "test", "--json") == 1
    verdicts = json.loads(capsys.readouterr().out)
    assert {each["split"] for each in verdicts} == {"test"}
    assert [each["figure"] for each in verdicts if not each["passed"]] == ["accuracy"]


def test_ablate_prints_a_table(pincite: Pincite, capsys: pytest.CaptureFixture[str]) -> None:
    assert pincite("ablate", "--gold", "gold.jsonl", "--split", "tune") == 0

    printed = capsys.readouterr().out
    assert "| signal late off " in printed
    assert "## Test" not in printed


def test_gold_check_counts_or_names_every_mistake(pincite: Pincite, capsys: pytest.CaptureFixture[str]) -> None:
    assert pincite("gold-check", "gold.jsonl") == 0
    assert "gold.jsonl: 2 questions, no mistakes" in capsys.readouterr().out

    write_gold([*GOLD, GOLD[0] | {"gold": [[{"document": "report-2018", "locator": "99"}]]}])
    assert pincite("gold-check", "gold.jsonl") == 2
    told = capsys.readouterr().err
    assert "gold.jsonl:3: gold: report-2018 has no '99'" in told
    assert "gold.jsonl:3: id: 'a' stands in line 1 already" in told


def test_beir_measures_a_set_and_writes_runs(
    pincite: Pincite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(beir_folder(tmp_path / "sets"))

    assert pincite("beir", root, "--split", "dev", "--limit", "2") == 0
    assert "2 questions, 4 passages" in capsys.readouterr().out
    assert "pincite.trec" in names(Path("reports/small-dev"))
    assert "manifest.json" in names(Path(".pincite/beir/small"))
    assert pincite("beir", root, "--split", "dev", "--out", "other", "--json") == 0
    assert json.loads(capsys.readouterr().out)["questions"] == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "--gold", "lost.jsonl"], "lost.jsonl: cannot be read"),
        (["run", "--gold", "gold.jsonl", "--index", "nowhere"], "no index at nowhere"),
        (["run", "--gold", "gold.jsonl", "--set", "choice.beauty=1"], "choice.beauty=1: no such setting"),
        (["run", "--gold", "gold.jsonl", "--out", "built"], "built is not a report"),
        (["check", "--gold", "gold.jsonl", "--expected", "lost.toml"], "lost.toml: cannot be read"),
        (["ablate", "--gold", "lost.jsonl"], "lost.jsonl: cannot be read"),
        (["compare", "a", "b"], "a/report.json: cannot be read"),
        (["beir", "nowhere", "--split", "dev"], "nowhere/corpus.jsonl: not there"),
        (["gold-check", "lost.jsonl"], "lost.jsonl: cannot be read"),
    ],
)
def test_bad_input_is_told_with_exit_code_2_and_nothing_is_written(
    pincite: Pincite, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    before = names()

    assert pincite(*arguments) == 2

    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.out == ""
    assert names() == before


def test_a_split_without_questions_is_refused(pincite: Pincite, capsys: pytest.CaptureFixture[str]) -> None:
    write_gold(GOLD[:1])

    assert pincite("run", "--gold", "gold.jsonl", "--split", "test", "--out", "out") == 2
    assert "gold.jsonl: no question of the split 'test'" in capsys.readouterr().err
    assert not Path("out").exists()


def test_questions_that_nothing_answers_are_reported_too(pincite: Pincite) -> None:
    nothing = {"kind": "none", "gold": [], "nuggets": [], "reference": "The documents do not tell."}
    write_gold([each | nothing for each in GOLD])

    assert pincite("run", "--gold", "gold.jsonl", "--out", "out") == 0
    record = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
    assert "R@5" not in record["splits"]["tune"]["systems"]["pincite"]["figures"]
    assert record["splits"]["tune"]["systems"]["BM25"]["figures"]["NoAns"]["mean"] == 0.0


def test_an_index_built_by_another_model_is_refused(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("eval.systems.run.load_embedder", lambda *_: FakeEmbedder(fingerprint="e" * 64))

    assert pincite("run", "--gold", "gold.jsonl", "--out", "out") == 2
    assert "pincite index" in capsys.readouterr().err
    assert not Path("out").exists()


def test_qrels_of_unknown_passages_are_listed(
    pincite: Pincite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = beir_folder(tmp_path / "sets", qrels=[*QRELS, "q1\tp8\t1", "q1\tp9\t1"])

    assert pincite("beir", str(root), "--split", "dev") == 2
    told = capsys.readouterr().err
    assert f"{root}/qrels/dev.tsv:6: unknown passage 'p8'" in told
    assert f"{root}/qrels/dev.tsv:7: unknown passage 'p9'" in told
    assert not Path("reports").exists()


def test_ctrl_c_leaves_a_partial_report_and_exit_code_130(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = Answerer.answer_many

    def interrupted(self: Answerer, questions: Iterable[Asked]) -> Iterator[Answer]:
        for asked in questions:
            if asked.id == "b":
                signal.raise_signal(signal.SIGINT)
            yield from whole(self, [asked])

    monkeypatch.setattr(Answerer, "answer_many", interrupted)

    assert pincite("run", "--gold", "gold.jsonl", "--out", "out") == 130
    assert "stopped after 1 of 2 questions; the report in out is partial" in capsys.readouterr().err
    assert (
        json.loads(Path("out/report.json").read_text(encoding="utf-8"))["partial"] == "stopped after 1 of 2 questions"
    )
    assert "**Partial report**" in Path("out/report.md").read_text(encoding="utf-8")


def test_help_of_every_command_needs_nothing_heavy() -> None:
    program = (
        "import sys\nfrom ui.cli.main import run\n"
        "for name in ('run', 'compare', 'check', 'ablate', 'beir', 'gold-check'):\n"
        "    assert run(['eval', name, '--help']) == 0\n"
        "heavy = {'torch', 'numpy', 'matplotlib', 'scipy', 'ir_measures', 'faiss', 'bm25s'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "--limit" in done.stdout
