r"""How paragraphs, headings, sub-items and containers are numbered: a table that can be extended.

A recogniser names one way of marking the beginning of a line. To teach the parser another, add a row. For documents
that number paragraphs `§ 12` and put them under `Clause 3`, whose numbering starts again:

    section_sign = Recogniser("section sign", Kind.PARAGRAPH, re.compile(r"§ ?(?P<mark>[0-9]{1,4})\s+(?P<rest>.*)"))
    clause = Recogniser("clause", Kind.CONTAINER, container_pattern("Clause"), rank=72, order=name_order)
    parse_text(text, id="treaty", source="treaty.txt", recognisers=(*RECOGNISERS, section_sign, clause))

The pattern is matched at the beginning of a piece of text whose mark-up is gone, and has two groups: `mark`, what is
printed, and `rest`, the text that follows it. `rank` orders headings and containers, outermost lowest. `order` turns a
mark into the numbers that tell what comes next (`4.1` -> (4, 1), `iv` -> (4,)); a mark for which it returns None is no
mark. A heading with a `restart_name` becomes a container of that name where the numbering starts again under it
(`section ii`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

Order = tuple[int, ...]

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LATIN_ORDINALS = {"bis": 1, "ter": 2, "quater": 3}
_LONGEST_MARK = 400  # characters of a piece that a recogniser looks at


class Kind(Enum):
    """What a mark at the beginning of a line introduces."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CONTAINER = "container"


def decimal_order(mark: str) -> Order | None:
    """The numbers of a decimal mark: `12` -> (12,), `4.1` -> (4, 1), `12 bis` -> (12, 0, 1)."""
    number, *ordinal = mark.split()
    steps = tuple(int(step) for step in number.split("."))
    return (*steps, 0, _LATIN_ORDINALS[ordinal[0]]) if ordinal else steps


def roman_order(mark: str) -> Order | None:
    """The value of a Roman numeral, `iv` -> (4,); None where `mark` is not a well-formed one."""
    if not mark or not _ROMAN.fullmatch(mark):
        return None
    values = [_ROMAN_VALUES[letter] for letter in mark.lower()]
    following = [*values[1:], 0]
    return (sum(-value if value < after else value for value, after in zip(values, following, strict=True)),)


def letter_order(mark: str) -> Order | None:
    """The place of a letter in the alphabet, `c` -> (3,), `aa` -> (27,); None for letters that differ."""
    letter, count = mark[0].lower(), len(mark)
    if mark.lower() != letter * count:
        return None
    return ((count - 1) * 26 + ord(letter) - ord("a") + 1,)


def name_order(mark: str) -> Order | None:
    """The number at the end of a name, `Draft guideline 4` -> (4,), `Annex II` -> (2,); () where there is none."""
    last = mark.split()[-1]
    if last.isascii() and last.isdigit():
        return (int(last),)
    return roman_order(last) or ()


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
    number = r"(?: (?:[IVXLC]+|[0-9]+(?:/[0-9A-Z.]+)*|[A-Z]))" + ("" if numbered else "?")
    return re.compile(rf"(?P<mark>(?:{names}){number})(?:\*+|[.:]?(?=$)|(?:[.:]| ?[–—]| -) (?P<rest>\S.*))$")


def _heading_pattern(names: str, number: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<mark>(?:{names}) {number})(?:[.:]?\s+(?P<rest>\S.*)|[.:]?$)")


_AFTER_POINTS = r"(?:\.[0-9]{1,3}){0,3}(?: (?:bis|ter|quater))?"
# Six digits: the judgments and compilations with the most paragraphs have some thousands, and nothing has a million.
_NUMBER = rf"(?P<mark>[0-9]{{1,6}}{_AFTER_POINTS})"
_HEADING_NUMBER = rf"(?P<mark>[0-9]{{1,4}}{_AFTER_POINTS})"
_PART_NUMBER = r"(?:[IVXLC]+|[0-9]{1,2}|[A-Z]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight)"
_P, _H, _I, _C = Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.CONTAINER

