"""Numbers of paragraphs, headings and lists as tuples that tell what comes next: `4.1` is (4, 1), `iv` is (4,)."""

import re

from index.language.english.language import ENGLISH
from index.text.numerals import LATIN_ORDINALS, letter_value, roman_value

Order = tuple[int, ...]

_SPELLED = {word: value for value, word in enumerate(ENGLISH.numbers, 1)}
_AT_END = re.compile(rf"(?<= )[0-9]+(?:\.[0-9]+)*(?: (?:{'|'.join(LATIN_ORDINALS)}))?$")


def decimal_order(mark: str) -> Order | None:
    """The numbers of a decimal mark: `12` -> (12,), `4.1` -> (4, 1), `12 bis` -> (12, 0, 1)."""
    number, *ordinal = mark.split()
    steps = tuple(int(step) for step in number.split("."))
    return (*steps, 0, LATIN_ORDINALS[ordinal[0]]) if ordinal else steps


def roman_order(mark: str) -> Order | None:
    """The value of a Roman numeral, `iv` -> (4,); None where `mark` is not a well-formed one."""
    value = roman_value(mark)
    return None if value is None else (value,)


def letter_order(mark: str) -> Order | None:
    """The place of a letter in the alphabet, `c` -> (3,), `aa` -> (27,); None for letters that differ."""
    value = letter_value(mark)
    return None if value is None else (value,)


def name_order(mark: str) -> Order | None:
    """The number at the end of a name, `Draft guideline 4` -> (4,), `Annex II` -> (2,); () where there is none.

    `Rule 101.1` -> (101, 1), `Rule 7 bis` -> (7, 0, 1), `PART TWO` -> (2,).
    """
    if number := _AT_END.search(mark):
        return decimal_order(number[0])
    last = mark.split()[-1]
    spelled = _SPELLED.get(last.lower())
    return (spelled,) if spelled else roman_order(last) or ()


def follows(before: Order, order: Order) -> bool:
    """Whether `order` may come after `before`: 5 after 4 or 4.3, 4.2 after 4.1, 4.1 after 4, 5.1 after 4.3, 1 first."""
    *parent, last = order
    if last > 1:
        return before[: len(order)] == (*parent, last - 1)
    if not parent:
        return last == 1 and not before
    return tuple(parent) == before or (parent[-1] == 0 and before == order[:-2]) or follows(before, tuple(parent))
