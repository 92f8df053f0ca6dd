"""The same paragraph in other documents: repeated word for word, or changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.store import Index
from rag.calibration import CounterpartSettings
from rag.comparing.similarity import Similarity
from rag.comparing.word_diff import word_diff


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A paragraph, by its row, that another document has too; `same` where no word differs."""

    row: int
    same: bool
    shared: float


class Counterparts:
    """Finds what paragraphs of `index` have become in its other documents."""

    def __init__(self, index: Index, settings: CounterpartSettings) -> None:
        self._index = index
        self._settings = settings
        self._similarity = Similarity(index)

    def of(self, row: int) -> list[Counterpart]:
        """The counterparts of the paragraph at `row`, at most one a document, in the order of the documents."""
        near = self._near(row)
        own = self._index.paragraphs[row].document.id
        others = (document.id for document in self._index.documents if document.id != own)
        found = (self._best(row, near[document]) for document in others if document in near)
        return [each for each in found if each is not None]

    def _near(self, row: int) -> dict[str, list[int]]:
        """The paragraphs of which a passage is near to one of `row`, by document, the nearest few, best first."""
        best: dict[int, float] = {}
        for hits in self._index.dense.search(self._index.dense.passages([row]).matrix, self._settings.pool):
            for other, score in zip(hits.rows.tolist(), hits.scores.tolist(), strict=True):
                best[other] = max(score, best.get(other, score))
        near: dict[str, list[int]] = {}
        for other in sorted(best, key=lambda each: (-best[each], each)):
            held = near.setdefault(self._index.paragraphs[other].document.id, [])
            if best[other] >= self._settings.dense and len(held) < self._settings.candidates:
                held.append(other)
        return near

    def _best(self, row: int, candidates: Sequence[int]) -> Counterpart | None:
        """The one of `candidates`, the paragraphs of a document, that `row` has become, if one has."""
        if not candidates:
            return None
        similarities = self._similarity.between(row, candidates)
        best = candidates[int(similarities.argmax())]
        words = word_diff([self._index.paragraphs[row].text], [self._index.paragraphs[best].text])
        if float(similarities.max()) < self._settings.similar or words.shared < self._settings.shared:
            return None
        return Counterpart(best, words.same, words.shared)
