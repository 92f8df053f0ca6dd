"""Recognisers of parts with a numbering of their own, of sections under a heading, and of footnotes."""

import re

from index.language.english.language import ENGLISH
from index.locator import Locator
from index.text.late_patterns import LatePattern
from rag.citing.mentions.base import Mention, MentionKind, Recogniser
from rag.citing.mentions.grammar import (
    AND,
    MARK_LIST,
    NUMBER,
    NUMBER_WORD,
    ONE_OR_MORE,
    ORDINAL,
    SEVERAL,
    SUB_ITEM_WORD,
    TO,
    places_in,
)
from rag.citing.mentions.paragraphs import counted
from rag.citing.series import mark_range

_WORDS = ENGLISH.references


def _names(*names: tuple[str, ...]) -> str:
    return "|".join(re.escape(name.lower()) for kind in names for name in kind)


_PARTS = ENGLISH.parts
_DRAFT = _PARTS.draft.lower()
_LABEL = r"(?:(?-i:[IVXL]+|[A-H])|\d{1,2})\b(?![/%])"
_REVISED = rf"(?:{_WORDS.revised},?\s+){{0,3}}"
_GUIDELINE_MENTION = LatePattern(
    rf"\b{_REVISED}(?P<draft>{_DRAFT},?\s+)?{_REVISED}(?P<kind>{_names(_PARTS.guidelines)})"
    rf"(?:s\s+{NUMBER_WORD}\s*(?P<several>{SEVERAL})|\s+{NUMBER_WORD}\s*(?P<one>{ONE_OR_MORE}))",
    re.I,
    needs=rf"(?:{_names(_PARTS.guidelines)})s?\s+{NUMBER_WORD}\s*\d",
)
_LABELLED_MENTION = LatePattern(
    rf"\b(?P<kind>{_DRAFT}\s+(?:article|rule|conclusion|recommendation|resolution|decision)"
    rf"|{_names(_PARTS.annexes, _PARTS.appendices, _PARTS.enclosures)}|addendum)(?:s|es)?\s+"
    rf"(?P<labels>{_LABEL}(?:(?:{AND}|{TO}){_LABEL})*)",
    re.I,
)
_ANNEX_MENTION = LatePattern(
    rf"{_WORDS.asking}\b(?:(?P<kind>{_names(_PARTS.annexes, _PARTS.appendices, _PARTS.enclosures)})\b"
    rf"(?!\s+to\s+(?:do|make|have)\b)|{_WORDS.annexed}\b(?=\s+to\b))",
    re.I,
)
_COMMENTARY_MENTION = LatePattern(rf"\b{_WORDS.commentary}", re.I)
_ORDINAL_PART_MENTION = LatePattern(
    rf"\b{ORDINAL}\s+(?P<draft>{_DRAFT}\s+)?"
    rf"(?P<kind>{_names(_PARTS.guidelines, _PARTS.annexes)})\b(?!\s*\d)",
    re.I,
)

_SUB_SECTION = rf"(?:(?:\.|,\s?|,?\s*{_WORDS.subsection}\s)(?-i:[A-Z]|\d{{1,2}})\b)?"
_SECTION_LABEL = rf"(?:(?-i:[IVXLC]+|[A-Z])|[ivx]{{1,5}}|\d{{1,2}})\b(?![/%(]){_SUB_SECTION}"
_SECTION_MENTION = LatePattern(
    rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _WORDS.sections)})\s*"
    rf"(?P<labels>{_SECTION_LABEL}(?:(?:{AND}|{TO}){_SECTION_LABEL})*)",
    re.I,
)
# `items 65 (a) and 66`, `sub-item (b) of agenda item 65`
_AGENDA_MENTION = LatePattern(
    rf"\b(?:{SUB_ITEM_WORD}\s*(?P<items>{MARK_LIST})\s*,?\s*{_WORDS.of}\s+(?:the\s+)?{_WORDS.agenda}\s+(?P<one>{NUMBER})"
    rf"|{_WORDS.agenda}\s+(?P<several>{SEVERAL}))",
    re.I,
    needs=rf"{_WORDS.agenda}\s+\d",
)
_FOOTNOTE_MENTION = LatePattern(
    rf"\b{_WORDS.footnotes}\s*{NUMBER_WORD}\s*"
    rf"(?P<labels>\d{{1,3}}\b(?![/%])(?:(?:{AND}|\s*[-–]\s*)\d{{1,3}}\b(?![/%]))*|\*{{1,3}})",
    re.I,
)


