"""Each retrieval signal and each step of answering switched off in turn: what it is worth."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from eval.gold.gold import SPLITS
from eval.measures.score import Scored, score_all
from eval.statistics.significance import PairedDifference, paired_difference
from eval.systems.ask import ask
from eval.systems.caching_embedder import CachingEmbedder
from eval.systems.run import Bench, of_split
from eval.tables import shown, table
from index.document import Document
from index.progress import Progress, quiet
from rag.answerer import Answerer
from rag.settings import Settings

SHOWN = ("R@5", "RR", "citation F1", "sub-item F1", "vital facts", "words", "HasAns", "NoAns", "accuracy")
WHOLE = "everything on"
_SIGNIFICANT = 0.05  # p, the usual level; not corrected, so one in twenty stars is chance


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to answer: what is off, the settings for it, and whether a reader reads where there is one."""

    name: str
    settings: Settings
    reads: bool = True


@dataclass(frozen=True, slots=True)
class Worth:
    """The scores of a variant on one split, by measure, with their differences from everything on."""

    variant: str
    differences: Mapping[str, PairedDifference]


@dataclass(frozen=True, slots=True)
class Ablation:
    """The worth of each variant by split, everything on first; `interrupted` where not all are there."""

    splits: Mapping[str, tuple[Worth, ...]]
    questions: Mapping[str, int]
    interrupted: bool


def variants(settings: Settings) -> Iterator[Variant]:
    """`settings` as they are, then with one thing off: each signal, each switch, the fusion rule, refusing.

    So are titles, and reading beside the best.
    """
    yield Variant(WHOLE, settings)
    retrieval, choice = settings.retrieval, settings.choice
    for signal, weight in retrieval.weights.items():
        if weight:
            weights = {**retrieval.weights, signal: 0.0}
            yield Variant(f"signal {signal} off", replace(settings, retrieval=replace(retrieval, weights=weights)))
    if retrieval.fusion != "reciprocal ranks":
        ranks = replace(retrieval, fusion="reciprocal ranks")
        yield Variant("reciprocal ranks for z-scores", replace(settings, retrieval=ranks))
    yield from _switched_off(settings)
    if retrieval.title:
        yield Variant("titles off", replace(settings, retrieval=replace(retrieval, title=0.0)))
    if settings.reading.beside:
        yield Variant("beside off", replace(settings, reading=replace(settings.reading, beside=0)))
    if choice.costs.wrong:
        costs = replace(choice.costs, wrong=0.0)
        yield Variant("refusing off", replace(settings, choice=replace(choice, costs=costs)))


def _switched_off(settings: Settings) -> Iterator[Variant]:
    """`settings` with each switch off in turn that is on."""
    for group in fields(settings):
        values = getattr(settings, group.name)
        for name in (field.name for field in fields(values) if getattr(values, field.name) is True):
            yield Variant(f"{name} off", replace(settings, **{group.name: replace(values, **{name: False})}))


def ablate(bench: Bench, tell: Progress = quiet) -> Ablation:
    """The scores on the questions of `bench` with each part of answering off in turn; Ctrl-C keeps those done."""
    documents = {each.id: each for each in bench.index.documents}
    every = [*variants(bench.settings), *([Variant("reader off", bench.settings, reads=False)] if bench.reader else [])]
    caching = replace(bench, embedder=CachingEmbedder(bench.embedder))
    done: dict[str, tuple[Scored, ...]] = {}
    try:
        for place, variant in enumerate(every, start=1):
            stage = f"{place}/{len(every)} {variant.name}"
            done[variant.name] = _scored(variant, caching, documents, stage, tell)
    except KeyboardInterrupt:
        if not done:
            raise
    splits = {split: _worths(done, split) for split in SPLITS if any(q.split == split for q in bench.questions)}
    counts = {split: sum(each.split == split for each in bench.questions) for split in splits}
    return Ablation(splits, counts, interrupted=len(done) < len(every))


def ablation_text(ablation: Ablation) -> str:
    """The Markdown of `ablation`: each variant's scores, and how far they are from everything on."""
    blocks = ["# What each part is worth"]
    if ablation.interrupted:
        blocks.append("> **Partial**: stopped before every part had been switched off.")
    for split, worths in ablation.splits.items():
        blocks.append(f"## {split.capitalize()}: {ablation.questions[split]} questions")
        blocks.append(table(["", *SHOWN], ([each.variant, *(_cell(name, each) for name in SHOWN)] for each in worths)))
    blocks.append("In brackets: difference from everything on. *: p below 0.05, paired randomisation test.")
    return "\n\n".join(blocks) + "\n"


def _scored(
    variant: Variant, bench: Bench, documents: Mapping[str, Document], stage: str, tell: Progress
) -> tuple[Scored, ...]:
    """The questions scored as `variant` answers them."""
    reader = bench.reader if variant.reads else None
    answered = ask(bench.questions, Answerer(bench.index, bench.embedder, variant.settings, reader=reader), stage, tell)
    if answered.interrupted:
        raise KeyboardInterrupt
    return score_all(answered.pairs, documents)


def _worths(done: Mapping[str, tuple[Scored, ...]], split: str) -> tuple[Worth, ...]:
    whole = of_split(done[WHOLE], split)
    return tuple(Worth(name, _differences(whole, of_split(scored, split))) for name, scored in done.items())


def _differences(whole: tuple[Scored, ...], other: tuple[Scored, ...]) -> dict[str, PairedDifference]:
    differences = {}
    for name in SHOWN:
        pairs = [
            (a.scores[name], b.scores[name])
            for a, b in zip(whole, other, strict=True)
            if name in a.scores and name in b.scores
        ]
        if pairs:
            differences[name] = paired_difference([a for a, _ in pairs], [b for _, b in pairs])
    return differences


def _cell(figure: str, worth: Worth) -> str:
    found = worth.differences.get(figure)
    if found is None or worth.variant == WHOLE:
        return shown(figure, found.b if found else None)
    star = "*" if found.p < _SIGNIFICANT else ""
    places = 1 if figure == "words" else 3
    return f"{shown(figure, found.b)} ({found.difference.mean:+.{places}f}{star})"
