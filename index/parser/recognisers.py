r"""How paragraphs, headings, sub-items and containers are numbered: a table that can be extended.

A recogniser names one way of marking the beginning of a line. To teach the parser another, add a row. For documents
that number paragraphs `§ 12` and put them under `Clause 3`, whose numbering starts again:

    section_sign = Recogniser("section sign", Kind.PARAGRAPH, re.compile(r"§ ?(?P<mark>[0-9]{1,4})\s+(?P<rest>.*)"))
    clause = Recogniser("clause", Kind.CONTAINER, container_pattern("Clause"), rank=72, order=name_order)
    parse_text(text, id="treaty", source="treaty.txt", recognisers=(*RECOGNISERS, section_sign, clause))

The pattern is matched at the beginning of a block of text whose mark-up is gone, and has two groups: `mark`, what is
printed, and `rest`, the text that follows it. `rank` orders headings and containers, outermost lowest. `order` turns a
mark into the numbers that tell what comes next (`4.1` -> (4, 1), `iv` -> (4,)); a mark for which it returns None is no
mark. A heading with a `restart_name` becomes a container of that name where the numbering starts again under it
(`section ii`).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from index.language.base import Language, PartWords
from index.language.english.language import ENGLISH
from index.parser.orders import Order, decimal_order, letter_order, name_order, roman_order
from index.text.numerals import LATIN_ORDINALS

_LONGEST_MARK = 400  # characters of a block that a recogniser looks at


_PART_NUMBER = r"[IVXLC]+|[0-9]+(?:/[0-9A-Z.]+)*|[A-Z]"
# Rule 12   Rule 101.1   Rule 4.5 bis
_LATIN_ORDINAL = f"(?: (?:{'|'.join(LATIN_ORDINALS)}))?"
_RULE_NUMBER = rf"[IVXLC]+|[0-9]{{1,4}}(?:\.[0-9]{{1,3}}){{0,2}}{_LATIN_ORDINAL}"
# The paragraphs of a commentary are numbered so, which elsewhere are entries of a list.
BRACKETED = "(1)"
# A resolution or decision inside another document.
TEXT = "draft text"
COMMENTARY = "commentary"
# Rules have numbers that are their own in the whole of a text, whichever article they stand in.
ARTICLE, RULE = "article", "rule"
# From here on containers are parts of a text: guidelines, articles.
PROVISION_RANK = 70
SECTION = "named section"
# Headings that have a name and a number, `Part II`, and may have their titles on the line below.
DIVISIONS = ("part", "chapter", SECTION)
# A general comment of a committee: the name of a document of its own, or of a part of a compilation.
COMMENT = "general comment"


class Kind(Enum):
    """The kinds of text that a mark at the beginning of a line introduces."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CONTAINER = "container"


