"""Why a question went wrong: what was missed, and at which step."""

from dataclasses import dataclass

from eval.gold.gold import GoldQuestion, Place, Requirement
from eval.measures.citation import cited_places
from eval.measures.requirements import is_right, meets, paragraph_of, paragraph_requirements
from rag.answer import Answer

RIGHT, RIGHTLY_REFUSED = "right", "rightly refused"
REFUSED, SHOULD_HAVE_REFUSED = "refused", "should have refused"
NOT_RETRIEVED, NOT_CITED, CITED_WRONGLY = "not retrieved", "retrieved but not cited", "cited wrongly"
NOT_STATED = "cited but not stated"
OUTCOMES = (
    RIGHT,
    RIGHTLY_REFUSED,
    NOT_RETRIEVED,
    NOT_CITED,
    CITED_WRONGLY,
    NOT_STATED,
    REFUSED,
    SHOULD_HAVE_REFUSED,
)


@dataclass(frozen=True, slots=True)
class Missed:
    """A requirement that no citation meets, why, and the rank (from 1) at which it was found, None where it was not."""

    requirement: Requirement
    reason: str
    rank: int | None


def evidence_places(answer: Answer) -> tuple[Place, ...]:
    """The paragraphs that were found for a question, best first."""
    return tuple(Place(hit.document, hit.locator) for hit in answer.evidence)


def missed_requirements(question: GoldQuestion, answer: Answer) -> tuple[Missed, ...]:
    """The requirements of `question`, at sub-item level, that `answer` does not cite, each with its reason.

    `not retrieved`: none of its paragraphs is among the evidence. `cited wrongly`: its paragraph is cited with another
    sub-item or none, or nothing that is cited is right. `retrieved but not cited`: other requirements were cited.
    """
    cited = cited_places(answer)
    return tuple(
        _missed(requirement, question, answer, cited)
        for requirement in question.gold
        if not any(meets(place, requirement) for place in cited)
    )


def wrong_citations(question: GoldQuestion, answer: Answer) -> tuple[Place, ...]:
    """The places that `answer` cites and that meet nothing which `question` asks for."""
    return tuple(place for place in cited_places(answer) if not is_right(place, question.gold))


def outcome(question: GoldQuestion, answer: Answer, *, right: bool) -> str:
    """One of OUTCOMES: what became of `question`, by the earliest step that failed where it was answered wrongly."""
    if not question.gold:
        return SHOULD_HAVE_REFUSED if answer.state == "answers" else RIGHTLY_REFUSED
    if not answer.answered:
        return REFUSED
    if right:
        return RIGHT
    reasons = {each.reason for each in missed_requirements(question, answer)}
    return next((each for each in (NOT_RETRIEVED, CITED_WRONGLY, NOT_CITED) if each in reasons), NOT_STATED)


def _missed(requirement: Requirement, question: GoldQuestion, answer: Answer, cited: tuple[Place, ...]) -> Missed:
    (wanted,) = paragraph_requirements([requirement])
    ranks = (rank for rank, place in enumerate(evidence_places(answer), start=1) if meets(place, wanted))
    rank = next(ranks, None)
    if not answer.answered:
        return Missed(requirement, REFUSED, rank)
    if rank is None:
        return Missed(requirement, NOT_RETRIEVED, None)
    at_hand = any(meets(paragraph_of(place), wanted) for place in cited)
    elsewhere = not any(is_right(place, question.gold) for place in cited)
    return Missed(requirement, CITED_WRONGLY if at_hand or elsewhere else NOT_CITED, rank)
