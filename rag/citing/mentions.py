"""Mentions in running text: paragraphs, parts, sections, footnotes, other instruments and document symbols.

Each recogniser is one row of a table: a pattern and a function that reads its match. What a row has recognised is not
offered to the rows after it, so `draft article 4` is a part and the `article 4` inside it is no treaty's.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from index.language.english import ENGLISH
from index.locator import Locator
from rag.citing.grammar import (
    AND,
    MARK_LIST,
    NUMBER,
    NUMBER_WORD,
    ONE_OR_MORE,
    PARAGRAPH,
    PARAGRAPHS,
    SEVERAL,
    SUB_ITEM_WORD,
    TO,
    places_in,
)
from rag.citing.series import mark_range

MentionKind = Literal["paragraph", "container", "section", "footnote", "instrument", "symbol"]

# What operative and preambular paragraphs belong to, where the text does not say.
A_RESOLUTION = "a resolution"


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a text mentions, at `text[start:end]`.

    `locators` are what a paragraph or container is by itself, `labels` what the rest is called; `word` is what a
    section is called before its label (`section`, `chapter`, `part`, `item`); `foreign` is what a paragraph belongs to
    by its very name (`operative paragraph 5`).
    """

    kind: MentionKind
    start: int
    end: int
    locators: tuple[Locator, ...] = ()
    labels: tuple[str, ...] = ()
    word: str | None = None
    foreign: str | None = None


def mentions(text: str) -> list[Mention]:
    """Everything that `text` mentions, in its order; no two overlap."""
    found: list[Mention] = []
    covered = bytearray(len(text))
    for pattern, read in _RECOGNISERS:
        for match in pattern.finditer(text):
            if any(covered[match.start() : match.end()]):
                continue
            if mention := read(match):
                found.append(mention)
                covered[match.start() : match.end()] = b"x" * (match.end() - match.start())
    return sorted(found, key=lambda each: each.start)


# --- paragraphs ------------------------------------------------------------------------------------------------------

_PARAGRAPH_MENTION = re.compile(
    rf"(?:\b(?P<foreign>operative|preambular)\s+)?(?:\b(?P<unnumbered>unnumbered)\s+)?(?<![\w§¶-])"
    rf"(?:{PARAGRAPHS}\s*{NUMBER_WORD}\s*(?P<several>{SEVERAL})|{PARAGRAPH}\s*{NUMBER_WORD}\s*(?P<one>{ONE_OR_MORE}))",
    re.I,
)
_SUB_ITEM_MENTION = re.compile(
    rf"\b{SUB_ITEM_WORD}\s*(?P<items>{MARK_LIST})\s*,?\s*(?:of|in|under|to)\s+(?:the\s+)?"
    rf"(?P<foreign>(?:operative|preambular)\s+)?{PARAGRAPH}\s*{NUMBER_WORD}\s*(?P<number>{NUMBER})",
    re.I,
)


def _read_paragraph(match: re.Match[str]) -> Mention | None:
    places = places_in(match["several"] or match["one"])
    if match["unnumbered"]:
        locators = tuple(Locator((), None, each.items, int(each.number)) for each in places if each.number.isdecimal())
    else:
        locators = tuple(Locator((), each.number, each.items) for each in places)
    foreign = A_RESOLUTION if match["foreign"] else None
    return Mention("paragraph", match.start(), match.end(), locators, foreign=foreign) if locators else None


def _read_sub_item(match: re.Match[str]) -> Mention | None:
    items = re.sub(SUB_ITEM_WORD, "", match["items"], flags=re.I)
    locators = tuple(Locator((), each.number, each.items) for each in places_in(f"{match['number']} {items}"))
    foreign = A_RESOLUTION if match["foreign"] else None
    return Mention("paragraph", match.start(), match.end(), locators, foreign=foreign)


