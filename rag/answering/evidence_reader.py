"""Evidence read: what a reader makes of the paragraphs found, for a question and for each that it joins."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.store import Index
from rag.answer import Hit
from rag.answering.writer import Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import POINTED
from rag.reader.paragraphs import ParagraphReader, reranked
from rag.retrieval.unranked import unranked
from rag.settings import ReadingSettings
from rag.tracing.spans import span


class EvidenceReader:
    """Reads the best hits with `reader` and orders them by what it makes of them; without one, nothing."""

    def __init__(self, reader: ParagraphReader | None, settings: ReadingSettings) -> None:
        self._reader = reader
        self._settings = settings

    def read(self, question: QuestionAnalysis, evidence: Evidence) -> Evidence:
        """`evidence` with what was read of its hits, in the order of both scores; as it is without a reader.

        What is said of a matter is often said in a row: of an open question those beside the best are read as well.
        Each question that `question` joins is read for by itself: what answers one of them seldom answers the others.
        """
        reader, most = self._reader, self._settings.paragraphs_each
        if reader is None:
            return evidence
        with span("read"):
            readings = reader.read(question, evidence.encoded, evidence.hits)
            hits = reranked(question, evidence.hits, readings, self._settings.weight)
            if question.answer_type not in POINTED and not question.names_sources:
                best = [hit.row for hit in hits[: self._settings.beside_best]]
                beside = [each for each in self._beside(best, evidence) if each.row not in readings]
                readings = {**readings, **reader.read_all(question, evidence.encoded, beside)}
                found = {each.row: each for each in (*evidence.hits, *beside)}
                hits = reranked(question, tuple(found.values()), readings, self._settings.weight)
            whole = replace(evidence, hits=hits, readings=readings)
            parts = tuple(
                replace(each, readings=reader.read(each.question, each.encoded, whole.hits_for(each)[:most]))
                for each in evidence.sub_questions
            )
        return replace(whole, sub_questions=parts)

    def _beside(self, best: Sequence[int], evidence: Evidence) -> list[Hit]:
        """The paragraphs beside the rows `best` in their sections; what was not found has the least score of all."""
        index, known = evidence.index, {hit.row: hit for hit in evidence.hits}
        least = min((hit.score for hit in evidence.hits), default=0.0)
        rows = dict.fromkeys(row for each in best for row in _near(each, index, self._settings.beside))
        return [known.get(row) or unranked(row, least, index) for row in rows if row not in best]


def _near(row: int, index: Index, most: int) -> Iterator[int]:
    """The rows of the section of the one at `row` that are at most so many away."""
    headings = index.store.places.headings_above
    return (each for each in index.rows_beside(row, most) if headings(each) == headings(row))
