from pathlib import Path

import pytest

from eval.beir.beir_set import BeirPassage, load_beir
from index.errors import BenchmarkError
from tests.support.beir_fakes import PASSAGES, QRELS, QUESTIONS, beir_folder


def complaint(folder: Path, split: str = "dev") -> list[str]:
    with pytest.raises(BenchmarkError) as caught:
        load_beir(folder, split)
    return str(caught.value).splitlines()


def test_a_set_has_its_passages_and_the_questions_somebody_judged(tmp_path: Path) -> None:
    beir = load_beir(beir_folder(tmp_path), "dev")

    assert (beir.name, beir.split) == ("small", "dev")
    assert beir.passages[0] == BeirPassage("p1", "Banks", "Banks cooperate.")
    assert beir.passages[3] == BeirPassage("p4", "", "Zones.")
    assert list(beir.questions) == ["q1", "q2", "q3"]
    # Grade 0 says that somebody looked and found it not relevant.
    assert beir.qrels == {"q1": {"p1": 1}, "q2": {"p2": 2}, "q3": {"p3": 1}}


def test_a_limit_takes_the_first_questions(tmp_path: Path) -> None:
    beir = load_beir(beir_folder(tmp_path), "dev", limit=2)

    assert list(beir.questions) == list(beir.qrels) == ["q1", "q2"]


def test_a_split_may_have_its_own_file_of_questions(tmp_path: Path) -> None:
    assert len(load_beir(beir_folder(tmp_path, own_queries=True), "dev").questions) == 3


def test_qrels_need_no_header(tmp_path: Path) -> None:
    assert len(load_beir(beir_folder(tmp_path, qrels=QRELS[1:]), "dev").questions) == 3


def test_a_missing_file_is_named_with_the_splits_there_are(tmp_path: Path) -> None:
    root = beir_folder(tmp_path)

    assert complaint(root, "test") == [
        f"{root}/qrels/test.tsv: not there, and a BEIR set needs it; splits with qrels are: dev"
    ]
    assert "splits with qrels are: none" in complaint(tmp_path)[0]


def test_all_mistakes_are_named_with_file_and_line(tmp_path: Path) -> None:
    root = beir_folder(
        tmp_path,
        passages=[*PASSAGES, "{", {"_id": "p1", "text": "x"}, {"_id": "a b", "text": "x"}, {"_id": "p9"}, "[]"],
        questions=[*QUESTIONS, {"_id": "q9", "text": 7}],
        qrels=[*QRELS, "q1\tp77\t1", "q77\tp1\t1", "q1 p1 1", "q1\tp1\thigh"],
    )

    head, *rest = complaint(root)

    assert head == f"{root}: 10 mistakes; mend these lines and try again"
    assert rest == [
        f"{root}/corpus.jsonl:5: Expecting property name enclosed in double quotes: line 2 column 1 (char 2)",
        f"{root}/corpus.jsonl:6: _id 'p1' stands in line 1 already",
        f"{root}/corpus.jsonl:7: _id 'a b' is empty or holds white space",
        f"{root}/corpus.jsonl:8: expected a text as 'text', found None",
        f"{root}/corpus.jsonl:9: expected a JSON object",
        f"{root}/queries.jsonl:5: expected a text as 'text', found 7",
        f"{root}/qrels/dev.tsv:6: unknown passage 'p77'",
        f"{root}/qrels/dev.tsv:7: unknown question 'q77'",
        f"{root}/qrels/dev.tsv:8: expected query-id, corpus-id, score parted by tabs, found 1 columns",
        f"{root}/qrels/dev.tsv:9: score 'high' is not a whole number",
    ]


def test_a_flood_of_mistakes_is_cut_and_counted(tmp_path: Path) -> None:
    root = beir_folder(tmp_path, qrels=[*QRELS, *(f"q1\tx{i}\t1" for i in range(100))])

    lines = complaint(root)

    assert lines[0].startswith(f"{root}: 100 mistakes;")
    assert len(lines) == 32
    assert lines[-1] == "… and 70 more"


def test_qrels_without_anything_relevant_are_refused(tmp_path: Path) -> None:
    assert complaint(beir_folder(tmp_path, qrels=QRELS[:1])) == [
        f"{tmp_path}/small/qrels/dev.tsv: no question has a relevant passage; name another split"
    ]


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    root = beir_folder(tmp_path)
    (root / "corpus.jsonl").write_bytes(b'{"_id": "p1", "text": "caf\xe9"}\n')

    assert complaint(root)[0].startswith(f"{root}/corpus.jsonl: not UTF-8")
