"""Answers made of sentences of the documents, word for word; the first of the writers."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answer import EXTRACTIVE, Hit
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.candidates import CandidateReader
from rag.answering.extractive.compose import compose, lists_cut
from rag.answering.extractive.confidence import confidence
from rag.answering.extractive.footnotes import answering_notes
from rag.answering.extractive.select import choose
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary
from rag.retrieval.signals import SignalReader
from rag.settings import Settings


class ExtractiveWriter:
    """Quotes the fewest sentences that answer, or none where they hardly do; `signals` compare them with a question."""

    mode = EXTRACTIVE

    def __init__(self, signals: SignalReader, glossary: Glossary, settings: Settings) -> None:
        self._candidates = CandidateReader(signals, glossary)
        self._settings = settings

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The sentences of the best paragraphs that answer `question`, with what each leans on."""
        settings = self._settings.choice
        chosen, sure = self._chosen(question, evidence)
        state = settings.costs.state(sure)
        if state == "nothing" or not chosen:
            return Draft("nothing", confidence=sure)
        stated = compose(chosen, evidence.index, dependence=settings.dependence)
        notes = answering_notes(question, [each.ref for each in chosen])
        cut = " ".join(lists_cut(stated, evidence.index))
        return Draft(state, (*stated, *notes), sure, remark=cut or None)

    def _chosen(self, question: QuestionAnalysis, evidence: Evidence) -> tuple[tuple[Candidate, ...], float]:
        """The sentences that answer the question or, where it joins several, each of these, and how sure that is."""
        read = self._read(question, evidence.hits)
        settings, calibration = self._settings.choosing(read=bool(evidence.readings)), self._settings.calibration
        weights = calibration.read if evidence.readings else calibration.unread
        candidates = self._candidates.read(question, evidence.encoded, read, evidence.readings)
        chosen = choose(question, candidates, settings, weights.sentence)
        sure = 1.0 if question.places else confidence(question, candidates, chosen, weights.confidence)
        if settings.costs.state(sure) == "related":
            chosen = choose(question, candidates, settings, weights.sentence, related=True)
        sentences = chosen.sentences
        # A reader reads with the whole question only.
        unread = self._settings.choosing(read=False)
        fewer = replace(unread, most_pointed=1, most_open=unread.most_each)
        for part in evidence.sub_questions:
            own = self._candidates.read(part.question, part.encoded, read)
            sentences += choose(part.question, own, fewer, calibration.unread.sentence).sentences
        return tuple(dict.fromkeys(sentences)), sure

    def _read(self, question: QuestionAnalysis, hits: Sequence[Hit]) -> Sequence[Hit]:
        """The hits whose sentences are read: those of the places that the question names, or the best."""
        named = {each.row for each in question.places}
        return [hit for hit in hits if hit.row in named] or hits[: self._settings.choice.paragraphs]
