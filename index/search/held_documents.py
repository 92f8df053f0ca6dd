"""Documents to be looked up by what people call them: worked out once, not for each question."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

from index.document import Document
from index.language.english.language import ENGLISH
from index.related import symbols_of
from index.symbols import symbol_keys

_WORD = re.compile(r"[a-z0-9]+(?:[./-][a-z0-9]+)*")
_TITLE_WORD = re.compile(r"[a-z]{3,}")
_KIND_WORDS = ENGLISH.questions.publications

Words = tuple[str, ...]


def words_of(name: str) -> Words:
    """The words of a name in small letters; a symbol or an id is one."""
    return tuple(_WORD.findall(name.lower()))


def parts_printed(document: Document) -> frozenset[str]:
    """The containers that the paragraphs of `document` stand in."""
    return frozenset(part for each in document.paragraphs for part in each.locator.containers)


class HeldDocuments(Sequence[Document]):
    """Documents in order; what is told of them is told in that order.

    Each look-up is made when it is first asked for, some tens of microseconds a document. `parts` gives the containers
    that the paragraphs of a document stand in. Safe to share between threads.
    """

    def __init__(
        self, documents: Sequence[Document], parts: Callable[[Document], frozenset[str]] = parts_printed
    ) -> None:
        self._documents = documents
        self.parts = parts

    def __len__(self) -> int:
        return len(self._documents)

    @overload
    def __getitem__(self, place: int, /) -> Document: ...
    @overload
    def __getitem__(self, place: slice, /) -> Sequence[Document]: ...
    def __getitem__(self, place: int | slice, /) -> Document | Sequence[Document]:
        """The document at `place`, or those of a slice."""
        return self._documents[place]

    def __iter__(self) -> Iterator[Document]:
        return iter(self._documents)

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """The documents by their ids."""
        return {each.id: each for each in self._documents}

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each document among them, by its id."""
        return {each.id: place for place, each in enumerate(self._documents)}

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that documents are in."""
        return frozenset(each.language for each in self._documents)

    def with_symbol(self, symbol: str) -> list[Document]:
        """The documents that have `symbol`, or are issued under it and another one."""
        return self._at({place for key in symbol_keys(symbol) for place in self._by_symbol.get(key, ())})

    def of_stem(self, stem: str) -> list[Document]:
        """The documents whose symbols have `stem` before endings such as `/Rev.1`."""
        return self._at(self._by_stem.get(stem.upper(), ()))

    def of_year(self, year: str) -> list[Document]:
        """The documents of a year."""
        return self._at(self._by_year.get(year, ()))

    def named_from(self, word: str) -> Sequence[tuple[int, Document, Words]]:
        """The names that begin with `word`: the place among all names, the document, the name's words."""
        return [(order, self._documents[place], name) for order, place, name in self._names.get(word, ())]

    def kinds(self, document: Document) -> frozenset[str]:
        """The kinds of publications that the names of `document` say it is: `report`, `guidelines`."""
        return _KIND_WORDS & {word for name in document.names for word in words_of(name)}

    def titled(self, word: str) -> list[Document]:
        """The documents that have `word`, of three small letters at least, in their titles and other names."""
        return self._at(self._by_title_word.get(word, ()))

    def with_part(self, fits: Callable[[str], bool]) -> list[Document]:
        """The documents that print a part whose name fits."""
        return self._at({place for part, places in self._by_part.items() if fits(part) for place in places})

    def sharing(self, parts: Iterable[str]) -> list[Document]:
        """The documents that print more than half of `parts`."""
        wanted = frozenset(parts)
        counts: dict[int, int] = {}
        for part in wanted:
            for place in self._by_part.get(part, ()):
                counts[place] = counts.get(place, 0) + 1
        return self._at(place for place, count in counts.items() if count > len(wanted) / 2)

    def _at(self, places: Iterable[int]) -> list[Document]:
        return [self._documents[place] for place in sorted(places)]

    def _by(self, keys: Callable[[Document], Iterable[str]]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, document in enumerate(self._documents):
            for key in dict.fromkeys(keys(document)):
                found.setdefault(key, []).append(place)
        return found

    @cached_property
    def _by_symbol(self) -> dict[str, list[int]]:
        return self._by(lambda each: symbol_keys(each.symbol))

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        return self._by(lambda each: (symbol.stem.upper() for symbol in symbols_of(each.symbol)))

    @cached_property
    def _by_year(self) -> dict[str, list[int]]:
        return self._by(lambda each: (each.date[:4],) if each.date else ())

    @cached_property
    def _by_title_word(self) -> dict[str, list[int]]:
        return self._by(lambda each: _TITLE_WORD.findall(" ".join(each.names).lower()))

    @cached_property
    def _by_part(self) -> dict[str, list[int]]:
        return self._by(self.parts)

    @cached_property
    def _names(self) -> dict[str, list[tuple[int, int, Words]]]:
        found: dict[str, list[tuple[int, int, Words]]] = {}
        named = ((place, name) for place, document in enumerate(self._documents) for name in _names(document))
        for order, (place, name) in enumerate(named):
            found.setdefault(name[0], []).append((order, place, name))
        return found


def held_documents(documents: Sequence[Document]) -> HeldDocuments:
    """`documents` to be looked up; themselves where they can be already."""
    return documents if isinstance(documents, HeldDocuments) else HeldDocuments(documents)


def _names(document: Document) -> list[Words]:
    # Whoever asks about `staff` means no file of that name: an id of letters alone is a word like any other.
    names = document.names if document.id.isalpha() else (document.id, *document.names)
    return [words for name in names if (words := words_of(name))]
