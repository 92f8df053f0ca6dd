"""Numbers as documents print them: Roman numerals and letters that count."""

import re

# II.   A.   3.   2.1.   (c)
_BEFORE_HEADING = re.compile(r"^\W*(?:(?:[IVXLC]+|[A-Za-z]|\d+(?:\.\d+)*)[.)]|\(\w{1,4}\))\s+")
LATIN_ORDINALS = {"bis": 1, "ter": 2, "quater": 3}
"""What a number that was put in later has behind it, in order: `48 bis`."""
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_STEPS = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def roman_value(numeral: str) -> int | None:
    """The value of a Roman numeral in capitals or small letters (`iv` is 4); None where it is not a well-formed one."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral.lower()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def letter_value(mark: str) -> int | None:
    """The place in the alphabet of a letter that counts: `c` is 3, `aa` is 27; None for letters that differ."""
    letter, count = mark[:1].lower(), len(mark)
    if not letter or mark.lower() != letter * count:
        return None
    return (count - 1) * 26 + ord(letter) - ord("a") + 1


def letters(value: int) -> str:
    """What counts in small letters to `value`, from 1: 3 is `c`, 27 `aa`."""
    count, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (count + 1)


def without_number(heading: str) -> str:
    """`heading` without the numeral, letter or number that its document counts it with."""
    return _BEFORE_HEADING.sub("", heading)


def roman_numeral(value: int) -> str:
    """The Roman numeral of a value from 1 to 3,999, in small letters: 4 is `iv`."""
    steps = zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), _ROMAN_STEPS, strict=True)
    numeral = ""
    for step, letters in steps:
        count, value = divmod(value, step)
        numeral += letters * count
    return numeral
