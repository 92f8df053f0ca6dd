"""The automatic numbers of the paragraphs of a Word file, which its text does not hold.

Lists that share a definition count on together, as Word and LibreOffice have it; python-docx-ng, which knows formats,
levels and styles, counts each for itself, so that counting is done here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from docx.document import Document
from docx.numbering import Numbering, NumberingLevel, get_paragraph_numbering
from docx.oxml.text.paragraph import CT_P

from index.readers.word.names import Element, w

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9  # of a list, by the format (ECMA-376, 17.9.6)
_NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ListNumber:
    """What is printed before a numbered paragraph: `text` with what sets it off, or a bullet."""

    text: str
    bullet: bool = False


def list_numbers(document: Document, paragraphs: Iterable[Element]) -> dict[Element, ListNumber]:
    """The numbers of `paragraphs`, which are all that the document shows, in order."""
    part = document.part
    if not part.has_numbering_part:
        return {}
    lists = _Lists(Numbering(part.numbering_part.element, part))
    found: dict[Element, ListNumber] = {}
    for paragraph in paragraphs:
        place = get_paragraph_numbering(paragraph, part) if isinstance(paragraph, CT_P) else None
        number = lists.following(place[0], place[1]) if place else None
        if number is not None:
            found[paragraph] = number
    return found


@dataclass(slots=True)
class _Lists:
    """Counts the paragraphs of lists as they come.

    For each definition the counters by level; a level is missing until it is used, and after one above it was.
    """

    numbering: Numbering
    _counters: dict[int, dict[int, int]] = field(init=False, default_factory=dict)
    _levels: dict[tuple[int, int], NumberingLevel] = field(init=False, default_factory=dict)
    _definitions: dict[int, int | None] = field(init=False, default_factory=dict)
    _restarting: dict[int, set[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for element in self.numbering._element.iterfind(w("num")):
            overrides = (each for each in element.iterfind(w("lvlOverride")))
            levels = {each.get(w("ilvl"), "") for each in overrides if each.find(w("startOverride")) is not None}
            identity = element.get(w("numId"), "")
            if identity.isdecimal() and levels:
                self._restarting[int(identity)] = {int(level) for level in levels if level.isdecimal()}

    def following(self, number: int, level: int) -> ListNumber | None:
        """What is printed before the next paragraph of a list at a level, 0 outermost; None where there is none."""
        if number not in self._definitions:
            definition = self.numbering.get(number)
            self._definitions[number] = definition.abstract_num_id if definition is not None else None
        shared = self._definitions[number]
        if shared is None or not 0 <= level < _LEVELS:
            return None
        counters = self._counters.setdefault(shared, {})
        for restarted in self._restarting.pop(number, ()):
            counters.pop(restarted, None)
        for above in range(level):
            counters.setdefault(above, self._level(number, above).start)
        counters[level] = counters[level] + 1 if level in counters else self._level(number, level).start
        for deeper in range(level + 1, _LEVELS):
            if deeper in counters and self._restarts(number, deeper, level):
                del counters[deeper]
        return self._printed(number, level, counters)

    def _level(self, number: int, level: int) -> NumberingLevel:
        key = (number, level)
        if key not in self._levels:
            definition = self.numbering.get(number)
            self._levels[key] = definition.level(level) if definition is not None else NumberingLevel(level, None)
        return self._levels[key]

    def _restarts(self, number: int, deeper: int, level: int) -> bool:
        """Whether `deeper` starts again after a paragraph at `level` (`w:lvlRestart`, counted from 1, 0 for never)."""
        after = self._level(number, deeper).restart_after_level
        return after is None or (after != 0 and level <= after - 1)

    def _printed(self, number: int, level: int, counters: dict[int, int]) -> ListNumber | None:
        shown = self._level(number, level)
        if shown.is_bullet:
            return ListNumber("", bullet=True)

        def counter(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counters.get(place)
            if count is None or place > level:
                return ""
            return str(count) if shown.is_legal else self._level(number, place).format_number(count)

        text = _PLACEHOLDER.sub(counter, shown.level_text).strip()
        if not text:
            return None
        return ListNumber(text if shown.suffix == _NOTHING else f"{text}\t")
