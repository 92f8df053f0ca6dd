"""Nearest passages by inner product on unit vectors (FAISS)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedder import FloatMatrix

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

    def search(self, vector: NDArray[np.float32], k: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The scores and the rows of the `k` vectors nearest to `vector` (d,), best first, equal scores by row."""
        scores, rows = self.engine.search(np.ascontiguousarray(vector[None], dtype=np.float32), min(k, self.count))
        found = rows[0] >= 0
        order = np.lexsort((rows[0][found], -scores[0][found]))
        return scores[0][found][order], rows[0][found][order]

    def save(self, path: Path) -> None:
        """Write the index to `path`."""
        import faiss

        path.write_bytes(faiss.serialize_index(self.engine).tobytes())

    @classmethod
    def load(cls, path: Path) -> "VectorSearch":
        """The index saved at `path`; RuntimeError where the file is no FAISS index."""
        import faiss

        return cls(faiss.deserialize_index(np.fromfile(path, dtype=np.uint8)))