# What is counted within a section is not numbered so: its first paragraph can be paragraph 30.
_NOT_OF_A_SECTION = r"(?!\s+(?:of|in|under)\s+(?:the\s+)?(?:\w+\s+)?(?:sect|chap|part\b|item|head|agenda))"
_COUNTING_WORDS = ENGLISH.ordinals
_COUNTED_PARTS = "|".join(name.lower() for name in (*ENGLISH.parts.guidelines, *ENGLISH.parts.annexes))
_ORDINAL = rf"(?P<ordinal>{'|'.join(_COUNTING_WORDS)}|\d{{1,3}}(?:st|nd|rd|th))"
_ORDINAL_MENTION = re.compile(rf"\b{_ORDINAL}\s+(?:para\.|para(?:graph)?\b)(?!\s*\d){_NOT_OF_A_SECTION}", re.I)
_ORDINAL_PART_MENTION = re.compile(rf"\b{_ORDINAL}\s+(?P<draft>draft\s+)?(?P<kind>{_COUNTED_PARTS})\b(?!\s*\d)", re.I)
# `4.1 (b)` and `4.1 of the annex` without the word; the amounts and shares in a question have neither.
_BARE_MENTION = re.compile(
    rf"(?<![\w/.,%-])(?!(?:19|20)\d\d\b)(?P<list>{NUMBER}\s?\([a-z]\)(?:\s?\([ivx]{{1,5}}\))?"
    rf"|\d{{1,3}}\.\d{{1,3}}(?=\s+(?:of|in|under)\s+(?:the\s+)?(?:\w+\s+)?(?:annex|guideline)))",
    re.I,
)


def _counted(ordinal: str) -> str:
    word = ordinal.lower()
    return str(_COUNTING_WORDS.index(word) + 1) if word in _COUNTING_WORDS else ordinal[:-2]


def _read_ordinal(match: re.Match[str]) -> Mention | None:
    return Mention("paragraph", match.start(), match.end(), (Locator(number=_counted(match["ordinal"])),))


def _read_ordinal_part(match: re.Match[str]) -> Mention | None:
    name = f"{'draft ' if match['draft'] else ''}{match['kind'].lower()} {_counted(match['ordinal'])}"
    return Mention("container", match.start(), match.end(), (Locator((name,)),))


def _read_bare(match: re.Match[str]) -> Mention | None:
    locators = tuple(Locator((), each.number, each.items) for each in places_in(match["list"]))
    return Mention("paragraph", match.start(), match.end(), locators)


# --- parts with a numbering of their own -----------------------------------------------------------------------------

_LABEL = r"(?:(?-i:[IVX]+|[A-H])|\d{1,2})\b(?![/%])"
_ADJECTIVES = r"(?:(?:revised|non-binding),?\s+){0,3}"
_GUIDELINE_MENTION = re.compile(
    rf"\b{_ADJECTIVES}(?P<draft>draft,?\s+)?{_ADJECTIVES}(?P<kind>guideline|principle)"
    rf"(?:s\s+{NUMBER_WORD}\s*(?P<several>{SEVERAL})|\s+{NUMBER_WORD}\s*(?P<one>{ONE_OR_MORE}))",
    re.I,
)
_LABELLED_MENTION = re.compile(
    rf"\b(?P<kind>draft\s+(?:article|rule|conclusion|recommendation|resolution|decision)|enclosure|addendum|attachment"
    rf"|annex|appendix)(?:s|es)?\s+(?P<labels>{_LABEL}(?:(?:{AND}|{TO}){_LABEL})*)",
    re.I,
)
_ANNEX_MENTION = re.compile(r"\b(?P<kind>annex|appendix)\b(?!\s+to\s+(?:do|make|have)\b)", re.I)


def _read_guideline(match: re.Match[str]) -> Mention | None:
    name = f"{'draft ' if match['draft'] else ''}{match['kind'].lower()}"
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
    return Mention("container", match.start(), match.end(), (Locator((match["kind"].lower(),)),))


# --- sections and footnotes ------------------------------------------------------------------------------------------

_SUB_SECTION = r"(?:(?:\.|,\s?|,?\s*(?:sub-?section|sect\.)\s)(?-i:[A-Z]|\d{1,2})\b)?"
_SECTION_LABEL = rf"(?:(?-i:[IVXLC]+|[A-Z])|[ivx]{{1,5}}|\d{{1,2}})\b(?![/%(]){_SUB_SECTION}"
_SECTION_MENTION = re.compile(
    rf"\b(?:(?P<section>(?:sub-?)?sections?|sects?\.?)|(?P<chapter>chapters?|chaps?\.?)"
    rf"|(?P<part>(?-i:[Pp]arts?(?=\s+(?:[IVXLC]+|[A-Z]|\d)\b))))\s*"
    rf"(?P<labels>{_SECTION_LABEL}(?:(?:{AND}|{TO}){_SECTION_LABEL})*)",
    re.I,
)
_AGENDA_MENTION = re.compile(rf"\b(?:agenda\s+)?items?\s+(?P<labels>{NUMBER}(?:(?:{AND}|{TO}){NUMBER})*)", re.I)
_FOOTNOTE_MENTION = re.compile(
    rf"\b(?:foot-?\s?notes?|f(?:oo)?t?n\.?)\s*{NUMBER_WORD}\s*"
    rf"(?P<labels>\d{{1,3}}\b(?![/%])(?:(?:{AND}|\s*[-–]\s*)\d{{1,3}}\b(?![/%]))*|\*{{1,3}})",
    re.I,
)


