"""Texts in which headings and paragraphs follow one another without space, as many converters write them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from index.language.english.language import ENGLISH
from index.readers.base import Line, Role
from index.readers.text.printed_pages import PRINTERS
from index.text.typography import begins_in_lower_case, ends_sentence, is_rule
from index.wordings.preambles import begins_preambular, is_organ_name
from index.wordings.speeches import TURN

# 12.   12. In the Sudan,
_NUMBERED = re.compile(r"[0-9]{1,3}\.(?:\s+[^\s0-9a-z]|$)")
# A heading's letter or Roman numeral, with its words on the line below or behind it.
_MARK_ALONE = re.compile(r"(?:[A-Z]|[IVXLC]{1,5})\.|\([a-z]\)")
_NUMBER_ALONE = re.compile(r"([0-9]{1,3})\.")
_MARKED = re.compile(r"(?:[A-Z]|[IVXLC]{1,5})\.\s+\S")
_DECIMAL = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}\.?")
_NAMES = "|".join(ENGLISH.parts.recommendations)
_PART = re.compile(rf"{'|'.join(ENGLISH.parts.commentaries)}|(?:{_NAMES}) [0-9]{{1,3}}")
_DECISION = re.compile(rf"(?:{'|'.join(ENGLISH.parts.texts)}) [0-9]{{1,3}}/[A-Z]{{2,5}}\.[0-9]{{1,3}}")
_RESOLUTION = re.compile(r"[0-9]{1,3}/[0-9]{1,3}\.")
_MASTHEAD = 80  # lines in which a text begins: a first page
_LINES = 2  # of the name of an organ
_FEWEST = 5  # numbered paragraphs that tell how a text is spaced
_MOST_LINES = 6  # of headings above a paragraph
_FULL = 0.75  # of the usual length of a line; a heading that is as long goes on in the next line
_FULL_SPOKEN = 0.93  # of that length; the last line of a paragraph is seldom as long
_USUAL = 0.9  # nine lines in ten are no longer than the usual length


def with_space(lines: Sequence[Line]) -> list[Line]:
    """`lines` with space above headings and numbered and preambular paragraphs where the text has none.

    Between the end of a sentence and the number of a paragraph there are headings; where most numbered paragraphs have
    space above them nothing changes. A preamble stands below the organ that speaks, and ends with the first number.
    """
    numbered = [place for place, line in enumerate(lines) if place and _NUMBERED.match(line.text)]
    set_off = _preambular(lines) | _below_masthead(lines[: numbered[0]] if numbered else lines[:_MASTHEAD])
    set_off |= _parts(lines) | _spoken(lines, len(numbered))
    decimals = _decimals(lines)
    headings = _all_headings(lines, numbered)
    marks = {place for each in headings for place in each[1:] if _is_mark(lines[place])}
    marks |= {place for place in set_off if _RESOLUTION.fullmatch(lines[place].text)} | decimals
    set_off |= decimals
    if not set_off and not headings:
        return list(lines)
    return list(_with_marks_joined(lines, set_off.union(*headings), marks))


def _preambular(lines: Sequence[Line]) -> set[int]:
    """Where the organs that speak and the paragraphs of preambles begin that have no space above them."""
    found: set[int] = set()
    speaks = False
    for place in range(1, len(lines)):
        above, line = lines[place - 1], lines[place]
        if _NUMBERED.match(line.text):
            speaks = False
        elif begins_preambular(line.text) and not line.gap and above.text.endswith((",", ", and")):
            organ = _organ_above(lines, place)
            speaks = speaks or organ is not None
            found.update(() if not speaks else (place,) if organ is None else (organ, place))
    return found


def _parts(lines: Sequence[Line]) -> set[int]:
    """Where commentaries, recommendations and decisions begin, and their names on lines of their own.

    So with what printers put at the foot of a page, below which something else begins.
    """
    return {
        begin
        for place, (above, line) in enumerate(pairwise(lines), start=1)
        if line.role is Role.TEXT and _stands_alone(line, above)
        for begin in (place, place + 1)
        if begin < len(lines)
    }


def _stands_alone(line: Line, above: Line) -> bool:
    if _PART.fullmatch(line.text):
        return ends_sentence(above.text)
    is_printed = line.gap == 0 and PRINTERS.fullmatch(line.text) is not None
    return is_printed or _DECISION.fullmatch(line.text) is not None


def _spoken(lines: Sequence[Line], numbered: int) -> set[int]:
    """Where the paragraphs of a record of speeches begin, most of them below a line that is not full.

    A record in which more paragraphs are `numbered` than there are turns to speak is one that sums speeches up.
    """
    turns = [place for place, (line, below) in enumerate(pairwise(lines)) if _begins_speech(line, below)]
    if len(turns) < max(_FEWEST, numbered):
        return set()
    lengths = sorted(len(line.text) for line in lines)
    full = lengths[int(len(lengths) * _USUAL)] * _FULL_SPOKEN
    ended = {
        place
        for place, (above, line) in enumerate(pairwise(lines), start=1)
        if place > turns[0] and len(above.text) < full and ends_sentence(above.text) and line.text[:1].isupper()
    }
    return ended.union(turns)


def _begins_speech(line: Line, below: Line) -> bool:
    """Whether a speaker's words begin with `line`, whose name and country may go on `below`."""
    if line.gap or line.role is not Role.TEXT:
        return False
    match = TURN.match(f"{line.text} {below.text} ")
    return match is not None and match.start("name") == 0 and len(match["name"]) < len(line.text)


