"""A report written to a folder: figures, text, charts and questions, whole or not at all."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.measures.metrics import METRICS
from eval.measures.nuggets import answer_text, is_stated
from eval.measures.outcomes import missed_requirements, wrong_citations
from eval.measures.score import Scored
from eval.reports.charts import CAPTIONS, charts
from eval.reports.report import REPORT_FILE, Report, check_target
from eval.reports.report_text import report_text
from index.folder.files import write_lines
from index.storage.atomic import replacing_folder
from rag.answer_json import answer_object

TEXT_FILE, QUESTIONS_FILE = "report.md", "questions.jsonl"


def write_report(folder: Path, report: Report, scored: Sequence[Scored]) -> None:
    """Write `report` to `folder`, in place of the report that may be there; `scored` are our answers.

    OutputError where something else is there or nothing can be written; what was there is then as it was.
    """
    check_target(folder)
    drawn = charts(report, scored) if scored else {}
    captions = {name: CAPTIONS[name] for name in drawn}
    with replacing_folder(folder) as new:
        record = json.dumps(report.to_record(), ensure_ascii=False, indent=2) + "\n"
        (new / REPORT_FILE).write_text(record, encoding="utf-8")
        (new / TEXT_FILE).write_text(report_text(report, scored, captions), encoding="utf-8")
        write_lines(new / QUESTIONS_FILE, map(question_record, scored))
        for name, content in drawn.items():
            (new / name).write_bytes(content)


def question_record(scored: Scored) -> Mapping[str, Any]:
    """A line of `questions.jsonl`: a question, its gold, its answer as `pincite ask --json` has it, what was missed."""
    question, answer = scored.question, scored.answer
    text = answer_text(answer)
    return {
        "id": question.id,
        "question": question.question,
        "kind": question.kind,
        "split": question.split,
        "paraphrased": question.paraphrased,
        "outcome": scored.outcome,
        "gold": [[str(place) for place in wanted.alternatives] for wanted in question.gold],
        "missed": [
            {
                "gold": [str(place) for place in each.requirement.alternatives],
                "reason": each.reason,
                "rank": each.rank,
            }
            for each in missed_requirements(question, answer)
        ],
        "wrong_citations": [str(place) for place in wrong_citations(question, answer)],
        "facts_missed": [
            {"wordings": list(each.wordings), "vital": each.vital}
            for each in question.nuggets
            if not is_stated(each, text)
        ],
        "reference": question.reference,
        "confidence": round(answer.confidence, 4),
        "scores": {name: round(scored.scores[name], 6) for name in METRICS if name in scored.scores},
        "answer": answer_object(answer),
    }