def _labels(text: str) -> tuple[str, ...]:
    """Section labels, ranges counted out: `II–IV` is II, III, IV; `ii b` and `II, B` are `II.B`."""
    joined = re.sub(r"(?<=[\w]),\s?(?=[A-Z]\b)(?![IVX]+\b)", ".", text)
    joined = re.sub(r",?\s*(?:sub-?section|sect\.)\s+", ".", joined, flags=re.I)
    labels: list[str] = []
    for piece in re.split(AND, joined, flags=re.I):
        first, *last = re.split(TO, piece, flags=re.I)
        between = mark_range(first.lower(), last[0].lower()) if last else ()
        labels += [each.upper() for each in between or (first, *last)]
    return tuple(dict.fromkeys(labels))


def _read_section(match: re.Match[str]) -> Mention | None:
    word = next(each for each in ("section", "chapter", "part") if match[each])
    return Mention("section", match.start(), match.end(), labels=_labels(match["labels"]), word=word)


def _read_agenda(match: re.Match[str]) -> Mention | None:
    labels = tuple(f"item {place.number}" for place in places_in(match["labels"]))
    return Mention("section", match.start(), match.end(), labels=labels, word="item")


def _read_footnote(match: re.Match[str]) -> Mention | None:
    marks = match["labels"]
    labels = (marks,) if marks.startswith("*") else tuple(place.number for place in places_in(marks))
    return Mention("footnote", match.start(), match.end(), labels=labels)


# --- what is not ours ------------------------------------------------------------------------------------------------

_SYMBOL_MENTION = re.compile(r"\b[A-Za-z]{1,6}[A-Za-z0-9.]*(?:/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)+")
_ORGAN = (
    r"(?:(?:General Assembly|Security Council|Human Rights Council|Economic and Social Council|Conference|Council|"
    r"Commission|Assembly|COSP)\s+)?"
)
_NAMED = (
    r"(?:(?:United Nations|UN|Merida|Palermo|Vienna|Geneva|Rome|European|Council of Europe|political|same|said)\s+)"
)
_INSTRUMENT_MENTION = re.compile(
    rf"\b(?:(?:articles?|arts?\.?|rules?|regulations?)\s+\d+(?:\s*\(\w\))*(?:(?:\s*[,–-]\s*|\s+and\s+)\d+)*"
    rf"|{_ORGAN}(?:resolutions?|res\.|decisions?)\s+\d+(?:/\d+)*(?:\s?\(\w+\))?"
    rf"|(?:(?:the|that|this|said|same)\s+)?{_NAMED}*"
    rf"(?-i:Convention|Protocol|Covenant|Charter|Treaty|Statute|Declaration|Directive|Agreement|Act)\b"
    rf"(?:\s+against\s+(?:Transnational\s+Organized\s+Crime|Corruption))?"
    rf"|(?:the|that|this|said|same)\s+{_NAMED}*(?:convention|protocol|covenant|charter|treaty|statute|declaration"
    rf"|resolution|decision|article|directive)\b"
    rf"|UNCAC|UNTOC)\b",
    re.I,
)


def _read_symbol(match: re.Match[str]) -> Mention | None:
    symbol = match[0]
    looks_like_one = any(each.isdigit() for each in symbol) and (symbol[0].isupper() or symbol.count("/") > 1)
    return Mention("symbol", match.start(), match.end(), labels=(symbol,)) if looks_like_one else None


def _read_instrument(match: re.Match[str]) -> Mention | None:
    return Mention("instrument", match.start(), match.end(), labels=(" ".join(match[0].split()),))


_RECOGNISERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Mention | None]], ...] = (
    (_SYMBOL_MENTION, _read_symbol),
    (_SUB_ITEM_MENTION, _read_sub_item),
    (_PARAGRAPH_MENTION, _read_paragraph),
    (_FOOTNOTE_MENTION, _read_footnote),
    (_GUIDELINE_MENTION, _read_guideline),
    (_LABELLED_MENTION, _read_labelled),
    (_ANNEX_MENTION, _read_annex),
    (_INSTRUMENT_MENTION, _read_instrument),
    (_SECTION_MENTION, _read_section),
    (_AGENDA_MENTION, _read_agenda),
    (_ORDINAL_MENTION, _read_ordinal),
    (_ORDINAL_PART_MENTION, _read_ordinal_part),
    (_BARE_MENTION, _read_bare),
)
