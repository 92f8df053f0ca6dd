"""Which of several documents a question means that describes one, and symbols of documents that are not held."""

import re
from collections.abc import Sequence

from index.document import Document
from index.language.english.language import ENGLISH
from index.related import Symbol, symbols_of
from index.search.held_documents import held_documents
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.citing.find import FoundLocators
from rag.citing.mentions.base import Mention
from rag.question.naming import documents_with, named_documents, symbols_in
from rag.question.places import NamedPlace

_AS_SOURCE = LatePattern(ENGLISH.questions.as_source, re.IGNORECASE)
_AS_SPEAKER = LatePattern(ENGLISH.questions.as_speaker, re.IGNORECASE)
_WORD = LatePattern(r"[a-z]{3,}")
_SAID_OF_ALL = ENGLISH.questions.asks_for_text | ENGLISH.questions.publications
# What a document is of the one whose symbol it has with an ending.
_PARTS = {"Rev": "revision", "Corr": "corrigendum", "Add": "addendum"}
# A word that more of the documents have in their titles does not tell them apart.
_MOST_TITLES = 0.25


def unheld_symbols(question: str, found: Sequence[FoundLocators], held: Sequence[Document]) -> tuple[str, ...]:
    """The symbols of documents that `question` wants to be answered from and that are not among `held`, each once.

    Those that a place is named of, and those that stand where a source does (`according to A/1`) in a question that
    names no document that is held. A symbol that is only spoken of (`what was said about A/1`) is not among them.
    """
    unknown = [each for each in symbols_in(question) if not documents_with(each.labels[0], held)]
    of_places = {each.symbol for each in found if each.symbol}
    alone = bool(unknown) and not named_documents(question, held)
    wanted = (
        each.labels[0] for each in unknown if each.labels[0] in of_places or (alone and _is_source(question, each))
    )
    return tuple(dict.fromkeys(wanted))


def held_instead(symbol: str, held: Sequence[Document]) -> tuple[str, ...]:
    """What of the document with `symbol`, which is not held, is among `held`: `its revision S/2025/71/Rev.1`."""
    wanted = Symbol.parse(symbol)
    of_stem = held_documents(held).of_stem(wanted.stem)
    found = ((each.symbol, one) for each in of_stem for one in symbols_of(each.symbol))
    return tuple(
        _relation(wanted, one).format(written) for written, one in found if one.stem.upper() == wanted.stem.upper()
    )


def _relation(wanted: Symbol, held: Symbol) -> str:
    """What a document that is held is of one that is wanted, both of one stem, in words with a place for it."""
    if held.endings:
        return "another part of it, {}," if wanted.endings else f"its {_PARTS[held.endings[-1][0]]} {{}}"
    return "its first issue {}" if wanted.revision else "the document that it belongs to, {},"


def _is_source(question: str, symbol: Mention) -> bool:
    """Whether `question` wants to be answered from the document with `symbol`, or asks what that says."""
    before, after = question[: symbol.start], question[symbol.end :]
    return _AS_SOURCE.search(before) is not None or _AS_SPEAKER.match(after) is not None


def of_documents_described(places: Sequence[NamedPlace], question: str, index: Index) -> tuple[NamedPlace, ...]:
    """Those of `places` that are in the documents whose titles have words of `question`; all where none has.

    Many documents have a paragraph 5; `paragraph 5 of the resolution on the International Criminal Court` means one.
    """
    documents = {document.id: document for place in places if (document := index.store.document_at(place.row))}
    if len(documents) < 2:
        return tuple(places)
    among = [documents[id] for id in sorted(documents)]
    meant = {each.id for each in documents_described(question, among, index)}
    return tuple(place for place in places if not meant or index.store.document_at(place.row).id in meant)


def of_matter(places: Sequence[NamedPlace], words: Sequence[str], index: Index) -> tuple[NamedPlace, ...]:
    """Those of `places`, in several documents, that have all `words` in their texts or headings; all where none has.

    Two instructions have a section 4.1; `section 4.1 on destruction` means the one under `Destruction of records`.
    """
    stems = set(index.lexical.terms(" ".join(words)))
    if not stems or len({index.store.document_at(place.row).id for place in places}) < 2:
        return tuple(places)
    held = tuple(place for place in places if stems <= _stems_at(place.row, index))
    return held or tuple(places)


def _stems_at(row: int, index: Index) -> set[str]:
    ref = index.paragraphs[row]
    return set(index.lexical.terms(" ".join((ref.text, *ref.paragraph.headings))))


def documents_described(question: str, among: Sequence[Document], index: Index) -> list[Document]:
    """Those of the documents `among` whose titles have most of the words of `question`; none where none has any.

    Words that many titles of the index have tell nothing.
    """
    held = index.store.held
    most = max(1, int(_MOST_TITLES * len(held)))
    likeness: dict[str, float] = {}
    for word in sorted(_words(question)):
        titled = held.titled(word)
        for each in titled if len(titled) <= most else ():
            likeness[each.id] = likeness.get(each.id, 0.0) + 1 / len(titled)
    best = max((likeness.get(each.id, 0.0) for each in among), default=0.0)
    return [each for each in among if best and likeness.get(each.id) == best]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _SAID_OF_ALL
