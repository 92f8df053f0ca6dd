"""A BEIR set of a few words on disk, for the tests of what reads and measures one."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

PASSAGES = [
    {"_id": "p1", "title": "Banks", "text": "Banks cooperate."},
    {"_id": "p2", "title": "", "text": "Freeze  assets\nearly."},
    {"_id": "p3", "title": "Heading", "text": ""},
    {"_id": "p4", "text": "Zones."},
]
QUESTIONS = [
    {"_id": "q1", "text": "Who cooperates with banks?"},
    {"_id": "q2", "text": "Freeze assets?"},
    {"_id": "q3", "text": "What does the heading say?"},
    {"_id": "q4", "text": "Nobody judged this one."},
]
QRELS = ["query-id\tcorpus-id\tscore", "q1\tp1\t1", "q2\tp2\t2", "q2\tp4\t0", "q3\tp3\t1"]


def beir_folder(
    folder: Path,
    *,
    passages: Sequence[Mapping[str, object] | str] = PASSAGES,
    questions: Sequence[Mapping[str, object] | str] = QUESTIONS,
    qrels: Sequence[str] = QRELS,
    own_queries: bool = False,
) -> Path:
    """`folder`/small with the set; a text stands for a line as it is."""
    root = folder / "small"
    (root / "qrels").mkdir(parents=True)
    for name, records in (("corpus", passages), ("queries.dev" if own_queries else "queries", questions)):
        lines = [each if isinstance(each, str) else json.dumps(each) for each in records]
        (root / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (root / "qrels" / "dev.tsv").write_text("\n".join(qrels) + "\n", encoding="utf-8")
    return root
