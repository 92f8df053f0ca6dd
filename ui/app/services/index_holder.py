"""The index that questions are answered from now: loaded once for everybody, changed for a newer one as it appears."""

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from os import cpu_count
from pathlib import Path

from index.embedding.base import Embedder
from index.embedding.registry import load_embedder
from index.engines.opening import Stamp
from index.errors import PinciteError
from rag.answer import Answer
from rag.answerer import Answerer
from rag.answering.steps import Before
from rag.open_answerer import load_together
from rag.reader.base import Reader


@dataclass(frozen=True, slots=True)
class _Loaded:
    stamp: Hashable
    answerer: Answerer


class IndexHolder:
    """Holds one answerer for the index that `folder` names, and its model. Safe to share between threads.

    `model` is the name or folder of the model that built the index, None for the packaged one. `load_reader` loads the
    reader, of which there is none unless it is given.

    Only the first reader waits until they are loaded. When another index has been put in the folder, it is loaded
    beside; readers go on with the old one until that is done, or for good if it cannot be loaded (`problem` says why).
    """

    def __init__(
        self,
        folder: Path,
        load_model: Callable[[str | None], Embedder] = load_embedder,
        *,
        model: str | None = None,
        load_reader: Callable[[], Reader | None] = lambda: None,
    ) -> None:
        self.folder = folder
        self.problem: PinciteError | None = None
        self._load_model = load_model
        # Loaded once, as the model is: a newer index is read with the same.
        self._reader = cache(load_reader)
        self._name = model
        self._model: Embedder | None = None
        self._loading_model = threading.Lock()
        self._loading_index = threading.Lock()
        self._pool = ThreadPoolExecutor(max_workers=cpu_count(), thread_name_prefix="pincite-answer")
        self._loaded: _Loaded | None = None
        self._tried: Hashable = None
        self._stamp = Stamp(folder)

    def answerer(self) -> Answerer:
        """The answerer to use now; the error says what to do where there is no index to load."""
        loaded = self._loaded
        if loaded is None:
            return self.refresh()
        stamp = self._stamp.latest()
        if stamp is not None and stamp not in (loaded.stamp, self._tried):
            self._tried = stamp
            threading.Thread(target=self._refresh_quietly, name="pincite-load", daemon=True).start()
        return loaded.answerer

    def ask(
        self, answerer: Answerer, question: str, documents: tuple[str, ...] = (), before: Before | None = None
    ) -> Future[Answer]:
        """What will be the answer of `answerer`, where the question goes on from the one `before` in the same thread.

        As many questions are answered at once as there are processors: more would only slow each other down.
        """
        return self._pool.submit(answerer.answer, question, documents=documents, before=before)

    def refresh(self) -> Answerer:
        """The answerer of the index that lies in the folder now, loaded if it is not the one that is loaded."""
        with self._loading_index:
            stamp = self._stamp.look()
            if self._loaded is None or stamp != self._loaded.stamp:
                self._loaded = _Loaded(stamp, self._open())
                self.problem = None
            return self._loaded.answerer

    def embedder(self) -> Embedder:
        """The model, loaded once."""
        with self._loading_model:
            if self._model is None:
                self._model = self._load_model(self._name)
            return self._model

    def _open(self) -> Answerer:
        loaded = load_together(self.folder, self.embedder, self._reader)
        return Answerer(loaded.index, loaded.embedder, reader=loaded.reader)

    def _refresh_quietly(self) -> None:
        try:
            self.refresh()
        except PinciteError as error:
            self.problem = error
