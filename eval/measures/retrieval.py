"""Retrieval measured by ir_measures, with requirements that have alternatives."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.gold.gold import GoldQuestion, Place, Requirement
from eval.measures.requirements import meets, paragraph_of, paragraph_requirements

RECALL = ("R@1", "R@5", "R@10")
RANKED = ("RR", "nDCG@10", "AP@10")
RETRIEVAL = (*RECALL, *RANKED)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The paragraphs found for one gold question, best first."""

    question: GoldQuestion
    places: Sequence[Place]


def retrieval_scores(rankings: Sequence[Ranking]) -> list[dict[str, float]]:
    """The RETRIEVAL measures of each ranking, in order; 0 where nothing was found, none for a question without gold.

    Everything is counted at the level of whole paragraphs by ir_measures (MacAvaney, Macdonald and Ounis 2022). It
    knows no alternatives, so relevance is judged as follows.

    R@k is the share of the question's requirements that the first k paragraphs meet. Each requirement is a topic of its
    own whose one relevant paragraph is the alternative that was found first (any, where none was); R@k of a topic is 1
    or 0, and a question's is the mean of its topics'.

    RR, nDCG@10 and AP@10 see one topic a question: relevant is each paragraph that meets a requirement which no
    paragraph above it meets, and one paragraph that was not found for each requirement that is met nowhere. A second
    alternative adds nothing a reader does not have yet, so it is not relevant; it takes its rank all the same.
    """
    import ir_measures

    scores: list[dict[str, float]] = [{} for _ in rankings]
    topics = list(_requirement_topics(rankings))
    for metric in ir_measures.iter_calc([ir_measures.parse_measure(name) for name in RECALL], *_as_trec(topics)):
        topic = topics[int(metric.query_id)]
        name = str(metric.measure)
        scores[topic.ranking][name] = scores[topic.ranking].get(name, 0.0) + metric.value * topic.share
    topics = list(_question_topics(rankings))
    for metric in ir_measures.iter_calc([ir_measures.parse_measure(name) for name in RANKED], *_as_trec(topics)):
        scores[topics[int(metric.query_id)].ranking][str(metric.measure)] = metric.value
    return scores


@dataclass(frozen=True, slots=True)
class _Topic:
    """A topic for ir_measures: `found` paragraphs, the ranks of the relevant ones, how many of them are not found.

    `ranking` is the place of the ranking it comes from, `share` what the topic counts there.
    """

    ranking: int
    found: int
    relevant: tuple[int, ...]
    not_found: int
    share: float = 1.0


def _requirement_topics(rankings: Sequence[Ranking]) -> Iterator[_Topic]:
    for i, ranking in enumerate(rankings):
        places, wanted = _places(ranking), paragraph_requirements(ranking.question.gold)
        for requirement in wanted:
            rank = _first_rank(places, requirement)
            relevant = () if rank is None else (rank,)
            yield _Topic(i, len(places), relevant, 1 - len(relevant), 1 / len(wanted))


def _question_topics(rankings: Sequence[Ranking]) -> Iterator[_Topic]:
    for i, ranking in enumerate(rankings):
        if wanted := paragraph_requirements(ranking.question.gold):
            places = _places(ranking)
            ranks = [_first_rank(places, requirement) for requirement in wanted]
            relevant = tuple(sorted({rank for rank in ranks if rank is not None}))
            yield _Topic(i, len(places), relevant, ranks.count(None))


def _places(ranking: Ranking) -> list[Place]:
    return list(dict.fromkeys(paragraph_of(place) for place in ranking.places))


def _first_rank(places: Sequence[Place], requirement: Requirement) -> int | None:
    return next((rank for rank, place in enumerate(places) if meets(place, requirement)), None)


def _as_trec(topics: Sequence[_Topic]) -> tuple[Mapping[str, Mapping[str, int]], Mapping[str, Mapping[str, float]]]:
    """Qrels and run of `topics`, the place of a topic being its name; scores fall with the rank, so nothing is tied."""
    qrels = {
        str(i): dict.fromkeys(
            [*(str(rank) for rank in topic.relevant), *(f"missing {n}" for n in range(topic.not_found))], 1
        )
        for i, topic in enumerate(topics)
    }
    run = {str(i): {str(rank): -float(rank) for rank in range(topic.found)} for i, topic in enumerate(topics)}
    return qrels, run
