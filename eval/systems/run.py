"""The benchmark: gold questions asked, scored, and asked of the baselines too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.gold.gold import DocumentLookup, GoldQuestion, load_gold
from eval.measures.score import Scored, score_all
from eval.systems.ask import Answered, Answering, ask
from eval.systems.baselines import QuotesTheBest, baselines
from eval.systems.cost import Cost, build_seconds, bytes_on_disk, peak_memory, percentiles
from index.document import Document
from index.embedding.base import Embedder
from index.embedding.registry import load_embedder
from index.engines.opening import load_index
from index.errors import GoldError
from index.progress import Progress, quiet
from index.store import Index
from rag.answer import Answer
from rag.answerer import Answerer
from rag.open_answerer import check_model
from rag.reader.base import Reader
from rag.reader.registry import load_reader
from rag.settings import Settings
from rag.writing.language_model import LanguageModel
from rag.writing.writer import writing_settings

OURS = "pincite"


@dataclass(frozen=True)
class Bench:
    """The parts of a benchmark: an index folder with its index and model, questions, the settings to answer with."""

    folder: Path
    index: Index
    embedder: Embedder
    questions: tuple[GoldQuestion, ...]
    settings: Settings
    reader: Reader | None = None
    language_model: LanguageModel | None = None

    def answerer(self) -> Answerer:
        """What is measured."""
        extractive = Answerer(self.index, self.embedder, self.settings, reader=self.reader)
        return extractive.written_by(self.language_model) if self.language_model else extractive


@dataclass(frozen=True, slots=True)
class Run:
    """The result of a benchmark: each system's scored questions by its name, ours first.

    `interrupted` says, in words, where Ctrl-C ended it.
    """

    systems: Mapping[str, tuple[Scored, ...]]
    asked: int
    cost: Cost
    interrupted: str | None = None


@dataclass(frozen=True, slots=True)
class Models:
    """The names or folders of the model that built the index and of the reader, None for the packaged ones.

    `language_model` writes the answers, if there is one.
    """

    embedder: str | None = None
    reader: str | None = None
    language_model: LanguageModel | None = None


def open_bench(
    folder: Path, gold: Path, *, split: str | None, settings: Settings, models: Models | None = None
) -> Bench:
    """The benchmark of the index in `folder` on the questions of `gold` (one split, or all), with `models`.

    A PinciteError tells of an index, gold file or model that cannot be used; the gold file is read before the model is
    loaded, which takes seconds.
    """
    index = load_index(folder)
    questions = load_gold(gold, DocumentLookup(index.documents))
    kept = tuple(each for each in questions if split in (None, each.split))
    if not kept:
        raise GoldError(f"{gold}: no question of the split {split!r}; leave --split out, or name another file")
    named = models or Models()
    embedder = load_embedder(named.embedder)
    check_model(index.manifest, embedder, folder)
    if named.language_model:
        settings = replace(settings, writing=writing_settings(named.language_model))
    return Bench(folder, index, embedder, kept, settings, load_reader(named.reader), named.language_model)


def run(bench: Bench, *, with_baselines: bool = True, tell: Progress = quiet) -> Run:
    """The scored answers to the questions of `bench`. Ctrl-C ends it with those found by then, if any."""
    documents = {each.id: each for each in bench.index.documents}
    answered = ask(bench.questions, bench.answerer(), "asking", tell)
    if answered.interrupted and not answered.pairs:
        raise KeyboardInterrupt
    memory = peak_memory()
    p50, p95 = percentiles([answer.milliseconds for _, answer in answered.pairs])
    cost = Cost(p50, p95, None, bytes_on_disk(bench.folder), memory)
    if answered.interrupted:
        return _stopped(answered, documents, bench, cost)
    insisted = insist(answered, never_refusing(bench), tell)
    systems = {OURS: score_all(answered.pairs, documents, insisted.by_id)}
    found = Run(systems, len(bench.questions), cost)
    if insisted.interrupted:
        return replace(found, interrupted="stopped while the refused questions were asked again")
    return _with_baselines(found, bench, documents, tell) if with_baselines else found


@dataclass(frozen=True, slots=True)
class Insisted:
    """The answers to refused questions when nothing may be refused, by question id."""

    by_id: Mapping[str, Answer]
    interrupted: bool


def insist(answered: Answered, answering: Answering, tell: Progress) -> Insisted:
    """The answers of `answering`, which refuses nothing, to the questions that were refused."""
    refused = [question for question, answer in answered.pairs if answer.state == "nothing"]
    again = ask(refused, answering, "asking again what was refused", tell)
    return Insisted({question.id: answer for question, answer in again.pairs}, again.interrupted)


def never_refusing(bench: Bench) -> Answerer:
    """An answerer with the settings of `bench`, but that a wrong answer costs nothing."""
    choice = replace(bench.settings.choice, costs=replace(bench.settings.choice.costs, wrong=0.0))
    return Answerer(bench.index, bench.embedder, replace(bench.settings, choice=choice), reader=bench.reader)


def _stopped(answered: Answered, documents: Mapping[str, Document], bench: Bench, cost: Cost) -> Run:
    done = f"stopped after {len(answered.pairs)} of {len(bench.questions)} questions"
    return Run({OURS: score_all(answered.pairs, documents)}, len(bench.questions), cost, done)


def _with_baselines(found: Run, bench: Bench, documents: Mapping[str, Document], tell: Progress) -> Run:
    """`found` with the baselines and the time a build takes; Ctrl-C keeps the baselines that are done."""
    systems, model = dict(found.systems), bench.embedder.name
    try:
        for name, make in baselines(bench.index, bench.embedder).items():
            stage = f"baseline: {name}"
            tell(stage, 0, 0)
            answered = ask(bench.questions, QuotesTheBest(make(), bench.index, model), stage, tell)
            if answered.interrupted:
                raise KeyboardInterrupt
            systems[name] = score_all(answered.pairs, documents)
        seconds = build_seconds(bench.index, bench.embedder, tell)
    except KeyboardInterrupt:
        return replace(found, systems=systems, interrupted="stopped during the baselines; the questions are complete")
    return replace(found, systems=systems, cost=replace(found.cost, build_seconds=seconds))


def of_split(scored: Sequence[Scored], split: str) -> tuple[Scored, ...]:
    """Those of `scored` that belong to a split."""
    return tuple(each for each in scored if each.question.split == split)