def _read_guideline(match: re.Match[str]) -> Mention | None:
    name = f"{f'{_DRAFT} ' if match['draft'] else ''}{match['kind'].lower()}"
    locators = []
    for place in places_in(match["several"] or match["one"]):
        head, dot, _ = place.number.partition(".")
        locators.append(Locator((f"{name} {head}",), place.number if dot else None, place.items))
    kind: MentionKind = "paragraph" if any(each.number for each in locators) else "container"
    return Mention(kind, match.start(), match.end(), tuple(locators))


def _read_labelled(match: re.Match[str]) -> Mention | None:
    name = " ".join(match["kind"].lower().split())
    locators = tuple(Locator((f"{name} {label}",)) for label in _labels(match["labels"]))
    return Mention("container", match.start(), match.end(), locators)


def _read_annex(match: re.Match[str]) -> Mention | None:
    name = (match["kind"] or _PARTS.annexes[0]).lower()
    return Mention("container", match.start(), match.end(), (Locator((name,)),))


def _read_commentary(match: re.Match[str]) -> Mention | None:
    return Mention("container", match.start(), match.end(), (Locator((_PARTS.commentaries[0].lower(),)),))


def _read_ordinal_part(match: re.Match[str]) -> Mention | None:
    name = f"{f'{_DRAFT} ' if match['draft'] else ''}{match['kind'].lower()} {counted(match['ordinal'])}"
    return Mention("container", match.start(), match.end(), (Locator((name,)),))


def _labels(text: str) -> tuple[str, ...]:
    """Section labels, ranges counted out: `II–IV` is II, III, IV; `ii b` and `II, B` are `II.B`."""
    joined = re.sub(r"(?<=[\w]),\s?(?=[A-Z]\b)(?![IVX]+\b)", ".", text)
    joined = re.sub(rf",?\s*{_WORDS.subsection}\s+", ".", joined, flags=re.I)
    labels: list[str] = []
    for piece in re.split(AND, joined, flags=re.I):
        first, *last = re.split(TO, piece, flags=re.I)
        between = mark_range(first.lower(), last[0].lower()) if last else ()
        labels += [each.upper() for each in between or (first, *last)]
    return tuple(dict.fromkeys(labels))


def _read_section(match: re.Match[str]) -> Mention | None:
    word = next(name for name, _ in _WORDS.sections if match[name])
    return Mention("section", match.start(), match.end(), labels=_labels(match["labels"]), word=word)


def _read_agenda(match: re.Match[str]) -> Mention | None:
    items = re.sub(SUB_ITEM_WORD, "", match["items"] or "", flags=re.I)
    places = places_in(match["several"] or f"{match['one']} {items}")
    locators = tuple(Locator((), place.number, place.items, label="item") for place in places)
    labels = tuple(dict.fromkeys(f"item {place.number}" for place in places))
    return Mention("section", match.start(), match.end(), locators, labels, word="item")


def _read_footnote(match: re.Match[str]) -> Mention | None:
    marks = match["labels"]
    labels = (marks,) if marks.startswith("*") else tuple(place.number for place in places_in(marks))
    return Mention("footnote", match.start(), match.end(), labels=labels)


PART_RECOGNISERS: tuple[Recogniser, ...] = (
    (_FOOTNOTE_MENTION, _read_footnote),
    (_GUIDELINE_MENTION, _read_guideline),
    (_LABELLED_MENTION, _read_labelled),
    (_ANNEX_MENTION, _read_annex),
    (_COMMENTARY_MENTION, _read_commentary),
)
SECTION_RECOGNISERS: tuple[Recogniser, ...] = ((_SECTION_MENTION, _read_section), (_AGENDA_MENTION, _read_agenda))
ORDINAL_PART_RECOGNISERS: tuple[Recogniser, ...] = ((_ORDINAL_PART_MENTION, _read_ordinal_part),)
