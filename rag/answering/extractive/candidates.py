"""The sentences an answer may be made of, and what speaks for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, pairwise

import numpy as np

from index.arrays import FloatMatrix, Scores
from index.displayed_lists import finest_item
from index.search.base import stem_weights
from index.search.span_vectors import SpanVectors
from index.sentences import heads_end
from rag.answer import Hit
from rag.answering.checks.elsewhere import countries_asked_about, elsewhere
from rag.answering.checks.said_by_others import names_of_country, said_by_others
from rag.answering.extractive.asked_for import AskedFor
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.context import Leaning, antecedents, leaning, opening
from rag.answering.speakers import speaker_label
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.question.answer_type import holds
from rag.question.words.acronyms import Glossary
from rag.reader.paragraphs import UNREAD, ParagraphReading, Readings
from rag.retrieval.encoded_question import EncodedQuestion
from rag.retrieval.signals import SignalReader

_PARAGRAPHS_KEPT = 4_096  # of a kilobyte or so

# What is known of a candidate, by name; the values are the columns of `Candidates.features`.
FEATURES = (
    "gap",  # how far the fused score of its paragraph is behind the best one's, 0 or less
    "vector",  # inner product of the question with the sentence
    "pieces",  # late interaction of the question with the sentence and what it takes up, read in the paragraph
    "words",  # share of the question's words that the sentence and what it leans on hold, weighted by rarity
    "kind",  # 1 where it holds the kind of thing asked for
    "length",  # natural logarithm of its words
    "answers",  # log-odds that its paragraph answers, by a reader; of one that was not read, the least of all
    "reads",  # logarithm of the chance that it is the sentence of its paragraph that does, by a reader
    "defines",  # how far it defines the term that is asked for, 0 to 1
    "says",  # 1 where the speaker that is asked for says it, -1 where somebody else does
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sentences of ranked paragraphs, paragraph after paragraph, and their FEATURES (n, features)."""

    sentences: tuple[Candidate, ...]
    features: FloatMatrix


class CandidateReader:
    """Reads the sentences of ranked paragraphs."""

    def __init__(self, signals: SignalReader, glossary: Glossary) -> None:
        self._signals = signals
        self._glossary = glossary
        self._index = signals.index

    def read(
        self, question: QuestionAnalysis, encoded: EncodedQuestion, hits: Sequence[Hit], readings: Readings = UNREAD
    ) -> Candidates:
        """The sentences of `hits` with their features; of a sub-item that the question names, only its own.

        Without `readings` the features of a reader are 0.
        """
        sentences, similarities = self._sentences(encoded, hits)
        if not sentences:
            return Candidates((), np.zeros((0, len(FEATURES)), dtype=np.float32))
        ranks = [each.rank for each in sentences]
        scores = np.array([hit.score for hit in hits], dtype=np.float32)[ranks]
        stems = stem_weights(self._index.lexical, question.topic)
        # The tokens of `The tool` have been read in its paragraph; those of `It` still stand for nothing.
        asked_for = AskedFor.by(question.text, self._glossary)
        paragraphs = [list(same) for _, same in groupby(sentences, key=lambda each: each.rank)]
        spoken, said = _readable(paragraphs, opening), _readable(paragraphs, leaning)
        defining = asked_for.defining(sentences)
        columns = (
            scores - scores.max(),
            similarities,
            self._late(encoded, hits, paragraphs, spoken),
            [self._share(stems, " ".join(each.text for each in whole)) for whole in said],
            [holds(question.answer_type, each.text, question.text) for each in sentences],
            [np.log(len(each.text.split())) for each in sentences],
            *_as_read(sentences, readings),
            defining,
            asked_for.saying(sentences, self._index),
        )
        features = np.stack([np.asarray(each, dtype=np.float32) for each in columns], axis=1)
        inside = _inside(paragraphs, question, defining if asked_for.long_form else ())
        inside = self._not_anothers(inside, paragraphs, names_of_country(asked_for.speaker or ""))
        return Candidates(tuple(sentences[i] for i in inside), features[inside])

    def _sentences(self, encoded: EncodedQuestion, hits: Sequence[Hit]) -> tuple[tuple[Candidate, ...], Scores]:
        """The sentences of `hits` and their similarity to the question; a blank paragraph has none."""
        held = self._index.dense.sentences([hit.row for hit in hits])
        ranks = np.repeat(np.arange(len(hits)), np.diff(held.bounds)).tolist()
        places = [place for first, last in pairwise(held.bounds.tolist()) for place in range(last - first)]
        spans = zip(ranks, held.spans.tolist(), places, strict=True)
        refs = [self._index.paragraphs[hit.row] for hit in hits]
        found = tuple(
            Candidate(refs[rank], rank, start, end, place) for rank, (start, end), place in spans if start < end
        )
        return found, held.similarities(encoded.vector)[held.spans[:, 0] < held.spans[:, 1]]

    def _late(
        self,
        encoded: EncodedQuestion,
        hits: Sequence[Hit],
        paragraphs: Sequence[Sequence[Candidate]],
        said: Sequence[Sequence[Candidate]],
    ) -> Scores:
        """Late interaction of the question with sentences and what they lean on, their word pieces read in context."""
        values = np.zeros(len(said), dtype=np.float32)
        if not len(encoded.tokens):
            return values
        tokens = self._signals.tokens([hit.row for hit in hits], encoded.vector)
        similarities = tokens.similarities(encoded.tokens)
        best = {
            each: similarities[first:last].max(axis=0)
            for same in paragraphs
            for each, (first, last) in zip(same, _token_bounds(tokens, same), strict=True)
            if last > first
        }
        for i, whole in enumerate(said):
            if own := [best[each] for each in whole if each in best]:
                values[i] = (np.max(own, axis=0) if len(own) > 1 else own[0]) @ encoded.weights
        return values

    def _not_anothers(
        self, inside: list[int], paragraphs: Sequence[Sequence[Candidate]], speaker: frozenset[str]
    ) -> list[int]:
        """Those `inside` that no other country says than `speaker`, its names, or all where none is left."""
        if not speaker:
            return inside
        anothers: list[bool] = []
        for own in paragraphs:
            # Whose words those of a record are, its label says.
            is_labelled = speaker_label(self._index, own[0].ref.row) is not None
            anothers += [False] * len(own) if is_labelled else said_by_others((each.text for each in own), speaker)
        return [i for i in inside if not anothers[i]] or inside

    def _share(self, stems: Mapping[str, float], text: str) -> float:
        """The share of the weight of `stems` that `text` holds."""
        total = sum(stems.values())
        held = set(self._index.lexical.terms(text))
        return sum(weight for stem, weight in stems.items() if stem in held) / total if total else 0.0


