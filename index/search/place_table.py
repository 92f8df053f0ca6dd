"""Where all paragraphs of an index stand: each different locator and path of headings once, and which one a row has."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows
from index.document import Paragraph
from index.locator import Locator

T = TypeVar("T")
Headings = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class PlaceTable:
    """The places of p paragraphs.

    That at a row has the locator `locators[locator_of[row]]` and stands under `headings[heading_of[row]]`. Many
    documents have a paragraph 65, so that there are far fewer of them than paragraphs.
    """

    locators: tuple[Locator, ...]
    locator_of: NDArray[np.int32]
    headings: tuple[Headings, ...]
    heading_of: NDArray[np.int32]

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> "PlaceTable":
        """The places of `paragraphs`, in order."""
        locators: dict[Locator, int] = {}
        headings: dict[Headings, int] = {}
        rows = [
            (locators.setdefault(each.locator, len(locators)), headings.setdefault(each.headings, len(headings)))
            for each in paragraphs
        ]
        ids = np.array(rows, dtype=np.int32).reshape(-1, 2)
        return cls(tuple(locators), ids[:, 0].copy(), tuple(headings), ids[:, 1].copy())

    def locator(self, row: int) -> Locator:
        """The locator of the paragraph at `row`."""
        return self.locators[int(self.locator_of[row])]

    def headings_above(self, row: int) -> Headings:
        """The headings above the paragraph at `row`, outermost first."""
        return self.headings[int(self.heading_of[row])]

    def rows_at(self, locator: Locator, within: range) -> tuple[int, ...]:
        """The rows of `within` whose paragraphs stand at `locator`, ascending."""
        id = self._locator_ids.get(locator)
        if id is None:
            return ()
        found = np.flatnonzero(self.locator_of[within.start : within.stop] == id) + within.start
        return tuple(found.tolist())

    def rows_where(self, fits: Callable[[Locator], bool], number: str | None = None) -> Rows:
        """The rows of the paragraphs whose locators fit, ascending.

        With `number`, a whole number in figures, only those with that number or with one that is no such number are
        looked at.
        """
        ids = self._ids_of(number) if number is not None and number.isdecimal() else range(len(self.locators))
        return self._rows(self.locator_of, [id for id in ids if fits(self.locators[id])], len(self.locators))

    def rows_under(self, fits: Callable[[Headings], bool]) -> Rows:
        """The rows of the paragraphs under headings that fit, ascending."""
        ids = [id for id, headings in enumerate(self.headings) if fits(headings)]
        return self._rows(self.heading_of, ids, len(self.headings))

    def locators_within(self, rows: range) -> list[Locator]:
        """The different locators of the paragraphs at `rows`, in order."""
        return [self.locators[id] for id in dict.fromkeys(self.locator_of[rows.start : rows.stop].tolist())]

    def keeping(self, rows: Rows) -> "PlaceTable":
        """The places of the paragraphs at `rows` alone, without locators and headings that none of them has."""
        locators, locator_of = _in_use(self.locators, self.locator_of[rows])
        headings, heading_of = _in_use(self.headings, self.heading_of[rows])
        return PlaceTable(locators, locator_of, headings, heading_of)

    def fits(self, paragraphs: int) -> bool:
        """Whether each of so many paragraphs has a locator and headings that are there."""
        pairs = ((self.locator_of, self.locators), (self.heading_of, self.headings))
        return all(
            len(ids) == paragraphs and (not paragraphs or 0 <= int(ids.min()) <= int(ids.max()) < len(there))
            for ids, there in pairs
        )

    @staticmethod
    def _rows(of: NDArray[np.int32], ids: list[int], count: int) -> Rows:
        if not ids:
            return np.zeros(0, dtype=np.int64)
        if len(ids) == 1:
            return np.flatnonzero(of == ids[0])
        wanted = np.zeros(count, dtype=bool)
        wanted[ids] = True
        return np.flatnonzero(wanted[of])

    def _ids_of(self, number: str) -> list[int]:
        return [*self._by_number.get(number, ()), *self._by_number.get("", ())]

    @cached_property
    def _locator_ids(self) -> dict[Locator, int]:
        return {locator: id for id, locator in enumerate(self.locators)}

    @cached_property
    def _by_number(self) -> dict[str, list[int]]:
        """The places of locators by their numbers, those of `4.1`, `48 bis`, `II` and the like by none."""
        found: dict[str, list[int]] = {}
        for id, locator in enumerate(self.locators):
            if locator.number:
                found.setdefault(locator.number if locator.number.isdecimal() else "", []).append(id)
        return found


def _in_use(values: tuple[T, ...], of: NDArray[np.int32]) -> tuple[tuple[T, ...], NDArray[np.int32]]:
    """Those of `values` that `of` (n,) names, in order, and the place of each one's among them."""
    used = np.zeros(len(values), dtype=bool)
    used[of] = True
    places = np.cumsum(used, dtype=np.int32) - np.int32(1)
    return tuple(compress(values, used.tolist())), places[of]
