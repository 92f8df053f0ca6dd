"""Fits `rag/answering/extractive/weights.py` on the tune split of the gold questions: `python -m eval.fit [--write]`.

Two logistic regressions (scikit-learn, L2): which sentence holds a key fact, and whether an answer states any.
Questions that name a place are left out of both, since they are answered from that place without a choice.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.gold.gold import GOLD_FILE, DocumentLookup, GoldQuestion, load_gold
from index.embedding.base import Embedder
from index.store import Index
from rag.answering.extractive import select as choosing
from rag.answering.extractive.candidates import FEATURES, Candidate, CandidateReader, Candidates
from rag.answering.extractive.confidence import CONFIDENCE_FEATURES, confidence_features
from rag.answering.extractive.select import choose
from rag.question.analyse import QuestionAnalysis, analyse
from rag.retrieval.retrieve import Retriever
from rag.settings import Settings

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "rag" / "answering" / "extractive" / "weights.py"
# Inverse strengths of regularisation: there are 8 sentences' features and 159 questions, so the second is held harder.
SENTENCE_C = 1.0
CONFIDENCE_C = 0.1

Matrix = NDArray[np.float64]
Labels = NDArray[np.int64]
Weights = tuple[dict[str, float], float]


def sentence_weights(index: Index, embedder: Embedder, questions: Sequence[GoldQuestion]) -> Weights:
    """Weights by feature name and bias of the chance that a sentence holds a key fact of the answer."""
    rows: list[NDArray[np.float32]] = []
    labels: list[bool] = []
    for gold, _, candidates in _read(index, embedder, questions):
        if gold.kind != "none":
            rows += list(candidates.features)
            labels += [_holds_nugget(gold, each) for each in candidates.sentences]
    return _fitted(FEATURES, np.array(rows, dtype=np.float64), np.array(labels, dtype=np.int64), SENTENCE_C)


def confidence_weights(index: Index, embedder: Embedder, questions: Sequence[GoldQuestion]) -> Weights:
    """Weights by feature name and bias of the chance that the chosen sentences state a key fact."""
    rows: list[tuple[float, ...]] = []
    labels: list[bool] = []
    for gold, question, candidates in _read(index, embedder, questions):
        chosen = choose(question, candidates, Settings().choice)
        known = confidence_features(question, candidates, chosen)
        if known is not None:
            rows.append(known)
            labels.append(any(_holds_nugget(gold, each) for each in chosen.sentences))
    return _fitted(CONFIDENCE_FEATURES, np.array(rows), np.array(labels, dtype=np.int64), CONFIDENCE_C)


def written(sentence: Weights, sure: Weights) -> str:
    """The text of `rag/answering/extractive/weights.py`."""
    blocks = [_block("SENTENCE", *sentence), _block("CONFIDENCE", *sure)]
    head = '"""Fitted numbers, written by `python -m eval.fit --write` from the tune split; not edited by hand."""\n'
    return "\n".join([head, *blocks])


def put_in_place(sentence: Weights) -> None:
    """Let sentences be selected by the `sentence` weights from now on: the second regression stands on the first."""
    weights, bias = sentence
    vars(choosing).update(SENTENCE_WEIGHTS=weights, SENTENCE_BIAS=bias)


def _block(name: str, weights: dict[str, float], bias: float) -> str:
    lines = "".join(f'    "{feature}": {weight:.4f},\n' for feature, weight in weights.items())
    return f"{name}_BIAS = {bias:.4f}\n{name}_WEIGHTS = {{\n{lines}}}\n"


def _read(
    index: Index, embedder: Embedder, questions: Sequence[GoldQuestion]
) -> Iterable[tuple[GoldQuestion, QuestionAnalysis, Candidates]]:
    retriever = Retriever(index, embedder)
    reader = CandidateReader(retriever.signals)
    depth = Settings().choice.paragraphs
    analyses = [analyse(each.question, index) for each in questions]
    for gold, question, encoded in zip(questions, analyses, retriever.encode(analyses), strict=True):
        if not question.places:
            yield gold, question, reader.read(question, encoded, retriever.rank(question, encoded)[:depth])


def _holds_nugget(gold: GoldQuestion, sentence: Candidate) -> bool:
    places = {(place.document, place.locator.paragraph) for each in gold.gold for place in each.alternatives}
    if (sentence.ref.document.id, sentence.ref.locator) not in places:
        return False
    return any(_stands_in(wording, sentence.text) for nugget in gold.nuggets for wording in nugget.wordings)


def _stands_in(wording: str, text: str) -> bool:
    pattern = r"\s+".join(re.escape(word) for word in wording.replace("’", "'").split())
    return re.search(rf"(?<!\w){pattern}(?!\w)", text.replace("’", "'"), re.IGNORECASE) is not None


def _fitted(names: Sequence[str], features: Matrix, labels: Labels, strength: float) -> Weights:
    from sklearn.linear_model import LogisticRegression

    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1
    model = LogisticRegression(C=strength, max_iter=5_000).fit((features - mean) / spread, labels)
    weights = model.coef_[0] / spread
    return dict(zip(names, weights.tolist(), strict=True)), float(model.intercept_[0] - weights @ mean)


def main(arguments: Sequence[str]) -> None:
    """Fit, and print or (`--write`) write `rag/answering/extractive/weights.py`."""
    from index.build import build_index
    from index.corpus.read import read_corpus
    from index.embedding.registry import load_embedder

    embedder = load_embedder()
    index = build_index([each.document for each in read_corpus([Path("corpus")]).parses], embedder)
    questions = [each for each in load_gold(GOLD_FILE, DocumentLookup(index.documents)) if each.split == "tune"]
    sentence = sentence_weights(index, embedder, questions)
    put_in_place(sentence)
    text = written(sentence, confidence_weights(index, embedder, questions))
    if "--write" in arguments:
        WEIGHTS_FILE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
