"""One tool searches the paragraphs: `python search.py TOOL build|ask|measure FOLDER MODEL`, in the tools' environment.

It is a script that needs nothing of pincite. FOLDER has `passages.json` (ids and texts) and `questions.json`; what a
tool builds is kept beside them. `measure` prints one JSON object: milliseconds of each question asked alone, questions
a second when they are handed in together, and the ids found for each.

Each tool is used as its own introduction shows it, with dense vectors and exact search.
"""

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

FOUND = 10
"""How many paragraphs are found for a question: as many as are judged."""
WARM = 100
"""How many questions are asked alone, so that the 95th percentile is no single one."""


class Tool(Protocol):
    """A tool with an index of its own in a folder."""

    def __init__(self, folder: Path, model: str) -> None: ...

    def build(self, ids: list[str], texts: list[str]) -> None:
        """Builds and keeps the index of the texts."""

    def load(self) -> None:
        """Loads the index."""

    def search(self, questions: list[str]) -> list[list[str]]:
        """The ids found for each question, handed in together where the tool can."""


class LangChain:
    """LangChain with its FAISS store."""

    def __init__(self, folder: Path, model: str) -> None:
        from langchain_huggingface import HuggingFaceEmbeddings

        self._folder = folder / "langchain"
        self._embeddings = HuggingFaceEmbeddings(model_name=model, encode_kwargs={"normalize_embeddings": True})
        self._store: Any = None

    def build(self, ids: list[str], texts: list[str]) -> None:
        """Builds and keeps the index of the texts."""
        from langchain_community.vectorstores import FAISS

        store = FAISS.from_texts(texts, self._embeddings, metadatas=[{"id": each} for each in ids])
        store.save_local(str(self._folder))

    def load(self) -> None:
        """Loads the index."""
        from langchain_community.vectorstores import FAISS

        self._store = FAISS.load_local(str(self._folder), self._embeddings, allow_dangerous_deserialization=True)

    def search(self, questions: list[str]) -> list[list[str]]:
        """The ids found for each question."""
        if len(questions) == 1:
            found = [self._store.similarity_search(questions[0], k=FOUND)]
        else:
            vectors = self._embeddings.embed_documents(questions)
            found = [self._store.similarity_search_by_vector(each, k=FOUND) for each in vectors]
        return [[each.metadata["id"] for each in one] for one in found]


class Txtai:
    """txtai with its FAISS index."""

    def __init__(self, folder: Path, model: str) -> None:
        from txtai import Embeddings

        self._path = str(folder / "txtai")
        self._embeddings = Embeddings({"path": model, "content": False, "faiss": {"components": "IDMap,Flat"}})

    def build(self, ids: list[str], texts: list[str]) -> None:
        """Builds and keeps the index of the texts."""
        self._embeddings.index([(name, text, None) for name, text in zip(ids, texts, strict=True)])
        self._embeddings.save(self._path)

    def load(self) -> None:
        """Loads the index."""
        self._embeddings.load(self._path)

    def search(self, questions: list[str]) -> list[list[str]]:
        """The ids found for each question."""
        if len(questions) == 1:
            return [[name for name, _ in self._embeddings.search(questions[0], FOUND)]]
        return [[name for name, _ in one] for one in self._embeddings.batchsearch(questions, FOUND)]


class Haystack:
    """Haystack with its store in memory."""

    def __init__(self, folder: Path, model: str) -> None:
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        self._path, self._model = str(folder / "haystack.json"), model
        self._store: Any = InMemoryDocumentStore(embedding_similarity_function="cosine")
        self._embedder: Any = None
        self._retriever: Any = None

    def build(self, ids: list[str], texts: list[str]) -> None:
        """Builds and keeps the index of the texts."""
        from haystack import Document
        from haystack_integrations.components.embedders.sentence_transformers import (
            SentenceTransformersDocumentEmbedder,
        )

        embedder = SentenceTransformersDocumentEmbedder(model=self._model, progress_bar=False)
        embedder.warm_up()
        documents = [Document(id=name, content=text) for name, text in zip(ids, texts, strict=True)]
        self._store.write_documents(embedder.run(documents)["documents"])
        self._store.save_to_disk(self._path)

    def load(self) -> None:
        """Loads the index."""
        from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
        from haystack_integrations.components.embedders.sentence_transformers import SentenceTransformersTextEmbedder

        self._store = type(self._store).load_from_disk(self._path)
        self._embedder = SentenceTransformersTextEmbedder(model=self._model, progress_bar=False)
        self._embedder.warm_up()
        self._retriever = InMemoryEmbeddingRetriever(self._store, top_k=FOUND)

    def search(self, questions: list[str]) -> list[list[str]]:
        """The ids found for each question."""
        vectors = [self._embedder.run(each)["embedding"] for each in questions]
        return [[each.id for each in self._retriever.run(vector)["documents"]] for vector in vectors]


class LlamaIndex:
    """LlamaIndex with its own vector store."""

    def __init__(self, folder: Path, model: str) -> None:
        from llama_index.core import Settings
        from llama_index.embeddings.huggingface import HuggingFaceEmbedding

        self._folder = str(folder / "llama_index")
        self._embedding = HuggingFaceEmbedding(model_name=model)
        Settings.embed_model = self._embedding
        Settings.llm = None
        self._retriever: Any = None

    def build(self, ids: list[str], texts: list[str]) -> None:
        """Builds and keeps the index of the texts."""
        from llama_index.core import VectorStoreIndex
        from llama_index.core.schema import TextNode

        nodes = [TextNode(id_=name, text=text) for name, text in zip(ids, texts, strict=True)]
        VectorStoreIndex(nodes).storage_context.persist(self._folder)

    def load(self) -> None:
        """Loads the index."""
        from llama_index.core import StorageContext, load_index_from_storage

        storage = StorageContext.from_defaults(persist_dir=self._folder)
        self._retriever = load_index_from_storage(storage).as_retriever(similarity_top_k=FOUND)

    def search(self, questions: list[str]) -> list[list[str]]:
        """The ids found for each question."""
        return [[each.node.node_id for each in self._retriever.retrieve(question)] for question in questions]


TOOLS: dict[str, type[Tool]] = {
    "langchain": LangChain,
    "txtai": Txtai,
    "haystack": Haystack,
    "llama-index": LlamaIndex,
}


def measured(tool: Tool, questions: list[str]) -> dict[str, Any]:
    """Milliseconds of each question asked alone, questions a second together, and what is found for each."""
    tool.search(questions[:1])
    warm, found = [], []
    for each in questions[:WARM]:
        start = perf_counter()
        tool.search([each])
        warm.append(1000 * (perf_counter() - start))
    start = perf_counter()
    found = tool.search(questions)
    return {"warm": warm, "rate": len(questions) / (perf_counter() - start), "found": found}


def main(name: str, action: str, folder: Path, model: str) -> None:
    """Does what was asked."""
    passages = json.loads((folder / "passages.json").read_text(encoding="utf-8"))
    questions = json.loads((folder / "questions.json").read_text(encoding="utf-8"))
    tool = TOOLS[name](folder, model)
    if action == "build":
        tool.build([each["id"] for each in passages], [each["text"] for each in passages])
        return
    tool.load()
    said = tool.search(questions[:1]) if action == "ask" else measured(tool, questions)
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4])
