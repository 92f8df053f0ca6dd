"""The four retrieval signals: one score a paragraph each, all from one model and one BM25.

`dense` compares the question with whole passages, `sentence` with single sentences, `lexical` is BM25 over text, title
and headings, `late` is late interaction: the mean over the question's word pieces of the best cosine among the
paragraph's word pieces (MaxSim of ColBERT, Khattab and Zaharia 2020, here with an untrained model and averaged).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import Embedder, FloatMatrix
from index.search.bm25 import Lexical
from index.store import Index

Scores = NDArray[np.float32]
Rows = NDArray[np.int64]

DENSE, SENTENCE, LEXICAL, LATE = "dense", "sentence", "lexical", "late"
SIGNALS = (DENSE, SENTENCE, LEXICAL, LATE)

# Up to this many passages FAISS ranks them all; beyond it the rest share the score of the last one found.
_DENSE_DEPTH = 5_000
# Late interaction weighs a question's word pieces: a stop word little, any other word by how rare it is.
STOP_WORD_WEIGHT = 0.3
KNOWN_WORD_WEIGHT = 0.5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class EncodedQuestion:
    """A question as the signals see it.

    `words` is what BM25 searches for; `vector` (d,) and `pieces` (t, d) are the model's view of the question, `weights`
    (t,) how much each piece counts, summing to 1.
    """

    words: str
    vector: Scores
    pieces: FloatMatrix
    weights: Scores


def encode_questions(
    texts: Sequence[str], words: Sequence[str], embedder: Embedder, lexical: Lexical
) -> list[EncodedQuestion]:
    """Each of `texts` with its vectors, encoded together, and the `words` that BM25 searches for in its stead."""
    if not texts:
        return []
    encoding = embedder.encode(texts)
    bounds = [slice(start, end) for start, end in zip(encoding.offsets[:-1], encoding.offsets[1:], strict=True)]
    return [
        EncodedQuestion(said, vector, encoding.tokens[rows], _piece_weights(text, encoding.spans[rows], lexical))
        for text, said, vector, rows in zip(texts, words, encoding.vectors, bounds, strict=True)
    ]


class SignalReader:
    """The signals of an index's paragraphs. Holds arrays derived from the index; nothing in it changes.

    An index of at most `whole` paragraphs is read whole: its word pieces are kept in memory as float32, 1.5 kB each.
    """

    def __init__(self, index: Index, embedder: Embedder, *, whole: int) -> None:
        self.index = index
        self._embedder = embedder
        self._count = len(index.paragraphs)
        kept = index.tokens is not None and self._count <= whole
        self._flat = index.tokens.flat.astype(np.float32) if kept and index.tokens is not None else None

    def dense(self, question: EncodedQuestion) -> Scores:
        """The best inner product of the question with a passage of each paragraph."""
        scores, passages = self.index.search.search(question.vector, _DENSE_DEPTH)
        floor = scores[-1] if len(scores) else np.float32(0)
        best = np.full(self._count, floor, dtype=np.float32)
        np.maximum.at(best, self.index.passage_rows[passages], scores)
        return best

    def lexical(self, question: EncodedQuestion) -> Scores:
        """BM25 of each paragraph."""
        return self.index.lexical.scores(question.words)

    def sentence(self, question: EncodedQuestion, rows: Rows) -> Scores:
        """The best inner product of the question with a sentence of each of the paragraphs `rows`."""
        ranges = [self.index.sentences_of(int(row)) for row in rows]
        places, bounds = _joined(ranges)
        values = self.index.sentence_vectors[places] @ question.vector
        return np.maximum.reduceat(values, bounds)

    def late(self, question: EncodedQuestion, rows: Rows) -> Scores:
        """Late interaction of the question with each of the paragraphs `rows`; rarer words of it weigh more."""
        scores = np.zeros(len(rows), dtype=np.float32)
        if not len(question.pieces):
            return scores
        pieces, _, bounds = self.pieces(rows)
        similarities = pieces @ question.pieces.T
        # A paragraph of white space has no word piece, and `reduceat` knows no empty group.
        filled = np.flatnonzero(np.diff(np.append(bounds, len(pieces))))
        if len(filled):
            scores[filled] = np.maximum.reduceat(similarities, bounds[filled], axis=0) @ question.weights
        return scores

    def pieces(self, rows: Rows) -> tuple[FloatMatrix, NDArray[np.int32], Rows]:
        """The word pieces of the paragraphs `rows`: vectors (t, d), characters (t, 2), where each begins (n,).

        They are read from the index, or encoded now where the index holds too many passages to keep them.
        """
        tokens = self.index.tokens
        ranges = [self.index.passages_of(int(row)) for row in rows]
        if tokens is None:
            return self._encoded_now(ranges)
        offsets = tokens.offsets
        if self._flat is not None and len(rows) == self._count:
            return self._flat, tokens.spans, offsets[[each.start for each in ranges]]
        places, bounds = _joined([range(int(offsets[each.start]), int(offsets[each.stop])) for each in ranges])
        flat = self._flat if self._flat is not None else tokens.flat
        return flat[places].astype(np.float32, copy=False), tokens.spans[places], bounds

    def _encoded_now(self, ranges: Sequence[range]) -> tuple[FloatMatrix, NDArray[np.int32], Rows]:
        passages = [self.index.passages[place] for each in ranges for place in each]
        encoding = self._embedder.encode([self.index.passage_text(each) for each in passages])
        lengths = np.diff(encoding.offsets)
        starts = np.repeat(np.array([each.start for each in passages], dtype=np.int32), lengths)
        ends = np.cumsum([len(each) for each in ranges])
        bounds = encoding.offsets[np.concatenate(([0], ends[:-1]))]
        return encoding.tokens, encoding.spans + starts[:, None], bounds


def _joined(ranges: Sequence[range]) -> tuple[Rows, Rows]:
    """The numbers of `ranges` one after the other, and where each range begins among them."""
    lengths = [len(each) for each in ranges]
    bounds = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
    return np.concatenate([np.arange(each.start, each.stop) for each in ranges]), bounds


def _piece_weights(text: str, spans: NDArray[np.int32], lexical: Lexical) -> Scores:
    """How much each word piece of a question counts (t,), summing to 1: more for words that few paragraphs hold."""
    weights = np.full(len(spans), STOP_WORD_WEIGHT, dtype=np.float32)
    for word in _WORD.finditer(text):
        stems = lexical.terms(word[0])
        if stems:
            inside = (spans[:, 0] >= word.start()) & (spans[:, 0] < word.end())
            weights[inside] = KNOWN_WORD_WEIGHT + lexical.idf(stems[0]) / 4
    total = weights.sum()
    return weights / total if total else weights
