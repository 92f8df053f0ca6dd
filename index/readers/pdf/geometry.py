"""What stands on a page, in points from its lower left corner, turned so that its text runs from left to right.

A page has hundreds of runs and boxes; named tuples are made in a third of the time that dataclasses take.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Its extent from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its extent from bottom to top."""
        return self.top - self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def grown(self, by: float) -> "Box":
        """The rectangle with all its edges moved outwards."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def touches(self, other: "Box") -> bool:
        """Whether the two share a point."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.bottom <= other.top and other.bottom <= self.top


class Run(NamedTuple):
    """Characters set one after another on one line, in one font and size.

    `text` has no white space at its ends; `spaced` tells that white space follows it in the file, `gapped` that pdfium
    sees a gap behind it as wide as a space, whether or not the file has one. `baseline` is the height of the line that
    the letters stand on, `size` the font's in points as it appears. `hidden` is text that is drawn invisibly, as a
    program that recognises letters lays it over a picture; `turned` runs across the page's text.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    bar_code: bool = False
    spaced: bool = False
    hidden: bool = False
    turned: bool = False
    gapped: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """The runs of a page in the order of the file, the rules drawn on it and the regions that pictures take up.

    `rules` are straight lines, level or upright; `frames` outlined or filled rectangles; `pictures` images and drawn
    shapes.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Box, ...] = ()
    frames: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()


def around(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle that holds all of `boxes`, of which there is at least one."""
    found = tuple(boxes)
    return Box(
        min(box.left for box in found),
        min(box.bottom for box in found),
        max(box.right for box in found),
        max(box.top for box in found),
    )


def median(values: Iterable[float]) -> float:
    """The middle one of `values`, or the mean of the two in the middle.

    As that of `statistics`, which takes longer to import than a page takes to read.
    """
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
