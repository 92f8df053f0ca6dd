"""Paragraph numbers and sub-item marks in a row: what follows what, how a list is printed and how it is read.

`48–50, 52 and 54` · `65 (a)–(c)` · `65 (a) and (c), and 66` · `4.1–4.3`. A range stands only for numbers that follow
one another without a gap; `48 bis` is never part of one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from index.errors import LocatorError
from index.text.late_patterns import LatePattern
from index.text.numerals import letter_value, letters, roman_numeral

# A range longer than this is taken for a slip of the keyboard.
LONGEST_RANGE = 1_000
# Two in a row are printed `48 and 49`, three `48–50`.
_SHORTEST_RANGE = 3

_LETTERS = 2  # of the longest mark: `(zz)`
# Nobody counts sub-items further in Roman numerals; `l` and `c` are letters there.
_ROMAN_VALUES = {roman_numeral(value): value for value in range(1, 40)}

_NUMBER = r"\d+(?:\.\d+)*(?:\s?(?:bis|ter|quater)\b)?"
_MARKS = r"(?:\s*\([A-Za-z0-9]{1,6}\))+"
_MARK = LatePattern(r"\(([A-Za-z0-9]{1,6})\)")
_COUNTED = LatePattern(r"(?P<stem>(?:(?:0|[1-9]\d*)\.)*)(?P<last>0|[1-9]\d*)")
_SEPARATOR = LatePattern(r"\s*(?:,\s*(?:(?:and|or)\b|&)?|\b(?:and|or)\b|&)\s*", re.IGNORECASE)
_PIECE = LatePattern(
    rf"(?:(?P<number>{_NUMBER})(?P<letter>[a-z](?![a-z]))?)?\s*(?P<marks>{_MARKS})?"
    rf"(?P<range>\s*(?:[-‐‑‒–—−]|\b(?:to|through)\b)\s*"
    rf"(?:(?P<last_number>{_NUMBER})(?P<last_letter>[a-z](?![a-z]))?)?\s*(?P<last_marks>{_MARKS})?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A printed number with the sub-items of it; `number` is empty where sub-items stand directly in a container."""

    number: str
    items: tuple[str, ...] = ()


def number_range(first: str, last: str) -> tuple[str, ...]:
    """The numbers from `first` to `last`, both included; empty where the two do not span a range."""
    one, other = _COUNTED.fullmatch(first), _COUNTED.fullmatch(last)
    if not one or not other or one["stem"] != other["stem"]:
        return ()
    low, high = int(one["last"]), int(other["last"])
    if not low < high < low + LONGEST_RANGE:
        return ()
    return tuple(f"{one['stem']}{value}" for value in range(low, high + 1))


def mark_range(first: str, last: str, *, nested: bool = False) -> tuple[str, ...]:
    """The marks from `first` to `last`, both included (`a`–`c`, `i`–`iv`, `1`–`3`); empty where they span no range.

    `(i)–(v)` counts in Roman numerals, as `(v)–(x)` does only where the marks are `nested` under another mark.
    """
    if first.isdecimal() and last.isdecimal():
        return number_range(first, last)
    if _counts_in_roman(first, last, nested=nested):
        return tuple(roman_numeral(value) for value in range(_ROMAN_VALUES[first], _ROMAN_VALUES[last] + 1))
    return _letter_range(first, last)


def _counts_in_roman(first: str, last: str, *, nested: bool) -> bool:
    if first not in _ROMAN_VALUES or last not in _ROMAN_VALUES or _ROMAN_VALUES[first] >= _ROMAN_VALUES[last]:
        return False
    return nested or first == "i" or len(first) + len(last) > 2


def _letter_range(first: str, last: str) -> tuple[str, ...]:
    low, high = letter_value(first), letter_value(last)
    both = first + last
    is_other = not (both.isascii() and both.isalpha()) or first.islower() != last.islower() or len(last) > _LETTERS
    if is_other or low is None or high is None or low >= high:
        return ()
    # `(a)–(ii)` counts in nothing; `(z)–(cc)` goes on with doubled letters.
    if len(first) < len(last) and last in _ROMAN_VALUES:
        return ()
    marks = (letters(value) for value in range(low, high + 1))
    return tuple(mark if first.islower() else mark.upper() for mark in marks)


def in_order(places: Iterable[Place]) -> list[Place]:
    """`places` in the order of the document, each once: by number, then sub-item; the whole before its parts."""
    distinct = list(dict.fromkeys(places))
    siblings: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for place in distinct:
        for level, mark in enumerate(place.items):
            siblings.setdefault((place.number, place.items[:level]), set()).add(mark)

    def key(place: Place) -> tuple[object, ...]:
        marks = tuple(
            _mark_key(mark, siblings[place.number, place.items[:level]]) for level, mark in enumerate(place.items)
        )
        return (_number_key(place.number), marks)

    return sorted(distinct, key=key)


def print_places(places: Iterable[Place]) -> str:
    """`places` in order as one list: `48–50, 52 and 54`, `65 (a) and (c), and 66`."""
    pieces: list[str] = []
    for number, group in groupby(in_order(places), key=lambda place: place.number if place.items else ""):
        if number:
            pieces += [f"{number} {items}" for items in _print_items([place.items for place in group])]
        else:
            pieces += _print_numbers([place.number for place in group])
    return _joined(pieces)


def print_items(items: Iterable[tuple[str, ...]]) -> list[str]:
    """The sub-items of one place in order, as one list where reading it gives them back, as several otherwise."""
    return _print_items([place.items for place in in_order(Place("", each) for each in items)])


