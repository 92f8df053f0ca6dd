"""What is worked out of documents once, when an index is built: written to its folder and read back."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.folder.files import (
    COMPOUNDS,
    DOCUMENT_SPANS,
    HEADING_OF,
    HEADINGS,
    LENGTHS,
    LETTERS,
    LOCATOR_OF,
    LOCATORS,
    PARAGRAPH_SPANS,
    SHORT_FORMS,
    WORD_COUNTS,
    WORDS,
    write_array,
    write_lines,
)
from index.folder.verified import VerifiedFiles
from index.locator import Locator
from index.search.document_store import DocumentStore, Lookups
from index.search.place_table import PlaceTable
from index.search.vocabulary import LENGTH, Vocabulary, WordCounts
from index.storage.document_lines import LineSpans
from index.storage.records import json_value, made

T = TypeVar("T")
# Bytes of words that are taken apart in a few milliseconds.
_FEW_BYTES = 2**20

LOOKUP_LINES = frozenset({LOCATORS, HEADINGS, SHORT_FORMS, WORDS, COMPOUNDS, WORD_COUNTS})
"""The files of look-ups that hold no array."""


@dataclass(frozen=True, slots=True)
class _Path:
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Forms:
    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _ShortForms:
    forms: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class _Words:
    words: tuple[str, ...]


def write_lookups(store: DocumentStore, spans: LineSpans, folder: Path) -> None:
    """Write the look-ups of `store`, whose documents stand at `spans` in their file."""
    places, words = store.places, store.vocabulary
    lengths = np.fromiter((len(ref.text) for ref in store.paragraphs), dtype=np.int64, count=len(store.paragraphs))
    arrays: dict[str, NDArray[Any]] = {
        DOCUMENT_SPANS: spans.documents,
        PARAGRAPH_SPANS: spans.paragraphs,
        LOCATOR_OF: places.locator_of,
        HEADING_OF: places.heading_of,
        LENGTHS: lengths,
        LETTERS: words.letters,
    }
    for name, array in arrays.items():
        write_array(folder / name, array)
    write_lines(folder / LOCATORS, map(asdict, places.locators))
    write_lines(folder / HEADINGS, ({"headings": each} for each in places.headings))
    write_lines(folder / SHORT_FORMS, [{"forms": store.short_form_counts}])
    write_lines(folder / WORDS, [{"words": list(words.words)}])
    write_lines(folder / COMPOUNDS, [{"forms": dict(words.compounds)}])
    write_lines(folder / WORD_COUNTS, [asdict(store.word_counts)])


def lookup_arrays(documents: int, paragraphs: int) -> dict[str, tuple[type[np.generic], tuple[int, ...]]]:
    """The type and the shape (-1: any length) of each array of the look-ups of so much."""
    return {
        DOCUMENT_SPANS: (np.int64, (documents, 3)),
        PARAGRAPH_SPANS: (np.int64, (paragraphs, 3)),
        LOCATOR_OF: (np.int32, (paragraphs,)),
        HEADING_OF: (np.int32, (paragraphs,)),
        LENGTHS: (np.int64, (paragraphs,)),
        LETTERS: (np.int8, (-1, LENGTH + 1)),
    }


def read_lookups(files: VerifiedFiles, arrays: Mapping[str, NDArray[Any]]) -> Lookups:
    """The look-ups in `files`; IndexFolderError where they do not fit.

    Their words are taken apart when they are needed, as few questions need them.
    """
    places = PlaceTable(
        files.lines(LOCATORS, lambda record: made(Locator, record)),
        arrays[LOCATOR_OF],
        tuple(each.headings for each in files.lines(HEADINGS, lambda record: made(_Path, record))),
        arrays[HEADING_OF],
    )
    if not places.fits(len(arrays[LENGTHS])):
        raise files.broken(LOCATOR_OF, "it names a locator or headings that are not there")
    short_forms = _one_line(files, SHORT_FORMS, files.content(SHORT_FORMS), _ShortForms)
    counts = files.content(WORD_COUNTS)
    return Lookups(
        places=places,
        short_forms=short_forms.forms,
        word_counts=lambda: _one_line(files, WORD_COUNTS, counts, WordCounts),
        vocabulary=_vocabulary(files, arrays[LETTERS]),
    )


def _vocabulary(files: VerifiedFiles, letters: NDArray[np.int8]) -> Callable[[], Vocabulary]:
    """What gives the words, which are taken apart now only where they are few."""
    words, compounds = files.content(WORDS), files.content(COMPOUNDS)

    def read() -> Vocabulary:
        held = _one_line(files, WORDS, words, _Words).words
        if len(held) != len(letters):
            raise files.broken(WORDS, f"it does not hold the {len(letters)} words of {LETTERS}")
        return Vocabulary(held, letters, _one_line(files, COMPOUNDS, compounds, _Forms).forms)

    if len(words) + len(compounds) > _FEW_BYTES:
        return read
    vocabulary = read()
    return lambda: vocabulary


def _one_line(files: VerifiedFiles, name: str, content: bytes, kind: type[T]) -> T:
    """The only line of a file as a `kind`."""
    try:
        return made(kind, json_value(content.decode("utf-8")))
    except (ValueError, TypeError) as error:
        raise files.broken(name, str(error)) from error
