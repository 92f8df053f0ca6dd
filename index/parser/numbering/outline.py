"""The headings and containers above a paragraph."""

import re
from dataclasses import dataclass, replace

from index.parser.orders import Order, follows
from index.parser.recognisers import ARTICLE, DIVISIONS, RULE, SECTION, TEXT, Mark
from index.text.numerals import LATIN_ORDINALS

# A heading without a number stands below every numbered one; a container's title directly below the container.
BARE_RANK = 90
_NUMBER_SIGN = "No."
_TITLE_STEP = 0.5  # a title on a line of its own ranks between its number and what comes next
_OTHER_SIZE = 0.9  # points, as between headings of 10 and 11; less is rounding
_TITLE = " title"  # follows the style of what it is the title of
# Containers up to this rank (annexes) hold chapters of their own; only their like closes them.
_ANNEX_RANKS = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """How a heading is set: its size in points, and whether it is in capitals, in bold and upright."""

    size: float
    capitals: bool
    bold: bool
    upright: bool

    def stands_above(self, other: "Setting") -> bool:
        """Whether a heading set so outranks one set as `other`: it is larger, else in capitals, in bold, upright."""
        if abs(self.size - other.size) >= _OTHER_SIZE:
            return self.size > other.size
        return (self.capitals, self.bold, self.upright) > (other.capitals, other.bold, other.upright)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its text with its printed number, its rank (outermost lowest), its Markdown depth (0: none).

    `style` is the recogniser's name, `order` the number's. `container` is what locators call it, None where the
    numbering does not start again under it. `awaits_title` tells that the heading below it is its title. `setting` is
    how one without number and depth is set, None where that is not known.
    """

    text: str
    rank: float = BARE_RANK
    depth: int = 0
    style: str = ""
    order: Order = ()
    container: str | None = None
    awaits_title: bool = False
    setting: Setting | None = None

    def title(self, text: str, depth: int = 0) -> "Heading":
        """The heading that `text` is as the title of this container."""
        return Heading(text, self.rank + _TITLE_STEP, depth, f"{self.style}{_TITLE}")


def container_name(mark: Mark) -> str:
    """The name by which locators call the container of `mark`: its words in lower case, its number as printed.

    `draft guideline 4`, `annex VI`, `decision 1/CMA.3`, `section II`, `general comment No. 2`.
    """
    *words, last = re.sub(r"[,()]", " ", mark.printed).split()
    if last in LATIN_ORDINALS and len(words) > 1:
        return " ".join([*(word.lower() for word in words[:-1]), words[-1], last])
    has_number = any(map(str.isdigit, last)) or mark.order != ()
    number = last if has_number and (words or mark.recogniser.restart_name) else last.lower()
    name = " ".join([*(word if word == _NUMBER_SIGN else word.lower() for word in words), number])
    return f"{mark.recogniser.restart_name} {name}" if mark.recogniser.restart_name else name


class Outline:
    """The path of headings above the place that has been reached."""

    def __init__(self) -> None:
        self._path: list[Heading] = []
        self._before_annexes: dict[str, Order] = {}  # the last number of each style of heading that an annex has closed

    def copy(self) -> "Outline":
        """An outline that stands where this one does and goes its own way."""
        other = Outline()
        other._path, other._before_annexes = list(self._path), dict(self._before_annexes)
        return other

    def open(self, heading: Heading) -> None:
        """Add `heading` below those of a higher rank and close the headings it ends.

        It closes a container of its own kind, and the heading whose number comes before its own, with all below them. A
        first one (`I.`, `A.`) inside a container stays in it, below its title; any other closes what does not outrank
        it. An annex ends where the chapters go on that stood before it.
        """
        place = self._annex_ended_by(heading)
        place = self._place_of(heading) if place is None else place
        if heading.rank <= _ANNEX_RANKS:
            self._before_annexes |= {each.style: each.order for each in self._path[place:] if each.order}
        del self._path[place:]
        self._path.append(heading)

    def name(self, container: str) -> None:
        """Let the innermost heading be the container called `container`."""
        self._path[-1] = replace(self._path[-1], container=container)

    def _place_of(self, heading: Heading) -> int:
        alike = [place for place, each in enumerate(self._path) if each.style == heading.style and each.style]
        for place in alike:
            if self._path[place].container is not None:
                return place
        for place in reversed(alike):
            if heading.order and self._path[place].order == (*heading.order[:-1], heading.order[-1] - 1):
                return place
        place = len(self._path)
        first = heading.order == (1,) and heading.container is None and self._may_stand_inside(heading)
        while place and not _outranks(self._path[place - 1], heading):
            if first and self._heads_container(place - 1):
                break
            place -= 1
        return place

    def _heads_container(self, place: int) -> bool:
        """Whether the heading at `place` of the path is a container or the title of one."""
        heading = self._path[place]
        if not heading.style.endswith(_TITLE):
            return heading.container is not None
        return place > 0 and self._path[place - 1].container is not None

    def _may_stand_inside(self, heading: Heading) -> bool:
        """Whether the parts of the text around may have `heading` inside them; an article has no annex or chapter."""
        in_provision = any(each.style in (ARTICLE, RULE) for each in self._path)
        parts = heading.style in DIVISIONS and heading.style != SECTION
        return heading.rank > _ANNEX_RANKS and not (in_provision and parts)

    def _annex_ended_by(self, heading: Heading) -> int | None:
        """The place of the open annex where `heading` is the chapter after the last one before it; None for others."""
        before = self._before_annexes.get(heading.style, ()) if heading.style in DIVISIONS else ()
        if not before or not follows(before, heading.order) or self.opened_as(heading.style) is not None:
            return None
        return next((place for place, each in enumerate(self._path) if _is_annex(each)), None)

    @property
    def headings(self) -> tuple[str, ...]:
        """The texts of the headings, outermost first."""
        return tuple(heading.text for heading in self._path)

    @property
    def containers(self) -> tuple[str, ...]:
        """The names of the containers, outermost first."""
        return tuple(heading.container for heading in self._path if heading.container is not None)

    @property
    def innermost(self) -> Heading | None:
        """The last heading of the path."""
        return self._path[-1] if self._path else None

    def opened_as(self, style: str) -> Heading | None:
        """The open heading of a style."""
        return next((heading for heading in reversed(self._path) if heading.style == style), None)

    def keep(self, count: int) -> None:
        """Close all containers but the outermost `count`, and what is below them: the numbering around them goes on."""
        kept = 0
        for place, heading in enumerate(self._path):
            kept += heading.container is not None
            if kept > count:
                del self._path[place:]
                return


def _is_annex(heading: Heading) -> bool:
    return heading.container is not None and heading.rank <= _ANNEX_RANKS


def _outranks(above: Heading, below: Heading) -> bool:
    annex = below.rank <= _ANNEX_RANKS
    if _is_annex(above):
        return not annex or above.rank < below.rank
    if above.style == TEXT and annex:
        return True
    if BARE_RANK in (above.rank, below.rank) and above.depth and below.depth:
        return above.depth < below.depth
    if above.rank == below.rank == BARE_RANK and above.setting and below.setting:
        return above.setting.stands_above(below.setting)
    return above.rank < below.rank