RECOGNISERS: tuple[Recogniser, ...] = (
    # 12. The …   12) The …   4.1. The …   12.The …   12 bis. The …
    Recogniser("number", _P, re.compile(_NUMBER + r"[.)](?:\s+(?P<rest>\S.*)|$|(?=[A-Z“\"\[]))")),
    # 4.1 The …   12 and a tab stop
    Recogniser("decimal", _P, re.compile(r"(?P<mark>[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})\s+(?P<rest>(?![a-z])\S.*)")),
    Recogniser("tabbed number", _P, re.compile(r"(?P<mark>[0-9]{1,6})\t\s*(?P<rest>\S.*)")),
    # Headings, outermost first
    Recogniser("part", _H, _heading_pattern("Part|PART", _PART_NUMBER), 10, name_order, ""),
    Recogniser("chapter", _H, _heading_pattern("Chapter|CHAPTER", _PART_NUMBER), 11, name_order, ""),
    Recogniser("item", _H, re.compile(r"(?P<mark>(?:Agenda i|I)tem [0-9]{1,3})[.:]\s+(?P<rest>\S.*)"), 12, name_order),
    Recogniser("roman", _H, re.compile(r"(?P<mark>[IVXLC]{1,9})\.\s+(?P<rest>\S.*)"), 20, roman_order, "section"),
    Recogniser("letter", _H, re.compile(r"(?P<mark>[A-Z])\.\s+(?P<rest>\S.*)"), 30, letter_order),
    Recogniser("arabic", _H, re.compile(_HEADING_NUMBER + r"[.)]\s+(?P<rest>\S.*)"), 40),
    Recogniser("(a) heading", _H, re.compile(r"\((?P<mark>[a-z])\)\s+(?P<rest>\S.*)"), 50, letter_order),
    Recogniser("(i) heading", _H, re.compile(r"\((?P<mark>[ivxl]{1,6})\)\s+(?P<rest>\S.*)"), 60, roman_order),
    # Entries of a list inside a paragraph
    Recogniser("(a)", _I, re.compile(r"\(?(?P<mark>[a-z]{1,3})\)(?:\s+(?P<rest>\S.*)|$)"), 1, letter_order),
    Recogniser("(i)", _I, re.compile(r"\(?(?P<mark>[ivxl]{1,6})\)(?:\s+(?P<rest>\S.*)|$)"), 2, roman_order),
    Recogniser("(1)", _I, re.compile(r"\((?P<mark>[0-9]{1,3})\)(?:\s+(?P<rest>\S.*)|$)"), 3),
    # Parts whose numbering starts again
    Recogniser("annex", _C, container_pattern("Annexe?|ANNEXE?|Anexo|ANEXO", numbered=False), 1, name_order),
    Recogniser("appendix", _C, container_pattern("Appendix|APPENDIX", numbered=False), 2, name_order),
    Recogniser("enclosure", _C, container_pattern("Enclosure|ENCLOSURE|Attachment", numbered=False), 2, name_order),
    Recogniser("draft text", _C, container_pattern("(?:Draft r|R)esolution|(?:Draft d|D)ecision"), 35, name_order),
    Recogniser("guideline", _C, container_pattern("(?:Draft g|G)uideline|(?:Draft p|P)rinciple"), 70, name_order),
    Recogniser("conclusion", _C, container_pattern("(?:Draft c|C)onclusion"), 70, name_order),
    Recogniser("article", _C, container_pattern("(?:Draft a|A)rticle|ARTICLE|Rule|Regulation"), 72, name_order),
)


def marks_of(text: str, recognisers: Sequence[Recogniser] = RECOGNISERS) -> tuple[Mark, ...]:
    """The marks that the beginning of `text` can be read as, in the order of the table."""
    head = text[:_LONGEST_MARK]
    found = []
    for recogniser in recognisers:
        match = recogniser.pattern.match(head)
        order = recogniser.order(match["mark"]) if match else None
        if match and order is not None:
            end = match.start("rest") if match["rest"] is not None else match.end()
            found.append(Mark(recogniser, match["mark"], order, end))
    return tuple(found)
