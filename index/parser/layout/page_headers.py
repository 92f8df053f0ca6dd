"""Page headers and footers: running heads, page numbers, rules, job numbers; pages carry them, the text does not."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from index.parser.blocks import Block
from index.readers.base import Role
from index.text.numerals import roman_numeral, roman_value
from index.text.typography import JOB_NUMBER, begins_in_lower_case, ends_sentence, is_rule

# What printers put at the foot of a page: 2/17   25-04453   GE.25-08796   V.18-02044   *2504453*   140425   (E)
_PAGE_OF = r"(?P<page>[0-9]{1,4})/(?P<pages>[0-9]{1,4})"
_JOB = re.compile(rf"{_PAGE_OF}|{JOB_NUMBER}(?:\([A-Z]\))?|\*[0-9]{{6,8}}\*")
# A/39/123 · A/39/123 English Page 5
_HEAD_AFTER_SYMBOL = re.compile(r"(?: [A-Z][a-z]+)?(?: [Pp]age [0-9]{1,4})?")
# Of `*2504453*` a plain text has lost the stars, as marks of emphasis.
_BESIDE_JOB = re.compile(r"\([A-Z]\)|[0-9]{6,8}|[0-9ivxl]{1,5}|[A-Z]{1,6}(?:/[A-Za-z0-9.()-]+)+|\([0-9]{4}\)")
_JOB_DIGITS = re.compile(r"[0-9]{6,8}")
_PAGE_NUMBER = re.compile(r"(?:[Pp]age )?[-–—]? ?(?P<page>[0-9]{1,4}|[ivxl]{1,6}) ?[-–—]?")
_FEWEST_DOTS = 8
_CONTENTS_LINE = re.compile(rf"(?:\. ?){{{_FEWEST_DOTS},}}(?:[0-9]{{1,4}}|[ivxl]{{1,6}})?$")
_LONGEST_HEAD = 160  # characters: a running head is a line, two where it is a title
_PAGES_OF_A_RUNNING_HEAD = 3  # left, right and left again; what stands twice may be text
_SHORTEST_PAGE = 800  # characters; heads that follow one another closer are lines of a table or a list
_FEWEST_PAGES = 2  # that agree on how page numbers are printed


def page_headers(blocks: Sequence[Block], symbol: str | None) -> frozenset[Block]:
    """The blocks that are on the page and not in the document; each can be told as such, none is a sentence of it.

    That is: what the reader says is; rules, job numbers and lines of a table of contents; heading-like blocks with a
    page number among them that stand where a sentence goes on, and others like them; what heads three pages or more;
    the document's symbol at the top of a page; and lone numbers that stand beside one of these, interrupt a sentence,
    or count pages.
    """
    known = _where(blocks, lambda block: block.role is Role.HEADER)
    apart = _where(blocks, lambda block: block.opens_note is not None or block.role is Role.TABLE)
    text = set(range(len(blocks))) - known - apart
    rules = text & _where(blocks, _is_rule_or_contents)
    paged = bool(known)
    printed = known | {place for place in text if _is_printers(blocks[place], symbol if place else None, paged=paged)}
    if not known:
        printed |= _running(blocks, rules | printed, apart)
    lone = text & _where(blocks, _is_page_number) - printed
    for place in sorted(text - printed):
        if _goes_with_printed(place, symbol, lone | printed, blocks):
            printed.add(place)
    printed |= {place for place in lone if _ends_page(place, printed, blocks)}
    found = rules | printed if known else rules | printed | _counting(lone, blocks)
    return frozenset(blocks[place] for place in found)


def _where(blocks: Sequence[Block], is_such: Callable[[Block], bool]) -> set[int]:
    """The places of those of `blocks` that are such."""
    return {place for place, block in enumerate(blocks) if is_such(block)}


def printed_pages(headers: frozenset[Block], count: int) -> Mapping[int, str]:
    """The page numbers that are printed in `headers`, by the number of the page among the file's `count` pages.

    Only where they count on with the pages: a number in a header can be something else. Pages before the first one with
    a number are counted back; those before page 1 have Roman numerals, as front matter has.
    """
    found = sorted({page: number for block in headers for page, number in _numbers(block)}.items())
    arabic = _shift((page, int(number)) for page, number in found if number.isdigit())
    if arabic is None:
        return {}
    roman = _shift((page, roman_value(number) or 0) for page, number in found if not number.isdigit())
    first = min(page for page, number in found if number.isdigit() and page - int(number) == arabic)
    return {page: _printed(page, arabic, roman, first) for page in range(1, count + 1)}


def _shift(numbered: Iterable[tuple[int, int]]) -> int | None:
    """By how much the file's pages are ahead of their printed numbers; None where fewer than two agree."""
    shifts = Counter(page - number for page, number in numbered)
    shift, count = shifts.most_common(1)[0] if shifts else (0, 0)
    return shift if count >= _FEWEST_PAGES else None


def _printed(page: int, arabic: int, roman: int | None, first: int) -> str:
    front = page < first and (roman is not None or page <= arabic)
    if not front:
        return str(page - arabic)
    return roman_numeral(page - roman if roman is not None and page > roman else page)


