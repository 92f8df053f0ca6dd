"""The citations in a text of a draft: what it refers to, with footnotes and paragraphs that are named apart.

Most are read by `rag.citing.references`. To those come documents that are cited by their title, paragraphs that are
named before their document (`paragraph 12 of the report (A/79/352)`) or after it (`The report … (para. 12)`), and
footnotes (`A/79/352, para. 3, footnote 2`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.errors import LocatorError
from index.language.english.language import ENGLISH
from index.locator import Locator
from index.symbols import resolution_symbols, symbol_key
from rag.citing.find import FoundLocators, locators_among
from rag.citing.mentions.base import Mention
from rag.citing.mentions.grammar import SEVERAL
from rag.citing.mentions.table import mentions
from rag.citing.parse import parse_citation
from rag.citing.references import Reference, names_before, references_among
from rag.verifying.citations.symbols import Repair
from rag.verifying.citations.titles import Titles

_DRAFTS = ENGLISH.drafts
_TO_NAMED = re.compile(rf"{_DRAFTS.of_named}{_DRAFTS.naming}[\s(\[]{{1,2}}(?:{_DRAFTS.see}\s+)?$", re.I)
_BESIDE = re.compile(r"[\s,]*$")
_SAME = re.compile(r"\s*[(\[,]\s*$")
_SENTENCE_END = re.compile(r"[.!?][”\"’)\]]*\s+[A-Z“\"(]")
# What stands after a symbol where pincite prints a place: parts, then a list of paragraphs.
_PRINTED = re.compile(
    r"(?:,\s(?:p\.\s\w{1,5}|[a-z][\w ’'./-]{0,60}?)){1,5},\s(?:(?:unnumbered|preambular)\s)?paras?\.\s"
    rf"(?:{SEVERAL})"
)
# The same after `ibid.`, where a part has a number or is one that has none.
_AFTER_IBID = re.compile(
    r"(?:,\s(?:(?:[a-z]+\s){1,3}[\dIVXLC][\w./]*|annex|appendix|commentary|enclosure)){1,4},\sparas?\.\s"
    rf"(?:{SEVERAL})"
)
_NAMELESS = "X/0"  # a symbol for a document that is not named
_IBID = re.compile(rf"\b{ENGLISH.references.ibid}", re.I)


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation at `text[start:end]`.

    `footnotes` are the footnotes that it names. `is_sure` is whether the text says which document is cited; where it is
    not, the last one named is taken. `repair` says which symbol was written wrongly in it. `is_own` is whether it is to
    the draft itself; `is_lost` whether nothing tells what it refers to, as `ibid.` after nothing. `printed` are the
    places and the end where it can be read as pincite prints citations, parts that no list of words knows included.
    """

    start: int
    end: int
    reference: Reference
    footnotes: tuple[str, ...] = ()
    is_sure: bool = True
    repair: Repair | None = None
    is_own: bool = False
    is_lost: bool = False
    printed: tuple[tuple[Locator, ...], int] | None = None


def citations_in(text: str, titles: Titles, before: Reference | None = None) -> tuple[FoundCitation, ...]:
    """The citations in `text`, in order; `before` is what `ibid.` at its beginning refers back to, if anything."""
    plain, repairs = titles.plain(text)
    mentioned = mentions(plain)
    places = locators_among(mentioned, plain)
    references = references_among(mentioned, places, plain, before)
    found = [part for each in references for part in _apart(plain, _found(each, repairs), mentioned)]
    for place in (each for each in places if each.kind != "section"):
        is_new = not any(each.start < place.end and place.start < each.end for each in found)
        if is_new or place.kind == "footnote":
            found = _with_place(plain, found, place)
    found = _apart_from_ibid(plain, [_as_printed(plain, each) for each in _same_joined(plain, found)])
    return tuple(sorted([*found, *_lost(plain, found)], key=lambda each: each.start))


def last_of(found: Sequence[FoundCitation], before: Reference | None) -> Reference | None:
    """What `ibid.` after a text with the citations `found` refers to; `before` where it has none."""
    named = [each.reference for each in found if each.reference.symbols or each.reference.part]
    return named[-1] if named else before


def _found(reference: Reference, repairs: Sequence[Repair]) -> FoundCitation:
    start, end = reference.start, reference.end
    repair = next((each for each in repairs if each.start < end and start < each.end), None)
    is_own = not reference.symbols and reference.part is None
    return FoundCitation(start, end, reference, repair=repair, is_own=is_own)


def _apart(text: str, found: FoundCitation, mentioned: Sequence[Mention]) -> list[FoundCitation]:
    """A citation without the resolution before it, which is another: `resolution 48/134 (A/HRC/26/4, para. 133)`."""
    symbols = [each for each in mentioned if each.kind == "symbol" and found.start < each.start < found.end]
    if not symbols or symbols[0].labels[0] != found.reference.symbols[0]:
        return [found]
    inside = [each for each in mentioned if each.number and each.start == found.start and each.end < found.end]
    if not inside:
        return [_without_parts_before(text, found, symbols[0], mentioned)]
    name = inside[0]
    own = resolution_symbols(name.word or "", name.number, name.organ)
    if symbol_key(symbols[0].labels[0]) in map(symbol_key, own):
        return [found]
    part = Reference(name.start, name.end, own, f"{name.word} {name.number}", is_certain=len(own) == 1)
    return [FoundCitation(name.start, name.end, part), replace(found, start=symbols[0].start)]


