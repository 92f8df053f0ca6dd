"""The weights of a calibration fitted on the tune split of the gold questions: `python -m eval.fit [--output FILE]`.

Two logistic regressions (scikit-learn, L2): which sentence holds a key fact, and whether an answer states any.
Questions that name a place are left out of both, since they are answered from that place without a choice. The
thresholds of a calibration are not fitted; they stay as they are.
"""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.gold.gold import GOLD_FILE, DocumentLookup, GoldQuestion, load_gold
from index.embedding.base import Embedder
from index.storage.atomic import replacing_file
from index.store import Index
from rag.answerer import Answerer
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.candidates import FEATURES, CandidateReader, Candidates
from rag.answering.extractive.confidence import CONFIDENCE_FEATURES, confidence_features
from rag.answering.extractive.select import choose
from rag.calibration import AnswerWeights, Calibration, ConfidenceWeights, SentenceWeights
from rag.question.analyse import QuestionAnalysis
from rag.reader.base import Reader
from rag.settings import ChoiceSettings, Settings, settings_for

# Inverse strengths of regularisation: there are 8 sentences' features and 159 questions, so the second is held harder.
SENTENCE_C = 1.0
CONFIDENCE_C = 0.1

# What a question asked with the reader alone counts, of one about real documents: nearly all that have no answer are
# written to be taken for others, which few that somebody asks are. On tune, each document foretold by the others, a
# fifth costs nearly as little as any share does on both, and most is answered of them (docs/decisions/0007).
INVENTED = 0.2

# Features that too few questions on tune have for a fit (six of 549 ask for a definition); their weights are stated.
STATED = ("defines",)

Matrix = NDArray[np.float64]
Labels = NDArray[np.int64]
Weights = NDArray[np.float64]
_DIGITS = 4  # of a weight in the file; more change no answer


@dataclass(frozen=True, slots=True)
class Models:
    """The embedding model and the reader, if one reads."""

    embedder: Embedder
    reader: Reader | None = None


