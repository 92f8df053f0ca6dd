"""Answers made of sentences of the documents, word for word; the first of the writers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from rag.answer import EXTRACTIVE, Hit
from rag.answering.extractive.asked_for import AskedFor
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.candidates import CandidateReader
from rag.answering.extractive.compose import compose, lists_cut
from rag.answering.extractive.confidence import confidence
from rag.answering.extractive.footnotes import answering_notes
from rag.answering.extractive.sections import rest_of_paragraphs, rest_of_section
from rag.answering.extractive.select import choose
from rag.answering.writer import Draft, Evidence, ReadQuestion
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary
from rag.reader.paragraphs import reranked
from rag.retrieval.signals import SignalReader
from rag.settings import ChoiceSettings, Settings


class ExtractiveWriter:
    """Quotes the fewest sentences that answer, or none where they hardly do; `signals` compare them with a question."""

    mode = EXTRACTIVE

    def __init__(self, signals: SignalReader, glossary: Glossary, settings: Settings) -> None:
        self._candidates = CandidateReader(signals, glossary)
        self._glossary = glossary
        self._settings = settings

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The sentences of the best paragraphs that answer `question`, with what each leans on."""
        settings = self._settings.choice
        chosen, sure = self._chosen(question, evidence)
        state = settings.costs.state(sure)
        if state == "nothing" or not chosen:
            return Draft("nothing", confidence=sure)
        ordered = AskedFor.by(question.text, self._glossary).defining_first(chosen)
        more = rest_of_section(question, ordered, evidence.index) if settings.sections else ()
        rest = rest_of_paragraphs(question, ordered, evidence.index) if settings.whole else ()
        stated = compose(ordered, evidence.index, dependence=settings.dependence, more=more, rest=rest)
        notes = answering_notes(question, [each.ref for each in chosen])
        cut = " ".join(lists_cut(stated, evidence.index))
        return Draft(state, (*stated, *notes), sure, remark=cut or None)

    def _chosen(self, question: QuestionAnalysis, evidence: Evidence) -> tuple[tuple[Candidate, ...], float]:
        """The sentences that answer the question or, where it joins several, each of these, and how sure that is."""
        whole = ReadQuestion(question, evidence.encoded, evidence.readings)
        settings = self._settings.choosing(read=bool(evidence.readings))
        chosen, sure = self._answering(whole, self._read(question, evidence.hits), settings)
        parts = (self._of_part(each, evidence) for each in evidence.sub_questions)
        return tuple(dict.fromkeys(chain(chosen, *parts))), sure

    def _of_part(self, part: ReadQuestion, evidence: Evidence) -> tuple[Candidate, ...]:
        """The few sentences that answer one of the questions joined in a question, none where they hardly do."""
        settings = self._settings.choosing(read=bool(part.readings))
        fewer = replace(settings, most_pointed=1, most_open=settings.most_each, near_related=0.0, more_related=0)
        found = reranked(part.question, evidence.hits_for(part), part.readings, self._settings.reading.weight)
        read = self._read(part.question, found)
        chosen, sure = self._answering(part, read, fewer)
        return () if settings.costs.state(sure) == "nothing" else chosen

    def _answering(
        self, asked: ReadQuestion, hits: Sequence[Hit], settings: ChoiceSettings
    ) -> tuple[tuple[Candidate, ...], float]:
        """The sentences of `hits` that answer what is asked, and how sure that is."""
        calibration = self._settings.calibration
        weights = calibration.read if asked.readings else calibration.unread
        candidates = self._candidates.read(asked.question, asked.encoded, hits, asked.readings)
        chosen = choose(asked.question, candidates, settings, weights.sentence)
        is_told = _is_told(asked.question, hits)
        sure = 1.0 if is_told else confidence(asked.question, candidates, chosen, weights.confidence)
        if settings.costs.state(sure) == "related":
            chosen = choose(asked.question, candidates, settings, weights.sentence, related=True)
        return chosen.sentences, sure

    def _read(self, question: QuestionAnalysis, hits: Sequence[Hit]) -> Sequence[Hit]:
        """The hits whose sentences are read: those of the places that the question names, or the best."""
        named = {each.row for each in question.places}
        return [hit for hit in hits if hit.row in named] or hits[: self._settings.choice.paragraphs]


def _is_told(question: QuestionAnalysis, hits: Sequence[Hit]) -> bool:
    """Whether `question` tells where its answer stands: places of the documents that it names or compares, or of one.

    Without that, `paragraph 12` is one of each document, and most of them have nothing to do with it.
    """
    named = {each.row for each in question.places}
    documents = {hit.document for hit in hits if hit.row in named}
    return bool(documents) and (question.tells_documents or len(documents) == 1)
