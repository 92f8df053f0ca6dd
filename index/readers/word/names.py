"""Names of elements and attributes in the XML of Word files (ISO/IEC 29500-1)."""

from typing import TypeAlias

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"

Element: TypeAlias = etree._Element


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


ALTERNATIVES = f"{{{_MC}}}AlternateContent"
CHOICE = f"{{{_MC}}}Choice"
FALLBACK = f"{{{_MC}}}Fallback"
MATH_TEXT = f"{{{_M}}}t"

# What tracked changes leave out of the text when they are accepted, and the mark of a paragraph that goes with them.
REMOVED = frozenset({w("del"), w("moveFrom")})
# Elements that hold others and say nothing of them that matters here.
PARAGRAPH, RUN, TABLE, ROW, CELL = w("p"), w("r"), w("tbl"), w("tr"), w("tc")


def value_of(element: Element | None, name: str, attribute: str = "val") -> str | None:
    """The attribute of the child `name` of `element`; None where there is no such child or attribute."""
    child = element.find(w(name)) if element is not None else None
    return child.get(w(attribute)) if child is not None else None


def switch_of(element: Element | None, name: str) -> bool | None:
    """Whether the child `name` switches something on or off; None where it is not there."""
    child = element.find(w(name)) if element is not None else None
    if child is None:
        return None
    return child.get(w("val"), "true") not in ("0", "false", "off", "none")


def number_of(text: str | None) -> float | None:
    """The number that an attribute holds, as written by programs that write 12.0 or 12pt; None for anything else."""
    try:
        return float((text or "").removesuffix("pt"))
    except ValueError:
        return None
