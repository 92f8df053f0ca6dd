"""Citations in the usage of the United Nations: `CAC/COSP/WG.2/2018/2, paras. 48–50, 52 and 65 (c)`.

A document is cited by its symbol or, where it has none, by its short title and date:
`Draft report of the Implementation Review Group on its tenth session (29 May 2019), para. 12`.
What has a numbering of its own stands before the number: `…, annex, draft guideline 4, para. 4.1 (a)`; a part that is
one unnumbered paragraph needs none: `…, draft guideline 3`; other paragraphs without a number are counted:
`…, unnumbered para. 3`. Preambular paragraphs are counted as such (`…, preambular para. 3`), what has numbers of its
own is named for what it is (`…, recommendation 86.55`, `…, item 65`, `…, table 2`), and where a text has no numbers the
page stands before, in a record the speaker too (`…, p. 4, para. 2`; `…, p. 7, Mr. Chumakov, para. 4`).

Citations of one document next to each other are merged. Within one part, numbers are put in order and joined with
commas and `and`, three or more that follow one another as a range with an en dash. Parts are separated by semicolons
and each is named in full (`…, paras. 4 and 5; annex, draft guideline 4, paras. 4.1 and 4.2`), because `annex, paras. 1
and 2, and draft guideline 5` would leave open whether that guideline stands in the annex. Documents are separated by
semicolons as well; the order of the documents stays as given.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.document import Document
from index.language.english.language import ENGLISH
from index.locator import LETTERED_NUMBER, Label, Locator
from index.text.wording import ELLIPSIS, excerpt
from rag.citing.containers import is_known, is_page
from rag.citing.find import FoundLocators, find_locators
from rag.citing.parse import CitedPlaces, parse_citation
from rag.citing.series import Place, in_order, print_items, print_places

__all__ = (
    "CitedPlaces",
    "FoundLocators",
    "cite",
    "cite_all",
    "cite_by_name",
    "cite_shortly",
    "find_locators",
    "in_citing_order",
    "name_of",
    "parse_citation",
    "place_in_words",
    "places_in_words",
    "short_name",
    "spelled_date",
    "title_with_date",
)

_MONTHS = ENGLISH.months
_SHORT = 44  # characters of a title: with its place a citation then takes one line of half a window

# What stands before the list of a part, for one place and for several.
_NUMBERED = ("para.", "paras.")
_COUNTED: dict[Label, tuple[str, str]] = {
    "": ("unnumbered para.", "unnumbered paras."),
    "preambular": ("preambular para.", "preambular paras."),
    "paragraph": _NUMBERED,
}
_LABELLED: dict[Label, tuple[str, str]] = {
    "recommendation": ("recommendation", "recommendations"),
    "item": ("item", "items"),
    "table": ("table", "tables"),
    "figure": ("figure", "figures"),
    "box": ("box", "boxes"),
}
_SUB_ITEMS = "subpara."
_LETTERED = re.compile(LETTERED_NUMBER)


@dataclass(frozen=True, slots=True)
class _Part:
    """Places that are printed as one list: those of one container, page and speaker, counted in one way.

    `around` is what stands before the list; `words` is None where the places are that itself (`whole`) or sub-items
    directly in it; `is_number` tells printed numbers from ordinals.
    """

    around: tuple[str, ...]
    words: tuple[str, str] | None
    whole: bool
    is_number: bool = True


def name_of(document: Document) -> str:
    """The name that `document` is cited by: its symbol, or its short title with its date in parentheses."""
    if document.symbol:
        return document.symbol
    return title_with_date(document)


def short_name(document: Document) -> str:
    """What `document` is called where room is scarce: its symbol, or the first words of its title with the year.

    `Draft report of the Implementation Review Group … (2019)`. It tells documents apart beside their full names only.
    """
    if document.symbol:
        return document.symbol
    title = excerpt(document.short_title or document.title, _SHORT)
    words, cut, _ = title.partition(f" {ELLIPSIS}")
    while cut and words.rpartition(" ")[2] in ENGLISH.checks.small_words:
        words = words.rpartition(" ")[0]
    return f"{words}{cut} ({document.date[:4]})" if document.date else f"{words}{cut}"


def title_with_date(document: Document) -> str:
    """The title people know a document by, with its date: `Progress report on … (4 April 2018)`."""
    title = document.short_title or document.title
    return f"{title} ({spelled_date(document.date)})" if document.date else title


def listed_name(document: Document) -> str:
    """What `document` is called in a list: the name it is cited by and, where that is a symbol, its short title."""
    name, title = name_of(document), document.short_title or document.title
    return name if name.startswith(title) else f"{name} — {title}"


def cite(document: Document, locator: Locator, note: str | None = None) -> str:
    """The citation of one place: `CAC/COSP/WG.2/2018/2, para. 65 (c)`; `note` is a footnote's mark."""
    return _with_note(cite_by_name(name_of(document), locator), note)


