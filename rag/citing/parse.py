"""Citations read back into document names and locators: the inverse of `rag.citing.citation`.

Reading is lenient in what people type (`paragraph 65(c)`, `paras 48-50`, `§ 65`, `65 (c)`, `annex, 4.1 (a)`) and strict
in what it makes of it: a text that is not wholly understood is a LocatorError, never the part that was.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from index.errors import LocatorError
from index.locator import LETTERED_NUMBER, Label, Locator
from index.symbols import PART_OF_SYMBOL
from index.text.late_patterns import LatePattern
from index.text.wording import excerpt
from rag.citing.containers import as_printed, is_known, is_plausible
from rag.citing.series import Place, read_places

_SHOWN = 80  # characters of what is no citation, in an error
_EXAMPLE = "expected, for example, 'CAC/COSP/WG.2/2018/2, para. 65 (c)' or 'annex, draft guideline 4, para. 4.1'"

_SYMBOL = LatePattern(
    rf"[A-Z][A-Z0-9.]*(?:/[A-Za-z0-9.\[\]()-]+)+(?: (?:\(\d{{4}}\)|(?i:{PART_OF_SYMBOL})))?(?=[\s,;]|$)"
)
_DATED_TITLE = LatePattern(r"\((?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\)(?=[\s,;]|$)")
_PARAGRAPH_WORD = r"(?:paragraphs?|paras?\.?|pars?\.?|§+|¶+)\s*(?:nos?\.)?\s*"
_PARAGRAPHS = LatePattern(
    rf"(?:(?P<before>[^\W\d].*?)[,\s]+)??(?P<counted>(?:unnumbered|preambular)\s+)?{_PARAGRAPH_WORD}(?P<list>\d.*)",
    re.IGNORECASE,
)
_BARE_NUMBERS = LatePattern(r"(?:(?P<before>[^\W\d].*?),\s*)??(?P<counted>unnumbered\s+)?(?P<list>\d.*)", re.IGNORECASE)
# `p. 4, para. 2`, `p. 7, Mr. Chumakov, para. 4`; what stands between the page and the list is who speaks.
_ON_PAGE = LatePattern(
    rf"(?:(?P<before>[^\W\d].*?),\s*)?(?P<word>p\.|page)\s*(?P<page>[1-9]\d*|[ivxl]+\b)(?:,\s*(?P<speaker>.*?[^\s,]))??"
    rf"(?:,\s*(?:(?P<unnumbered>unnumbered\s+)?{_PARAGRAPH_WORD}|(?P<label>tables?|figures?|box(?:es)?)\s+)(?P<list>\d.*))?",
    re.IGNORECASE,
)
_LABELLED = LatePattern(
    r"(?:(?P<before>[^\W\d].*?),\s*)??(?P<label>recommendation|item|table|figure|box)(?:s|es)?\s+"
    rf"(?:(?P<lettered>(?-i:{LETTERED_NUMBER}))|(?P<list>\d.*))",
    re.IGNORECASE,
)
_ITEMS = LatePattern(r"(?P<before>[^()]*?)[,\s]*(?:\bsub-?para(?:graph)?s?\.?)?\s*(?P<list>\(.*)", re.IGNORECASE)
# A title has a word; one with a paragraph number in it would swallow a citation that was mistyped.
_WORD = LatePattern(r"[^\W\d]{3}")
_NUMBERED = LatePattern(rf"\b{_PARAGRAPH_WORD}\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitedPlaces:
    """The places cited in one document; `document` is its name as cited, None where the text names none."""

    document: str | None
    locators: tuple[Locator, ...]


def parse_citation(text: str, *, names: Collection[str] = ()) -> tuple[CitedPlaces, ...]:
    """What `text` cites, document after document in its order; LocatorError where it is not wholly a citation.

    A symbol, or a title with a date in parentheses, tells by itself where the name of the document ends. `names` are
    looked for first: a title without a date, or one that has a semicolon or reads like a citation, needs them.
    """
    rest = " ".join(text.split()).removesuffix(".")
    found: list[CitedPlaces] = []
    while rest or not found:
        name, locators, rest = _read_first(rest, names)
        if found and name in (None, found[-1].document):
            before = found.pop()
            name, locators = before.document, tuple(dict.fromkeys((*before.locators, *locators)))
        found.append(CitedPlaces(name, locators))
    return tuple(found)


def _read_first(text: str, names: Collection[str]) -> tuple[str | None, tuple[Locator, ...], str]:
    """Name and places of what `text` cites first, up to a semicolon, and what comes after that."""
    for end, known in _name_ends(text, names):
        places, _, rest = text[end:].partition(";")
        try:
            locators = _read_part(places.removeprefix(",").strip(), known=known) if places else (Locator(),)
        except LocatorError:
            continue
        return text[:end] or None, locators, rest.strip()
    raise LocatorError(f"not a citation: {excerpt(text, _SHOWN)!r}; {_EXAMPLE}")


def _name_ends(text: str, names: Collection[str]) -> Iterator[tuple[int, bool]]:
    """Where the name of a document may end, likeliest first; and whether only known kinds of parts may follow it."""
    for name in sorted(names, key=len, reverse=True):
        if text.startswith(name) and re.match(r"[\s,;]|$", text[len(name) :]):
            yield len(name), False
    segment = text.partition(";")[0]
    if symbol := _SYMBOL.match(segment):
        yield symbol.end(), False
        return
    if segment:
        yield 0, True
    for dated in _DATED_TITLE.finditer(segment):
        yield dated.end(), False
    for comma in re.finditer(",", segment):
        title = segment[: comma.start()]
        if _WORD.search(title) and not _NUMBERED.search(title):
            yield comma.start(), True


def _read_part(text: str, *, known: bool) -> tuple[Locator, ...]:
    """The places in one part of a document; LocatorError where `text` is not wholly one."""
    if match := _ON_PAGE.fullmatch(text):
        return _read_page(match, known=known)
    if match := _LABELLED.fullmatch(text):
        return _read_labelled(match, known=known)
    for pattern in (_PARAGRAPHS, _BARE_NUMBERS):
        if match := pattern.fullmatch(text):
            containers = _containers(match["before"], known=known)
            counted = (match["counted"] or "").strip().lower()
            return tuple(_locator(containers, place, counted) for place in read_places(match["list"]))
    if match := _ITEMS.fullmatch(text):
        containers = _containers(match["before"], known=known)
        return tuple(Locator(containers, None, place.items) for place in read_places(match["list"], number=""))
    if not text:
        raise LocatorError(f"no place is named after the document; {_EXAMPLE}")
    return (Locator(_containers(text, known=known)),)


def _read_page(match: re.Match[str], *, known: bool) -> tuple[Locator, ...]:
    """The places on a page: those listed, or the page itself."""
    on_page = Locator(_containers(match["before"], known=known), page=match["page"].lower(), speaker=match["speaker"])
    if match["list"] is None and match["word"] == "p.":
        return (on_page,)
    if match["list"] is None:
        raise LocatorError(f"a page alone is no place to cite: {match[0]!r}; {_EXAMPLE}")
    label: Label = "" if match["unnumbered"] else _label_of(match["label"])
    return tuple(
        replace(on_page, items=place.items, ordinal=_ordinal(place), label=label)
        for place in read_places(match["list"])
    )


def _read_labelled(match: re.Match[str], *, known: bool) -> tuple[Locator, ...]:
    containers, label = _containers(match["before"], known=known), _label_of(match["label"])
    if match["lettered"]:
        return (Locator(containers, match["lettered"], label=label),)
    return tuple(Locator(containers, place.number, place.items, label=label) for place in read_places(match["list"]))


def _label_of(word: str | None) -> Label:
    """The label that a word stands for in a citation; `paragraph` without one."""
    labels: tuple[Label, ...] = ("recommendation", "item", "table", "figure", "box")
    return next((label for label in labels if word and word.lower().startswith(label)), "paragraph")


def _locator(containers: tuple[str, ...], place: Place, counted: str) -> Locator:
    if not counted:
        return Locator(containers, place.number, place.items)
    label: Label = "preambular" if counted == "preambular" else ""
    return Locator(containers, None, place.items, _ordinal(place), label)


def _ordinal(place: Place) -> int:
    if not place.number.isdecimal():
        raise LocatorError(f"not the place of an unnumbered paragraph: {place.number!r}; expected a whole number")
    return int(place.number)


def _containers(text: str | None, *, known: bool) -> tuple[str, ...]:
    names = [name.strip() for name in text.split(",")] if text else []
    for i, name in enumerate(names):
        if not (is_known(name) if known and i == 0 else is_plausible(name)):
            raise LocatorError(f"not a part of a document: {name!r}; {_EXAMPLE}")
    return tuple(as_printed(name) for name in names)
