"""How sure it is that the documents answer a question, and that these sentences do.

A logistic regression on a handful of plain facts about the question and its sentences, fitted on the tune split of the
gold questions with `python -m eval.fit`. Scores of similarity alone hardly tell what is answered from what only sounds
as if (AUC near 0.5 on our hardest questions); whether the kind of thing that is asked for is there tells more.
"""

import re
from collections.abc import Sequence
from math import exp, log

from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern
from rag.answering.extractive.candidates import FEATURES, Candidates
from rag.answering.extractive.select import Chosen
from rag.calibration import ConfidenceWeights
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType, holds

# chance: the log-odds of the best sentence; kind: 1 where a chosen sentence holds the kind of thing asked for; years
# and ordinals: the share of those in the question that the chosen paragraphs or what is known of their documents give;
# figure: 1 where a figure is asked for; vector, words: as in FEATURES, of the best sentence. What a reader is as sure
# of is the likelier true the less it sounds like the question: a question for what is nearly told has the text's words.
# surest, second: the log-odds of the two paragraphs that a reader is surest of; what is told seldom stands alone.
CONFIDENCE_FEATURES = ("chance", "kind", "years", "ordinals", "figure", "vector", "words", "surest", "second")

_FIGURES = frozenset({AnswerType.NUMBER, AnswerType.MONEY, AnswerType.SHARE})

# Not `after 2012`, which no text needs to repeat.
_YEAR = LatePattern(r"(?<!after )(?<!before )(?<!since )(?<!until )\b(?:19|20)\d\d\b")
_ORDINAL = LatePattern(
    rf"\b(?:{'|'.join((*ENGLISH.ordinals, *ENGLISH.checks.ordinal_teens, ENGLISH.checks.ordinal_tens[0]))}) "
    r"(?=(?:[\w-]+ )?(?:session|meeting|conference|round)\b)",
    re.IGNORECASE,
)
_SURE = 1e-6


def confidence(question: QuestionAnalysis, candidates: Candidates, chosen: Chosen, weights: ConfidenceWeights) -> float:
    """The estimated chance, 0 to 1, that the `chosen` sentences answer `question`; 0 where there are none."""
    known = confidence_features(question, candidates, chosen)
    if known is None:
        return 0.0
    pairs = zip(CONFIDENCE_FEATURES, known, strict=True)
    return 1 / (1 + exp(-(weights.bias + sum(getattr(weights, name) * value for name, value in pairs))))


def confidence_features(question: QuestionAnalysis, candidates: Candidates, chosen: Chosen) -> tuple[float, ...] | None:
    """What is known of an answer, in the order of CONFIDENCE_FEATURES; None where nothing was chosen."""
    if not chosen.sentences:
        return None
    best = candidates.features[chosen.best]
    chance = min(max(chosen.chance, _SURE), 1 - _SURE)
    return (
        log(chance / (1 - chance)),
        float(any(holds(question.answer_type, each.text, question.text) for each in chosen.sentences)),
        _given(_YEAR.findall(question.text), chosen),
        _given(_ORDINAL.findall(question.text), chosen),
        float(question.answer_type in _FIGURES),
        *(float(best[FEATURES.index(name)]) for name in ("vector", "words")),
        *_surest(candidates),
    )


def _surest(candidates: Candidates) -> tuple[float, float]:
    """The log-odds of the two paragraphs of `candidates` that a reader is surest of; those of one alone, twice."""
    answers = candidates.features[:, FEATURES.index("answers")]
    by_row = {each.ref.row: float(own) for each, own in zip(candidates.sentences, answers, strict=True)}
    surest, second, *_ = (*sorted(by_row.values(), reverse=True), min(by_row.values()))
    return surest, second


def _given(wanted: Sequence[str], chosen: Chosen) -> float:
    """The share of `wanted` that the chosen paragraphs, or what is known of their documents, give; 1 for none."""
    if not wanted:
        return 1.0
    texts: list[str] = []
    for ref in {each.ref.row: each.ref for each in chosen.sentences}.values():
        document, paragraph = ref.document, ref.paragraph
        texts += [ref.text, *paragraph.headings, *(note.text for note in paragraph.notes)]
        texts += [document.title, document.short_title or "", document.date or "", document.session or ""]
    held = " ".join(texts).lower()
    return sum(each.strip().lower() in held for each in wanted) / len(wanted)
