"""Which documents a question names: by symbol, id, title, the words people use for them, body, session or year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from index.document import Document
from index.language.english import ENGLISH
from index.symbols import names_document, resolution_symbols
from rag.citing.mentions.base import Mention
from rag.citing.mentions.table import mentions

_WORD = re.compile(r"[a-z0-9]+(?:[./-][a-z0-9]+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_KEPT = 16_384  # names of documents that are not taken apart again; a document has some four
_KIND_WORDS, _NOT_IN_NAMES = ENGLISH.questions.publications, ENGLISH.questions.not_in_names


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document that a question names, and the characters of the question that name it."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def named_documents(question: str, documents: Sequence[Document]) -> tuple[NamedDocument, ...]:
    """The documents that `question` names, in the order of their first mention; one entry a document.

    A longer name beats a shorter one inside it (`the revised draft guidelines` does not also name every document that
    people call `draft guidelines`). A name that several documents share names them all, unless a year or body beside it
    tells them apart.
    """
    found = _by_symbol(question, documents) + _by_name(question, documents) or _by_resolution(question, documents)
    kept = [each for each in found if not any(_inside(each, other) for other in found)]
    first: dict[str, NamedDocument] = {}
    for mention in sorted(kept, key=lambda each: (each.start, each.end)):
        first.setdefault(mention.document, mention)
    return tuple(_told_apart_by_year(question, list(first.values()), documents))


def _by_name(question: str, documents: Sequence[Document]) -> list[NamedDocument]:
    words = _words(question)
    # The year of `resolution 1325 (2000)` and of a symbol is part of a number.
    numbers = [each for each in mentions(question) if each.kind == "symbol" or each.number]
    dated = [word for word in words if not any(each.start < word.start < each.end for each in numbers)]
    found: list[NamedDocument] = []
    for document in documents:
        found += [*_mentions(words, document), *_kind_with_year(dated, document)]
    return found


def symbols_in(question: str) -> list[Mention]:
    """The mentions of document symbols in `question`, `labels` has the symbol as it is written there."""
    return [each for each in mentions(question) if each.kind == "symbol"]


def _by_symbol(question: str, documents: Sequence[Document]) -> list[NamedDocument]:
    return [
        NamedDocument(document.id, each.start, each.end)
        for each in symbols_in(question)
        for document in documents_with(each.labels[0], documents)
    ]


def _by_resolution(question: str, documents: Sequence[Document]) -> list[NamedDocument]:
    """The documents that are a resolution or decision which `question` names by its number."""
    return [
        NamedDocument(document.id, each.start, each.end)
        for each in mentions(question)
        if each.number
        for symbol in resolution_symbols(each.word or "", each.number, each.organ)
        for document in documents_with(symbol, documents)
    ]


def documents_with(symbol: str, documents: Sequence[Document]) -> list[Document]:
    """Those of `documents` that have `symbol`, or are issued under it and another one."""
    return [each for each in documents if names_document(symbol, each.symbol)]


def _mentions(words: list[_Word], document: Document) -> Iterator[NamedDocument]:
    for name in _names(document):
        for start, end in _phrases(words, name):
            yield NamedDocument(document.id, start, end)


def _names(document: Document) -> list[tuple[str, ...]]:
    names = [document.id, document.title, document.short_title or "", *document.also_known_as]
    return [spelled for name in names if (spelled := _spelled(name))]


@lru_cache(maxsize=_MOST_KEPT)
def _spelled(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name.lower()))


def _phrases(words: list[_Word], name: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for i in range(len(words) - len(name) + 1):
        # Most words begin no name.
        if words[i].text == name[0] and all(words[i + j].text == part for j, part in enumerate(name)):
            yield words[i].start, words[i + len(name) - 1].end


def _kind_with_year(words: list[_Word], document: Document) -> Iterator[NamedDocument]:
    """Mentions such as `the 2019 report` or `report of 2019`: a kind of publication with the document's own year."""
    if not document.date:
        return
    year = document.date[:4]
    if all(word.text != year for word in words):
        return
    kinds = _kinds(document)
    for i, word in enumerate(words):
        if word.text != year:
            continue
        for j in (*range(i + 1, min(i + 5, len(words))), *range(max(0, i - 3), i)):
            between = words[min(i, j) + 1 : max(i, j)]
            if words[j].text in kinds and not any(each.text in _NOT_IN_NAMES for each in between):
                yield NamedDocument(document.id, min(word.start, words[j].start), max(word.end, words[j].end))


def _kinds(document: Document) -> frozenset[str]:
    names = (document.title, document.short_title or "", *document.also_known_as)
    return _KIND_WORDS & {*chain.from_iterable(map(_spelled, names))}


def _inside(one: NamedDocument, other: NamedDocument) -> bool:
    wider = (other.end - other.start) > (one.end - one.start)
    return wider and other.start <= one.start and one.end <= other.end


def _told_apart_by_year(
    question: str, mentions: list[NamedDocument], documents: Sequence[Document]
) -> Iterator[NamedDocument]:
    """Of documents named by the same words, those of a year that the question gives, if any is."""
    dates = {each.id: (each.date or "")[:4] for each in documents}
    years = set(_YEAR.findall(question))
    for mention in mentions:
        same = [each for each in mentions if (each.start, each.end) == (mention.start, mention.end)]
        matching = [each for each in same if dates[each.document] in years]
        if len(same) == 1 or not matching or mention in matching:
            yield mention


def _words(text: str) -> list[_Word]:
    return [_Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text.lower())]