def _running(blocks: Sequence[Block], set_aside: set[int], apart: set[int]) -> set[int]:
    """The running heads among `blocks`: what interrupts a sentence with a page number, and what is like it."""
    found = {place for first, end in _interruptions(blocks, set_aside | apart) for place in range(first, end)} - apart
    heads = ({_key(blocks[place].text) for place in found} | _running_heads(blocks)) - {""}
    for place, block in enumerate(blocks):
        may_be_head = place not in apart and not block.marks and _key(block.text) in heads
        if may_be_head and _at_page_end(place, found | set_aside, blocks):
            found.add(place)
    return found


def _numbers(block: Block) -> Iterator[tuple[int, str]]:
    if block.page is None:
        return
    for token in block.text.split():
        match = _JOB.fullmatch(token) or _PAGE_NUMBER.fullmatch(block.text)
        if match is not None and match["page"]:
            yield block.page, match["page"]


def _is_rule_or_contents(block: Block) -> bool:
    text = block.text
    # Text has few dots: counting them takes a tenth of the time.
    return is_rule(text) or (text.count(".") >= _FEWEST_DOTS and _CONTENTS_LINE.search(text) is not None)


def _is_printers(block: Block, symbol: str | None, *, paged: bool) -> bool:
    """Whether `block` is what printers put on pages; where the reader told page numbers (`paged`), `59/101` is none."""
    if symbol is not None and block.top and block.text.startswith(symbol):
        return _HEAD_AFTER_SYMBOL.fullmatch(block.text[len(symbol) :]) is not None
    if len(block.text) > _LONGEST_HEAD:
        return False
    tokens = block.text.split()
    jobs = [_JOB.fullmatch(token) for token in tokens]
    is_job = [job is not None and _counts_page(job) for job in jobs]
    if paged and all(job is None or job["page"] for job in jobs):
        return False
    return any(is_job) and all(job or _BESIDE_JOB.fullmatch(token) for job, token in zip(is_job, tokens, strict=True))


def _goes_with_printed(place: int, symbol: str | None, printed: set[int], blocks: Sequence[Block]) -> bool:
    """Whether the block at `place` is the symbol alone, or a job number's digits, beside what printers put on pages."""
    text = blocks[place].text
    is_such = (place > 0 and text == symbol) or _JOB_DIGITS.fullmatch(text) is not None
    return is_such and not printed.isdisjoint((place - 1, place + 1))


def _counts_page(job: re.Match[str]) -> bool:
    """Whether `job` is a job number or a page of so many; there is no page 2025 of 1."""
    return job["page"] is None or int(job["page"]) <= int(job["pages"])


def _is_page_number(block: Block) -> bool:
    return _PAGE_NUMBER.fullmatch(block.text) is not None and block.text[-1:] != "."


def _interruptions(blocks: Sequence[Block], set_aside: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of heading-like blocks, a page number among them, between two blocks that are one sentence."""
    place = 1
    while place < len(blocks):
        end = place
        while end < len(blocks) and (end in set_aside or _is_head(blocks[end])):
            end += 1
        numbered = any(_is_page_number(blocks[each]) for each in range(place, end))
        if numbered and end < len(blocks) and _are_one_sentence(blocks[place - 1], blocks[end]):
            yield place, end
        place = end + 1


def _are_one_sentence(before: Block, after: Block) -> bool:
    return before.opens_note is None and not ends_sentence(before.text) and begins_in_lower_case(after.text)


def _is_head(block: Block) -> bool:
    if _is_page_number(block):
        return True
    text = block.text
    return len(text) <= _LONGEST_HEAD and not block.marks and not ends_sentence(text) and not begins_in_lower_case(text)


def _running_heads(blocks: Sequence[Block]) -> set[str]:
    tops = Counter(_key(block.text) for block in blocks if block.top and len(block.text) <= _LONGEST_HEAD)
    return {key for key, count in tops.items() if count >= _PAGES_OF_A_RUNNING_HEAD and key}


def _at_page_end(place: int, printed: set[int], blocks: Sequence[Block]) -> bool:
    beside = [each for each in (place - 1, place + 1) if 0 <= each < len(blocks)]
    return blocks[place].top or any(each in printed or _is_page_number(blocks[each]) for each in beside)


def _ends_page(place: int, printed: set[int], blocks: Sequence[Block]) -> bool:
    """Whether the lone number at `place` interrupts a sentence or stands at the beginning or end of a page."""
    before = blocks[place - 1] if place else None
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    if before is not None and after is not None and _are_one_sentence(before, after):
        return True
    return blocks[place].top or (after is not None and after.top) or place - 1 in printed or place + 1 in printed


def _counting(lone: set[int], blocks: Sequence[Block]) -> set[int]:
    """Lone numbers that count from one to the next, three or more, with as much text between them as pages have."""
    ends = list(accumulate(len(block.text) for block in blocks))
    found: set[int] = set()
    run: list[int] = []
    for place in sorted(place for place in lone if blocks[place].text.isdigit()):
        far = bool(run) and ends[place] - ends[run[-1]] >= _SHORTEST_PAGE
        if far and int(blocks[place].text) == int(blocks[run[-1]].text) + 1:
            run.append(place)
        else:
            run = [place]
        if len(run) >= _PAGES_OF_A_RUNNING_HEAD:
            found.update(run)
    return found


def _key(text: str) -> str:
    return " ".join(re.sub(r"[0-9]+", " ", text).lower().split())
