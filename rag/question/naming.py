"""Which documents a question names: by symbol, id, title, the words people use for them, body, session or year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.document import Document
from index.language.english.documents import DOCUMENTS, NTH_MEETING
from index.language.english.language import ENGLISH
from index.search.held_documents import HeldDocuments, held_documents
from index.symbols import resolution_symbols
from index.text.late_patterns import LatePattern
from rag.citing.mentions.base import Mention
from rag.citing.mentions.table import mentions

_WORD = LatePattern(r"[a-z0-9]+(?:[./-][a-z0-9]+)*")
_NTH_MEETING = LatePattern(NTH_MEETING, re.IGNORECASE)
_YEAR = LatePattern(r"\b(?:19|20)\d\d\b")
# A name that more documents have (`Report of the Secretary-General`) tells none of them: each that is named is searched
# by itself, and answers are written from ten.
_MOST_ALIKE = 50
_MOST_BEFORE = 6  # words from `the` to the kind or year: a longer description is most often none
_THE = "the"
_KIND_WORDS, _NOT_IN_NAMES = ENGLISH.questions.publications, ENGLISH.questions.not_in_names
_OF_ANY = ENGLISH.checks.small_words | DOCUMENTS.no_theme | _KIND_WORDS | {each.lower() for each in ENGLISH.months}


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

    A longer name beats a shorter one that shares words with it (`the revised draft guidelines` does not also name every
    document that people call `draft guidelines`, nor `the 2025 report of the Commission` all reports of 2025). A name
    that several documents share names them all, unless a year or body beside it tells them apart or there are more than
    fifty.
    """
    held = held_documents(documents)
    found = _by_symbol(question, held) + _by_name(question, held)
    found = found or _by_resolution(question, held) or _by_meeting(question, held)
    spans = {(each.start, each.end) for each in found}
    kept = [each for each in found if not any(_overlaid(each, other) for other in spans)]
    first: dict[str, NamedDocument] = {}
    for mention in sorted(kept, key=lambda each: (each.start, each.end, held.place[each.document])):
        first.setdefault(mention.document, mention)
    return tuple(_told_apart_by_year(question, list(first.values()), held))


def _by_name(question: str, documents: HeldDocuments) -> list[NamedDocument]:
    words = _words(question)
    # The year of `resolution 1325 (2000)` and of a symbol is part of a number.
    numbers = [each for each in mentions(question) if each.kind == "symbol" or each.number]
    dated = [word for word in words if not any(each.start < word.start < each.end for each in numbers)]
    return [*_mentions(words, documents), *_kind_with_year(dated, documents)]


def symbols_in(question: str) -> list[Mention]:
    """The mentions of document symbols in `question`, `labels` has the symbol as it is written there."""
    return [each for each in mentions(question) if each.kind == "symbol"]


def _by_symbol(question: str, documents: HeldDocuments) -> list[NamedDocument]:
    return [
        NamedDocument(document.id, each.start, each.end)
        for each in symbols_in(question)
        for document in documents_with(each.labels[0], documents)
    ]


def _by_resolution(question: str, documents: HeldDocuments) -> list[NamedDocument]:
    """The documents that are a resolution or decision which `question` names by its number."""
    return [
        NamedDocument(document.id, each.start, each.end)
        for each in mentions(question)
        if each.number
        for symbol in resolution_symbols(each.word or "", each.number, each.organ)
        for document in documents_with(symbol, documents)
    ]


def _by_meeting(question: str, documents: HeldDocuments) -> list[NamedDocument]:
    """The record of a meeting that `question` names by its number, where one organ's or session's alone is held."""
    found = []
    for match in _NTH_MEETING.finditer(question):
        ending = re.compile(rf"/(?:PV|SR)\.{match['number']}(?!\d)")
        records = [each for each in documents if each.symbol and ending.search(each.symbol)]
        found += [NamedDocument(each.id, *match.span()) for each in records if len(records) == 1]
    return found


def documents_with(symbol: str, documents: Sequence[Document]) -> list[Document]:
    """Those of `documents` that have `symbol`, or are issued under it and another one."""
    return held_documents(documents).with_symbol(symbol)


def _mentions(words: list[_Word], documents: HeldDocuments) -> Iterator[NamedDocument]:
    starting = {word.text: documents.named_from(word.text) for word in words}
    # Names of several words, a document's one after the other.
    for _, document, name in sorted((each for found in starting.values() for each in found), key=lambda each: each[0]):
        for start, end in _phrases(words, name):
            yield NamedDocument(document.id, start, end)


def _phrases(words: list[_Word], name: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for i in range(len(words) - len(name) + 1):
        # Most words begin no name.
        if words[i].text == name[0] and all(words[i + j].text == part for j, part in enumerate(name)):
            yield words[i].start, words[i + len(name) - 1].end


def _kind_with_year(words: list[_Word], documents: HeldDocuments) -> Iterator[NamedDocument]:
    """Mentions such as `the 2019 report` or `report of 2019`: a kind of publication with the document's own year.

    None of `the 2019 forest report` where nothing of forests is in the document's names and organ.
    """
    for i, word in enumerate(words):
        near = [j for j in (*range(i + 1, min(i + 5, len(words))), *range(max(0, i - 3), i)) if _is_beside(words, i, j)]
        for document in documents.of_year(word.text) if near else ():
            kinds, said = documents.kinds(document), _OF_ANY | _words_told(document)
            for j in near:
                if words[j].text in kinds and said.issuperset(_described(words, i, j)):
                    start, end = min(word.start, words[j].start), max(word.end, words[j].end)
                    yield NamedDocument(document.id, start, end)


def _is_beside(words: list[_Word], year: int, kind: int) -> bool:
    """Whether the word at `kind` is of a publication, and what stands between it and the year can be in its name."""
    between = words[min(year, kind) + 1 : max(year, kind)]
    return words[kind].text in _KIND_WORDS and not any(each.text in _NOT_IN_NAMES for each in between)


def _words_told(document: Document) -> frozenset[str]:
    """The words of the names of `document`, its year and the organ that it is of."""
    names = (*document.names, document.date or "", document.body or "")
    return frozenset(word.text for name in names for word in _words(name))


def _described(words: list[_Word], year: int, kind: int) -> list[str]:
    """The words between the year and the kind, and those that lead from `the` to both."""
    first, last = min(year, kind), max(year, kind)
    before = [each.text for each in words[max(0, first - _MOST_BEFORE) : first]]
    leading = before[-before[::-1].index(_THE) :] if _THE in before[:-1] else []
    return [each.text for each in words[first + 1 : last]] + leading


def _overlaid(one: NamedDocument, other: tuple[int, int]) -> bool:
    start, end = other
    return end - start > one.end - one.start and start < one.end and one.start < end


def _told_apart_by_year(
    question: str, mentions: Sequence[NamedDocument], documents: HeldDocuments
) -> Iterator[NamedDocument]:
    """Of documents named by the same words, those of a year that the question gives, if any is; none of too many."""
    years = set(_YEAR.findall(question))
    same: dict[tuple[int, int], list[NamedDocument]] = {}
    for each in mentions:
        same.setdefault((each.start, each.end), []).append(each)
    for alike in same.values():
        matching = [each for each in alike if (documents.by_id[each.document].date or "")[:4] in years]
        meant = alike if len(alike) == 1 else matching or alike
        if len(meant) <= _MOST_ALIKE:
            yield from meant


def _words(text: str) -> list[_Word]:
    return [_Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text.lower())]
