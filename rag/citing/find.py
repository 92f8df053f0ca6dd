"""Places that running text names: `paragraph 65 (c) of the report`, `guideline 2 of the annex`, `sect. IV`.

The text is first cut into mentions (of paragraphs, parts, sections, footnotes, other instruments, symbols); then those
that stand next to each other are linked. In `annex, draft guideline 4, para. 4.1` what comes first is around what comes
after, in `paragraph 5 of article 57 of the Convention` it is the other way round. A paragraph that is linked to an
article, a resolution or a convention is not one of ours: it is found, and marked as foreign.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Literal

from index.language.english.language import ENGLISH
from index.locator import Locator
from index.text.late_patterns import LatePattern
from rag.citing.mentions.base import Mention
from rag.citing.mentions.table import mentions

Kind = Literal["paragraph", "container", "section", "footnote"]

_OUTER = frozenset(("container", "instrument", "symbol", "section", "page"))
_WORDS = ENGLISH.references
# Nobody names more parts around a place, or more places at once; without a bound some texts would name millions.
_MOST_AROUND = 5
_MOST_PLACES = 1_000

# Between an outer name and what is inside it: `article 46 (mutual legal assistance),`, `annex (`.
_INWARD = LatePattern(r"(?:\s*\([^()]{1,80}\))?\s*[,:(]?\s*(?:at\s+)?", re.I)
_JOINED = LatePattern(rf"\s*,?\s*(?:{_WORDS.conjunction}\s+)?", re.I)
_OUTWARD = LatePattern(rf"\s*,?\s*(?:{_WORDS.of}|{_WORDS.on})\s+(?:{_WORDS.filler}\s+){{0,5}}", re.I)
_ANNEXED_TO = LatePattern(rf"\s*,?\s*{_WORDS.to}\s+(?:{_WORDS.filler}\s+){{0,5}}", re.I)
# A document of ours, named after the paragraph, takes it back from an instrument named before it.
_OUR_DOCUMENT = LatePattern(
    rf"\s*,?\s*(?:of|in|from)\s+(?:the\s+|this\s+|that\s+)?(?:[\w-]+\s+){{0,5}}?{_WORDS.own_documents}\b", re.I
)


@dataclass(frozen=True, slots=True)
class ResolutionName:
    """A resolution or decision as a text names it: `word` is which of the two, `number` `73/190` or `1325 (2000)`.

    `organ` is empty where the text does not name one whose resolutions have symbols.
    """

    word: str
    number: str
    organ: str = ""


@dataclass(frozen=True, slots=True)
class FoundLocators:
    """Something that a text names, with the characters that name it (`text[start:end]`).

    A symbol or resolution around it is among these characters. `locators` are the places of a paragraph or container,
    ranges and lists counted out, containers as people write them (`guideline 4`; `rag.citing.containers.covers` matches
    them with printed ones). `labels` are what a section or footnote is called: `IV`, `II.B`, `item 2`, `3`, `*`; its
    `locators` are the containers named around it, those of agenda items these with the sub-items named. `word` is
    `section`, `chapter`, `part` or `item` as the text calls it. `symbol` is a document symbol named with it; `foreign`
    is the instrument it belongs to (`article 57 of the Convention`) where it is no place in a document of ours; of a
    container it is the rule (`rule 101.1`) that `locators` are sub-items of, which a document of ours may have. Where
    that is a resolution or decision, `resolution` names it: the corpus may have it. `operative` is whether the text
    calls a paragraph so.
    """

    kind: Kind
    start: int
    end: int
    locators: tuple[Locator, ...] = ()
    labels: tuple[str, ...] = ()
    word: str | None = None
    symbol: str | None = None
    foreign: str | None = None
    resolution: ResolutionName | None = None
    operative: bool = False


def find_locators(text: str) -> tuple[FoundLocators, ...]:
    """Every place that `text` names, in its order; a container that only says where a paragraph is, is part of it."""
    return locators_among(mentions(text), text)


def locators_among(found: Sequence[Mention], text: str) -> tuple[FoundLocators, ...]:
    """Every place that `text` names, as `find_locators` tells; `found` is everything that it mentions."""
    surroundings = [_surroundings(text, found, i) for i in range(len(found))]
    taken = _taken(found, surroundings)
    results = [
        _found(text, found[i], surroundings[i], found)
        for i in range(len(found))
        if found[i].kind != "symbol" and (found[i].kind != "instrument" or found[i].locators) and i not in taken
    ]
    return tuple(sorted(results, key=lambda each: (each.start, each.end)))


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The mentions around one, as places in the list of mentions, nearest first: before it and after it."""

    before: tuple[int, ...]
    after: tuple[int, ...]


def _surroundings(text: str, found: Sequence[Mention], i: int) -> _Surroundings:
    before, after = _before(text, found, i), _after(text, found, i)
    if not before and not after and _names_instrument_beside(text, found, i):
        after.append(i + 1)
    return _Surroundings(tuple(before), tuple(after))


def _before(text: str, found: Sequence[Mention], i: int) -> list[int]:
    j = _first_of_a_series(text, found, i)
    before: list[int] = []
    while (
        j > 0
        and len(before) < _MOST_AROUND
        and found[j - 1].kind in _OUTER
        and _INWARD.fullmatch(text, found[j - 1].end, found[j].start)
    ):
        j -= 1
        before.append(j)
    return before


