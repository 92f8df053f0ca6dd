"""Retrieval measured on a BEIR set: ours beside BM25, dense paragraphs and their reciprocal rank fusion."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any, TypeAlias

import numpy as np

from eval.beir.beir_index import BeirIndex
from eval.beir.beir_set import BeirSet
from eval.statistics.bootstrap import Estimate, estimate
from eval.statistics.significance import paired_difference
from eval.systems.baselines import Bm25, DenseParagraphs, Ranker, ReciprocalRanks
from eval.systems.caching_embedder import CachingEmbedder
from eval.systems.run import OURS
from index.embedding.base import Embedder
from index.progress import Progress
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import answer_type_of
from rag.retrieval.retrieve import Retriever
from rag.settings import RetrievalSettings

MEASURES = ("R@10", "AP@10", "nDCG@10", "RR")
DEPTH = 100  # passages ranked for a question, ten times what the deepest measure here looks at
_BATCH = 32  # questions encoded together, as in `rag.answerer`
_TIE = 1e-6  # one in the last digit that is written, so that no tool breaks ties its own way

Run: TypeAlias = Mapping[str, Sequence[tuple[str, float]]]
"""Question id -> passage ids with their scores, best first."""


@dataclass(frozen=True, slots=True)
class SystemScores:
    """A system's measures over all questions, and per measure the p value of its difference from ours (ours: none)."""

    measures: Mapping[str, Estimate]
    p: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class BeirResult:
    """Each system's scores and run on a set, by name, ours first; `partial` says where it was stopped."""

    name: str
    split: str
    questions: int
    passages: int
    empty: int
    systems: Mapping[str, SystemScores]
    runs: Mapping[str, Run]
    partial: str | None = None

    def to_record(self) -> dict[str, Any]:
        """The result as JSON has it, without the runs."""
        systems = {name: asdict(each) for name, each in self.systems.items()}
        facts = {name: getattr(self, name) for name in ("name", "split", "questions", "passages", "empty", "partial")}
        return facts | {"systems": systems}


def run_beir(beir: BeirSet, held: BeirIndex, embedder: Embedder, tell: Progress) -> BeirResult:
    """The measures of each system on `beir`. After Ctrl-C while ours ranks, those of the questions ranked by then.

    Nothing in a question is taken as naming a document or a paragraph, as these sets have no such numbers.
    """
    remembering = CachingEmbedder(embedder)
    runs: dict[str, Run] = {OURS: {}}
    for name, make in _baselines(held, remembering).items():
        tell(f"ranking: {name}", 0, len(beir.questions))
        runs[name] = dict(_ranked(beir, held, make(), f"ranking: {name}", tell))
    ours: dict[str, Sequence[tuple[str, float]]] = {}
    partial = None
    try:
        for question, found in _ours(beir, held, remembering, tell):
            ours[question] = found
    except KeyboardInterrupt:
        if not ours:
            raise
        partial = f"stopped after {len(ours)} of {len(beir.questions)} questions"
    runs[OURS] = ours
    done = {name: {question: run[question] for question in ours} for name, run in runs.items()}
    qrels = {question: beir.qrels[question] for question in ours}
    return BeirResult(
        beir.name, beir.split, len(ours), len(beir.passages), held.empty, _scores(qrels, done), done, partial
    )


def measured(qrels: Mapping[str, Mapping[str, int]], run: Run) -> dict[str, list[float]]:
    """The MEASURES of `run`, by ir_measures: one value a question of `qrels`, in order, 0 where nothing was found."""
    import ir_measures

    by_rank = {
        question: {passage: float(-rank) for rank, (passage, _) in enumerate(found)} for question, found in run.items()
    }
    values: dict[str, dict[str, float]] = {name: {} for name in MEASURES}
    for metric in ir_measures.iter_calc([ir_measures.parse_measure(name) for name in MEASURES], qrels, by_rank):
        values[str(metric.measure)][metric.query_id] = metric.value
    return {name: [values[name].get(question, 0.0) for question in qrels] for name in MEASURES}


def trec_lines(run: Run, tag: str) -> Iterator[str]:
    """`run` in TREC's format: question, Q0, passage, rank, score, tag.

    Programs that read it sort by score, so each score is at least 0.000001 below the one before.
    """
    for question, found in run.items():
        above = float("inf")
        for rank, (passage, score) in enumerate(found, start=1):
            above = min(round(score, 6), above - _TIE)
            yield f"{question} Q0 {passage} {rank} {above:.6f} {tag}\n"


def _baselines(held: BeirIndex, embedder: Embedder) -> dict[str, Callable[[], Ranker]]:
    index = held.index
    return {
        Bm25.name: lambda: Bm25(index),
        DenseParagraphs.name: lambda: DenseParagraphs(index, embedder),
        ReciprocalRanks.name: lambda: ReciprocalRanks(index, embedder),
    }


def _ranked(
    beir: BeirSet, held: BeirIndex, ranker: Ranker, stage: str, tell: Progress
) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    done = 0
    for batch in _batches(beir.questions):
        for (question, _), scores in zip(batch, ranker.scores([text for _, text in batch]), strict=True):
            order = np.argsort(-scores, kind="stable")[:DEPTH].tolist()
            yield question, [(held.ids[row], float(scores[row])) for row in order]
        done += len(batch)
        tell(stage, done, len(beir.questions))


def _ours(
    beir: BeirSet, held: BeirIndex, embedder: Embedder, tell: Progress
) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    retriever, done = Retriever(held.index, embedder, RetrievalSettings(understand=False, depth=DEPTH)), 0
    tell(f"ranking: {OURS}", 0, len(beir.questions))
    for batch in _batches(beir.questions):
        asked = [QuestionAnalysis(text=text, topic=text, answer_type=answer_type_of(text)) for _, text in batch]
        for (question, _), each, encoded in zip(batch, asked, retriever.encode(asked), strict=True):
            yield question, [(held.ids[hit.row], hit.score) for hit in retriever.rank(each, encoded)]
            done += 1
            tell(f"ranking: {OURS}", done, len(beir.questions))


def _batches(questions: Mapping[str, str]) -> Iterator[list[tuple[str, str]]]:
    waiting = iter(questions.items())
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _scores(qrels: Mapping[str, Mapping[str, int]], runs: Mapping[str, Run]) -> dict[str, SystemScores]:
    values = {name: measured(qrels, run) for name, run in runs.items()}
    return {
        name: SystemScores(
            {measure: estimate(each) for measure, each in own.items()},
            {}
            if name == OURS
            else {measure: paired_difference(values[OURS][measure], own[measure]).p for measure in MEASURES},
        )
        for name, own in values.items()
    }
