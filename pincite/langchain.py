"""A retriever for LangChain: `pip install 'pincite[langchain]'`."""

from collections.abc import Sequence

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import Field

from pincite.corpus import Corpus
from pincite.metadata import metadata_of


class PinciteRetriever(BaseRetriever):
    """The paragraphs of `corpus` that are nearest to a question, best first: at most `limit`, from `documents`, if any.

    The `page_content` of each is a whole paragraph, its `id` the paragraph's address; `metadata` has `citation`,
    `document`, `symbol`, `title`, `date`, `page`, `url` and `score`.

    >>> from pincite.langchain import PinciteRetriever
    >>> retriever = PinciteRetriever(corpus=corpus, limit=2)
    >>> [found.metadata["citation"] for found in retriever.invoke("focal points")]
    ['CAC/COSP/WG.2/2018/2, para. 66', 'CAC/COSP/WG.2/2018/5, para. 37']
    """

    corpus: Corpus
    limit: int = 10
    documents: Sequence[str] = Field(default_factory=tuple)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        found = self.corpus.search(query, self.limit, self.documents)
        return [Document(page_content=each.text, id=each.address, metadata=metadata_of(each)) for each in found]
