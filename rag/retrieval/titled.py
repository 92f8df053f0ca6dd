"""What titles say of a question: its words that a paragraph's document has in title, masthead and date.

`SG's 2021 report on dust storms: recommendations?` is of one document, in whose paragraph of recommendations neither
dust nor storms need be named.
"""

from functools import lru_cache

import numpy as np

from index.arrays import Rows, Scores
from index.document import Document
from index.search.base import stem_weights
from index.store import Index

_KEPT = 10_000  # documents whose words are remembered


class Titles:
    """The titles of the documents of one index. Safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._stems = lru_cache(_KEPT)(self._read)

    def shares(self, question: str, rows: Rows) -> Scores:
        """For each of the paragraphs `rows` (n,) the share of the words of `question`, by rarity, that are so named."""
        stems = stem_weights(self._index.lexical, question)
        total = sum(stems.values()) or 1.0
        documents = [self._index.store.document_at(row) for row in rows.tolist()]
        held = {each.id: self._stems(each.id) for each in documents}
        share = {id: sum(weight for stem, weight in stems.items() if stem in own) / total for id, own in held.items()}
        return np.array([share[each.id] for each in documents], dtype=np.float32)

    def _read(self, document: str) -> frozenset[str]:
        return frozenset(self._index.lexical.terms(_said_of(self._index.document(document))))


def _said_of(document: Document) -> str:
    symbol = (document.symbol or "").replace("/", " ")
    return " ".join(filter(None, (*document.names, document.body, document.session, document.date, symbol)))
