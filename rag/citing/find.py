"""Places that running text names: `paragraph 65 (c) of the report`, `guideline 2 of the annex`, `sect. IV`.

The text is first cut into mentions (of paragraphs, parts, sections, footnotes, other instruments, symbols); then those
that stand next to each other are linked. In `annex, draft guideline 4, para. 4.1` what comes first is around what comes
after, in `paragraph 5 of article 57 of the Convention` it is the other way round. A paragraph that is linked to an
article, a resolution or a convention is not one of ours: it is found, and marked as foreign.
"""

import re
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Literal

from index.locator import Locator
from rag.citing.mentions import Mention, mentions

Kind = Literal["paragraph", "container", "section", "footnote"]

_OUTER = frozenset(("container", "instrument", "symbol", "section"))
# Nobody names more parts around a place, or more places at once; without a bound some texts would name millions.
_MOST_AROUND = 5
_MOST_PLACES = 1_000

# Between an outer name and what is inside it: `article 46 (mutual legal assistance),`, `annex (`, `resolution 5/3,
# eleventh preambular para. and`.
_INWARD = re.compile(
    r"(?:\s*\([^()]{1,80}\))?\s*[,:(]?\s*(?:at\s+)?"
    r"(?:\w+\s+(?:preambular|operative)\s+para(?:graph)?s?\.?,?\s*and\s+)?",
    re.I,
)
_FILLER = (
    r"(?:the|this|that|its|said|same|revised|draft|non-binding|general|assembly|security|council|conference|\d{4})"
)
_OUTWARD = re.compile(rf"\s*,?\s*(?:of|in|from|under)\s+(?:{_FILLER}\s+){{0,5}}", re.I)
_ANNEXED_TO = re.compile(rf"\s*,?\s*to\s+(?:{_FILLER}\s+){{0,5}}", re.I)
# A document of ours, named after the paragraph, takes it back from an instrument named before it.
_OUR_DOCUMENT = re.compile(
    r"\s*,?\s*(?:of|in|from)\s+(?:the\s+|this\s+|that\s+)?(?:[\w-]+\s+){0,5}?"
    r"(?:report|note|paper|document|guidelines|draft|outcome|revision)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FoundLocators:
    """Something that a text names, with the characters that name it (`text[start:end]`).

    `locators` are the places of a paragraph or container, ranges and lists counted out, containers as people write
    them (`guideline 4`; `rag.citing.containers.covers` matches them with printed ones). `labels` are what a section or
    footnote is called: `IV`, `II.B`, `item 2`, `3`, `*`; its `locators` are the containers named around it. `word` is
    `section`, `chapter`, `part` or `item` as the text calls a section. `symbol` is a document symbol named with it;
    `foreign` is the instrument it belongs to (`article 57 of the Convention`) where it is no place in a document of
    ours.
    """

    kind: Kind
    start: int
    end: int
    locators: tuple[Locator, ...] = ()
    labels: tuple[str, ...] = ()
    word: str | None = None
    symbol: str | None = None
    foreign: str | None = None


def find_locators(text: str) -> tuple[FoundLocators, ...]:
    """Every place that `text` names, in its order; a container that only says where a paragraph is, is part of it."""
    found = mentions(text)
    surroundings = [_surroundings(text, found, i) for i in range(len(found))]
    taken = _taken(found, surroundings)
    results = [
        _found(text, found[i], surroundings[i], found)
        for i in range(len(found))
        if found[i].kind not in ("instrument", "symbol") and i not in taken
    ]
    return tuple(sorted(results, key=lambda each: (each.start, each.end)))


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The mentions around one, as places in the list of mentions, nearest first: before it and after it."""

    before: tuple[int, ...]
    after: tuple[int, ...]


def _surroundings(text: str, found: list[Mention], i: int) -> _Surroundings:
    before, after = [], []
    j = i
    while (
        j > 0
        and i - j < _MOST_AROUND
        and found[j - 1].kind in _OUTER
        and _INWARD.fullmatch(text, found[j - 1].end, found[j].start)
    ):
        j -= 1
        before.append(j)
    j = i
    while (
        j + 1 < len(found)
        and j - i < _MOST_AROUND
        and found[j + 1].kind in _OUTER
        and _goes_outward(text, found[j], found[j + 1])
    ):
        j += 1
        after.append(j)
    if not before and not after and _names_instrument_beside(text, found, i):
        after.append(i + 1)
    return _Surroundings(tuple(before), tuple(after))


def _goes_outward(text: str, inner: Mention, outer: Mention) -> bool:
    if _OUTWARD.fullmatch(text, inner.end, outer.start):
        return True
    # `the annex to resolution 64/293` is that resolution's, but `compare paragraph 5 to article 57` links nothing.
    return inner.kind in ("container", "footnote") and bool(_ANNEXED_TO.fullmatch(text, inner.end, outer.start))


def _names_instrument_beside(text: str, found: list[Mention], i: int) -> bool:
    """Whether an instrument stands after mention `i` with a comma, as in `paragraph 5, article 57`, for it alone."""
    if i + 1 == len(found) or found[i + 1].kind != "instrument":
        return False
    if not re.fullmatch(r"\s*[,(]\s*", text[found[i].end : found[i + 1].start]):
        return False
    return i + 2 == len(found) or not _INWARD.fullmatch(text, found[i + 1].end, found[i + 2].start)


def _taken(found: list[Mention], surroundings: list[_Surroundings]) -> set[int]:
    """The containers that only say where something else is."""
    around = {j for each in surroundings for j in (*each.before, *each.after)}
    return {j for j in around if found[j].kind == "container"}


def _found(text: str, mention: Mention, around: _Surroundings, found: list[Mention]) -> FoundLocators:
    inside_out = [found[j] for j in (*around.before, *around.after)]
    used = [mention, *(each for each in inside_out if each.kind == "container")]
    symbols = [each.labels[0] for each in inside_out if each.kind == "symbol"]
    return FoundLocators(
        kind=_kind(mention),
        start=min(each.start for each in used),
        end=max(each.end for each in used),
        locators=_locators(mention, [found[j] for j in (*reversed(around.before), *reversed(around.after))]),
        labels=mention.labels,
        word=mention.word,
        symbol=symbols[0] if symbols else None,
        foreign=_foreign(text, mention, around, found),
    )


def _locators(mention: Mention, outside_in: list[Mention]) -> tuple[Locator, ...]:
    containers = [each.locators for each in outside_in if each.kind == "container"]
    # `guideline 4, paragraph 1 of the annex` and `annex, paragraph 1 of guideline 4` are the same place.
    containers.sort(key=lambda locators: not locators[0].containers[0].startswith(("annex", "appendix")))
    inner = mention.locators or ((Locator(),) if containers else ())
    return tuple(
        replace(last, containers=tuple(name for outer in path for name in outer.containers) + last.containers)
        for *path, last in islice(product(*containers, inner), _MOST_PLACES)
    )


def _foreign(text: str, mention: Mention, around: _Surroundings, found: list[Mention]) -> str | None:
    before = [found[j].labels[0] for j in around.before if found[j].kind == "instrument"]
    after = [found[j].labels[0] for j in around.after if found[j].kind == "instrument"]
    end = found[around.after[-1]].end if around.after else mention.end
    if before and not after and _OUR_DOCUMENT.match(text, end):
        return None
    return " of ".join((*before, *after)) or mention.foreign


def _kind(mention: Mention) -> Kind:
    if mention.kind == "instrument" or mention.kind == "symbol":
        raise ValueError(f"no place: {mention}")
    return mention.kind
