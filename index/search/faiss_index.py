"""Nearest passages by inner product on unit vectors (FAISS)."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays import FloatMatrix, StackedRows

# Up to this many vectors every one is compared; above it only those in the cells nearest to the question.
EXACT_LIMIT = 50_000
# A sixteenth of the cells is looked into, at least this many: on random splits that keeps nearly every true neighbour.
_PROBED_SHARE = 16
_PROBED_LEAST = 16
# Twice the square root: as many cells are compared as vectors of a few of them.
_CELLS = 2
# FAISS asks for at least 39 training vectors a cell.
_TRAINED_PER_CELL = 64
# Found with vectors of a byte a number, for each that is wanted; they are compared again with the vectors themselves.
_COMPARED_AGAIN = 2
_READ = 2**20  # bytes at a time
_ADDED = 65_536  # vectors at a time, which may be read from the disk: 100 MB with 384 dimensions


@dataclass(frozen=True, eq=False)
class VectorSearch:
    """The search among unit vectors (n, d); `engine` is the FAISS object that searches approximately, None where exact.

    `vectors` are on disk where they were read from there.
    """

    vectors: FloatMatrix | StackedRows[np.float32]
    engine: Any = None

    @classmethod
    def build(cls, vectors: FloatMatrix, *, exact_limit: int = EXACT_LIMIT) -> "VectorSearch":
        """The search among `vectors`: exact up to `exact_limit` of them, above it by an inverted file (IVF).

        IVF and not a graph, because its training is the same in every run, so that two builds give the same bytes. It
        holds a byte for each number of a vector.
        """
        import faiss

        count, dimension = vectors.shape
        if count <= exact_limit:
            return cls(vectors)
        cells = max(1, min(int(_CELLS * count**0.5), count // _TRAINED_PER_CELL))
        flat = faiss.IndexFlatIP(dimension)
        kind, metric = faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
        engine = faiss.IndexIVFScalarQuantizer(flat, dimension, cells, kind, metric, False)
        engine.cp.max_points_per_centroid = _TRAINED_PER_CELL
        engine.train(vectors)
        for start in range(0, count, _ADDED):
            engine.add(np.ascontiguousarray(vectors[start : start + _ADDED]))
        engine.nprobe = min(cells, max(_PROBED_LEAST, cells // _PROBED_SHARE))
        return cls(vectors, engine)

    @property
    def count(self) -> int:
        """How many vectors there are."""
        return len(self.vectors)

    @property
    def exact(self) -> bool:
        """Whether a search compares every vector."""
        return self.engine is None

    def search(
        self, vector: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The scores and the rows of the `k` vectors nearest to `vector` (d,), best first, equal scores by row.

        Only those that are `allowed` (n,) are looked at, all without it.
        """
        most = self.count if allowed is None else int(np.count_nonzero(allowed))
        wanted = min(k, most)
        if self.exact or not wanted:
            rows = None if allowed is None else np.flatnonzero(allowed)
            return self._nearest(vector, wanted, rows)
        found = self._probed(vector, min(most, _COMPARED_AGAIN * wanted), allowed)
        scores, rows = self.compared(vector, found)
        return scores[:wanted], rows[:wanted]

    def compared(
        self, vector: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The scores and the rows of all of `rows`, the nearest to `vector` first, equal scores by row."""
        return self._nearest(vector, len(rows), rows)

    def _nearest(
        self, vector: NDArray[np.float32], k: int, rows: NDArray[np.int64] | None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The scores and the rows of the `k` nearest of `rows`, of all without them."""
        import faiss

        if k == 0:
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
        among = np.ascontiguousarray(np.asarray(self.vectors) if rows is None else self.vectors[rows])
        (scores,), (places,) = faiss.knn(vector[None], among, k, metric=faiss.METRIC_INNER_PRODUCT)
        found: NDArray[np.int64] = places if rows is None else rows[places]
        order = np.lexsort((found, -scores))
        return scores[order], found[order]

    def _probed(self, vector: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None) -> NDArray[np.int64]:
        """The rows of about the `k` nearest, of the `allowed` ones alone if they are given."""
        import faiss

        queries, parameters = np.ascontiguousarray(vector[None], dtype=np.float32), None
        if allowed is not None:
            kinds: Any = faiss  # Its types tell of the constructors in C++, not of those that Python sees.
            selector = kinds.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
            # What is allowed may lie in a few cells, and those far from the question: all are looked into.
            parameters = kinds.SearchParametersIVF(sel=selector, nprobe=self.engine.nlist)
        _, (rows,) = self.engine.search(queries, k, params=parameters)
        found: NDArray[np.int64] = rows[rows >= 0]
        return np.sort(found)

    def keeping(self, kept: NDArray[np.bool_], vectors: FloatMatrix | StackedRows[np.float32]) -> "VectorSearch":
        """The approximate search among those of its vectors that are `kept` (n,), which `vectors` are.

        This one cannot be used any more: the cells are the same ones.
        """
        import faiss

        kinds: Any = faiss
        self.engine.remove_ids(kinds.IDSelectorBitmap(np.packbits(~kept, bitorder="little")))
        new = np.cumsum(kept, dtype=np.int64) - 1
        cells = faiss.downcast_InvertedLists(self.engine.invlists)
        for cell in range(cells.nlist):
            if size := cells.list_size(cell):
                rows = faiss.rev_swig_ptr(cells.get_ids(cell), size)
                rows[:] = new[rows]
        return VectorSearch(vectors, self.engine)

    def is_sound(self) -> bool:
        """Whether the cells of an approximate search hold each of the vectors once, under its row."""
        import faiss

        if self.exact:
            return True
        kind = type(self.engine)
        if kind is not faiss.IndexIVFScalarQuantizer:
            return False
        quantizer = faiss.downcast_index(self.engine.quantizer)
        cells = faiss.downcast_InvertedLists(self.engine.invlists)
        sound = (
            (self.engine.ntotal, self.engine.d) == self.vectors.shape
            and self.engine.metric_type == faiss.METRIC_INNER_PRODUCT
            and type(quantizer) is faiss.IndexFlatIP
            and type(cells) is faiss.ArrayInvertedLists
            and quantizer.ntotal == cells.nlist == self.engine.nlist
            and quantizer.d == self.engine.d
            and cells.code_size == self.engine.d
            and 0 < self.engine.nprobe <= self.engine.nlist
        )
        return bool(sound and self._holds_each_once(cells))

    def _holds_each_once(self, cells: Any) -> bool:  # noqa: ANN401 (FAISS has no types)
        import faiss

        seen = np.zeros(self.count, dtype=np.int64)
        for cell in range(cells.nlist):
            size = cells.list_size(cell)
            rows = faiss.rev_swig_ptr(cells.get_ids(cell), size) if size else np.zeros(0, dtype=np.int64)
            if size and (rows.min() < 0 or rows.max() >= self.count):
                return False
            np.add.at(seen, rows, 1)
        return bool(np.all(seen == 1))

    def to_bytes(self) -> bytes:
        """What an approximate search is beside the vectors, as FAISS writes it."""
        import faiss

        content: bytes = faiss.serialize_index(self.engine).tobytes()
        return content

    @classmethod
    def from_bytes(cls, content: bytes, vectors: FloatMatrix) -> "VectorSearch":
        """The search among `vectors` that `to_bytes` wrote; ValueError where `content` is none."""
        import faiss

        kinds: Any = faiss
        # Read a piece at a time: FAISS copies what it is given as one array before it reads that, and a copy of 400 MB
        # takes half a second of the processor.
        reader = kinds.PyCallbackIOReader(BytesIO(content).read, _READ)
        try:
            return cls(vectors, kinds.read_index(reader))
        except (RuntimeError, MemoryError) as error:
            raise ValueError(str(error).strip().splitlines()[0] if str(error).strip() else "too large") from error
