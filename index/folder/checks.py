"""The arrays of an index checked against each other and, of a small one, against its texts."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.document import Document
from index.folder.files import (
    LENGTHS,
    LOCATOR_OF,
    PASSAGES,
    SENTENCE_VECTORS,
    SENTENCES,
    TOKEN_OFFSETS,
    TOKEN_SPANS,
    TOKEN_WORTH,
    TOKENS,
    VECTORS,
)
from index.folder.verified import VerifiedFiles
from index.folder.whole import are_spans, are_token_spans, are_unit_vectors, are_within_one, cover, lose_only_space
from index.search.document_store import Lookups
from index.search.place_table import PlaceTable

Arrays = Mapping[str, NDArray[Any]]


def check_arrays(files: VerifiedFiles, arrays: Arrays) -> None:
    """Raise IndexFolderError where passages or sentences are not of the paragraphs that there are."""
    lengths = arrays[LENGTHS]
    passages, sentences = arrays[PASSAGES], arrays[SENTENCES]
    if not (are_spans(passages, lengths) and cover(passages, lengths)):
        raise files.broken(PASSAGES, f"it does not fit the {len(lengths)} paragraphs")
    if not are_spans(sentences, lengths):
        raise files.broken(SENTENCES, f"it does not fit the {len(lengths)} paragraphs")


def check_texts(files: VerifiedFiles, documents: Sequence[Document], arrays: Arrays, lookups: Lookups) -> None:
    """Raise IndexFolderError where arrays or `lookups` do not speak of the paragraphs of `documents`, or of vectors."""
    paragraphs = [paragraph for each in documents for paragraph in each.paragraphs]
    texts = [each.text for each in paragraphs]
    if arrays[LENGTHS].tolist() != [len(text) for text in texts]:
        raise files.broken(LENGTHS, f"it does not fit the {len(texts)} paragraphs")
    if not _same_places(lookups.places, PlaceTable.of(paragraphs)):
        raise files.broken(LOCATOR_OF, "it has other places than the paragraphs")
    if not lose_only_space(arrays[SENTENCES], texts):
        raise files.broken(SENTENCES, f"it does not fit the {len(texts)} paragraphs")
    for name in (VECTORS, SENTENCE_VECTORS):
        if name in arrays and not are_unit_vectors(arrays[name]):
            raise files.broken(name, "its vectors are not of length 1")
    if TOKENS in arrays:
        _check_tokens(files, arrays)


def _check_tokens(files: VerifiedFiles, arrays: Arrays) -> None:
    passages = arrays[PASSAGES]
    if not are_token_spans(arrays[TOKEN_SPANS], arrays[TOKEN_OFFSETS], passages):
        raise files.broken(TOKEN_OFFSETS, f"it does not fit the {len(passages)} passages and {TOKEN_SPANS}")
    if TOKEN_WORTH in arrays:
        if not np.all((arrays[TOKEN_WORTH] >= 0) & (arrays[TOKEN_WORTH] <= 1)):
            raise files.broken(TOKEN_WORTH, "it has numbers that no vector of length 1 has")
    elif not are_within_one(arrays[TOKENS]):
        raise files.broken(TOKENS, "its vectors are not of length 1")


def _same_places(one: PlaceTable, other: PlaceTable) -> bool:
    return (one.locators, one.headings) == (other.locators, other.headings) and all(
        np.array_equal(*each) for each in ((one.locator_of, other.locator_of), (one.heading_of, other.heading_of))
    )
