"""Footnotes of web pages, told by the links between their marks and their texts."""

import re

from index.readers.html.tree import Element

_MARK = re.compile(r"[\[(]?\s*([0-9]{1,4}|[*†‡§]{1,4}|[a-z]|[ivx]{1,5})\s*[\])]?\.?")
_BACK = re.compile(r"^\s*(?:[\[(]?\s*(?:[0-9]{1,4}|[*†‡§]{1,4}|[a-z]|[ivx]{1,5})\s*[\])]?\.?|[\^↑↩])\s*$")
_BLOCKS = frozenset({"p", "li", "div", "dd", "td", "aside", "section", "blockquote"})


class NoteLinks:
    """The links of a page from note marks in the text to the notes below it."""

    def __init__(self, root: Element) -> None:
        places: dict[str, int] = {}
        elements: dict[str, Element] = {}
        self._marks: dict[Element, str] = {}
        self._notes: dict[Element, str] = {}
        self._backs: set[Element] = set()
        links: list[tuple[int, Element, str]] = []
        for place, element in enumerate(root.iter("*")):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name and name not in places:
                    places[name], elements[name] = place, element
            target = element.get("href", "") if element.tag == "a" else ""
            if target.startswith("#") and len(target) > 1:
                links.append((place, element, target[1:]))
        for place, link, target in links:
            if target in places:
                self._sort(link, place, elements[target], places[target])

    def _sort(self, link: Element, place: int, target: Element, target_place: int) -> None:
        words = "".join(map(str, link.itertext())).strip()
        match = _MARK.fullmatch(words)
        if match and target_place > place:
            self._marks[link] = match[1]
            self._notes.setdefault(_block_of(target), match[1])
        elif target_place < place and _BACK.match(words):
            self._backs.add(link)

    def mark(self, link: Element) -> str | None:
        """The mark that a link is, without brackets; None where it is no link to a note."""
        return self._marks.get(link)

    def note(self, block: Element) -> str | None:
        """The mark of the note that `block` holds; None where it holds none."""
        return self._notes.get(block)

    def is_back(self, link: Element) -> bool:
        """Whether a link leads from a note back to its mark in the text."""
        return link in self._backs


def _block_of(element: Element) -> Element:
    """The block that `element` stands in, itself where it is one."""
    found: Element | None = element
    while found is not None and found.tag not in _BLOCKS:
        found = found.getparent()
    return found if found is not None else element
