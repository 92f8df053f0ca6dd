"""Page furniture: running heads, page numbers, rules, job numbers; what pages carry and documents do not say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from index.parser.lines import begins_in_lower_case, ends_sentence
from index.parser.pieces import Piece, is_rule

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


def furniture(pieces: Sequence[Piece], symbol: str | None) -> frozenset[int]:
    """The places of the pieces that are page furniture; each can be told as such, none is a sentence of the document.

    That is: rules, job numbers and lines of a table of contents; heading-like pieces with a page number among them that
    stand where a sentence goes on, and others like them; what heads three pages or more; the document's symbol at the
    top of a page; and lone numbers that stand beside one of these, interrupt a sentence, or count pages.
    """
    rules = {place for place, piece in enumerate(pieces) if not piece.note and _is_rule_or_contents(piece)}
    printed = {place for place, piece in enumerate(pieces) if not piece.note and _is_printers(piece, symbol)}
    interrupting = {place for first, end in _interruptions(pieces, rules | printed) for place in range(first, end)} - {
        place for place, piece in enumerate(pieces) if piece.note
    }
    heads = ({_key(pieces[place].text) for place in interrupting} | _running_heads(pieces)) - {""}
    printed |= interrupting
    for place, piece in enumerate(pieces):
        if not piece.marks and not piece.note and _key(piece.text) in heads and _at_page_end(place, printed, pieces):
            printed.add(place)
    lone = {place for place, piece in enumerate(pieces) if not piece.note and _is_page_number(piece)} - printed
    printed |= {place for place in lone if _ends_page(place, printed, pieces)} | _counting(lone, pieces)
    return frozenset(rules | printed)


def _is_rule_or_contents(piece: Piece) -> bool:
    return is_rule(piece.text) or _CONTENTS_LINE.search(piece.text) is not None


def _is_printers(piece: Piece, symbol: str | None) -> bool:
    return _JOB_LINE.fullmatch(piece.text) is not None or (symbol is not None and piece.top and piece.text == symbol)


def _is_page_number(piece: Piece) -> bool:
    return _PAGE_NUMBER.fullmatch(piece.text) is not None and piece.text[-1:] != "."


def _interruptions(pieces: Sequence[Piece], set_aside: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of heading-like pieces, a page number among them, between two pieces that are one sentence."""
    place = 1
    while place < len(pieces):
        end = place
        while end < len(pieces) and (end in set_aside or pieces[end].note or _is_head(pieces[end])):
            end += 1
        numbered = any(_is_page_number(pieces[each]) for each in range(place, end))
        if numbered and end < len(pieces) and _are_one_sentence(pieces[place - 1], pieces[end]):
            yield place, end
        place = end + 1


def _are_one_sentence(before: Piece, after: Piece) -> bool:
    return not before.note and not ends_sentence(before.text) and begins_in_lower_case(after.text)


def _is_head(piece: Piece) -> bool:
    if _is_page_number(piece):
        return True
    text = piece.text
    return len(text) <= _LONGEST_HEAD and not piece.marks and not ends_sentence(text) and not begins_in_lower_case(text)


def _running_heads(pieces: Sequence[Piece]) -> set[str]:
    tops = Counter(_key(piece.text) for piece in pieces if piece.top and len(piece.text) <= _LONGEST_HEAD)
    return {key for key, count in tops.items() if count >= _PAGES_OF_A_RUNNING_HEAD and key}


def _at_page_end(place: int, printed: set[int], pieces: Sequence[Piece]) -> bool:
    beside = [each for each in (place - 1, place + 1) if 0 <= each < len(pieces)]
    return pieces[place].top or any(each in printed or _is_page_number(pieces[each]) for each in beside)


def _ends_page(place: int, printed: set[int], pieces: Sequence[Piece]) -> bool:
    """Whether the lone number at `place` interrupts a sentence or stands at the beginning or end of a page."""
    before = pieces[place - 1] if place else None
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    if before is not None and after is not None and _are_one_sentence(before, after):
        return True
    return pieces[place].top or (after is not None and after.top) or place - 1 in printed or place + 1 in printed


def _counting(lone: set[int], pieces: Sequence[Piece]) -> set[int]:
    """Lone numbers that count from one to the next, three or more, with as much text between them as pages have."""
    ends = list(accumulate(len(piece.text) for piece in pieces))
    found: set[int] = set()
    run: list[int] = []
    for place in sorted(place for place in lone if pieces[place].text.isdigit()):
        far = bool(run) and ends[place] - ends[run[-1]] >= _SHORTEST_PAGE
        if far and int(pieces[place].text) == int(pieces[run[-1]].text) + 1:
            run.append(place)
        else:
            run = [place]
        if len(run) >= _PAGES_OF_A_RUNNING_HEAD:
            found.update(run)
    return found


def _key(text: str) -> str:
    return " ".join(re.sub(r"[0-9]+", " ", text).lower().split())
