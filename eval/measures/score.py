"""One answer scored against its gold question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.gold.gold import GoldQuestion
from eval.measures.abstention import Judgement
from eval.measures.citation import cited_places, item_citations, paragraph_citations
from eval.measures.nuggets import answer_text, nugget_recall, rightly_cited_text, token_f1, word_count
from eval.measures.outcomes import evidence_places, outcome
from eval.measures.quotation import quote_fidelity, wrong_number_rate
from eval.measures.retrieval import Ranking, retrieval_scores
from index.document import Document
from rag.answer import Answer


@dataclass(frozen=True, slots=True)
class Scored:
    """A question, its answer and the figures that apply to it, by name.

    `outcome` is one of `eval.measures.outcomes.OUTCOMES`. `judgement` is of the answer that is given when nothing may
    be refused.
    """

    question: GoldQuestion
    answer: Answer
    scores: Mapping[str, float]
    outcome: str
    judgement: Judgement


def score_all(
    answered: Sequence[tuple[GoldQuestion, Answer]],
    documents: Mapping[str, Document],
    insisted: Mapping[str, Answer] | None = None,
) -> tuple[Scored, ...]:
    """Each question scored, in order. `insisted` are, by question id, answers to questions that had been refused.

    Without such an answer a refused question counts as wrong on the risk-coverage curve.
    """
    rankings = [Ranking(question, evidence_places(answer)) for question, answer in answered]
    scored = []
    for (question, answer), retrieval in zip(answered, retrieval_scores(rankings), strict=True):
        right = is_right_answer(question, answer)
        forced = (insisted or {}).get(question.id, answer)
        scored.append(
            Scored(
                question,
                answer,
                retrieval | answer_scores(question, answer, documents),
                outcome(question, answer, right=right),
                Judgement(forced.confidence, is_right_answer(question, forced)),
            )
        )
    return tuple(scored)


def is_right_answer(question: GoldQuestion, answer: Answer) -> bool:
    """Whether `answer` states every vital fact in sentences that cite a required paragraph.

    That is what `correct` means in the measures of refusing. An unanswerable question has no right answer.
    """
    if not question.gold or not answer.answered:
        return False
    vital = [each for each in question.nuggets if each.vital]
    return nugget_recall(vital, rightly_cited_text(answer, question.gold)) == 1.0


def answer_scores(question: GoldQuestion, answer: Answer, documents: Mapping[str, Document]) -> dict[str, float]:
    """The figures of one answer that apply, by name; those of retrieval are not among them."""
    scores = _abstention(question, answer)
    if question.gold:
        scores |= _citation(question, answer) | _nuggets(question, answer)
    text = answer_text(answer)
    of_any_answer = {
        "wrong-number rate": wrong_number_rate(answer, documents),
        "quote fidelity": quote_fidelity(answer, documents),
        "words": float(word_count(text)) if answer.answered else None,
        "sentences": float(len(answer.statements)) if answer.answered else None,
    }
    known = {name: value for name, value in of_any_answer.items() if value is not None}
    return scores | known | _proving(answer)


def _proving(answer: Answer) -> dict[str, float]:
    """What became of a language model's sentences, as shares of them; nothing where it wrote none."""
    run = answer.language_model
    if run is None or not run.sentences:
        return {}
    counted = {"re-cited": run.recited, "replaced": run.replaced, "left out": run.left_out}
    return {name: count / run.sentences for name, count in counted.items()}


def _citation(question: GoldQuestion, answer: Answer) -> dict[str, float]:
    cited = cited_places(answer)
    whole, items = paragraph_citations(question.gold, cited), item_citations(question.gold, cited)
    scores = {
        "citation precision": whole.precision,
        "citation recall": whole.recall,
        "citation F1": whole.f1,
        "sub-item precision": items.precision,
        "sub-item recall": items.recall,
        "sub-item F1": items.f1,
    }
    return scores | ({"precision when answered": whole.precision} if answer.answered else {})


def _nuggets(question: GoldQuestion, answer: Answer) -> dict[str, float]:
    text = answer_text(answer)
    recalls = {
        "vital facts": nugget_recall([each for each in question.nuggets if each.vital], text),
        "all facts": nugget_recall(question.nuggets, text),
    }
    known = {name: value for name, value in recalls.items() if value is not None}
    return known | {"token F1": token_f1(text, question.reference)}


def _abstention(question: GoldQuestion, answer: Answer) -> dict[str, float]:
    """Coverage and accuracy as LitQA has them (Laurent et al. 2024); accuracy when it answers is its `precision`.

    Answered is what is shown as an answer; a related passage that has to be checked is not.

    HasAns and NoAns are those of SQuAD 2.0 (Rajpurkar, Jia and Liang 2018).
    """
    shown = answer.state == "answers"
    right = shown and is_right_answer(question, answer)
    done_right = right if question.gold else not shown
    scores = {"coverage": float(shown), "accuracy": float(done_right)}
    scores["HasAns" if question.gold else "NoAns"] = float(done_right)
    if question.gold:
        scores |= {"shown as answers": float(shown), "nothing found": float(answer.state == "nothing")}
    if shown:
        scores |= {"right when answered": float(right), "fact when answered": float(states_a_fact(question, answer))}
    return scores


def states_a_fact(question: GoldQuestion, answer: Answer) -> bool:
    """Whether `answer` states at least one vital fact; the answer to an unanswerable question states none."""
    return bool(nugget_recall([each for each in question.nuggets if each.vital], answer_text(answer)))