def _first_of_a_series(text: str, found: Sequence[Mention], i: int) -> int:
    """Where `preambular para. 11 and paras. 8 and 15` begins: what stands before it is around all of them."""
    if i == 0 or found[i].kind != "paragraph" or not _is_of_a_resolution(found[i - 1]):
        return i
    return i - 1 if _JOINED.fullmatch(text, found[i - 1].end, found[i].start) else i


def _is_of_a_resolution(mention: Mention) -> bool:
    return mention.operative or any(each.label == "preambular" for each in mention.locators)


def _after(text: str, found: Sequence[Mention], i: int) -> list[int]:
    j = i
    after: list[int] = []
    while (
        j + 1 < len(found)
        and j - i < _MOST_AROUND
        and found[j + 1].kind in _OUTER
        and _goes_outward(text, found[j], found[j + 1])
    ):
        j += 1
        after.append(j)
    return after


def _goes_outward(text: str, inner: Mention, outer: Mention) -> bool:
    if _OUTWARD.fullmatch(text, inner.end, outer.start):
        return True
    # `the annex to resolution 64/293` is that resolution's, but `compare paragraph 5 to article 57` links nothing.
    return inner.kind in ("container", "footnote") and bool(_ANNEXED_TO.fullmatch(text, inner.end, outer.start))


def _names_instrument_beside(text: str, found: Sequence[Mention], i: int) -> bool:
    """Whether an instrument stands after mention `i` with a comma, as in `paragraph 5, article 57`, for it alone."""
    if i + 1 == len(found) or found[i + 1].kind != "instrument":
        return False
    if not re.fullmatch(r"\s*[,(]\s*", text[found[i].end : found[i + 1].start]):
        return False
    return i + 2 == len(found) or not _INWARD.fullmatch(text, found[i + 1].end, found[i + 2].start)


def _taken(found: Sequence[Mention], surroundings: list[_Surroundings]) -> set[int]:
    """The containers, pages and rules that only say where something else is."""
    around = {j for each in surroundings for j in (*each.before, *each.after)}
    return {j for j in around if found[j].kind in ("container", "page", "instrument")}


def _found(text: str, mention: Mention, around: _Surroundings, found: Sequence[Mention]) -> FoundLocators:
    inside_out = [found[j] for j in (*around.before, *around.after)]
    used = [mention, *filter(_is_of_the_place, inside_out)]
    return FoundLocators(
        kind=_kind(mention),
        start=min(each.start for each in used),
        end=max(each.end for each in used),
        locators=_locators(mention, [found[j] for j in (*reversed(around.before), *reversed(around.after))]),
        labels=mention.labels,
        word=mention.word,
        symbol=next((each.labels[0] for each in inside_out if each.kind == "symbol"), None),
        foreign=_foreign(text, mention, around, found),
        resolution=next(map(_resolution, (each for each in inside_out if each.number)), None),
        operative=mention.operative,
    )


def _is_of_the_place(mention: Mention) -> bool:
    """Whether what stands around a place says where it is, as sections and treaties do not."""
    return mention.kind in ("container", "page", "symbol") or bool(mention.number)


def _resolution(mention: Mention) -> ResolutionName:
    return ResolutionName(mention.word or "", mention.number, mention.organ)


def _locators(mention: Mention, outside_in: Sequence[Mention]) -> tuple[Locator, ...]:
    containers = [each.locators for each in outside_in if each.kind == "container"]
    # `guideline 4, paragraph 1 of the annex` and `annex, paragraph 1 of guideline 4` are the same place.
    containers.sort(key=lambda locators: not locators[0].containers[0].startswith(("annex", "appendix")))
    inner = mention.locators or ((Locator(),) if containers else ())
    pages = [each.locators[0].page for each in outside_in if each.kind == "page"]
    if pages and mention.kind == "paragraph":
        inner = tuple(_on_page(each, pages[-1]) for each in inner)
    return tuple(
        replace(last, containers=tuple(name for outer in path for name in outer.containers) + last.containers)
        for *path, last in islice(product(*containers, inner), _MOST_PLACES)
    )


def _on_page(locator: Locator, page: str | None) -> Locator:
    """What is counted on a page: `paragraph 2 on page 4` is the second that begins there, whatever the page prints."""
    if locator.label or locator.number is None or not locator.number.isdecimal():
        return replace(locator, page=page)
    return replace(locator, number=None, ordinal=int(locator.number), label="paragraph", page=page)


def _foreign(text: str, mention: Mention, around: _Surroundings, found: Sequence[Mention]) -> str | None:
    if mention.kind == "instrument":
        return mention.labels[0]
    before = [found[j].labels[0] for j in around.before if found[j].kind == "instrument"]
    after = [found[j].labels[0] for j in around.after if found[j].kind == "instrument"]
    end = found[around.after[-1]].end if around.after else mention.end
    if before and not after and _OUR_DOCUMENT.match(text, end):
        return None
    return " of ".join((*before, *after)) or None


def _kind(mention: Mention) -> Kind:
    if mention.kind == "symbol":
        raise ValueError(f"no place: {mention}")
    if mention.kind == "instrument":
        return "container"
    return "paragraph" if mention.kind == "page" else mention.kind
