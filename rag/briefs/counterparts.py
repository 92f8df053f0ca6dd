"""The same paragraph in other documents: repeated word for word, or changed."""

from dataclasses import dataclass

import numpy as np

from index.store import Index
from rag.comparing.similarity import Similarity
from rag.comparing.word_diff import word_diff

# Chosen by eye on all pairs of the five documents: below both, paragraphs share a subject but not a text.
_LEAST_SHARED = 0.3
_LEAST_SIMILAR = 0.58
# Paragraphs of another document that are compared token by token.
_CANDIDATES = 3
_LEAST_DENSE = 0.6


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A paragraph, by its row, that another document has too; `same` where no word differs."""

    row: int
    same: bool
    shared: float


class Counterparts:
    """Finds what paragraphs of `index` have become in its other documents."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._similarity = Similarity(index)

    def of(self, row: int) -> list[Counterpart]:
        """The counterparts of the paragraph at `row`, at most one a document, in the order of the documents."""
        dense = self._dense(row)
        own = self._index.paragraphs[row].document.id
        found = (self._in(document.id, row, dense) for document in self._index.documents if document.id != own)
        return [each for each in found if each is not None]

    def _dense(self, row: int) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        """The best inner product of a passage of `row` with one of each paragraph."""
        places = self._index.passages_of(row)
        similar = (self._index.vectors @ self._index.vectors[places.start : places.stop].T).max(axis=1)
        best = np.full(len(self._index.paragraphs), -1, dtype=np.float32)
        np.maximum.at(best, self._index.passage_rows, similar)
        return best

    def _in(self, document: str, row: int, dense: "np.ndarray[tuple[int], np.dtype[np.float32]]") -> Counterpart | None:
        rows = self._index.rows_of(document)
        near = np.argsort(-dense[rows.start : rows.stop], kind="stable")[:_CANDIDATES] + rows.start
        candidates = [int(each) for each in near if dense[each] >= _LEAST_DENSE]
        if not candidates:
            return None
        similarities = self._similarity.between(row, candidates)
        best = candidates[int(similarities.argmax())]
        words = word_diff([self._index.paragraphs[row].text], [self._index.paragraphs[best].text])
        if float(similarities.max()) < _LEAST_SIMILAR or words.shared < _LEAST_SHARED:
            return None
        return Counterpart(best, words.same, words.shared)
