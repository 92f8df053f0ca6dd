"""Questions answered from one index, each sentence verbatim and cited, without a language model."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from time import perf_counter

from index.document import Paragraph
from index.embedding.base import Embedder
from index.locator import Locator
from index.store import Index
from rag.answer import Answer, Hit, Statement
from rag.answering.extractive.candidates import Candidate, CandidateReader
from rag.answering.extractive.compose import compose, first_sentences, whole_paragraphs
from rag.answering.extractive.confidence import confidence
from rag.answering.extractive.footnotes import answering_notes, notes_marked
from rag.answering.extractive.select import choose
from rag.citing.quote_check import check
from rag.question.analyse import QuestionAnalysis, analyse
from rag.question.answer_type import answer_type_of
from rag.question.sub_questions import sub_questions
from rag.retrieval.encoded_question import EncodedQuestion
from rag.retrieval.retrieve import Retriever
from rag.settings import Settings, settings_for

MODE = "extractive"
NEAREST = 3
BATCH = 32  # questions encoded together
# Up to this many paragraphs that a question names are quoted whole; of more, the first sentence of each.
_QUOTED_WHOLE = 10
_QUOTED_AT_ALL = 50
OTHER_LANGUAGE = "The question seems to be in another language; questions are read in English only."


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as somebody hands it in: its text, the documents it may be answered from (all if empty), an id."""

    text: str
    documents: tuple[str, ...] = ()
    id: str | None = None


class Answerer:
    """Answers questions from `index`. Safe to share between threads: nothing in it changes after it is made."""

    def __init__(self, index: Index, embedder: Embedder, settings: Settings | None = None) -> None:
        self.index = index
        self.settings = settings or settings_for(embedder.name)
        self.retriever = Retriever(index, embedder, self.settings.retrieval)
        self._candidates = CandidateReader(self.retriever.signals)
        self._model = embedder.name

    def answer(self, text: str, *, documents: Sequence[str] = (), id: str | None = None) -> Answer:
        """The answer to `text` from `documents` (ids; all if empty); QuestionError where it cannot be asked."""
        return next(self.answer_many([Asked(text, tuple(documents), id)]))

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        """The answer to each of `questions`, in order, encoded in batches; QuestionError where one cannot be asked."""
        waiting = iter(questions)
        while batch := list(islice(waiting, BATCH)):
            start = perf_counter()
            analyses = [analyse(each.text, self.index, each.documents) for each in batch]
            encoded = self.retriever.encode(analyses)
            share = (perf_counter() - start) / len(batch)
            for asked, question, one in zip(batch, analyses, encoded, strict=True):
                yield self._answer(asked, question, one, share)

    def _answer(
        self, asked: Asked, question: QuestionAnalysis, encoded: EncodedQuestion, encoding_seconds: float
    ) -> Answer:
        start = perf_counter()
        hits = self.retriever.rank(question, encoded, asked.documents)
        ranked = perf_counter()
        statements, sure = self._statements(question, encoded, hits, asked.documents)
        answer = Answer(
            question=question.text,
            answered=bool(statements),
            statements=statements,
            evidence=hits,
            nearest=() if statements else hits[:NEAREST],
            mode=MODE,
            model=self._model,
            index=self.index.fingerprint,
            confidence=sure,
            milliseconds={
                "retrieve": 1000 * (encoding_seconds + ranked - start),
                "answer": 1000 * (perf_counter() - ranked),
            },
            id=asked.id,
            reason=None if statements else _reason(question),
            remark=f"There is no {question.missing}." if statements and question.missing else None,
        )
        check(answer, self._paragraphs)
        return answer

    def _statements(
        self, question: QuestionAnalysis, encoded: EncodedQuestion, hits: Sequence[Hit], only: Sequence[str]
    ) -> tuple[tuple[Statement, ...], float]:
        """The statements of the answer, none where no sentence clearly answers, and how sure that is."""
        if question.unknown_place or question.in_other_language:
            return (), 0.0
        if question.footnotes:
            noted = self._footnotes(question, only)
            return noted, float(bool(noted))
        if question.asks_for_text:
            return self._as_it_stands(question), 1.0
        chosen, sure = self._chosen(question, encoded, hits)
        if sure < self.settings.choice.refuse_below:
            return (), sure
        stated = compose(chosen, self.index, dependence=self.settings.choice.dependence)
        return (*stated, *answering_notes(question, [each.ref for each in chosen])), sure

    def _chosen(
        self, question: QuestionAnalysis, encoded: EncodedQuestion, hits: Sequence[Hit]
    ) -> tuple[tuple[Candidate, ...], float]:
        """The sentences that answer the question or, where it joins several, each of these, and how sure that is."""
        read = self._read(question, hits)
        settings, calibration = self.settings.choice, self.settings.calibration
        candidates = self._candidates.read(question, encoded, read)
        chosen = choose(question, candidates, settings, calibration.sentence)
        sure = 1.0 if question.places else confidence(question, candidates, chosen, calibration.confidence)
        sentences = chosen.sentences
        for facet in self._sub_questions(question):
            own = self._candidates.read(facet, self.retriever.encode([facet])[0], read)
            fewer = replace(settings, most_pointed=1, most_open=settings.most_each)
            sentences += choose(facet, own, fewer, calibration.sentence).sentences
        return tuple(dict.fromkeys(sentences)), sure

    def _sub_questions(self, question: QuestionAnalysis) -> list[QuestionAnalysis]:
        if not self.settings.choice.facets or len(question.scopes) > 1:
            return []
        parts = sub_questions(question.topic)
        return [
            replace(question, text=each.topic, topic=each.topic, answer_type=answer_type_of(each.asked))
            for each in parts
        ]

    def _read(self, question: QuestionAnalysis, hits: Sequence[Hit]) -> Sequence[Hit]:
        """The hits whose sentences are read: those of the places that the question names, or the best."""
        named = {each.row for each in question.places}
        return [hit for hit in hits if hit.row in named] or hits[: self.settings.choice.paragraphs]

    def _as_it_stands(self, question: QuestionAnalysis) -> tuple[Statement, ...]:
        places = question.places[:_QUOTED_AT_ALL]
        rows = list(dict.fromkeys(each.row for each in places))
        if len(rows) > _QUOTED_WHOLE:
            return first_sentences(rows, self.index)
        return whole_paragraphs(((each.row, each.items) for each in places), self.index)

    def _footnotes(self, question: QuestionAnalysis, only: Sequence[str]) -> tuple[Statement, ...]:
        """The footnotes that the question names, of the paragraphs or documents that it names, else of all."""
        documents = question.documents or only or [each.id for each in self.index.documents]
        rows = [each.row for each in question.places] or chain.from_iterable(map(self.index.rows_of, documents))
        return notes_marked(question.footnotes, [self.index.paragraphs[row] for row in rows])

    def _paragraphs(self, document: str, locator: Locator) -> list[Paragraph]:
        return [self.index.paragraphs[row].paragraph for row in self.index.rows(document, locator)]


def _reason(question: QuestionAnalysis) -> str | None:
    """Why there is no answer: no such place or footnote, or another language; None where it is neither."""
    if question.in_other_language:
        return OTHER_LANGUAGE
    missing = question.unknown_place or (f"footnote {', '.join(question.footnotes)}" if question.footnotes else None)
    return f"There is no {missing}." if missing else None
