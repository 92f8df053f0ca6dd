"""The embedding models by name: which loader takes which."""

import logging
from collections.abc import Callable, Mapping
from time import perf_counter
from types import MappingProxyType

from index.embedding.base import Embedder
from index.embedding.packaged import DEFAULT_NAME, UNTUNED_NAME, load_tuned, load_untuned

_logger = logging.getLogger(__name__)

Loader = Callable[[str, str], Embedder]
"""A model from its name and the device (`cpu`, `cuda`) it runs on."""

# Another library's models get a line here, by the names that are theirs.
LOADERS: Mapping[str, Loader] = MappingProxyType(
    {DEFAULT_NAME: load_tuned, UNTUNED_NAME: load_untuned, "all-MiniLM-L6-v2": load_untuned}
)


def load_embedder(name: str | None = None, *, device: str = "cpu", loaders: Mapping[str, Loader] = LOADERS) -> Embedder:
    """The embedding model `name`: one of `loaders`, else a folder or a sentence-transformers name; None is the default.

    The default is the packaged all-MiniLM-L6-v2, tuned on UN questions. Nothing is fetched from a network unless `name`
    is a hub name that is not on this machine yet. ModelError says in one line what is missing, altered or out of reach.
    """
    wanted = DEFAULT_NAME if name is None else name
    began = perf_counter()
    embedder = loaders.get(wanted, _of_sentence_transformers)(wanted, device)
    _logger.info("loaded the model %s in %.1f s", embedder.name, perf_counter() - began)
    return embedder


def _of_sentence_transformers(name: str, device: str) -> Embedder:
    from index.embedding.loading import load_sentence_transformer

    return load_sentence_transformer(name, device)
