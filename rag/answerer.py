"""Questions answered from one index, each sentence cited: analysed, evidence retrieved, an answer written, verified."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from contextvars import copy_context
from copy import copy
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from os import cpu_count
from time import perf_counter
from typing import TYPE_CHECKING

from index.document import Paragraph
from index.embedding.base import Embedder
from index.locator import Locator
from index.store import Index
from rag.answer import TOLD, Answer
from rag.answering.ahead import one_ahead
from rag.answering.differing import differing
from rag.answering.document_data import DocumentDataWriter
from rag.answering.evidence_reader import EvidenceReader
from rag.answering.extractive.writer import ExtractiveWriter
from rag.answering.lacking import lacking
from rag.answering.looked_up.in_order import lookups
from rag.answering.looked_up.writer import LookedUpFirst
from rag.answering.named_again import NamedAgain
from rag.answering.raised.in_order import raised
from rag.answering.search import SearchWriter
from rag.answering.steps import Analysed, Asked, Before, Encoded, Retrieved, Written
from rag.answering.summary import SummaryWriter
from rag.answering.tables.rows_read import RowsRead
from rag.answering.unweighed import AboutWriter, ChangeWriter, FootnoteWriter, RefusalWriter, TextWriter
from rag.answering.writer import AnswerWriter, Draft, Evidence, ReadQuestion
from rag.citing.quote_check import check
from rag.following.gone_on import gone_on
from rag.question.analyse import QuestionAnalysis, analyse, checked_question
from rag.question.kind import QuestionKind, kind_of
from rag.question.sub_questions import sub_analyses
from rag.question.words.wording import wording_of
from rag.reader.base import Reader
from rag.reader.paragraphs import ParagraphReader
from rag.remarks import remarks
from rag.retrieval.retrieve import Retriever
from rag.settings import NO_READER, Settings, settings_for
from rag.tracing.spans import span

if TYPE_CHECKING:
    # What a language model needs is loaded where there is one: most answers are without.
    from rag.writing.language_model import LanguageModel

NEAREST = 3
BATCH = 32  # questions encoded together
_FACTS = QuestionKind.FACTS
# Of the other kinds a place, a document or words are looked up, which hold what the question names or do not exist.
_WEIGHED = frozenset({QuestionKind.FACTS, QuestionKind.CHANGE})


class Answerer:
    """Answers questions from `index`. Safe to share between threads: nothing in it changes after it is made.

    `reader` reads the paragraphs found with the question, which takes most of the time; without one they are ranked and
    chosen from by similarity alone. `writer` writes what is not merely looked up, one that quotes sentences unless
    another is given.
    """

    def __init__(
        self,
        index: Index,
        embedder: Embedder,
        settings: Settings | None = None,
        *,
        reader: Reader | None = None,
        writer: AnswerWriter | None = None,
    ) -> None:
        self.index = index
        given = settings or settings_for(embedder.name)
        name = reader.name if reader else NO_READER
        self.settings = replace(given, reading=replace(given.reading, reader=name))
        self.retriever = Retriever(index, embedder, self.settings.retrieval)
        self.reader = reader
        glossary = self.retriever.glossary
        reading = self.settings.reading
        read = ParagraphReader(index, reader, glossary, reading) if reader else None
        self._reading = EvidenceReader(read, reading)
        self._read_at_most = reading.most(len(index.paragraphs)) if reader else 0
        self._embedder = embedder
        # A reader lets go of Python's lock while it reads; what has none would only wait for it in turn.
        self._at_once = (cpu_count() or 1) if reader else 1
        self._reworded: Callable[[str], str | None] = lambda _question: None
        quotes = ExtractiveWriter(self.retriever.signals, glossary, self.settings)
        quoting = RowsRead(NamedAgain(quotes, glossary, self._reading.read), reader, glossary)
        facts = writer or LookedUpFirst(quoting, lookups(glossary))
        self._writers: Mapping[QuestionKind, AnswerWriter] = {
            QuestionKind.NOT_ANSWERABLE: RefusalWriter(),
            QuestionKind.FOOTNOTES: FootnoteWriter(),
            QuestionKind.ABOUT: AboutWriter(),
            QuestionKind.DOCUMENT: DocumentDataWriter(),
            QuestionKind.TEXT: TextWriter(),
            QuestionKind.SUMMARY: SummaryWriter(),
            QuestionKind.SEARCH: SearchWriter(),
            QuestionKind.CHANGE: ChangeWriter(facts),
            QuestionKind.FACTS: facts,
        }

    def written_by(self, model: "LanguageModel") -> "Answerer":
        """The answerer whose answers `model` writes, each sentence proved; this one's writer where that is no help."""
        from rag.proof.prove import Prover
        from rag.writing.rewording import reworded
        from rag.writing.writer import ProvedWriter, writing_settings

        other = copy(self)
        writer = ProvedWriter(
            model,
            Prover(self._embedder, self.settings.calibration.support, self.retriever.glossary.forms),
            self._writers[_FACTS],
        )
        other.settings = replace(self.settings, writing=writing_settings(model))
        other._at_once = model.at_once
        other._reworded = partial(reworded, model=model)
        other._writers = {**self._writers, _FACTS: writer, QuestionKind.CHANGE: ChangeWriter(writer)}
        return other

    def answer(
        self, text: str, *, documents: Sequence[str] = (), id: str | None = None, before: Before | None = None
    ) -> Answer:
        """The answer to `text` from `documents` (ids; all if empty); QuestionError where it cannot be asked.

        `before` is what was asked just before in the same thread.
        """
        with span("ask"):
            return next(self.answer_many([Asked(text, tuple(documents), id, before)]))

    def answer_many(self, questions: Iterable[Asked]) -> Iterator[Answer]:
        """The answer to each of `questions`, in order, encoded in batches; QuestionError where one cannot be asked.

        While the answers to one batch are written, which is Python, the next is encoded, which multiplies matrices and
        leaves Python's lock alone: the questions are taken a batch ahead. Several are read and written side by side, as
        many as there are processors or the language model takes.
        """
        waiting = iter(questions)
        batches = iter(lambda: list(islice(waiting, BATCH)), [])
        with closing(one_ahead(self._encoded, batches)) as ahead:
            for encoded in ahead:
                yield from self._finish_all(encoded)

    def evidence(self, text: str, *, documents: Sequence[str] = ()) -> tuple[QuestionAnalysis, Evidence]:
        """What `text` is understood as, and what an answer to it would be written from."""
        (encoded,) = self._encoded([Asked(text, tuple(documents))])
        found = self._retrieve(encoded)
        return found.question, found.evidence

    def _encoded(self, batch: Sequence[Asked]) -> list[Encoded]:
        """Each question of `batch`, analysed and encoded."""
        return self._encode([self._analyse(each) for each in batch])

    def _finish_all(self, encoded: Sequence[Encoded]) -> Iterator[Answer]:
        """The answers to questions that were encoded, in order."""
        if len(encoded) == 1 or self._at_once == 1:
            yield from map(self._finish, encoded)
            return
        # A thread has no context of its own: spans would not be known to belong to what was asked.
        contexts = [copy_context() for _ in encoded]
        with ThreadPoolExecutor(self._at_once, thread_name_prefix="question") as beside:
            yield from beside.map(lambda context, each: context.run(self._finish, each), contexts, encoded)

    @span("analyse")
    def _analyse(self, asked: Asked) -> Analysed:
        """What the question names and asks for."""
        start = perf_counter()
        typed = checked_question(asked.text)
        going_on = gone_on(typed, asked.before) if asked.before else None
        if going_on and (asked.documents or not self._holds(going_on.documents)):
            # Which documents are asked is said already, or they are gone.
            going_on = replace(going_on, documents=())
        wording = wording_of(going_on.text if going_on else typed, self.retriever.spelling, self.retriever.glossary)
        documents = asked.documents or (going_on.documents if going_on else ())
        question = analyse(wording.text, self.index, documents)
        asked = replace(asked, text=typed, documents=documents, before=asked.before if going_on else None)
        remark = _joined(going_on.remark(self.index) if going_on else None, wording.remark)
        return Analysed(asked, replace(question, misspelt=remark), perf_counter() - start)

    def _holds(self, documents: Iterable[str]) -> bool:
        return self.index.store.held.by_id.keys() >= set(documents)

    def _encode(self, batch: Sequence[Analysed]) -> list[Encoded]:
        """The vectors of each question of `batch`; they are encoded together, with the questions that they join."""
        start = perf_counter()
        parts = [self._sub_questions(each.question) for each in batch]
        with span("encode"):
            encoded = iter(self.retriever.encode([*(each.question for each in batch), *chain.from_iterable(parts)]))
            whole = list(islice(encoded, len(batch)))
        joined = [tuple(ReadQuestion(part, next(encoded)) for part in own) for own in parts]
        share = (perf_counter() - start) / len(batch)
        return [
            Encoded(each.asked, each.question, one, own, each.seconds + share)
            for each, one, own in zip(batch, whole, joined, strict=True)
        ]

    def _finish(self, encoded: Encoded) -> Answer:
        """The answer to a question that was encoded."""
        found, written = self._write(self._retrieve(encoded))
        return self._verify(found, written)

    def _retrieve(self, encoded: Encoded) -> Retrieved:
        """The evidence for a question."""
        start, question, only = perf_counter(), encoded.question, encoded.asked.documents
        to_read = self._read_at_most if kind_of(question) in _WEIGHED else 0
        with span("retrieve"):
            ranked = self.retriever.rank(question, encoded.whole, only, to_read)
            hits = raised(question, ranked, self.index, self.retriever.glossary, encoded.asked)
        evidence = Evidence(self.index, hits, encoded.whole, encoded.joined, only)
        if to_read:
            read = self._reading.read(question, evidence)
            # More are read than anybody wants to look through.
            listed = max(self.settings.retrieval.depth, len(question.places))
            evidence = replace(read, hits=read.hits[:listed])
        return Retrieved(encoded.asked, question, evidence, encoded.seconds + perf_counter() - start)

    def _sub_questions(self, question: QuestionAnalysis) -> tuple[QuestionAnalysis, ...]:
        wanted = self.settings.choice.facets and kind_of(question) is QuestionKind.FACTS
        return sub_analyses(question) if wanted else ()

    @span("answer")
    def _write(self, found: Retrieved) -> tuple[Retrieved, Written]:
        """The draft, by the writer for questions of this kind, and the evidence that it was written from."""
        start, writer = perf_counter(), self._writers[kind_of(found.question)]
        draft = writer.write(found.question, found.evidence)
        if draft.language_model is not None and draft.state == "nothing" and not draft.language_model.failure:
            found, draft = self._written_again(found, draft)
        return found, Written(draft, draft.mode or writer.mode, perf_counter() - start)

    def _written_again(self, found: Retrieved, draft: Draft) -> tuple[Retrieved, Draft]:
        """What is written from the paragraphs for another wording of the question; `draft`, of nothing, if that is too.

        Not asked again is where the paragraphs are those that the model has read.
        """
        from rag.writing.writer import PARAGRAPHS

        other = self._reworded(found.question.text)
        if other is None:
            return found, draft
        _, evidence = self.evidence(other, documents=found.evidence.documents)
        read = {each.row for each in found.evidence.hits[:PARAGRAPHS]}
        if read.issuperset(each.row for each in evidence.hits[:PARAGRAPHS]):
            return found, draft
        again = self._writers[kind_of(found.question)].write(found.question, evidence)
        if not again.statements:
            return found, draft
        said = f"Found by another wording of the question, “{other}”."
        return replace(found, evidence=evidence), replace(again, remark=_joined(said, again.remark))

    @span("check")
    def _verify(self, found: Retrieved, written: Written) -> Answer:
        """The answer, each of whose quotations stands where it is cited; FidelityError where one does not."""
        draft, missing = written.draft, found.question.missing
        statements, differ = differing(found.question.text, draft.statements)
        hits = () if found.question.intent in TOLD else found.evidence.hits
        # What is looked up is found by what the question names, wherever that stands.
        looked_up = kind_of(found.question) not in _WEIGHED or draft.intent == "text"
        checks = () if looked_up else lacking(found.question, draft, self.index, self.retriever.glossary)
        answer = Answer(
            question=found.asked.text,
            answered=bool(draft.statements),
            statements=statements,
            evidence=hits,
            nearest=() if draft.statements else hits[:NEAREST],
            mode=written.mode,
            model=self._embedder.name,
            index=self.index.fingerprint,
            confidence=draft.confidence,
            milliseconds={"retrieve": 1000 * found.seconds, "answer": 1000 * written.seconds},
            id=found.asked.id,
            reason=draft.reason,
            remark=_joined(found.question.misspelt, differ, remarks(statements, missing, self.index), draft.remark),
            related=bool(checks) or draft.state == "related",
            checks=checks,
            intent=draft.intent or found.question.intent,
            reader=self.reader.name if self.reader else None,
            language_model=draft.language_model,
        )
        check(answer, self._paragraphs)
        return answer

    def _paragraphs(self, document: str, locator: Locator) -> list[Paragraph]:
        return [self.index.paragraphs[row].paragraph for row in self.index.rows(document, locator)]


def _joined(*said: str | None) -> str | None:
    """What is said, one after the other; None where nothing is."""
    return " ".join(each for each in said if each) or None
