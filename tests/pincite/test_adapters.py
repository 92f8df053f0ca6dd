"""Adapters for other libraries, driven by the libraries themselves; skipped where these are not installed."""

import os
from importlib.util import find_spec

import pytest

import pincite
from index.embedding.base import Embedder
from index.store import Index
from rag.answerer import Answerer

# Read when it is imported: nothing is to be sent from a test.
os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
needs_langchain = pytest.mark.skipif(find_spec("langchain_core") is None, reason="needs langchain-core")
needs_haystack = pytest.mark.skipif(find_spec("haystack") is None, reason="needs haystack-ai")
CITED = ["CAC/COSP/WG.2/2018/5, para. 37", "CAC/COSP/WG.2/2018/2, para. 66"]


@pytest.fixture(scope="module")
def opened(corpus_index: Index, packaged_embedder: Embedder) -> pincite.Corpus:
    from pincite.corpus import Corpus

    return Corpus(Answerer(corpus_index, packaged_embedder))


@needs_langchain
def test_langchain_gets_whole_paragraphs_with_their_citations(opened: pincite.Corpus) -> None:
    from langchain_core.runnables import RunnableLambda

    from pincite.langchain import PinciteRetriever

    chain = PinciteRetriever(corpus=opened, limit=2) | RunnableLambda(list)
    found = chain.invoke("focal points")

    assert [each.metadata["citation"] for each in found] == CITED
    assert found[0].id == "info-sharing-2018#37"
    assert found[0].page_content == opened.paragraph(CITED[0]).text
    assert found[0].metadata["url"] == "https://docs.un.org/en/CAC/COSP/WG.2/2018/5"


@needs_langchain
def test_langchain_may_ask_for_some_documents_at_once_and_for_many_queries(opened: pincite.Corpus) -> None:
    from pincite.langchain import PinciteRetriever

    retriever = PinciteRetriever(corpus=opened, limit=1, documents=["CAC/COSP/WG.2/2018/5"])

    one, other = retriever.batch(["focal points", "asset recovery networks"])
    assert {each.metadata["document"] for each in (*one, *other)} == {"info-sharing-2018"}


@needs_haystack
def test_haystack_runs_it_in_a_pipeline(opened: pincite.Corpus) -> None:
    from haystack import Pipeline

    from pincite.haystack import PinciteRetriever

    pipeline = Pipeline()
    pipeline.add_component("retriever", PinciteRetriever(opened, limit=2))
    found = pipeline.run({"retriever": {"query": "focal points"}})["retriever"]["documents"]

    assert [each.meta["citation"] for each in found] == CITED
    assert found[0].id == "info-sharing-2018#37"
    assert found[0].content == opened.paragraph(CITED[0]).text
    assert found[0].score > found[1].score
