"""Lists with dots that lead from a name to what belongs to it, as on the title page of a record: rows of a table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.readers.base import Line, Role
from index.readers.draft import row_text
from index.text.typography import collapse

_DOTS = r"\s?(?:\. ?){8,}|\s?…{3,}"
# President: Ms. Halvorsen . . . . . . . . (Denmark)   Algeria . . . . . . . . Mr. Bouzid
_LED = re.compile(rf"(?P<name>[^.…]\S*(?: \S+)*?)(?:{_DOTS})\s?(?P<rest>[^\s.…0-9](?:(?!{_DOTS}).)*)")
# Word draws the dots between two tabs: Chair:<tab>Mr. Brandt<tab>(Burundi)
_TABBED = re.compile(r"(?P<label>[^\t:]{2,30}:)\s*\t\s*(?P<name>[^\t]+?)\s*\t\s*(?P<rest>\([^()\t]+\))")
# After the dots of a table of contents there are numbers, of a page or of paragraphs: Arabic ones or these.
_PAGES = re.compile(r"[ivxlIVXL–—, -]+")
_LONGEST_LABEL = 30  # characters of what stands before a name on the same height: `Temporary Chair:`


def with_led_rows(lines: Sequence[Line]) -> list[Line]:
    """`lines`, those in which dots lead to words as rows of a table, each with the label before it, if it has one."""
    found: list[Line] = []
    for line in lines:
        cells = _cells(line) if line.role is Role.TEXT else ()
        if not cells:
            found.append(line)
            continue
        before = found[-1] if found else None
        labelled = before is not None and line.gap == 0 and _is_label(before) and before.page == line.page
        if before is not None and labelled:
            found.pop()
            line = replace(line, gap=before.gap, number=before.number, begins_page=before.begins_page)
            cells = (before.text, *cells)
        found.append(replace(line, text=row_text(cells), cells=cells, role=Role.TABLE, note_marks=()))
    return found


def _cells(line: Line) -> tuple[str, ...]:
    if tabbed := _TABBED.fullmatch(line.text):
        return tabbed.groups()
    match = _LED.fullmatch(collapse(line.text)) if line.text.count(".") > 7 or "…" in line.text else None
    return () if match is None or _PAGES.fullmatch(match["rest"]) else (match["name"].rstrip("."), match["rest"])


def _is_label(line: Line) -> bool:
    return line.role is Role.TEXT and len(line.text) <= _LONGEST_LABEL and line.text.endswith(":")