def _decimals(lines: Sequence[Line]) -> set[int]:
    """The lines that are a number of two steps alone, as of recommendations, where there are several.

    With space below it, it stands above a line as long as those of a paragraph, or it may be a cell of a table.
    """
    lengths = sorted(len(line.text) for line in lines)
    full = lengths[int(len(lengths) * _USUAL)] * _FULL if lengths else 0
    found = {
        place
        for place, (line, below) in enumerate(pairwise(lines))
        if _DECIMAL.fullmatch(line.text)
        and below.text[:1].isupper()
        and (below.gap == 0 or (below.gap == 1 and len(below.text) >= full))
    }
    return found if len(found) >= _FEWEST else set()


def _organ_above(lines: Sequence[Line], place: int) -> int | None:
    """Where the name of an organ begins that ends right above the line at `place`; None where it does not."""
    names = ((at, " ".join(line.text for line in lines[at:place])) for at in range(place - 1, place - 1 - _LINES, -1))
    return next((at for at, name in names if at >= 0 and is_organ_name(name)), None)


def _below_masthead(lines: Sequence[Line]) -> set[int]:
    """Where the text below a masthead, its summary or a resolution's title begins among the first `lines`."""
    found: set[int] = set()
    for place, line in enumerate(lines[:_MASTHEAD]):
        if line.text.lower() in ENGLISH.first_headings:
            found.update((place, place + 1))
        elif line.text.startswith(ENGLISH.letters) or _RESOLUTION.fullmatch(line.text):
            found.add(place)
    return {place for place in found if 0 < place < len(lines)}


def _all_headings(lines: Sequence[Line], numbered: Sequence[int]) -> list[list[int]]:
    """The `_headings` above each of the `numbered` paragraphs; none in a text that sets most of them off."""
    close = [place for place in numbered if lines[place].gap == 0 and not lines[place].begins_page]
    if len(close) < _FEWEST or len(close) * 2 < len(numbered):
        return []
    lengths = sorted(len(line.text) for line in lines)
    full = lengths[int(len(lengths) * _USUAL)] * _FULL
    above_all = [_from_mark(lines, place, full) for place in numbered[:1]]
    return [*above_all, *(_headings(lines, place, full) for place in numbered[1:])]


def _from_mark(lines: Sequence[Line], number: int, full: float) -> list[int]:
    """The first paragraph, at `number`, and the headings above it from one with a mark on: above is the masthead.

    The masthead may end without space, or else some lines above the mark.
    """
    above = range(number - 1, max(number - _MOST_LINES, 0) - 1, -1)
    close = takewhile(lambda at: lines[at + 1].gap == 0 and _may_be_heading(lines[at]), above)
    first = min((at for at in close if _is_marked(lines[at])), default=number)
    headings = range(first, number) if first < number else _headings(lines, number, full)[1:]
    marked = next((at for at in headings if _is_mark(lines[at]) or _is_marked(lines[at])), number)
    begin = (at for at in headings if at == marked or (at > marked and _begins_another(lines[at - 1], lines[at], full)))
    return [number, *begin] if marked < number else []


def _headings(lines: Sequence[Line], number: int, full: float) -> list[int]:
    """The places of the paragraph numbered at `number` and of the headings above it; none where it has none."""
    first = number
    while number - first < _MOST_LINES and first > 0:
        counts_headings = _counts_headings(lines[first - 1], lines[number])
        is_paragraph = _NUMBERED.match(lines[first - 1].text) is not None and not counts_headings
        if is_paragraph or not (counts_headings or _may_be_heading(lines[first - 1])):
            break
        first -= 1
    if first == number or (first and not _ends_text(lines[first - 1], lines[first])):
        return []
    begin = (at for at in range(first, number) if at == first or _begins_another(lines[at - 1], lines[at], full))
    return [number, *begin]


def _counts_headings(line: Line, below: Line) -> bool:
    """Whether the number that `line` begins with is a heading's, not that of the paragraph before `below`."""
    match, following = _NUMBER_ALONE.match(line.text), _NUMBER_ALONE.match(below.text)
    return match is not None and following is not None and int(following[1]) != int(match[1]) + 1


def _is_mark(line: Line) -> bool:
    return any(each.fullmatch(line.text) for each in (_MARK_ALONE, _NUMBER_ALONE))


def _may_be_heading(line: Line) -> bool:
    text = line.text
    if line.role is not Role.TEXT or is_rule(text):
        return False
    return _MARK_ALONE.fullmatch(text) is not None or not (ends_sentence(text) or text.endswith(","))


def _ends_text(above: Line, line: Line) -> bool:
    """Whether running text has ended with `above`, so that a heading may begin with `line`."""
    if _NUMBER_ALONE.fullmatch(above.text):
        return False  # what follows is that paragraph
    return ends_sentence(above.text) or (line.gap > 0 and not begins_in_lower_case(line.text))


def _begins_another(above: Line, line: Line, full: float) -> bool:
    """Whether `line` begins a heading below the one that ends `above`, which is not full."""
    if _is_mark(above):
        return False
    return _is_mark(line) or _is_marked(line) or (len(above.text) < full and not begins_in_lower_case(line.text))


def _is_marked(line: Line) -> bool:
    return _MARKED.match(line.text) is not None


def _with_marks_joined(lines: Sequence[Line], set_off: Collection[int], marks: Collection[int]) -> Iterator[Line]:
    """`lines` with space above those at `set_off`, the `marks` of headings on one line with the words below them."""
    mark: Line | None = None
    for at, line in enumerate(lines):
        placed = replace(line, gap=max(line.gap, 1)) if at in set_off else line
        before, mark = mark, placed if at in marks else None
        if before is not None and mark is None:
            yield replace(before, text=f"{before.text} {line.text}")
        elif before is not None:
            yield before
        elif mark is None:
            yield placed
    if mark is not None:
        yield mark
