"""Which sentences answer: the fewest that do.

Every sentence of the best paragraphs gets a chance of holding a key fact of the answer, from a logistic regression on
what `rag.answering.extractive.candidates` knows of it, fitted on the tune split of the gold questions
(`python -m eval.fit`).
The best is taken; others are taken as long as their chance is near the best one's and they say something new.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays import FloatMatrix, Scores
from index.displayed_lists import displayed_list, lead_ins
from index.language.english.claims import CLAIMS
from index.search.bm25 import terms
from index.text.late_patterns import LatePattern
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.candidates import FEATURES, Candidates
from rag.calibration import SentenceWeights
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import POINTED, AnswerType
from rag.settings import ChoiceSettings

_SAME_WORDS = 0.75  # two sentences that share this part of their words say the same
_FEW_WORDS = 3  # unless one of them adds more words of meaning
_NEGATION = LatePattern(rf"(?<![\w-])(?:{CLAIMS.negations})(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sentences of an answer, in the order of choice; the best candidate's place and chance to hold a key fact."""

    sentences: tuple[Candidate, ...]
    best: int = 0
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Floors:
    """What another sentence must reach: the share `near` of the best chance and the chance `least`.

    Its own chance counts `again` times less for each sentence already taken from its paragraph.
    """

    near: float
    least: float
    again: float

    @classmethod
    def of(cls, settings: ChoiceSettings, *, pointed: bool, related: bool) -> "Floors":
        """Those of `settings` for a `pointed` or an open question, and for passages that are only `related` to it."""
        near = settings.near_pointed if pointed else settings.near_open
        return cls(max(near, settings.near_related) if related else near, settings.least, settings.again)


def chances(features: FloatMatrix, weights: SentenceWeights) -> Scores:
    """The chance of each candidate to hold a key fact, from its FEATURES (n, features)."""
    by_feature = np.array([getattr(weights, name) for name in FEATURES], dtype=np.float32)
    chance: Scores = (1 / (1 + np.exp(-(features @ by_feature + weights.bias)))).astype(np.float32)
    return chance


def choose(
    question: QuestionAnalysis,
    candidates: Candidates,
    settings: ChoiceSettings,
    weights: SentenceWeights,
    *,
    related: bool = False,
) -> Chosen:
    """The sentences of `candidates` that answer `question`; none where there are no candidates.

    Of those to be shown as `related` passages somebody checks whether they answer: fewer paragraphs, and more of each.
    """
    if not candidates.sentences:
        return Chosen(())
    chance = chances(candidates.features, weights)
    order = [int(place) for place in np.argsort(-chance, kind="stable")]
    pointed = question.answer_type in POINTED or _is_defined(candidates, order[0])
    if len(question.scopes) > 1:
        sides = [[at for at in order if candidates.sentences[at].ref.row in rows] for rows in question.scopes]
        most = settings.most_each
    else:
        sides, most = [order], settings.most_pointed if pointed else settings.most_open
    floors = Floors.of(settings, pointed=pointed, related=related)
    taken = [at for side in sides for at in _near_the_best(candidates, side, chance, floors, most)]
    sentences = [candidates.sentences[at] for at in taken]
    if related:
        likely = [candidates.sentences[at] for at in order]
        sentences += _one_more_each(sentences, likely, settings.more_related)
    if settings.lists:
        sentences = _with_lists(question, sentences, candidates)
    return Chosen(tuple(dict.fromkeys(sentences)), order[0], float(chance[order[0]]))


def _is_defined(candidates: Candidates, place: int) -> bool:
    """Whether the sentence at `place` defines what is asked for, which is then answered by that one thing."""
    return bool(candidates.features[place, FEATURES.index("defines")] == 1.0)


def _near_the_best(
    candidates: Candidates, order: Sequence[int], chance: Scores, floors: Floors, most: int
) -> list[int]:
    """The first of `order` and those whose chance is near its, at most `most`, none saying what another says."""
    taken: list[int] = []
    waiting = list(order)
    while waiting and len(taken) < most:
        rows = Counter(candidates.sentences[at].ref.row for at in taken)
        worth = [float(chance[at]) * floors.again ** rows[candidates.sentences[at].ref.row] for at in waiting]
        best = max(range(len(waiting)), key=worth.__getitem__)
        if taken and worth[best] < max(float(chance[order[0]]) * floors.near, floors.least):
            break
        place = waiting.pop(best)
        if _says_new(candidates.sentences[place], [candidates.sentences[other] for other in taken]):
            taken.append(place)
    return taken


def _with_lists(question: QuestionAnalysis, taken: Iterable[Candidate], candidates: Candidates) -> list[Candidate]:
    """`taken` where a list's lead-in brings its items, an item its lead-in, and for a list question all its items."""
    whole: list[Candidate] = []
    for each in taken:
        own = [one for one in candidates.sentences if one.ref.row == each.ref.row]
        spans = [(one.start, one.end) for one in own]
        shown = displayed_list(each.ref.paragraph, spans)
        place = own.index(each)
        asked_for = question.answer_type is AnswerType.LIST and not whole
        if shown is None or (place not in (shown.lead_in, *shown.items) and not asked_for):
            whole.append(each)
            continue
        wants_all = place == shown.lead_in or question.answer_type is AnswerType.LIST
        leads = lead_ins(each.ref.paragraph, spans, place) or ([] if shown.lead_in is None else [shown.lead_in])
        whole += [each, *(own[lead] for lead in leads), *([own[item] for item in shown.items] if wants_all else [])]
    return whole


def _one_more_each(taken: Sequence[Candidate], likely: Sequence[Candidate], most: int) -> list[Candidate]:
    """Of each of the first `most` paragraphs of `taken` the first of `likely` that says something new, if any does."""
    rows = list(dict.fromkeys(each.ref.row for each in taken))[:most]
    of_rows = ((each for each in likely if each.ref.row == row and _says_new(each, taken)) for row in rows)
    return [more for own in of_rows if (more := next(own, None))]


def _says_new(sentence: Candidate, taken: Sequence[Candidate]) -> bool:
    return not any(says_the_same(sentence.text, other.text) for other in taken)


def says_the_same(one: str, other: str) -> bool:
    """Whether `one` says nothing that `other` does not: they share nearly all their words and deny as much.

    Paragraphs of one instrument are worded alike and say different things: `one` may not add a figure, nor more than
    a few words of meaning.
    """
    first, second = set(one.lower().split()), set(other.lower().split())
    if len(first & second) < _SAME_WORDS * min(len(first), len(second)):
        return False
    added = set(terms(one)).difference(terms(other))
    has_figure = any(character.isdigit() for word in added for character in word)
    return len(added) <= _FEW_WORDS and not has_figure and _denials(one) == _denials(other)


def _denials(text: str) -> int:
    return len(_NEGATION.findall(text))
