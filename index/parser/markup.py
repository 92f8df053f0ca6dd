"""Text without its mark-up: emphasis, links, superscript tags, escapes, the signs of headings and lists."""

import re
from dataclasses import dataclass

SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", SUPERSCRIPT_DIGITS)
_LOWERED = str.maketrans(SUPERSCRIPT_DIGITS, "0123456789")

_SUP = re.compile(r"<sup>([^<>]*)</sup>", re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9]{1,4}(?: ?, ?[0-9]{1,4})*")
_SUB = re.compile(r"<sub>([^<>]*)</sub>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NOTE_REFERENCE = re.compile(r"\[\^([0-9]{1,4})\]")
# A target is an address, an anchor or nothing; "[2](a)" in somebody's sentence is not a link.
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:(?:[#/.]|[a-zA-Z][a-zA-Z+]{1,9}:|www\.)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)?\)")
_ADDRESS = re.compile(r"<((?:https?://|ftp://|mailto:|www\.)[^<>\s]+)>")
_STRONG = re.compile(r"(?<!\\)\*\*(?=[^\s*])((?:[^*]|\*(?!\*))+?)(?<=[^\s\\])\*\*")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]*[^\s*\\])\*(?![\w*])")
_ESCAPE = re.compile(r"\\([*_#\[\]<>|~`])")
_ESCAPED_NUMBER = re.compile(r"^(\s*(?:\*\*)?[0-9]{1,6})\\([.)])")
# Zero-width space, word joiner, byte-order mark; and the hyphen that shows at a line's end alone.
_INVISIBLE = str.maketrans("", "", "\u200b\u2060\ufeff")
SOFT_HYPHEN = "\u00ad"

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BULLET = re.compile(r"[-+*][ \t]+(?=\S)")
# Signs that are printed, and so stay: a bullet, a dash, a table's row.
_PRINTED_BULLET = re.compile(r"[•·▪●◦‣–—|] ?(?=\S)")
_QUOTE = re.compile(r"(?:> ?)+")


@dataclass(frozen=True, slots=True)
class Dressing:
    """What Markdown says about a line: heading depth (0: none), bold throughout, a list's bullet; and its text."""

    text: str
    depth: int = 0
    bold: bool = False
    bullet: bool = False


def undress(line: str) -> Dressing:
    """The line's text without the signs at its beginning, and what these signs say. Inline mark-up stays."""
    rest = _QUOTE.sub("", line.strip(), count=1) if line.lstrip().startswith(">") else line.strip()
    if match := _HEADING.match(rest):
        title = _without_closing_signs(rest[match.end() :])
        return Dressing(title, len(match[1]), is_bold(title))
    if bullet := _BULLET.match(rest):
        rest = rest[bullet.end() :]
        return Dressing(rest, 0, is_bold(rest), bullet=True)
    return Dressing(rest, 0, is_bold(rest), bullet=_PRINTED_BULLET.match(rest) is not None)


def is_bold(text: str) -> bool:
    """Whether the whole of `text` is set in bold."""
    return text.startswith("**") and text.endswith("**") and len(text) > 4 and not _STRONG.sub("", text).strip()


def plain(text: str) -> str:
    """`text` without inline mark-up; superscript tags around digits become superscript digits. White space stays."""
    if not text.isascii():
        text = text.translate(_INVISIBLE).replace(SOFT_HYPHEN, "")
    if "<" in text:
        text = _SUB.sub(r"\1", _SUP.sub(_raised, text))
        text = _ADDRESS.sub(r"\1", _BREAK.sub(" ", text))
    if "[" in text:
        text = _LINK.sub(r"\1", _NOTE_REFERENCE.sub(_raised, text))
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", text))
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", _ESCAPED_NUMBER.sub(r"\1\2", text))
    return text


def collapse(text: str) -> str:
    """`text` with every run of white space made one space, and none at the ends."""
    return " ".join(text.split())


def raised(digits: str) -> str:
    """`digits` as superscripts."""
    return digits.translate(_RAISED)


def digits_of(superscripts: str) -> str:
    """The ordinary digits of superscript ones."""
    return superscripts.translate(_LOWERED)


def _without_closing_signs(title: str) -> str:
    bare = title.rstrip("#")
    return bare.rstrip() if bare != title and bare.endswith((" ", "\t")) else title


def _raised(match: re.Match[str]) -> str:
    inside = match[1].strip()
    return inside.replace(" ", "").translate(_RAISED) if _NUMBERS.fullmatch(inside) else inside
