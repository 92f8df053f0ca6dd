"""Markdown mark-up taken off lines: emphasis, links, superscript tags, escapes, the signs of headings and lists.

What the mark-up says of a line stays with it: its depth as a heading, that it is bold, its bullet, its footnote marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.readers.base import Line, NoteMark, Role, Wrapping
from index.readers.text.wrapping import gap_inside_paragraphs
from index.text.typography import SUPERSCRIPT_DIGITS, is_rule, lowered, raised, without_invisible

_SUP = re.compile(r"<sup>([^<>]*)</sup>", re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9]{1,4}(?: ?, ?[0-9]{1,4})*")
_SUB = re.compile(r"<sub>([^<>]*)</sub>", re.IGNORECASE)
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_NOTE_REFERENCE = re.compile(r"\[\^([0-9]{1,4})\]")
# A target is an address, an anchor or nothing; "[2](a)" in somebody's sentence is not a link.
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:(?:[#/.]|[a-zA-Z][a-zA-Z+]{1,9}:|www\.)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)?\)")
_ADDRESS = re.compile(r"<((?:https?://|ftp://|mailto:|www\.)[^<>\s]+)>")
_STRONG = re.compile(r"(?<!\\)\*\*(?=[^\s*])((?:[^*]|\*(?!\*))+?)(?<=[^\s\\])\*\*")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]*[^\s*\\])\*(?![\w*])")
_ESCAPE = re.compile(r"\\([*_#\[\]<>|~`])")
_ESCAPED_NUMBER = re.compile(r"^([^\w\n]{0,8}[0-9]{1,6})\\([.)])", re.MULTILINE)

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BULLET = re.compile(r"[-+*][ \t]+(?=\S)")
_LISTED = re.compile(r"[-+*][ \t]+(?:\*\*)?\(?[0-9A-Za-z.]{1,6}[.)]")
_QUOTE = re.compile(r"(?:> ?)+")

_NUMBERED_NOTE = re.compile(
    rf"(?:[{SUPERSCRIPT_DIGITS}]+|<sup>\s*[0-9]+\s*</sup>|\[\^[0-9]+\]:?)\s*[^\s{SUPERSCRIPT_DIGITS},;.]"
    rf"|[{SUPERSCRIPT_DIGITS}]+$"
)
_NOTE_NUMBER = re.compile(rf"([{SUPERSCRIPT_DIGITS}]+):?\s*")
_STAR_NOTE = re.compile(r"(?P<stars>(?:\\?\*)+)\s+(?=\S)")
_STAR_MARK = re.compile(r"(?<=[\w)\]”’])(?P<stars>(?:\\?\*){1,3})$")
_RAISED = re.compile(rf"[{SUPERSCRIPT_DIGITS}]+(?:,[{SUPERSCRIPT_DIGITS}]+)*")
_MASTHEAD_LINES = 80  # lines in which a document's own note (`*`) is marked: a first page
_PRIVATE = tuple(map(chr, range(0xE000, 0xF8FF)))


@dataclass(frozen=True, slots=True)
class Signs:
    """What the signs at the beginning of a line say: heading depth (0: none), a list's bullet; and the text without."""

    text: str
    depth: int = 0
    bullet: bool = False


def strip_markup(lines: Sequence[Line], wrapping: Wrapping) -> Iterator[Line]:
    """`lines`, whose texts hold mark-up, without it; a paragraph at a time, since emphasis crosses line ends."""
    stars = star_marks(lines)
    signed = _without_signs(lines, wrapping, stars)
    edges = _unused(lines)
    blank = 0
    for group in _groups(signed, wrapping):
        for line in _plain_group(group, edges):
            if line.text.strip() or line.opens_note or line.note_marks:
                yield replace(line, gap=line.gap + blank) if blank else line
                blank = 0
            else:
                blank += line.gap + 1


def signs_of(text: str) -> Signs:
    """The signs at the beginning of a line. Inline mark-up stays."""
    rest = _QUOTE.sub("", text, count=1) if text.startswith(">") else text
    if match := _HEADING.match(rest):
        return Signs(_without_closing_signs(rest[match.end() :]), len(match[1]))
    if bullet := _BULLET.match(rest):
        return Signs(rest[bullet.end() :], bullet=True)
    return Signs(rest)


def plain(text: str, *, bold: tuple[str, str] = ("", "")) -> str:
    """`text` without inline mark-up; superscript tags around digits become superscript digits. White space stays.

    `bold` is put where bold begins and ends.
    """
    text = without_invisible(text)
    if "<" in text:
        text = _SUB.sub(r"\1", _SUP.sub(_raised, text))
        text = _ADDRESS.sub(r"\1", _BREAK.sub(" ", text))
    if "[" in text:
        text = _LINK.sub(r"\1", _NOTE_REFERENCE.sub(_raised, text))
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG.sub(rf"{bold[0]}\1{bold[1]}", text))
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", _ESCAPED_NUMBER.sub(r"\1\2", text))
    return text


# Signs at the beginnings of lines


def star_marks(lines: Sequence[Line]) -> frozenset[str]:
    """The runs of stars that mark a word near the beginning of the text, as in `provisional agenda*`."""
    found = (_STAR_MARK.search(line.text) for line in lines[:_MASTHEAD_LINES])
    return frozenset(match["stars"].replace("\\", "") for match in found if match)


