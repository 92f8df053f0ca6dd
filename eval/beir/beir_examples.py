"""Examples that an embedding model learns from, made of a BEIR set: its own passages beside the nearest others."""

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np

from eval.beir.beir_set import BeirSet
from index.arrays import FloatMatrix
from index.building.reuse import in_chunks
from index.embedding.base import Embedder, encodings_of
from index.embedding.train.examples import Example, Passage
from index.search.faiss_index import VectorSearch
from rag.reader.base import Reader
from rag.reader.windows import LONGEST, Window

NEAREST = 24
"""Passages that do not answer, of each question: three times as many as one step takes."""
# Passages embedded together, so that no more of their token vectors are held at once.
_TOGETHER = 256
# Places where a text is cut, the first that makes its parts short enough.
_CUTS = (". ", " ", "")


def beir_examples(beir: BeirSet, embedder: Embedder, reader: Reader, most: int, seed: int) -> Iterator[Example]:
    """Examples of `most` of the questions of `beir`, drawn by `seed`, its qrels telling which passages answer.

    The log-odds of a passage are the best that `reader` gives one of its stretches of up to LONGEST characters.
    """
    passages = [each for each in beir.passages if each.text.strip()]
    texts = [each.text for each in passages]
    rows = {each.id: row for row, each in enumerate(passages)}
    nearest = VectorSearch(_vectors(texts, embedder))
    asked = sorted(beir.questions)
    Random(seed).shuffle(asked)
    for id in asked[:most]:
        right = [rows[each] for each in beir.qrels[id] if each in rows]
        if not right:
            continue
        question = beir.questions[id]
        (vector,) = embedder.encode_questions([question]).vectors
        _, found = nearest.search(vector, NEAREST + len(right))
        ranked = _ranked(found.tolist(), right)
        odds = _odds(question, [texts[row] for row in ranked], reader)
        yield Example(
            question,
            beir.name,
            tuple(Passage(texts[row], row in right, "", each) for row, each in zip(ranked, odds, strict=True)),
        )


def _ranked(found: Sequence[int], right: Sequence[int]) -> list[int]:
    """Those of `found` that are `right` and NEAREST others, in order, and then the right ones that were not found."""
    far = [row for row in found if row not in right][NEAREST:]
    near = [row for row in found if row not in far]
    return [*near, *(row for row in right if row not in near)]


def _vectors(texts: Sequence[str], embedder: Embedder) -> FloatMatrix:
    chunks = ([texts[at] for at in some] for some in in_chunks(len(texts), _TOGETHER))
    return np.concatenate([each.vectors for each in encodings_of(embedder, chunks)])


def _odds(question: str, texts: Sequence[str], reader: Reader) -> list[float]:
    """The best log-odds of a stretch of each of `texts`."""
    stretches = [stretches_of(text) for text in texts]
    pairs = [(question, Window(each, (0,), ((0, len(each)),))) for some in stretches for each in some]
    read = iter(reader.read(pairs))
    return [round(max(next(read).answers for _ in some), 3) for some in stretches]


def stretches_of(text: str) -> list[str]:
    """`text` in stretches of up to LONGEST characters, cut between sentences where these are short enough."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    plain = " ".join(text.split())
    cutter = RecursiveCharacterTextSplitter(
        separators=list(_CUTS), keep_separator="end", chunk_size=LONGEST, chunk_overlap=0
    )
    return cutter.split_text(plain)