@dataclass(frozen=True, slots=True)
class Recogniser:
    """One way of marking the beginning of a line."""

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    rank: int = 0
    order: Callable[[str], Order | None] = decimal_order
    restart_name: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the beginning of a text: by which recogniser, what is printed, its order, where the rest begins."""

    recogniser: Recogniser
    printed: str
    order: Order
    end: int

    @property
    def kind(self) -> Kind:
        """What the mark introduces."""
        return self.recogniser.kind


def container_pattern(names: str, *, numbered: bool = True) -> re.Pattern[str]:
    """The pattern of a line that is a container's name, its number, and its title if that is on the same line.

    `names` are alternatives of a regular expression. With `numbered` false the number may be missing.
    """
    number = f"(?: (?:{_PART_NUMBER}){_LATIN_ORDINAL})" + ("" if numbered else "?")
    return re.compile(rf"(?P<mark>(?:{names}){number})(?:\*+|[.:]?(?=$)|(?:[.:]| ?[–—]| -) (?P<rest>\S.*))$")


def recognisers_of(language: Language) -> tuple[Recogniser, ...]:
    """The ways of numbering that documents in `language` have; the first that fits goes before the others."""
    parts = language.parts
    part_number = rf"(?:[IVXLC]+|[0-9]{{1,2}}|[A-Z]|{_words(language.numbers, capital=True, upper=True)})"
    item = rf"(?P<mark>(?:Agenda {_words(parts.items, small=True)}|{_words(parts.items)}) [0-9]{{1,3}})"
    return (
        # 12. The …   12) The …   4.1. The …   12.The …   12 bis. The …
        Recogniser("number", _P, re.compile(_NUMBER + r"[.)](?:\s+(?P<rest>\S.*)|$|(?=[A-Z“\"\[]))")),
        # 4.1 The …   12 and a tab stop
        Recogniser("decimal", _P, re.compile(r"(?P<mark>[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})\s+(?P<rest>(?![a-z])\S.*)")),
        Recogniser("tabbed number", _P, re.compile(r"(?P<mark>[0-9]{1,6})\t\s*(?P<rest>\S.*)")),
        # (OP1) 1. The …   (OP)1. The …   OP2 bis. The …
        Recogniser("operative", _P, re.compile(_OPERATIVE + r"\s+(?P<rest>\S.*)")),
        # Headings, outermost first
        Recogniser(COMMENT, _H, _comment_pattern(parts.comments), 9, name_order, ""),
        Recogniser("part", _H, _heading_pattern(parts.parts, part_number), 10, name_order, ""),
        Recogniser("chapter", _H, _heading_pattern(parts.chapters, part_number), 11, name_order, ""),
        Recogniser(SECTION, _H, _section_pattern(parts.sections), 13, name_order),
        Recogniser("note", _H, _heading_pattern(parts.notes, r"[0-9]{1,2}"), 15, name_order, ""),
        Recogniser("item", _H, re.compile(item + r"(?:[.:]\s+(?P<rest>\S.*)| \([a-z ]{2,}\)$)"), 12, name_order),
        Recogniser("roman", _H, re.compile(r"(?P<mark>[IVXLC]{1,9})\.\s+(?P<rest>\S.*)"), 20, roman_order, "section"),
        Recogniser("letter", _H, re.compile(r"(?P<mark>[A-Z])\.\s+(?P<rest>\S.*)"), 30, letter_order),
        Recogniser("arabic", _H, re.compile(_HEADING_NUMBER + r"[.)]\s+(?P<rest>\S.*)"), 40),
        Recogniser("(a) heading", _H, re.compile(r"\((?P<mark>[a-z])\)\s+(?P<rest>\S.*)"), 50, letter_order),
        Recogniser("(i) heading", _H, re.compile(r"\((?P<mark>[ivxl]{1,6})\)\s+(?P<rest>\S.*)"), 60, roman_order),
        # Entries of a list inside a paragraph
        Recogniser("(a)", _I, re.compile(r"\(?(?P<mark>[a-z]{1,3})\)(?:\s+(?P<rest>\S.*)|$)"), 1, letter_order),
        Recogniser("(i)", _I, re.compile(r"\(?(?P<mark>[ivxl]{1,6})\)(?:\s+(?P<rest>\S.*)|$)"), 2, roman_order),
        Recogniser("a.", _I, re.compile(r"(?P<mark>[a-z])\.\s+(?P<rest>\S.*)"), 1, letter_order),
        Recogniser("i.", _I, re.compile(r"(?P<mark>[ivxl]{1,6})\.\s+(?P<rest>\S.*)"), 2, roman_order),
        Recogniser(BRACKETED, _I, re.compile(r"\((?P<mark>[0-9]{1,3})\)(?:\s+(?P<rest>\S.*)|$)"), 3),
        # Parts whose numbering starts again
        _container("annex", 1, _words(parts.annexes, upper=True), numbered=False),
        Recogniser("annex to a letter", _C, _annex_to_letter(parts), 1, name_order),
        _container("appendix", 2, _words(parts.appendices, upper=True), numbered=False),
        _container("enclosure", 2, _words(parts.enclosures, upper=True), numbered=False),
        _container(TEXT, 35, _drafts(parts, parts.texts)),
        Recogniser("draft alone", _C, _alone(f"{parts.draft} {name.lower()}" for name in parts.texts), 35, name_order),
        _container("guideline", PROVISION_RANK, _drafts(parts, parts.guidelines)),
        _container("conclusion", PROVISION_RANK, _drafts(parts, parts.conclusions)),
        _container(ARTICLE, 72, _drafts(parts, parts.provisions, upper=True)),
        Recogniser(RULE, _C, _rule_pattern(_drafts(parts, parts.rules, upper=True)), 73, name_order),
        Recogniser(COMMENTARY, _C, _alone(parts.commentaries), 75, name_order),
    )


def marks_of(text: str, recognisers: Sequence[Recogniser] | None = None) -> tuple[Mark, ...]:
    """The marks that the beginning of `text` can be read as, in the order of the table."""
    head = text[:_LONGEST_MARK]
    table = RECOGNISERS if recognisers is None else recognisers
    found = []
    for recogniser, match in [(each, match) for each in table if (match := each.pattern.match(head))]:
        order = recogniser.order(match["mark"])
        if order is not None:
            end = match.start("rest") if match["rest"] is not None else match.end()
            found.append(Mark(recogniser, match["mark"], order, end))
    return tuple(found)


def _words(names: Iterable[str], *, upper: bool = False, small: bool = False, capital: bool = False) -> str:
    """The alternatives of a pattern for `names`: as they are or in small letters, and in capitals too if asked for."""
    spelled = [name.lower() if small else name for name in names]
    spelled += [name.upper() for name in names] if upper else []
    spelled += [name.capitalize() for name in names] if capital else []
    return "(?:" + "|".join(map(re.escape, dict.fromkeys(spelled))) + ")"


def _drafts(parts: PartWords, names: Sequence[str], *, upper: bool = False) -> str:
    """The alternatives for `names` with `Draft` before them or without."""
    return f"(?:{parts.draft} {_words(names, small=True)}|{_words(names, upper=upper)})"


def _rule_pattern(names: str) -> re.Pattern[str]:
    """As `container_pattern`; after a number of two steps the title may stand without a sign between the two."""
    after_steps = r"(?:(?<=\.[0-9])|(?<=\.[0-9]{2}))(?= [A-Z])"
    return re.compile(
        rf"(?P<mark>(?:{names}) (?:{_RULE_NUMBER}))"
        rf"(?:\*+|[.:]?(?=$)|(?:[.:]| ?[–—]| -|{after_steps}) (?P<rest>\S.*))$"
    )


def _annex_to_letter(parts: PartWords) -> re.Pattern[str]:
    """The pattern of a heading that names an annex by the letter it belongs to."""
    letters = _words(parts.letters)
    return re.compile(rf"(?P<mark>{_words(parts.annexes)}(?: [IVXLC]+)?)(?= to the (?:{letters})\b)(?P<rest>.*)")


def _comment_pattern(names: Sequence[str]) -> re.Pattern[str]:
    """The pattern of a heading such as `General comment No. 2 (1981): Reporting guidelines`."""
    year = r"(?: \([0-9]{4}\))?"
    return re.compile(rf"(?P<mark>{_words(names, upper=True)} No\. [0-9]{{1,3}}){year}\**(?:[.:]? (?P<rest>\S.*)|$)")


def _alone(names: Iterable[str]) -> re.Pattern[str]:
    """The pattern of a line that is one of `names` and nothing else."""
    return re.compile(rf"(?P<mark>{_words(names)})\**(?P<rest>)$")


def _container(name: str, rank: int, names: str, *, numbered: bool = True) -> Recogniser:
    return Recogniser(name, _C, container_pattern(names, numbered=numbered), rank, name_order)


def _heading_pattern(names: Sequence[str], number: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<mark>{_words(names, upper=True)} {number})(?:[.:]?\s+(?P<rest>\S.*)|[.:]?$)")


def _section_pattern(names: Sequence[str]) -> re.Pattern[str]:
    """The pattern of a section's heading, `Section 2. Duties`; without a stop after the number a sentence begins so."""
    return re.compile(
        rf"(?P<mark>{_words(names, upper=True)} (?:[IVXLC]+|[0-9]{{1,2}}|[A-Z]))(?:[.:]\s+(?P<rest>\S.*)|[.:]?$)"
    )


_AFTER_POINTS = rf"(?:\.[0-9]{{1,3}}){{0,3}}{_LATIN_ORDINAL}"
# Six digits: the judgments and compilations with the most paragraphs have some thousands, and nothing has a million.
_NUMBER = rf"(?P<mark>[0-9]{{1,6}}{_AFTER_POINTS})"
_OPERATIVE = rf"\(?OP\)? ?(?P<mark>[0-9]{{1,3}}{_LATIN_ORDINAL})\)?\.?(?: ?(?P=mark)[.)])?"
_HEADING_NUMBER = rf"(?P<mark>[0-9]{{1,4}}{_AFTER_POINTS})"
_P, _H, _I, _C = Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.CONTAINER

RECOGNISERS: tuple[Recogniser, ...] = recognisers_of(ENGLISH)