def _without_signs(lines: Sequence[Line], wrapping: Wrapping, stars: frozenset[str]) -> list[Line]:
    signed: list[Line] = []
    for line in lines:
        before = signed[-1] if signed else None
        if _opens_note(line.text, stars):
            signed.append(replace(line, role=Role.NOTE))
            continue
        signs = signs_of(line.text)
        if signs.bullet and not _is_bullet(line, before, wrapping):
            signs = Signs(line.text)
        if signs.text is line.text:
            signed.append(line)
        else:
            signed.append(replace(line, text=signs.text, heading=signs.depth, bullet=signs.bullet))
    return signed


def star_of_note(text: str, stars: frozenset[str]) -> re.Match[str] | None:
    """The group `stars`, one of `stars`, that `text` of a note begins with, and the space after it; None for none."""
    star = _STAR_NOTE.match(text)
    return star if star is not None and star["stars"].replace("\\", "") in stars else None


def _opens_note(text: str, stars: frozenset[str]) -> bool:
    return star_of_note(text, stars) is not None or _NUMBERED_NOTE.match(text) is not None


def _is_bullet(line: Line, before: Line | None, wrapping: Wrapping) -> bool:
    """Whether the sign that `line` begins with is a bullet, and not a dash inside a sentence that goes on there."""
    if before is None or wrapping is Wrapping.FLOWING or line.gap > gap_inside_paragraphs(wrapping):
        return True
    return line.begins_page or before.bullet or line.text.startswith(">") or _LISTED.match(line.text) is not None


def _without_closing_signs(title: str) -> str:
    bare = title.rstrip("#")
    return bare.rstrip() if bare != title and bare.endswith((" ", "\t")) else title


# Mark-up inside lines


def _unused(lines: Sequence[Line]) -> tuple[str, str]:
    """Two characters that none of `lines` holds, to stand where bold begins and ends."""
    used = {character for line in lines if not line.text.isascii() for character in line.text}
    opening, closing = [character for character in _PRIVATE if character not in used][:2]
    return opening, closing


def _groups(lines: Sequence[Line], wrapping: Wrapping) -> Iterator[list[Line]]:
    """`lines` in groups that inline mark-up may cross."""
    group: list[Line] = []
    stars = 0
    for line in lines:
        if group and not _is_crossed(group, line, wrapping, stars_open=stars % 2 == 1):
            yield group
            group, stars = [], 0
        group.append(line)
        stars += line.text.count("**")
    if group:
        yield group


def _is_crossed(group: Sequence[Line], line: Line, wrapping: Wrapping, *, stars_open: bool) -> bool:
    if line.heading or line.bullet or line.role is Role.NOTE or line.gap > gap_inside_paragraphs(wrapping):
        return False
    if stars_open and group[0].text.startswith("**"):
        return True
    return not (wrapping is Wrapping.FLOWING or group[-1].heading or line.begins_page or is_rule(line.text))


def _plain_group(group: Sequence[Line], edges: tuple[str, str]) -> Iterator[Line]:
    texts = plain("\n".join(line.text for line in group), bold=edges).split("\n")
    bold = False
    for place, (line, text) in enumerate(zip(group, texts, strict=True)):
        opened = bold
        if edges[0] in text or bold:
            text, bold, line = _with_bold(line, text, edges, opened=opened)
        if place == 0 and line.role is Role.NOTE:
            text, line = _with_note(line, text)
        if opened:
            line = replace(line, continues=True)
        yield _with_note_marks(line, text)


def _with_bold(line: Line, text: str, edges: tuple[str, str], *, opened: bool) -> tuple[str, bool, Line]:
    """The text without the signs of bold, whether bold goes on after it, and the line with what they say."""
    opening, closing = edges
    kept: list[str] = []
    spans: list[tuple[int, int]] = []
    bold, whole, length = opened, True, 0
    for part in re.split(f"([{opening}{closing}])", text):
        if part in edges:
            bold = part == opening
        elif part:
            if bold:
                spans.append((length, length + len(part)))
            whole = whole and (bold or not part.strip())
            kept.append(part)
            length += len(part)
    spans = [] if whole and len(spans) == 1 else spans
    return "".join(kept), bold, replace(line, bold=whole, bold_spans=tuple(spans))


def _with_note(line: Line, text: str) -> tuple[str, Line]:
    if match := _NOTE_NUMBER.match(text):
        return text[match.end() :], replace(line, opens_note=lowered(match[1]))
    match = _STAR_NOTE.match(text)
    return (text[match.end() :], replace(line, opens_note=match["stars"])) if match else (text, line)


def _with_note_marks(line: Line, text: str) -> Line:
    """The line with its raised numbers taken out of its text."""
    if text.isascii() or not _RAISED.search(text):
        return line if text == line.text else replace(line, text=text)
    marks: list[NoteMark] = []
    kept: list[str] = []
    cuts: list[tuple[int, int]] = []
    length = end = 0
    for group in _RAISED.finditer(text):
        kept.append(text[end : group.start()])
        length += len(kept[-1])
        marks += (NoteMark(length, lowered(number)) for number in group[0].split(","))
        end = group.end()
        cuts.append(group.span())
    kept.append(text[end:])
    spans = tuple((_without(start, cuts), _without(end, cuts)) for start, end in line.bold_spans)
    return replace(line, text="".join(kept), note_marks=tuple(marks), bold_spans=spans)


def _without(place: int, cuts: Sequence[tuple[int, int]]) -> int:
    """Where `place` lies once what `cuts` span is gone."""
    return place - sum(end - start for start, end in cuts if end <= place)


def _raised(match: re.Match[str]) -> str:
    inside = match[1].strip()
    line_ends = "\n" * (match[1].count("\n") - inside.count("\n"))
    return (raised(inside.replace(" ", "")) if _NUMBERS.fullmatch(inside) else inside) + line_ends
