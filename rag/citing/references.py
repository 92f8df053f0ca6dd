"""Cross-references in a text: `see A/RES/73/6, para. 5`, `resolution 1325 (2000)`, `ibid.`, `para. 67 below`.

A reference is read as the text has it; what it leads to in a corpus is found by `rag.citing.links`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.language.english.language import ENGLISH
from index.locator import Locator
from index.symbols import resolution_symbols
from index.text.late_patterns import LatePattern
from rag.citing.find import FoundLocators, ResolutionName, locators_among
from rag.citing.mentions.base import Mention
from rag.citing.mentions.instruments import RESOLUTION_NUMBER
from rag.citing.mentions.table import mentions

_WORDS = ENGLISH.references
_PARTS = "|".join(map(re.escape, (*_WORDS.kinds, *_WORDS.draft_kinds)))
_IBID = LatePattern(
    rf"\b{_WORDS.ibid}(?=\s*(?:[;.)]|$|,?\s*(?:{_WORDS.conjunction}\s+)?"
    rf"(?:{_WORDS.paragraph}|{_WORDS.paragraphs}|annex|{_WORDS.unnumbered}|{_WORDS.preambular}"
    rf"|(?:{_WORDS.qualifiers}\s+)*(?:{_PARTS})\b)))",
    re.I,
)
_BESIDE = LatePattern(r"\s*,?\s*")
# What shows that a paragraph is one of the text itself.
_OF_THIS_TEXT = LatePattern(rf"\s*,?\s*(?:{_WORDS.own_text})\b", re.I)
_NEXT_NUMBER = LatePattern(
    rf"\s*(?:,\s*(?:{_WORDS.conjunction}\s+)?|{_WORDS.conjunction}\s+)(?P<number>{RESOLUTION_NUMBER})(?![\w/])", re.I
)
_SEVERAL = LatePattern(rf"(?:{_WORDS.several_texts})\s", re.I)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that a text refers to, at `text[start:end]`.

    `symbols` are the symbols that the document referred to can have, the likeliest first; `part` is the resolution or
    decision as a container, where it is one: a report can print it. Both are empty for a place in the text itself.
    `locators` are the places in it, none for the whole of it. `is_certain` is whether the text tells the symbol.
    """

    start: int
    end: int
    symbols: tuple[str, ...] = ()
    part: str | None = None
    locators: tuple[Locator, ...] = ()
    is_certain: bool = False


def names_before(text: str) -> bool:
    """Whether `text` refers to what was cited before it: it says `ibid.`."""
    return _IBID.search(text) is not None


def references_in(text: str, before: Reference | None = None) -> tuple[Reference, ...]:
    """What `text` refers to, in its order; `before` is what `ibid.` at its beginning refers back to, if anything."""
    mentioned = mentions(text)
    return references_among(mentioned, locators_among(mentioned, text), text, before)


def references_among(
    mentioned: Sequence[Mention], places: Sequence[FoundLocators], text: str, before: Reference | None = None
) -> tuple[Reference, ...]:
    """What `text` refers to, as `references_in` tells; `mentioned` is all that it mentions, `places` those it names."""
    found = [each for place in places if (each := _of_place(place, text)) is not None]
    found += [each for mention in mentioned for each in _of_text(mention, text)]
    return tuple(_apart(_with_ibid(text, _apart(found), places, before)))


def _apart(found: Iterable[Reference]) -> list[Reference]:
    """`found` in order, none overlapping another: the one that begins first, of those the longest."""
    apart: list[Reference] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or apart[-1].end <= each.start:
            apart.append(each)
    return apart


def _of_place(place: FoundLocators, text: str) -> Reference | None:
    """The reference to a place with what it is in; None for places of treaties, and numbers that may be anything."""
    if place.kind not in ("paragraph", "container"):
        return None
    if place.symbol is not None:
        return Reference(place.start, place.end, (place.symbol,), None, place.locators, is_certain=True)
    if place.resolution is not None:
        return replace(_of_resolution(place.resolution, place.start, place.end), locators=place.locators)
    own = _OF_THIS_TEXT.match(text, place.end)
    return Reference(place.start, own.end(), locators=place.locators) if own and place.foreign is None else None


def _of_text(mention: Mention, text: str) -> Iterator[Reference]:
    """The references to a whole document, resolution or decision; several for `resolutions 73/6 and 73/7`."""
    if mention.kind == "symbol":
        yield Reference(mention.start, mention.end, (mention.labels[0],), is_certain=True)
    elif mention.number:
        name = ResolutionName(mention.word or "", mention.number, mention.organ)
        yield _of_resolution(name, mention.start, mention.end)
        end = mention.end
        is_series = _SEVERAL.search(mention.labels[0]) is not None
        while is_series and (following := _NEXT_NUMBER.match(text, end)):
            end = following.end()
            yield _of_resolution(replace(name, number=following["number"]), following.start("number"), end)


def _of_resolution(name: ResolutionName, start: int, end: int) -> Reference:
    symbols = resolution_symbols(name.word, name.number, name.organ)
    return Reference(start, end, symbols, f"{name.word} {name.number}", is_certain=len(symbols) == 1)


def _with_ibid(
    text: str, found: list[Reference], places: Sequence[FoundLocators], before: Reference | None
) -> Iterator[Reference]:
    """`found` with what each `ibid.` refers to: the document of the reference before it, at the place that follows."""
    marks = [(match.start(), match.end()) for match in _IBID.finditer(text)]
    last = before
    for start, end, reference in sorted(
        [*((each.start, each.end, each) for each in found), *((*mark, None) for mark in marks)],
        key=lambda each: each[:2],
    ):
        if reference is None and last is not None and (last.symbols or last.part):
            place = next((each for each in places if _BESIDE.fullmatch(text, end, each.start)), None)
            locators = place.locators if place else ()
            reference = replace(last, start=start, end=place.end if place else end, locators=locators)
        if reference is not None:
            last = reference
            yield reference