def _as_read(sentences: Sequence[Candidate], readings: Readings) -> tuple[list[float], list[float]]:
    """The last two features of each sentence."""
    if not readings:
        return [0.0] * len(sentences), [0.0] * len(sentences)
    least = ParagraphReading(min(each.answers for each in readings.values()), {})
    read = [readings.get(each.ref.row, least) for each in sentences]
    places = [each.place for each in sentences]
    return [each.answers for each in read], [each.sentence(at) for each, at in zip(read, places, strict=True)]


def _readable(paragraphs: Sequence[Sequence[Candidate]], leans: Leaning) -> list[tuple[Candidate, ...]]:
    """Each sentence with those of its paragraph that it leans on: `It was established in 2004` tells with them.

    So does a row of a table with the caption and the heads of the columns.
    """
    whole: list[tuple[Candidate, ...]] = []
    for own in paragraphs:
        if end := heads_end(own[0].ref.paragraph):
            heads = [each for each in own if each.start < end]
            whole += [(each,) if each.start < end else (*heads, each) for each in own]
            continue
        needed = _antecedents_of_all(tuple(each.text for each in own), leans)
        whole += [(*(own[at] for at in earlier), each) for each, earlier in zip(own, needed, strict=True)]
    return whole


@lru_cache(maxsize=_PARAGRAPHS_KEPT)
def _antecedents_of_all(sentences: tuple[str, ...], leans: Leaning) -> tuple[tuple[int, ...], ...]:
    """What each of the sentences of a paragraph needs before it; what is found often is remembered."""
    return tuple(tuple(antecedents(sentences, place, leans)) for place in range(len(sentences)))


def _inside(
    paragraphs: Sequence[Sequence[Candidate]], question: QuestionAnalysis, defining: Sequence[float]
) -> list[int]:
    """Those of the sentences of `paragraphs`, counted from 0, that an answer may be made of.

    They are of the places that `question` names and not of another country; only what defines, where anything does.
    """
    inside = [i for i, each in enumerate(chain(*paragraphs)) if _is_asked_for(each, question.places)]
    if countries := countries_asked_about(question):
        others = [told for own in paragraphs for told in elsewhere((each.text for each in own), countries)]
        inside = [i for i in inside if not others[i]]
    return [i for i in inside if defining and defining[i] == 1.0] or inside


def _is_asked_for(sentence: Candidate, places: Sequence[NamedPlace]) -> bool:
    """Whether `sentence` is in one of the sub-items that `places` name of its paragraph, if they name any."""
    named = [each.items for each in places if each.row == sentence.ref.row]
    if not named:
        return True
    own = finest_item(sentence.ref.paragraph, (sentence.start, sentence.end))
    return any(own[: len(items)] == items for items in named)


def _token_bounds(tokens: SpanVectors, sentences: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Where the tokens of each of the sentences of a paragraph begin and end among those of the hits' paragraphs."""
    rank = sentences[0].rank
    first, last = tokens.bounds[rank : rank + 2].tolist()
    ends = [(each.start, each.end) for each in sentences]
    return [(first + start, first + end) for start, end in np.searchsorted(tokens.spans[first:last, 0], ends).tolist()]
