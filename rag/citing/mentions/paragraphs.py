"""Recognisers of paragraphs: `paragraph 65 (c)`, `OP 5`, `third preambular paragraph`, `point 9 of …`, `p. 4`."""

import re

from index.language.english.language import ENGLISH
from index.locator import LETTERED_NUMBER, Label, Locator
from index.text.late_patterns import LatePattern
from rag.citing.mentions.base import Mention, Recogniser
from rag.citing.mentions.grammar import (
    LETTERS,
    MARK_LIST,
    NUMBER,
    NUMBER_WORD,
    ONE_OR_MORE,
    ORDINAL,
    PARAGRAPH,
    PARAGRAPHS,
    SEVERAL,
    SUB_ITEM_WORD,
    places_in,
)
from rag.citing.series import Place

_WORDS = ENGLISH.references
# What a resolution's paragraphs are called before the word for them.
_COUNTED_AS = (
    rf"(?:\b(?:(?P<operative>{_WORDS.operative})|(?P<preambular>{_WORDS.preambular})"
    rf"|(?P<unnumbered>{_WORDS.unnumbered}))\s+)?"
)
_PARAGRAPH_MENTION = LatePattern(
    rf"{_COUNTED_AS}(?<![\w§¶-])"
    rf"(?:{PARAGRAPHS}\s*{NUMBER_WORD}\s*(?P<several>{SEVERAL})|{PARAGRAPH}\s*{NUMBER_WORD}\s*(?P<one>{ONE_OR_MORE}))",
    re.I,
    needs=rf"(?:{PARAGRAPHS}|{PARAGRAPH})\s*{NUMBER_WORD}\s*\d",
)
# `OP 5`, `OPs 5 and 6`, `op. 5`; in small letters `pp. 5` are pages.
_SHORT_MENTION = LatePattern(
    rf"\b(?:(?P<operative>{_WORDS.operative_short})|(?P<preambular>{_WORDS.preambular_short}))s?\s?(?P<one>{ONE_OR_MORE})",
    needs=rf"(?:{_WORDS.operative_short}|{_WORDS.preambular_short})s?\s?\d",
)
_SUB_ITEM_MENTION = LatePattern(
    rf"\b{SUB_ITEM_WORD}\s*(?P<items>{MARK_LIST})\s*,?\s*(?:of|in|under|to)\s+(?:the\s+)?{_COUNTED_AS}"
    rf"{PARAGRAPH}\s*{NUMBER_WORD}\s*(?P<one>{NUMBER})",
    re.I,
    needs=rf"{SUB_ITEM_WORD}\s*\(",
)
# `point 9` and `clause 9` of something; by themselves they are words of any text.
_POINT_MENTION = LatePattern(
    rf"\b{_WORDS.points}\s+(?P<one>{ONE_OR_MORE})(?=\s*,?\s+{_WORDS.of}\s)", re.I, needs=rf"{_WORDS.points}\s+\d"
)
_LABELLED_MENTIONS: tuple[tuple[Label, LatePattern], ...] = tuple(
    (
        label,
        LatePattern(
            rf"\b{words}\s+{NUMBER_WORD}\s*(?:(?P<lettered>(?-i:{LETTERED_NUMBER})\b)|(?P<one>{SEVERAL}))",
            re.I,
            needs=rf"{words}\s+{NUMBER_WORD}\s*(?:\d|(?-i:[A-Z]\.|[IVXLC]))",
        ),
    )
    for label, words in _WORDS.labelled
)
_PAGE_MENTION = LatePattern(rf"\b{_WORDS.pages}\s*(?P<page>\d{{1,4}}|[ivxl]+)\b(?![./]\d)", re.I)

# What is counted within a section is not numbered so: its first paragraph can be paragraph 30.
_ORDINAL_MENTION = LatePattern(
    rf"\b{ORDINAL}\s+{_COUNTED_AS}(?:para\.|para(?:graph)?\b)(?!\s*\d){_WORDS.not_of_a_section}", re.I
)
# `4.1 (b)` and `4.1 of the annex` without the word; the amounts and shares in a question have neither.
_BARE_MENTION = LatePattern(
    rf"(?<![\w/.,%-])(?!(?:19|20)\d\d\b)(?P<one>{NUMBER}\s?\({LETTERS}\)(?:\s?\([ivx]{{1,5}}\))?"
    rf"|\d{{1,3}}\.\d{{1,3}}(?=\s+(?:of|in|under)\s+(?:the\s+)?(?:\w+\s+)?(?:annex|guideline)))",
    re.I,
    needs=r"\d",
)


def counted(ordinal: str) -> str:
    """The number that an ordinal stands for: `3` for `third` and for `3rd`."""
    word = ordinal.lower()
    return str(ENGLISH.ordinals.index(word) + 1) if word in ENGLISH.ordinals else ordinal[:-2]


def _read_paragraph(match: re.Match[str]) -> Mention | None:
    groups = match.groupdict()
    places = places_in(groups.get("several") or match["one"])
    return _paragraphs(match, places)


def _read_sub_item(match: re.Match[str]) -> Mention | None:
    items = re.sub(SUB_ITEM_WORD, "", match["items"], flags=re.I)
    return _paragraphs(match, places_in(f"{match['one']} {items}"))


def _read_ordinal(match: re.Match[str]) -> Mention | None:
    return _paragraphs(match, (Place(counted(match["ordinal"])),))


def _paragraphs(match: re.Match[str], places: tuple[Place, ...]) -> Mention | None:
    """The paragraphs at `places`, counted as the groups of `match` say; None where there is none."""
    groups = match.groupdict()
    if groups.get("unnumbered") or groups.get("preambular"):
        label: Label = "preambular" if groups.get("preambular") else ""
        locators = tuple(
            Locator((), None, each.items, int(each.number), label) for each in places if each.number.isdecimal()
        )
    else:
        locators = tuple(Locator((), each.number, each.items) for each in places)
    operative = bool(groups.get("operative"))
    return Mention("paragraph", match.start(), match.end(), locators, operative=operative) if locators else None


def _labelled(label: Label, pattern: LatePattern) -> Recogniser:
    def read(match: re.Match[str]) -> Mention | None:
        places = (Place(match["lettered"]),) if match["lettered"] else places_in(match["one"])
        locators = tuple(Locator((), each.number, each.items, label=label) for each in places)
        return Mention("paragraph", match.start(), match.end(), locators)

    return pattern, read


def _read_page(match: re.Match[str]) -> Mention | None:
    return Mention("page", match.start(), match.end(), (Locator(page=match["page"].lower()),))


PARAGRAPH_RECOGNISERS: tuple[Recogniser, ...] = (
    (_SUB_ITEM_MENTION, _read_sub_item),
    (_PARAGRAPH_MENTION, _read_paragraph),
    (_SHORT_MENTION, _read_paragraph),
    (_POINT_MENTION, _read_paragraph),
)
LABELLED_RECOGNISERS: tuple[Recogniser, ...] = tuple(_labelled(label, each) for label, each in _LABELLED_MENTIONS)
PAGE_RECOGNISERS: tuple[Recogniser, ...] = ((_PAGE_MENTION, _read_page),)
ORDINAL_RECOGNISERS: tuple[Recogniser, ...] = ((_ORDINAL_MENTION, _read_ordinal),)
BARE_RECOGNISERS: tuple[Recogniser, ...] = ((_BARE_MENTION, _read_paragraph),)