def cite_shortly(document: Document, locator: Locator, note: str | None = None) -> str:
    """The citation of one place as `cite` gives it, the document by its short name; for where the full one is near."""
    return _with_note(cite_by_name(short_name(document), locator), note)


def cite_by_name(name: str, locator: Locator) -> str:
    """The citation of one place in the document that is cited by `name`."""
    return _cited(name, [locator])


def place_in_words(locator: Locator, note: str | None = None) -> str:
    """What stands after the name of the document: `annex, draft guideline 4, para. 4.1 (a)`; empty for all of it."""
    return _with_note(places_in_words([locator]), note).removeprefix(", ")


def places_in_words(locators: Iterable[Locator]) -> str:
    """What stands after the name of the document where several places of it are cited: `paras. 4–7; annex, para. 2`."""
    return _cited("", locators)


def cite_all(places: Sequence[tuple[Document, Locator]]) -> str:
    """The citations of `places`, merged where one document is cited several times in a row; empty for no places."""
    runs = groupby(places, key=lambda place: place[0].id)
    merged = []
    for _, run in runs:
        together = list(run)
        merged.append(_cited(name_of(together[0][0]), [locator for _, locator in together]))
    return "; ".join(merged)


def in_citing_order(locators: Iterable[Locator]) -> tuple[Locator, ...]:
    """`locators` of one document in the order in which a merged citation names them, each once."""
    ordered: list[Locator] = []
    for places in _parts(locators).values():
        ordered += [places[place] for place in in_order(places)]
    return tuple(ordered)


def spelled_date(date: str) -> str:
    """An ISO 8601 date in words: `29 May 2019`, `May 2019`, `2019`; what is no such date as it is."""
    year, *rest = date.split("-")
    if not all(part.isdecimal() for part in (year, *rest)) or len(rest) > 2:
        return date
    if rest and not 1 <= int(rest[0]) <= len(_MONTHS):
        return date
    day = [str(int(rest[1]))] if len(rest) == 2 else []
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*day, *month, year])


def _with_note(citation: str, note: str | None) -> str:
    return f"{citation}, footnote {note}" if note else citation


def _cited(name: str, locators: Iterable[Locator]) -> str:
    pieces: list[str] = []
    for part, places in _parts(locators).items():
        # A part of a kind that readers do not know would look like the title of another document.
        is_clear = not part.around or is_known(part.around[0]) or is_page(part.around[0])
        for text in _printed(part, list(places)):
            goes_on = bool(pieces) and pieces[-1] != name and is_clear
            pieces.append(text if goes_on and text else ", ".join(each for each in (name, text) if each))
    return "; ".join(pieces)


def _parts(locators: Iterable[Locator]) -> dict[_Part, dict[Place, Locator]]:
    parts: dict[_Part, dict[Place, Locator]] = {}
    for locator in locators:
        part = _part_of(locator)
        number = locator.number or (str(locator.ordinal) if locator.ordinal is not None else "")
        parts.setdefault(part, {})[Place(number, locator.items)] = locator
    return parts


def _part_of(locator: Locator) -> _Part:
    page = () if locator.page is None else (f"p. {locator.page}",)
    around = (*locator.containers, *page, *((locator.speaker,) if locator.speaker else ()))
    words = _LABELLED.get(locator.label)
    if locator.number is not None:
        return _Part(around, words or _NUMBERED, whole=False)
    if locator.ordinal is not None:
        return _Part(around, words or _COUNTED[locator.label], whole=False, is_number=False)
    return _Part(around, None, whole=not locator.items)


def _printed(part: _Part, places: list[Place]) -> list[str]:
    """The places of one part in words, as few texts as can be read back; empty for a document as a whole."""
    path = ", ".join(part.around)
    if part.whole:
        return [path]
    if part.words is None:
        return [f"{path or _SUB_ITEMS} {items}" for items in print_items(place.items for place in places)]
    one, several = part.words
    if any(_LETTERED.fullmatch(place.number) for place in places):
        # `figures II and IV`: Roman numerals make no list that could be read as sub-items or ranges.
        return [", ".join([*part.around, f"{one} {print_places([place])}"]) for place in places]
    word = several if len({(place.number, bool(place.items)) for place in places}) > 1 else one
    return [", ".join([*part.around, f"{word} {print_places(places)}"])]
