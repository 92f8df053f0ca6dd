"""Where in a corpus a reference leads: the document that has a symbol, and the paragraphs at a place in it."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache

from index.document import Document
from index.language.english.language import ENGLISH
from index.locator import Locator
from index.search.document_store import DocumentStore
from index.symbols import symbol_key, symbol_keys
from index.text.late_patterns import LatePattern
from rag.citing.containers import covers, same_container
from rag.citing.references import Reference

_KEPT = 1_000  # documents whose numbers are remembered: of a large corpus the few that are referred to most
_NAMES_ORGAN = LatePattern(r"[A-Z]")


class HeldPlaces:
    """Looks up the documents and paragraphs that references name. Safe to share between threads."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store
        self._by_number = lru_cache(_KEPT)(self._rows_by_number)

    def held(self, reference: Reference) -> tuple[Document, tuple[str, ...]] | None:
        """The document of the corpus with one of the symbols of a reference."""
        keys = (key for symbol in reference.symbols for key in (symbol_key(symbol), *sorted(symbol_keys(symbol))))
        return next(((self._by_symbol[key], ()) for key in keys if key in self._by_symbol), None)

    def printed(self, reference: Reference, own: Document | None = None) -> tuple[Document, tuple[str, ...]] | None:
        """The document that prints the resolution of a reference as a part of it, its own first, with that part.

        Elsewhere a number alone can be another organ's; one that names the organ (`18/CMA.1`) cannot.
        """
        if reference.part is None:
            return None
        number = reference.part.partition(" ")[2]
        named = [each for each in self._by_text_number.get(number, []) if same_container(reference.part, each[1])]
        within = [each for each in named if each[0] is own] or (named if _NAMES_ORGAN.search(number) else [])
        return (within[0][0], (within[0][1],)) if within else None

    def places(
        self, document: Document, containers: tuple[str, ...], locators: Sequence[Locator]
    ) -> tuple[tuple[int, ...], tuple[Locator, ...]]:
        """The paragraphs at `locators` in `document`, and these as printed; all in `containers` where there are none.

        Those that are themselves in `containers` go before others of the number.
        """
        if not locators:
            return self._inside(self._store.rows_of(document.id), containers), (
                Locator(containers),
            ) if containers else ()
        rows: list[int] = []
        places: list[Locator] = []
        for named in locators:
            meant = self.rows_at(document, containers, named)
            rows += meant
            is_part = named.number is None and named.ordinal is None
            places += [named] if is_part and meant else [self._locator(row).item(*named.items) for row in meant]
        return tuple(dict.fromkeys(rows)), tuple(dict.fromkeys(places))

    def rows_at(self, document: Document, containers: tuple[str, ...], named: Locator) -> list[int]:
        """The rows of the paragraphs at one place, fewest containers first."""
        place = named.paragraph
        covered = [row for row in self._numbered(document.id, place.number) if covers(place, self._locator(row))]
        near = self._inside(covered, containers) or tuple(covered)
        if named.number is None and named.ordinal is None:
            return list(near)
        fewest = min((len(self._locator(row).containers) for row in near), default=0)
        return [row for row in near if len(self._locator(row).containers) == fewest]

    def _numbered(self, id: str, number: str | None) -> Sequence[int]:
        """The rows of a document whose paragraphs can be the one that somebody calls `number`: few of them all."""
        if number is None or not number.isdecimal():
            return self._store.rows_of(id)
        rows = self._by_number(id)
        return sorted((*rows.get(number, ()), *rows.get("", ())))

    def _rows_by_number(self, id: str) -> dict[str, list[int]]:
        """The rows of a document's numbered paragraphs by number, those of `4.1`, `48 bis` and the like by none."""
        rows: dict[str, list[int]] = defaultdict(list)
        for row in self._store.rows_of(id):
            if number := self._locator(row).number:
                rows[number if number.isdecimal() else ""].append(row)
        return rows

    def _inside(self, rows: Sequence[int], containers: tuple[str, ...]) -> tuple[int, ...]:
        if not containers:
            return ()
        return tuple(row for row in rows if self._locator(row).containers[: len(containers)] == containers)

    def _locator(self, row: int) -> Locator:
        return self._store.places.locator(row)

    @cached_property
    def _by_symbol(self) -> dict[str, Document]:
        return {key: each for each in reversed(self._store.documents) for key in symbol_keys(each.symbol)}

    @cached_property
    def _by_text_number(self) -> dict[str, list[tuple[Document, str]]]:
        """The resolutions and decisions that documents print, with the documents, by number."""
        texts = [name.lower() for name in ENGLISH.parts.texts]

        def is_text(part: str) -> bool:
            word, _, number = part.partition(" ")
            return word.lower() in texts and bool(number)

        found: dict[str, list[tuple[Document, str]]] = defaultdict(list)
        rows = self._store.places.rows_where(lambda each: any(map(is_text, each.containers)))
        for document in dict.fromkeys(self._store.document_at(row).id for row in rows.tolist()):
            within = self._store.places.locators_within(self._store.rows_of(document))
            for part in dict.fromkeys(part for each in within for part in each.containers):
                if is_text(part):
                    found[part.partition(" ")[2]].append((self._store.document(document), part))
        return found