def _without_parts_before(
    text: str, found: FoundCitation, symbol: Mention, mentioned: Sequence[Mention]
) -> FoundCitation:
    """A citation without a part that stands before its brackets: `draft conclusions 4 to 6 (A/80/10, para. 279)`."""
    places = [each for each in mentioned if each.kind == "paragraph" and symbol.end <= each.start < found.end]
    if not places or not text[found.start : symbol.start].rstrip().endswith("("):
        return found
    parts = [each for each in mentioned if each.kind == "container" and found.start <= each.start < symbol.start]
    names = {name for each in parts for locator in each.locators for name in locator.containers}
    locators = (
        replace(each, containers=tuple(name for name in each.containers if name not in names))
        for each in found.reference.locators
    )
    reference = replace(found.reference, locators=tuple(dict.fromkeys(locators)))
    return replace(found, start=symbol.start, reference=reference)


def _as_printed(text: str, found: FoundCitation) -> FoundCitation:
    """A citation with what stands after its symbol read as pincite prints places, where it can be."""
    symbol = found.reference.symbols[0] if found.reference.symbols else ""
    if not symbol or not text.startswith(symbol, found.start):
        return found
    end = found.start + len(symbol)
    tail = _PRINTED.match(text, end)
    if tail is None:
        return found
    locators = _read(f"{symbol}{tail[0]}")
    return replace(found, printed=(locators, tail.end())) if locators else found


def _read(citation: str) -> tuple[Locator, ...]:
    """The places of a citation that begins with a symbol, read as pincite prints them; none where it is not one."""
    try:
        (cited,) = parse_citation(citation)
    except (LocatorError, ValueError):
        return ()
    return cited.locators


def _apart_from_ibid(text: str, found: Sequence[FoundCitation]) -> list[FoundCitation]:
    """`found` with `ibid., article 1, commentary, para. 9` as one citation."""
    joined: list[FoundCitation] = []
    for each in found:
        if joined and each.start < joined[-1].end:
            continue
        ibid = _IBID.match(text, each.start)
        tail = _AFTER_IBID.match(text, ibid.end()) if ibid and not each.is_lost else None
        if tail is not None:
            locators = _read(f"{_NAMELESS}{tail[0]}") or each.reference.locators
            joined.append(replace(each, end=tail.end(), reference=replace(each.reference, locators=locators)))
        else:
            joined.append(each)
    return joined


def _with_place(text: str, found: list[FoundCitation], place: FoundLocators) -> list[FoundCitation]:
    """`found` with a place that no reference has, where it belongs to one."""
    if place.foreign is not None or place.resolution is not None:
        return found
    if place.kind == "footnote":
        return _with_footnote(text, found, place)
    if (named := _named_after(text, found, place)) is not None:
        at = found.index(named)
        joined = replace(named, start=place.start, reference=replace(named.reference, locators=place.locators))
        return [*found[:at], joined, *found[at + 1 :]]
    if (last := _named_before(found, place)) is None or not _can_be_cited(place):
        return found
    between = text[last.end : place.start]
    reference = replace(last.reference, start=place.start, end=place.end, locators=place.locators)
    is_sure = last.is_sure and _SENTENCE_END.search(between) is None
    return sorted(
        [*found, FoundCitation(place.start, place.end, reference, is_sure=is_sure)], key=lambda each: each.start
    )


def _can_be_cited(place: FoundLocators) -> bool:
    """Whether a place without a document is one to look up: a paragraph, not `the annex`."""
    return place.kind == "paragraph" and any(each.number or each.ordinal for each in place.locators)


def _with_footnote(text: str, found: list[FoundCitation], place: FoundLocators) -> list[FoundCitation]:
    for at, each in enumerate(found):
        is_inside = place.symbol is not None and place.start <= each.start < place.end
        if is_inside or (each.end <= place.start and _BESIDE.fullmatch(text[each.end : place.start])):
            joined = replace(each, end=max(each.end, place.end), footnotes=place.labels)
            return [*found[:at], joined, *found[at + 1 :]]
    return found


def _named_after(text: str, found: Sequence[FoundCitation], place: FoundLocators) -> FoundCitation | None:
    """The document without a place that is named after `place` as the one that it is of."""
    following = (each for each in found if each.start >= place.end and not each.is_own)
    first = min(following, key=lambda each: each.start, default=None)
    if first is None or first.reference.locators:
        return None
    return first if _TO_NAMED.fullmatch(text[place.end : first.start]) else None


def _named_before(found: Sequence[FoundCitation], place: FoundLocators) -> FoundCitation | None:
    return max(
        (each for each in found if each.end <= place.start and not each.is_own), key=lambda each: each.end, default=None
    )


def _same_joined(text: str, found: Sequence[FoundCitation]) -> list[FoundCitation]:
    """`found` with `resolution 73/190 (A/RES/73/190)` as one citation."""
    joined: list[FoundCitation] = []
    for each in found:
        last = joined[-1] if joined else None
        if last is not None and not each.reference.locators and _is_again(text, last, each):
            joined[-1] = replace(
                last, reference=replace(last.reference, symbols=each.reference.symbols, is_certain=True)
            )
        else:
            joined.append(each)
    return joined


def _is_again(text: str, last: FoundCitation, each: FoundCitation) -> bool:
    if last.reference.part is None or not each.reference.symbols:
        return False
    is_beside = _SAME.fullmatch(text[last.end : each.start]) is not None
    return is_beside and each.reference.symbols[0].split("/")[-1] == last.reference.part.split("/")[-1]


def _lost(text: str, found: Sequence[FoundCitation]) -> list[FoundCitation]:
    """What says `ibid.` and refers to nothing."""
    if not names_before(text):
        return []
    taken = [(each.start, each.end) for each in found]
    return [
        FoundCitation(*match.span(), Reference(*match.span()), is_lost=True)
        for match in _IBID.finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    ]
