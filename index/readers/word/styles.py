"""What the styles of a Word file say of letters and paragraphs: bold, italic, hidden, size, outline level, indent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from index.readers.word.names import Element, number_of, switch_of, value_of, w

_Value = TypeVar("_Value")

# Sizes are given in half points, indents in twentieths of a point.
_HALF_POINTS, _TWENTIETHS = 2, 20
# Word's size where nothing says another.
_USUAL_SIZE = 10.0
# Styles are based on one another; more steps than this are a circle.
_MOST_STEPS = 30
_OUTLINE_LEVELS = 9  # 0 to 8; the next one is body text (ECMA-376, 17.3.1.20)


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids. `root` is the styles part's element, None where a file has none."""

    root: Element | None
    _by_id: dict[str, Element] = field(init=False, default_factory=dict)
    _default: str | None = field(init=False, default=None)
    _known: dict[tuple[str, str | None], object] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.root.iterfind(w("style")) if self.root is not None else ():
            name = style.get(w("styleId"))
            if name is None:
                continue
            self._by_id.setdefault(name, style)
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._default = name

    def bold(self, style: str | None) -> bool:
        """Whether letters in `style` are bold."""
        return bool(self._first("b", style, lambda each: switch_of(each.find(w("rPr")), "b")))

    def italic(self, style: str | None) -> bool:
        """Whether letters in `style` are italic."""
        return bool(self._first("i", style, lambda each: switch_of(each.find(w("rPr")), "i")))

    def hidden(self, style: str | None) -> bool:
        """Whether letters in `style` are hidden."""
        return bool(self._first("vanish", style, lambda each: switch_of(each.find(w("rPr")), "vanish")))

    def raised(self, style: str | None) -> bool:
        """Whether letters in `style` are raised above the line."""
        return self._first("vertAlign", style, lambda each: value_of(each.find(w("rPr")), "vertAlign")) == "superscript"

    def size(self, style: str | None) -> float:
        """The size of letters in paragraphs of `style`, in points."""
        size = self._first("sz", style, lambda each: number_of(value_of(each.find(w("rPr")), "sz")))
        return size / _HALF_POINTS if size else self._default_size()

    def indent(self, style: str | None) -> float:
        """How far the first line of a paragraph in `style` is set in, in points."""
        return self._first("ind", style, lambda each: indent_of(each.find(w("pPr")))) or 0.0

    def heading(self, style: str | None) -> int:
        """The depth of a heading in `style`, 1 outermost; 0 where paragraphs in it are no headings."""
        return self._first("outlineLvl", style, lambda each: heading_of(each.find(w("pPr")))) or 0

    def _first(self, what: str, style: str | None, read: Callable[[Element], _Value | None]) -> _Value | None:
        """What the nearest of the styles that `style` is based on says, itself first; None where none says anything."""
        place = style if style in self._by_id else self._default
        key = (what, place)
        if key not in self._known:
            self._known[key] = self._search(place, read)
        found: _Value | None = self._known[key]  # type: ignore[assignment]
        return found

    def _search(self, place: str | None, read: Callable[[Element], _Value | None]) -> _Value | None:
        for _ in range(_MOST_STEPS):
            element = self._by_id.get(place or "")
            if element is None:
                return None
            found = read(element)
            if found is not None:
                return found
            place = value_of(element, "basedOn")
        return None

    def _default_size(self) -> float:
        defaults = self.root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if self.root is not None else None
        size = number_of(value_of(defaults, "sz"))
        return size / _HALF_POINTS if size else _USUAL_SIZE


def heading_of(properties: Element | None) -> int | None:
    """The depth of a heading by the outline level that paragraph properties give; None where they give none."""
    level = number_of(value_of(properties, "outlineLvl"))
    if level is None:
        return None
    return int(level) + 1 if 0 <= level < _OUTLINE_LEVELS else 0


def indent_of(properties: Element | None) -> float | None:
    """How far paragraph properties set the first line in, in points; None where they do not say."""
    indent = properties.find(w("ind")) if properties is not None else None
    if indent is None:
        return None
    left = number_of(indent.get(w("left")) or indent.get(w("start"))) or 0.0
    first = number_of(indent.get(w("firstLine"))) or 0.0
    hanging = number_of(indent.get(w("hanging"))) or 0.0
    return (left + (first or -hanging)) / _TWENTIETHS
