"""A component for Haystack: `pip install 'pincite[haystack]'`.

Haystack tells its makers how it is used, unless `HAYSTACK_TELEMETRY_ENABLED=False` stands in the environment.
"""

from collections.abc import Sequence

from haystack import Document, component

from pincite.corpus import Corpus
from pincite.metadata import metadata_of


@component
class PinciteRetriever:
    """The paragraphs of `corpus` that are nearest to a query, best first: at most `limit`, from `documents`, if any.

    The `content` of each is a whole paragraph, its `id` the paragraph's address; `meta` has `citation`, `document`,
    `symbol`, `title`, `date`, `page`, `url` and `score`.

    >>> from pincite.haystack import PinciteRetriever
    >>> retriever = PinciteRetriever(corpus, limit=2)
    >>> [found.meta["citation"] for found in retriever.run("focal points")["documents"]]
    ['CAC/COSP/WG.2/2018/2, para. 66', 'CAC/COSP/WG.2/2018/5, para. 37']
    """

    def __init__(self, corpus: Corpus, limit: int = 10, documents: Sequence[str] = ()) -> None:
        self._corpus = corpus
        self._limit = limit
        self._documents = tuple(documents)

    @component.output_types(documents=list[Document])
    def run(self, query: str) -> dict[str, list[Document]]:
        """The paragraphs, under the name `documents`."""
        found = self._corpus.search(query, self._limit, self._documents)
        made = [
            Document(id=each.address, content=each.text, meta=metadata_of(each), score=each.score) for each in found
        ]
        return {"documents": made}
