"""Documents that are cited by their title: a text is read as if each had a symbol."""

import re
from collections.abc import Iterable

from index.document import Document
from index.search.document_store import DocumentStore
from rag.citing.citation import name_of
from rag.verifying.citations.symbols import HeldSymbols, Repair

# A symbol that no document has; what follows it is as long as the title that it stands for.
_STANDS_FOR = "X/"
# A shorter title may be any words: `Progress report` has 15 letters.
_SHORTEST = 20


class Titles:
    """The titles of the documents held that have no symbol, and the symbols of the others."""

    def __init__(self, store: DocumentStore) -> None:
        self.symbols = HeldSymbols(each.symbol for each in store.documents)
        self._documents = tuple(each for each in store.documents if not each.symbol)
        self._names = {name: number for number, each in enumerate(self._documents) for name in _names_of(each)}
        ordered = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def plain(self, text: str) -> tuple[str, tuple[Repair, ...]]:
        """`text` with a sign like a symbol in place of each title, as long as that, and the symbols put right in it."""
        repaired, repairs = self.symbols.repaired(text)
        if self._pattern is None:
            return repaired, repairs
        return self._pattern.sub(lambda match: self._sign(match[0]), repaired), repairs

    def document(self, symbol: str) -> Document | None:
        """The document whose title `symbol` stands for; None where it is a symbol indeed."""
        number = symbol.removeprefix(_STANDS_FOR)
        is_sign = symbol.startswith(_STANDS_FOR) and number.isdecimal()
        return self._documents[int(number)] if is_sign and int(number) < len(self._documents) else None

    def _sign(self, name: str) -> str:
        return _STANDS_FOR + str(self._names[name]).rjust(len(name) - len(_STANDS_FOR), "0")


def _names_of(document: Document) -> Iterable[str]:
    """What a document without a symbol is cited by, with its date and without."""
    names = (name_of(document), document.short_title, document.title)
    return (each for each in names if each and len(each) >= _SHORTEST)
