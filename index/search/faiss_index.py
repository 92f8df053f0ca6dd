"""Nearest passages by inner product on unit vectors (FAISS)."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix

# Up to this many vectors every one is compared; above it only those in the cells nearest to the question.
EXACT_LIMIT = 200_000
# A sixteenth of the cells is looked into, at least this many: on random splits that keeps nearly every true neighbour.
_PROBED_SHARE = 16
_PROBED_LEAST = 16
# FAISS asks for at least 39 training vectors a cell and takes 256 at most.
_TRAINED_PER_CELL = 64


@dataclass(frozen=True)
class VectorSearch:
    """A FAISS index of unit vectors; `engine` is the FAISS object."""

    engine: Any

    @classmethod
    def build(cls, vectors: FloatMatrix, *, exact_limit: int = EXACT_LIMIT) -> "VectorSearch":
        """The index of `vectors` (n, d): exact up to `exact_limit` of them, above it an inverted file (IVF).

        IVF and not a graph, because its training is the same in every run, so that two builds give the same bytes.
        """
        import faiss

        count, dimension = vectors.shape
        flat = faiss.IndexFlatIP(dimension)
        if count <= exact_limit:
            flat.add(vectors)
            return cls(flat)
        cells = max(1, min(int(4 * count**0.5), count // _TRAINED_PER_CELL))
        engine = faiss.IndexIVFFlat(flat, dimension, cells, faiss.METRIC_INNER_PRODUCT)
        engine.train(vectors)
        engine.add(vectors)
        engine.nprobe = min(cells, max(_PROBED_LEAST, cells // _PROBED_SHARE))
        return cls(engine)

    @property
    def count(self) -> int:
        """How many vectors there are."""
        return int(self.engine.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self.engine.d)

    @property
    def exact(self) -> bool:
        """Whether a search compares every vector."""
        return not hasattr(self.engine, "nprobe")

    def search(
        self, vector: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The scores and the rows of the `k` vectors nearest to `vector` (d,), best first, equal scores by row.

        Only those that are `allowed` (n,) are looked at, all without it.
        """
        queries = np.ascontiguousarray(vector[None], dtype=np.float32)
        scores, rows = self.engine.search(queries, min(k, self.count), params=self._only(allowed))
        found = rows[0] >= 0
        order = np.lexsort((rows[0][found], -scores[0][found]))
        return scores[0][found][order], rows[0][found][order]

    def _only(self, allowed: NDArray[np.bool_] | None) -> Any:  # noqa: ANN401 (FAISS has no types)
        """What tells FAISS to look at the `allowed` vectors alone; None for all."""
        import faiss

        if allowed is None:
            return None
        kinds: Any = faiss  # Its types tell of the constructors in C++, not of those that Python sees.
        selector = kinds.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        if self.exact:
            return kinds.SearchParameters(sel=selector)
        # What is allowed may lie in a few cells, and those far from the question: all are looked into.
        return kinds.SearchParametersIVF(sel=selector, nprobe=self.engine.nlist)

    def holds(self, vectors: FloatMatrix) -> bool:
        """Whether these are `vectors` (n, d), row by row, compared by their inner products."""
        import faiss

        if (self.count, self.dimension) != vectors.shape or self.engine.metric_type != faiss.METRIC_INNER_PRODUCT:
            return False
        if type(self.engine) is faiss.IndexFlatIP:
            codes = faiss.vector_to_array(self.engine.codes)
            return codes.size == vectors.nbytes and np.array_equal(codes.view(np.float32), vectors.reshape(-1))
        return type(self.engine) is faiss.IndexIVFFlat and self._cells_hold(vectors)

    def _cells_hold(self, vectors: FloatMatrix) -> bool:
        """Whether the cells of an inverted file hold each of `vectors` once, under its row."""
        import faiss

        quantizer = faiss.downcast_index(self.engine.quantizer)
        cells = faiss.downcast_InvertedLists(self.engine.invlists)
        sound = (
            type(quantizer) is faiss.IndexFlatIP
            and type(cells) is faiss.ArrayInvertedLists
            and quantizer.ntotal == cells.nlist == self.engine.nlist
            and quantizer.d == self.dimension
            and cells.code_size == self.dimension * vectors.itemsize
            and 0 < self.engine.nprobe <= self.engine.nlist
        )
        if not sound:
            return False
        seen = np.zeros(len(vectors), dtype=np.int64)
        for cell in range(cells.nlist):
            size = cells.list_size(cell)
            rows = faiss.rev_swig_ptr(cells.get_ids(cell), size) if size else np.zeros(0, dtype=np.int64)
            if size and (rows.min() < 0 or rows.max() >= len(vectors)):
                return False
            codes = faiss.rev_swig_ptr(cells.get_codes(cell), size * cells.code_size) if size else rows.view(np.uint8)
            if not np.array_equal(codes.view(np.float32), vectors[rows].reshape(-1)):
                return False
            np.add.at(seen, rows, 1)
        return bool(np.all(seen == 1))

    def to_bytes(self) -> bytes:
        """The index as FAISS writes it."""
        import faiss

        content: bytes = faiss.serialize_index(self.engine).tobytes()
        return content

    @classmethod
    def from_bytes(cls, content: bytes) -> "VectorSearch":
        """The index that `to_bytes` wrote; ValueError where `content` is none."""
        import faiss

        try:
            return cls(faiss.deserialize_index(np.frombuffer(content, dtype=np.uint8)))
        except (RuntimeError, MemoryError) as error:
            raise ValueError(str(error).strip().splitlines()[0] if str(error).strip() else "too large") from error
