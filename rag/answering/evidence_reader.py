"""Evidence read: what a reader makes of the paragraphs found, for a question and for each that it joins."""

from dataclasses import replace

from rag.answering.writer import Evidence
from rag.question.analyse import QuestionAnalysis
from rag.reader.paragraphs import ParagraphReader, reranked
from rag.settings import ReadingSettings
from rag.tracing.spans import span


class EvidenceReader:
    """Reads the best hits with `reader` and orders them by what it makes of them; without one, nothing."""

    def __init__(self, reader: ParagraphReader | None, settings: ReadingSettings) -> None:
        self._reader = reader
        self._settings = settings

    def read(self, question: QuestionAnalysis, evidence: Evidence) -> Evidence:
        """`evidence` with what was read of its hits, in the order of both scores; as it is without a reader.

        Each question that `question` joins is read for by itself: what answers one of them seldom answers the others.
        """
        reader, most = self._reader, self._settings.paragraphs_each
        if reader is None:
            return evidence
        with span("read"):
            readings = reader.read(question, evidence.encoded, evidence.hits)
            hits = reranked(question, evidence.hits, readings, self._settings.weight)
            whole = replace(evidence, hits=hits, readings=readings)
            parts = tuple(
                replace(each, readings=reader.read(each.question, each.encoded, whole.hits_for(each)[:most]))
                for each in evidence.sub_questions
            )
        return replace(whole, sub_questions=parts)
