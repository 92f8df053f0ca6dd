"""Running heads, page and job numbers, bar codes: what stands on pages and is not in the document."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from index.readers.base import Role
from index.readers.pdf.geometry import Box
from index.readers.pdf.layout import RECOGNISED, PageLines
from index.readers.pdf.printed import PrintedLine
from index.text.typography import JOB_NUMBER

# Running heads and feet stand in these shares of the page's height: the top eighth, the bottom sixth.
_HEAD, _FOOT = 0.875, 0.16
# What is printed at one height on this share of the pages runs on them, below notes, which may be the same on several
# pages, on that; on two pages at least, three where there are more than a few.
_SHARE_OF_PAGES, _SHARE_BELOW_NOTES, _FEW_PAGES = 0.25, 0.5, 3
# Places this near to one another are one height, in points.
_ONE_HEIGHT = 2.0
# The rule below a running head is this wide at least, in shares of the page's width.
_RULE_WIDTH = 0.5
# A page number where other pages have theirs is further than this from other lines, in sizes of letters; what is nearer
# than the other touches them.
_APART, _TOUCHING = 1.14, 1.45
# More letters than this at one end of a page are text, though several pages begin or end with them.
_LONGEST_HEAD = 200

_A_PAGE_NUMBER = "#"
_A_DATE = "/ /"  # 13/03/2025 without its figures, in the running heads of verbatim records
_PAGE_NUMBER = re.compile(
    r"(?:[Pp]age\s?)?[-–—]?\s?(?:(?P<page>[0-9]{1,4})(?:\s?/\s?(?P<pages>[0-9]{1,4}))?|[ivxlc]{1,7})\s?[-–—]?"
)
# 25-03000 (E) · GE.25-08796 · V.18-02044 (E) 140425 150425 · *2503000* · 90-29932 1876c (E) · 91-10610 3457Z (E)
# K1802345 260718
_JOB = re.compile(
    rf"(?:{JOB_NUMBER}|[A-Z][0-9]{{7}})"
    r"(?:\s*\([A-Z]\))?(?:\s+[0-9]{4,6}[A-Za-z]?)*(?:\s*\([A-Z]\))?(?:\s+\*[0-9]{6,9}\*)?"
    r"|\*\s?(?:[0-9]\s?){6,9}\*"
)
_NOTICE = re.compile(r"Please recycle.*|Accessible document.*|/\s?(?:\.\s?){3}|/…|\*{3,}", re.IGNORECASE)

Running = dict[tuple[str, int], float]


def set_headers_apart(pages: Sequence[PageLines]) -> None:
    """Gives the lines of `pages` that are no part of the document the role of headers."""
    running, rule = _running(pages), _head_rule(pages)
    for page in pages:
        for line in page.lines:
            if line.bar_code or (_at_end(page, line) and _is_printers(line)):
                line.role = Role.HEADER
        _set_apart(page, running, rule)
        _set_turned_apart(page, running)


def _is_printers(line: PrintedLine) -> bool:
    return _JOB.fullmatch(line.text) is not None or _NOTICE.fullmatch(line.text) is not None


def _at_end(page: PageLines, line: PrintedLine) -> bool:
    return line.baseline > _HEAD * page.height or line.baseline < _FOOT * page.height


def _key(text: str) -> str:
    return " ".join(re.sub(r"[0-9]+", " ", text).casefold().split())


def _running(pages: Sequence[PageLines]) -> Running:
    """What is printed at one height near the top or bottom of several pages, numbers left out: on what share of them.

    The keys are the words and their height.
    """
    printed = defaultdict[tuple[str, int], dict[int, str]](dict)
    for page in pages:
        for line in page.lines:
            if _at_end(page, line):
                printed[_place(page, line)].setdefault(page.number, line.text)
    least = 2 if len(pages) <= _FEW_PAGES else 3
    return {
        key: len(texts) / len(pages)
        for key, texts in printed.items()
        if len(texts) >= least
        and _runs(texts)
        and (key[0] is _A_PAGE_NUMBER or key[0] == _A_DATE or any(map(str.isalpha, key[0])))
    }


def _runs(texts: Mapping[int, str]) -> bool:
    """Whether `texts`, by their pages, are one but for page numbers: `Rule 4`, `Rule 7` on two pages are headings."""
    if len(set(texts.values())) < len(texts):
        return True
    figures = [[int(each) - page for each in re.findall(r"[0-9]{1,6}", text)] for page, text in texts.items()]
    return any(len(set(moved)) == 1 for moved in zip(*figures, strict=False))


def _place(page: PageLines, line: PrintedLine) -> tuple[str, int]:
    key = _A_PAGE_NUMBER if _reads_as_page_number(line.text) else _key(line.text[:_LONGEST_HEAD])
    # Pages that were scanned lie a little higher or lower.
    height = page.height / 2 if page.hidden > RECOGNISED else _ONE_HEIGHT
    return key, round(line.baseline / height)


def _reads_as_page_number(text: str) -> bool:
    """Whether `text` may be a page number; there is no page 2025 of 1."""
    match = _PAGE_NUMBER.fullmatch(text)
    return match is not None and (match["pages"] is None or int(match["page"]) <= int(match["pages"]))


def _head_rule(pages: Sequence[PageLines]) -> float | None:
    """The height of the level rule below running heads; None where pages do not share one."""
    heights: Counter[int] = Counter()
    for page in pages[1:]:
        heights.update({round(rule.bottom / _ONE_HEIGHT) for rule in page.rules if _is_wide_at_top(page, rule)})
    if not heights:
        return None
    height, count = heights.most_common(1)[0]
    return height * _ONE_HEIGHT if count * 2 >= len(pages) - 1 else None


def _is_wide_at_top(page: PageLines, rule: Box) -> bool:
    return rule.width >= _RULE_WIDTH * page.width and rule.top > _HEAD * page.height


def _set_apart(page: PageLines, running: Running, rule: float | None) -> None:
    """Works inwards from both ends of the page, as far as lines are such."""
    ruled = rule is not None and any(abs(each.bottom - rule) <= 2 * _ONE_HEIGHT for each in page.rules)
    upright = [line for line in page.lines if line.role not in (Role.FIGURE, Role.TABLE)]
    downwards = sorted(upright, key=lambda each: -each.baseline)
    if page.number > 1 and ruled:
        for line in downwards:
            if line.baseline > (rule or 0.0):
                line.role = Role.HEADER
    elif page.number > 1:
        _set_end_apart(page, downwards, running)
    _set_end_apart(page, downwards[::-1], running)


def _set_end_apart(page: PageLines, inwards: Sequence[PrintedLine], running: Running) -> None:
    """Sets apart those of the first lines that are page numbers or running heads and that text does not touch."""
    found: list[PrintedLine] = []
    inner: PrintedLine | None = None
    for line in inwards:
        if line.role is Role.HEADER:
            continue
        if _at_end(page, line) and _is_page_number(page, line, inwards, running):
            line.role = Role.HEADER
            continue
        least = _SHARE_BELOW_NOTES if _is_below_notes(page, line) else _SHARE_OF_PAGES
        is_note = line.opening is not None
        if is_note or not _at_end(page, line) or running.get(_place(page, line), 0.0) < least:
            inner = line
            break
        found.append(line)
    while found and _touches(found[-1], inner):
        inner = found.pop()
    if sum(len(line.text) for line in found) <= _LONGEST_HEAD:
        for line in found:
            line.role = Role.HEADER


def _is_below_notes(page: PageLines, line: PrintedLine) -> bool:
    """Whether a line stands below a short rule, where notes do that may be the same on several pages."""
    low = line.baseline < page.height / 2
    return low and any(rule.bottom > line.baseline and rule.width < _RULE_WIDTH * page.width for rule in page.rules)


def _touches(line: PrintedLine, inner: PrintedLine | None) -> bool:
    """Whether a line stands as near to the text of the page as lines of the text do to one another."""
    return inner is not None and abs(line.baseline - inner.baseline) <= _TOUCHING * inner.size


def _is_page_number(page: PageLines, line: PrintedLine, lines: Sequence[PrintedLine], running: Running) -> bool:
    """Whether a line is a page number: one that stands where other pages have theirs, or apart from all text."""
    if not _reads_as_page_number(line.text):
        return False
    others = (other for other in lines if other is not line and other.role is not Role.HEADER)
    apart = _APART if running.get(_place(page, line), 0.0) >= _SHARE_OF_PAGES else _TOUCHING
    return all(abs(other.baseline - line.baseline) > apart * other.size for other in others)


def _set_turned_apart(page: PageLines, running: Running) -> None:
    """Running heads of a page whose text is turned stand at its sides."""
    keys = {key for (key, _), share in running.items() if share >= _SHARE_OF_PAGES}
    for line in page.lines:
        if line.role is Role.FIGURE and (_key(line.text) in keys or _is_printers(line)):
            line.role = Role.HEADER
