"""Page headers and footers: running heads, page numbers, rules, job numbers; pages carry them, the text does not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from index.parser.blocks import Block
from index.typography import begins_in_lower_case, ends_sentence, is_rule

# 25-04453 (E) 140425   *2504453*   V.18-02044   2/17   25-04453 3/17
_JOB = r"(?:(?:[A-Z]{1,3}\.)?[0-9]{2}-[0-9]{4,6}|\*[0-9]{6,8}\*)"
_PAGE_OF = r"[0-9]{1,4}/[0-9]{1,4}"
_JOB_LINE = re.compile(
    rf"{_PAGE_OF}|(?:{_PAGE_OF} )?{_JOB}(?: (?:\([A-Z]\)|[0-9]{{6}}|{_JOB}))*(?: {_PAGE_OF}| [0-9ivxl]{{1,5}})?"
)
_PAGE_NUMBER = re.compile(r"(?:[Pp]age )?[-–—]? ?(?:[0-9]{1,4}|[ivxl]{1,6}) ?[-–—]?")
_CONTENTS_LINE = re.compile(r"(?:\. ?){8,}(?:[0-9]{1,4}|[ivxl]{1,6})?$")
_LONGEST_HEAD = 160
_PAGES_OF_A_RUNNING_HEAD = 3
_SHORTEST_PAGE = 800


def page_headers(blocks: Sequence[Block], symbol: str | None) -> frozenset[Block]:
    """The blocks that are on the page and not in the document; each can be told as such, none is a sentence of it.

    That is: rules, job numbers and lines of a table of contents; heading-like blocks with a page number among them that
    stand where a sentence goes on, and others like them; what heads three pages or more; the document's symbol at the
    top of a page; and lone numbers that stand beside one of these, interrupt a sentence, or count pages.
    """
    rules = {place for place, block in enumerate(blocks) if not block.opens_note and _is_rule_or_contents(block)}
    printed = {place for place, block in enumerate(blocks) if not block.opens_note and _is_printers(block, symbol)}
    interrupting = {place for first, end in _interruptions(blocks, rules | printed) for place in range(first, end)} - {
        place for place, block in enumerate(blocks) if block.opens_note
    }
    heads = ({_key(blocks[place].text) for place in interrupting} | _running_heads(blocks)) - {""}
    printed |= interrupting
    for place, block in enumerate(blocks):
        if (
            not block.marks
            and not block.opens_note
            and _key(block.text) in heads
            and _at_page_end(place, printed, blocks)
        ):
            printed.add(place)
    lone = {place for place, block in enumerate(blocks) if not block.opens_note and _is_page_number(block)} - printed
    printed |= {place for place in lone if _ends_page(place, printed, blocks)} | _counting(lone, blocks)
    return frozenset(blocks[place] for place in rules | printed)


def _is_rule_or_contents(block: Block) -> bool:
    return is_rule(block.text) or _CONTENTS_LINE.search(block.text) is not None


def _is_printers(block: Block, symbol: str | None) -> bool:
    return _JOB_LINE.fullmatch(block.text) is not None or (symbol is not None and block.top and block.text == symbol)


def _is_page_number(block: Block) -> bool:
    return _PAGE_NUMBER.fullmatch(block.text) is not None and block.text[-1:] != "."


def _interruptions(blocks: Sequence[Block], set_aside: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of heading-like blocks, a page number among them, between two blocks that are one sentence."""
    place = 1
    while place < len(blocks):
        end = place
        while end < len(blocks) and (end in set_aside or blocks[end].opens_note or _is_head(blocks[end])):
            end += 1
        numbered = any(_is_page_number(blocks[each]) for each in range(place, end))
        if numbered and end < len(blocks) and _are_one_sentence(blocks[place - 1], blocks[end]):
            yield place, end
        place = end + 1


def _are_one_sentence(before: Block, after: Block) -> bool:
    return not before.opens_note and not ends_sentence(before.text) and begins_in_lower_case(after.text)


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