@dataclass(frozen=True, slots=True)
class AskedOf:
    """Gold questions and the index of the documents that they are asked of; how much each of them counts."""

    index: Index
    questions: tuple[GoldQuestion, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Read:
    """A gold question as it was understood, the sentences it may be answered by, and how much it counts."""

    gold: GoldQuestion
    question: QuestionAnalysis
    candidates: Candidates
    weight: float


def fitted(unread: Sequence[AskedOf], read: Sequence[AskedOf], models: Models, settings: Settings) -> Calibration:
    """The calibration of `settings` with its regressions fitted anew: on `unread` without a reader, on `read` with it.

    In each pair the second regression stands on the first. Where `read` is empty the weights with a reader stay: it
    must not hold questions that the reader has learnt from, of which it is surer than of others.
    """
    calibration = replace(settings.calibration, unread=answer_weights(unread, replace(models, reader=None), settings))
    if not read:
        return calibration
    return replace(calibration, read=answer_weights(read, models, settings))


def answer_weights(sets: Sequence[AskedOf], models: Models, settings: Settings) -> AnswerWeights:
    """The weights of both regressions on the questions of all `sets`."""
    found = [each for asked in sets for each in found_for(asked, models, settings)]
    sentence = sentence_weights(found, settings)
    return AnswerWeights(
        sentence, confidence_weights(found, settings.choosing(read=models.reader is not None), sentence)
    )


def sentence_weights(read: Sequence[Read], settings: Settings) -> SentenceWeights:
    """The weights of the chance that a sentence holds a key fact of the answer; those in STATED are of `settings`."""
    rows: list[NDArray[np.float32]] = []
    labels: list[bool] = []
    counted: list[float] = []
    for each in read:
        if each.gold.kind != "none":
            rows += list(each.candidates.features)
            labels += [_holds_nugget(each.gold, sentence) for sentence in each.candidates.sentences]
            counted += [each.weight] * len(each.candidates.sentences)
    features, telling = np.array(rows, dtype=np.float64), np.array(labels, dtype=np.int64)
    fitted_ones = [place for place, name in enumerate(FEATURES) if name not in STATED]
    names = [FEATURES[place] for place in fitted_ones]
    found = _fitted(names, features[:, fitted_ones], telling, SENTENCE_C, np.array(counted))
    return replace(settings.calibration.unread.sentence, **found)


def confidence_weights(read: Sequence[Read], settings: ChoiceSettings, sentence: SentenceWeights) -> ConfidenceWeights:
    """The weights of the chance that the sentences chosen with the weights `sentence` state a key fact."""
    rows: list[tuple[float, ...]] = []
    labels: list[bool] = []
    counted: list[float] = []
    for each in read:
        chosen = choose(each.question, each.candidates, settings, sentence)
        known = confidence_features(each.question, each.candidates, chosen)
        if known is not None:
            rows.append(known)
            labels.append(any(_holds_nugget(each.gold, one) for one in chosen.sentences))
            counted.append(each.weight)
    telling = np.array(labels, dtype=np.int64)
    found = _fitted(CONFIDENCE_FEATURES, np.array(rows), telling, CONFIDENCE_C, np.array(counted))
    return ConfidenceWeights(**found)


def found_for(asked: AskedOf, models: Models, settings: Settings) -> Iterator[Read]:
    """Each question with what it was understood as and the sentences it may be answered by."""
    answerer = Answerer(asked.index, models.embedder, settings, reader=models.reader)
    candidates = CandidateReader(answerer.retriever.signals, answerer.retriever.glossary)
    for gold in asked.questions:
        question, evidence = answerer.evidence(gold.question)
        if not question.places:
            hits = evidence.hits[: settings.choice.paragraphs]
            read = candidates.read(question, evidence.encoded, hits, evidence.readings)
            yield Read(gold, question, read, asked.weight)


def _holds_nugget(gold: GoldQuestion, sentence: Candidate) -> bool:
    places = {(place.document, place.locator.paragraph) for each in gold.gold for place in each.alternatives}
    if (sentence.ref.document.id, sentence.ref.locator) not in places:
        return False
    return any(_stands_in(wording, sentence.text) for nugget in gold.nuggets for wording in nugget.wordings)


def _stands_in(wording: str, text: str) -> bool:
    pattern = r"\s+".join(re.escape(word) for word in wording.replace("’", "'").split())
    return re.search(rf"(?<!\w){pattern}(?!\w)", text.replace("’", "'"), re.IGNORECASE) is not None


def _fitted(
    names: Sequence[str], features: Matrix, labels: Labels, strength: float, counted: Weights
) -> dict[str, float]:
    """The weight of each of the features `names`, in their own units, and the `bias`; `counted` is how much rows do."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1
    model = LogisticRegression(C=strength, max_iter=5_000).fit((features - mean) / spread, labels, counted)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - weights @ mean)
    return {
        name: round(value, _DIGITS) for name, value in zip(("bias", *names), (bias, *weights.tolist()), strict=True)
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit on the documents of `corpus` and those named, and print the calibration or write it to the file named."""
    from index.build import build_index
    from index.corpus.read import read_corpus
    from index.embedding.registry import load_embedder
    from index.folder.load import load_index
    from rag.reader.registry import load_reader

    parser = ArgumentParser(prog="python -m eval.fit", description="Fit the weights of a calibration anew.")
    parser.add_argument("--output", type=Path, help="the file to write, such as MODEL.en.json; else it is printed")
    parser.add_argument("--model", help="another sentence-transformers model than the packaged one")
    parser.add_argument(
        "--also",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("INDEX", "GOLD"),
        help="what to fit on beside them, with the reader and without one, repeatable",
    )
    parser.add_argument(
        "--with-reader",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("INDEX", "GOLD"),
        help="what to fit on with the reader alone, since nothing but reading tells what is asked there, repeatable",
    )
    given = parser.parse_args(arguments)
    embedder = load_embedder(given.model)
    five = build_index([each.document for each in read_corpus([Path("corpus")]).parses], embedder)
    also = [_tune(load_index(folder), gold) for folder, gold in given.also]
    read = [replace(_tune(load_index(folder), gold), weight=INVENTED) for folder, gold in given.with_reader]
    models = Models(embedder, load_reader() if also or read else None)
    found = fitted([_tune(five, GOLD_FILE), *also], [*also, *read], models, settings_for(given.model))
    text = replace(found, model=Path(embedder.name).name).to_json()
    if given.output is None:
        sys.stdout.write(text)
        return
    with replacing_file(given.output) as file:
        file.write(text.encode())


def _tune(index: Index, gold: Path) -> AskedOf:
    """The tune questions of a file; those that go on from another are asked after it, not by themselves, and left."""
    questions = load_gold(gold, DocumentLookup(index.documents))
    return AskedOf(index, tuple(each for each in questions if each.split == "tune" and not each.after))


if __name__ == "__main__":
    main()