def read_places(text: str, *, number: str | None = None) -> tuple[Place, ...]:
    """The places that a list names, in its order, each once, ranges counted out; LocatorError where it is no list.

    Reads what `print_places` prints and what people type for it: `48-50,52 & 54`, `65(c)`, `65c`, `4.1 to 4.3`.
    Sub-items without a number belong to the number before them, or to `number` at the beginning.
    """
    before = Place(number) if number is not None else None
    places: list[Place] = []
    for piece in _SEPARATOR.split(text.strip()):
        places += _read_piece(piece, before, text)
        before = places[-1]
    return tuple(dict.fromkeys(places))


def _read_piece(piece: str, before: Place | None, text: str) -> list[Place]:
    match = _PIECE.fullmatch(piece.strip())
    first = _place(match["number"], match["letter"], match["marks"], before) if match else None
    if not match or not first:
        raise LocatorError(f"not a list of paragraphs: {text!r} (at {piece!r}); expected, for example, '48–50 and 52'")
    if not match["range"]:
        return [first]
    last = _place(match["last_number"], match["last_letter"], match["last_marks"], first)
    between = _between(first, last) if last else []
    if not between:
        raise LocatorError(f"not a range: {piece!r} in {text!r}; name each paragraph, or the first and the last one")
    return between


def _place(number: str | None, letter: str | None, marks: str | None, before: Place | None) -> Place | None:
    items = ((letter,) if letter else ()) + tuple(_MARK.findall(marks or ""))
    if number:
        return Place(number, items)
    if before is None or not items or (before.number and not before.items):
        return None
    return Place(before.number, _attached(before.items, items))


def _between(first: Place, last: Place) -> list[Place]:
    if not first.items and not last.items:
        return [Place(number) for number in number_range(first.number, last.number)]
    if first.number != last.number or not first.items or first.items[:-1] != last.items[:-1]:
        return []
    marks = mark_range(first.items[-1], last.items[-1], nested=len(first.items) > 1)
    return [Place(first.number, (*first.items[:-1], mark)) for mark in marks]


def _attached(before: tuple[str, ...], items: tuple[str, ...]) -> tuple[str, ...]:
    """What `items` mean after the sub-item `before`: `(ii)` after `(a) (i)` is `(a) (ii)`, and `(b)` is `(b)`."""
    for level in reversed(range(len(before))):
        if _styles(before[level], nested=level > 0) & _styles(items[0], nested=False):
            return before[:level] + items
    return before[:-1] + items


def _styles(mark: str, *, nested: bool) -> set[str]:
    """The ways of counting that a mark can belong to; `i`, `v` and `x` are letters only where nothing is above them."""
    if mark.isdecimal():
        return {"digit"}
    styles = {"roman"} if mark in _ROMAN_VALUES else set()
    if not styles or (len(mark) == 1 and not nested):
        styles.add("letter" if mark.islower() else "capital")
    return styles


def _print_items(items: list[tuple[str, ...]]) -> list[str]:
    """The sub-items of one number as the pieces that need the number before them; one piece where all can share it."""
    pieces: list[list[str]] = []
    before: tuple[str, ...] = ()
    for run in _item_runs(items):
        shown = run[0]
        shared = next((i for i in range(len(before)) if before[i : i + 1] != shown[i : i + 1]), len(before))
        if pieces and shown[shared:] and _attached(before, shown[shared:]) == shown:
            pieces[-1].append(_marks(shown[shared:]))
        else:
            pieces.append([_marks(shown)])
        if len(run) > 1:
            pieces[-1][-1] += f"–({run[-1][-1]})"
        before = run[-1]
    return [_joined(piece) for piece in pieces]


def _item_runs(items: list[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    runs: list[list[tuple[str, ...]]] = []
    start = 0
    while start < len(items):
        stop = start + 1
        for end in range(start + _SHORTEST_RANGE, len(items) + 1):
            if _is_run(items[start:end]):
                stop = end
        runs.append(items[start:stop])
        start = stop
    return runs


def _is_run(items: list[tuple[str, ...]]) -> bool:
    parent = items[0][:-1]
    counted = mark_range(items[0][-1], items[-1][-1], nested=bool(parent))
    return [(*parent, mark) for mark in counted] == items


def _print_numbers(numbers: list[str]) -> list[str]:
    pieces = []
    start = 0
    while start < len(numbers):
        end = start + 1
        while end < len(numbers) and number_range(numbers[end - 1], numbers[end])[1:] == (numbers[end],):
            end += 1
        if end - start < _SHORTEST_RANGE:
            end = start + 1
        pieces.append(numbers[start] if end == start + 1 else f"{numbers[start]}–{numbers[end - 1]}")
        start = end
    return pieces


def _joined(pieces: list[str]) -> str:
    if len(pieces) == 1:
        return pieces[0]
    last = ", and " if any(" and " in piece for piece in pieces) else " and "
    return ", ".join(pieces[:-1]) + last + pieces[-1]


def _marks(items: tuple[str, ...]) -> str:
    return " ".join(f"({mark})" for mark in items)


def _number_key(number: str) -> tuple[tuple[int, ...], str]:
    digits = re.match(r"[\d.]*", number)
    return tuple(int(part) for part in (digits[0] if digits else "").split(".") if part), number


def _mark_key(mark: str, siblings: set[str]) -> tuple[int, int, str]:
    if mark.isdecimal():
        return 0, int(mark), mark
    if siblings <= _ROMAN_VALUES.keys() and any(len(each) > 1 for each in siblings):
        return 1, _ROMAN_VALUES[mark], mark
    return 2, len(mark), mark
