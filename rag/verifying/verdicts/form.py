"""The form of a citation against UN usage: abbreviations, spaces, commas, ranges, order.

The usage is that of the United Nations Editorial Manual: `A/79/352, paras. 5–7 and 9 (a)`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.errors import LocatorError
from rag.citing.mentions.grammar import SEVERAL
from rag.citing.series import in_order, print_places, read_places
from rag.verifying.citations.resolve import Citation

_Replacement = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A way to write that UN usage does not have, what stands in place of it, and why."""

    pattern: re.Pattern[str]
    replacement: _Replacement
    why: str


_LIST = re.compile(rf"(?P<word>\b(?:paragraphs?|paras?\.))\s(?P<list>{SEVERAL})", re.I)
_RULES = (
    _Rule(re.compile(r"\b(?P<word>paras?)\s*(?=\d)", re.I), r"\g<word>. ", "the abbreviation has a full stop"),
    _Rule(re.compile(r"\bpars\.?\s*(?=\d)", re.I), "paras. ", "the abbreviation is “paras.”"),
    _Rule(re.compile(r"\bpar\.?\s*(?=\d)", re.I), "para. ", "the abbreviation is “para.”"),
    _Rule(re.compile(r"(?:§{2,}|¶{2,})\s*(?=\d)"), "paras. ", "paragraphs are cited as “paras.”"),
    _Rule(re.compile(r"[§¶]\s*(?=\d)"), "para. ", "a paragraph is cited as “para.”"),
    _Rule(re.compile(r"\b(?P<word>paras?\.)(?=\d)", re.I), r"\g<word> ", "a space stands before the number"),
    _Rule(re.compile(r"(?<=\d)(?=\([a-z]{1,4}\))"), " ", "a space stands before a subparagraph"),
    _Rule(re.compile(r"(?<=\))(?=\([ivx]{1,5}\))"), " ", "a space stands before a subparagraph"),
    _Rule(
        re.compile(
            r"(?:(?<=[\d)])|(?<=\bannex)|(?<=\bcommentary)|(?<=\b[IVX])|(?<=\b[IVX]{2})|(?<=\b[IVX]{3}))\s+(?=paras?\.)",
            re.I,
        ),
        ", ",
        "a comma stands before “para.”",
    ),
    _Rule(re.compile(r"\bibid(?!\.)", re.I), lambda match: f"{match[0]}.", "“ibid.” has a full stop"),
    _Rule(re.compile(r"(?<=\bibid\.)\s+(?=paras?\.)", re.I), ", ", "a comma stands after “ibid.”"),
)


def form_of(citation: Citation) -> tuple[str, str]:
    """The citation by UN usage, and why; the words as they are and nothing where there is no fault in them."""
    text, reasons = citation.written, []
    for rule in _RULES:
        changed = rule.pattern.sub(rule.replacement, text)
        if changed != text:
            text = changed
            reasons.append(rule.why)
    text = _LIST.sub(lambda match: _list(match, reasons), text)
    return text, "; ".join(dict.fromkeys(reasons))


def _list(match: re.Match[str], reasons: list[str]) -> str:
    """A list of paragraphs by UN usage: `paras. 5–7` for `para. 5-7`."""
    word, written = match["word"], match["list"].rstrip()
    rest = match["list"][len(written) :]
    try:
        places = read_places(re.sub(r"\bparas?\.\s*", "", written, flags=re.I))
    except LocatorError:
        return match[0]
    right = written
    if list(places) != in_order(places):
        reasons.append("paragraphs are cited in order")
        right = print_places(places)
    elif re.search(r"\d\s*[-‐‑—]\s*\d", written):
        reasons.append("a range has an en dash without spaces")
        right = re.sub(r"(?<=\d)\s*[-‐‑—]\s*(?=\d)", "–", written)
    numbered = len({place.number for place in places})
    named = _number_of(word, several=numbered > 1)
    if named != word:
        reasons.append("“paras.” stands before several paragraphs, “para.” before one")
    return f"{named} {right}{rest}"


def _number_of(word: str, *, several: bool) -> str:
    """`paras.` for `para.` and the other way round, as many as there are."""
    stem = word.rstrip(".").removesuffix("s")
    stop = "." if word.endswith(".") else ""
    return f"{stem}{'s' if several else ''}{stop}"
