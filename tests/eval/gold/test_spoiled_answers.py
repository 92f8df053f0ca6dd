"""The measures notice answers that were spoiled on purpose: the whole gold set through the whole pipeline."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pytest

from eval.gold.gold import GOLD_FILE, DocumentLookup, GoldQuestion, Place, load_gold
from eval.measures.quotation import text_at
from eval.measures.requirements import paragraph_of
from eval.measures.score import score_all
from eval.reports.summary import Summary, summarise
from eval.systems.ask import ask
from index.document import Document
from index.locator import Locator
from index.progress import quiet
from rag.answer import Answer, Citation, Hit, Statement
from rag.answering.steps import Asked
from rag.citing.citation import cite
from tests.support.gold_fakes import citation

Spoil = Callable[[Sequence[Answer]], Sequence[Answer]]


@dataclass(frozen=True)
class Oracle:
    """Answers from the gold places: quotes each whole, footnotes too, and refuses what has none."""

    questions: Sequence[GoldQuestion]
    documents: Mapping[str, Document]
    spoil: Spoil = list

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        by_id = {each.id: each for each in self.questions}
        yield from self.spoil([self._answer(by_id[asked.id or ""]) for asked in questions])

    def _answer(self, question: GoldQuestion) -> Answer:
        places = list(dict.fromkeys(place for wanted in question.gold for place in wanted.alternatives))
        paragraphs = list(dict.fromkeys(map(paragraph_of, places)))
        statements = [self._quoted(place) for place in places]
        statements += [note for place in paragraphs for note in self._notes(place)]
        return _answer(question.question, statements, paragraphs, confidence=1.0 if places else 0.0)

    def _quoted(self, place: Place) -> Statement:
        paragraph = self.documents[place.document].paragraph(place.locator)
        text = text_at(paragraph, place) if paragraph else None
        assert text is not None
        return _statement(self.documents[place.document], place.locator, text)

    def _notes(self, place: Place) -> list[Statement]:
        document = self.documents[place.document]
        paragraph = document.paragraph(place.locator)
        notes = paragraph.notes if paragraph else ()
        return [_statement(document, place.locator, note.text, note.mark) for note in notes]


def _statement(document: Document, locator: Locator, text: str, note: str | None = None) -> Statement:
    return Statement(text, (citation(document, locator, text, note),))


def _answer(question: str, statements: Sequence[Statement], found: Sequence[Place], *, confidence: float) -> Answer:
    return Answer(
        question=question,
        answered=bool(statements),
        statements=tuple(statements),
        evidence=tuple(Hit(row, each.document, each.locator, -float(row)) for row, each in enumerate(found)),
        nearest=(),
        mode="extractive",
        model="oracle",
        index="",
        confidence=confidence,
        milliseconds={"retrieve": 1.0, "answer": 1.0},
    )


@pytest.fixture(scope="module")
def documents(corpus: tuple[Document, ...]) -> Mapping[str, Document]:
    return {each.id: each for each in corpus}


@pytest.fixture(scope="module")
def questions(corpus: tuple[Document, ...]) -> tuple[GoldQuestion, ...]:
    return load_gold(GOLD_FILE, DocumentLookup(corpus))


@pytest.fixture(scope="module")
def scores(questions: tuple[GoldQuestion, ...], documents: Mapping[str, Document]) -> Callable[[Spoil], Summary]:
    def summary(spoil: Spoil) -> Summary:
        answered = ask(questions, Oracle(questions, documents, spoil), "asking", quiet)
        return summarise(score_all(answered.pairs, documents))

    return summary


def means(summary: Summary, *names: str) -> dict[str, float | None]:
    return {name: summary.mean(name) for name in names}


def test_answers_that_quote_the_gold_places_score_full_marks(scores: Callable[[Spoil], Summary]) -> None:
    found = scores(list)

    full = ("R@10", "RR", "citation F1", "sub-item F1", "vital facts", "quote fidelity", "HasAns", "NoAns", "accuracy")
    assert means(found, *full) == dict.fromkeys(full, 1.0)
    assert means(found, "wrong-number rate", "AURC") == {"wrong-number rate": 0.0, "AURC": pytest.approx(0.0, abs=0.03)}


def test_citations_shifted_by_one_paragraph_are_noticed(
    scores: Callable[[Spoil], Summary], documents: Mapping[str, Document]
) -> None:
    def next_place(citation: Citation) -> Citation:
        document = documents[citation.document]
        order = [each.locator for each in document.paragraphs]
        locator = order[(order.index(citation.locator.paragraph) + 1) % len(order)]
        return replace(citation, locator=locator, text=cite(document, locator))

    def shift(answers: Sequence[Answer]) -> Sequence[Answer]:
        return [
            replace(
                answer,
                statements=tuple(
                    Statement(each.text, tuple(map(next_place, each.citations))) for each in answer.statements
                ),
            )
            for answer in answers
        ]

    found = scores(shift)

    for name in ("citation precision", "citation F1", "sub-item F1", "quote fidelity", "HasAns"):
        assert (found.mean(name) or 0.0) < 0.1, name
    assert (found.mean("wrong-number rate") or 0.0) > 0.95
    # The words are still the right ones, so these have to stay as they are.
    assert means(found, "vital facts", "R@10", "NoAns") == {"vital facts": 1.0, "R@10": 1.0, "NoAns": 1.0}


def test_answers_shuffled_between_questions_are_noticed(scores: Callable[[Spoil], Summary]) -> None:
    def shuffle(answers: Sequence[Answer]) -> Sequence[Answer]:
        half = len(answers) // 2
        return [*answers[half:], *answers[:half]]

    found = scores(shuffle)

    for name in ("R@5", "RR", "nDCG@10", "citation F1", "sub-item F1", "vital facts", "HasAns"):
        assert (found.mean(name) or 0.0) < 0.1, name
    # Each answer is still true to its own places.
    assert means(found, "quote fidelity", "wrong-number rate") == {"quote fidelity": 1.0, "wrong-number rate": 0.0}


def test_refusing_everything_is_noticed(scores: Callable[[Spoil], Summary]) -> None:
    def refuse(answers: Sequence[Answer]) -> Sequence[Answer]:
        return [replace(answer, answered=False, statements=()) for answer in answers]

    found = scores(refuse)

    nothing = ("citation precision", "citation recall", "citation F1", "sub-item F1", "vital facts", "token F1")
    assert means(found, *nothing, "HasAns", "coverage") == dict.fromkeys((*nothing, "HasAns", "coverage"), 0.0)
    assert means(found, "NoAns", "AURC") == {"NoAns": 1.0, "AURC": 1.0}
    assert found.mean("right when answered") is None


def test_answering_everything_with_the_first_paragraph_is_noticed(
    scores: Callable[[Spoil], Summary], documents: Mapping[str, Document]
) -> None:
    document = next(iter(documents.values()))
    first = document.paragraphs[0]

    def repeat(answers: Sequence[Answer]) -> Sequence[Answer]:
        statement = _statement(document, first.locator, first.text)
        found = [Place(document.id, first.locator)]
        return [_answer(answer.question, [statement], found, confidence=1.0) for answer in answers]

    found = scores(repeat)

    for name in ("R@10", "RR", "citation F1", "vital facts", "HasAns", "NoAns", "accuracy"):
        assert (found.mean(name) or 0.0) < 0.1, name
    assert found.mean("coverage") == 1.0
    assert (found.mean("AURC") or 0.0) > 0.9
