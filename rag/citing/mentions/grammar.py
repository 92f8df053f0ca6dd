"""How people write lists of paragraph numbers in running text: patterns to build recognisers from, and their reader."""

import re
from string import ascii_lowercase

from index.errors import LocatorError
from index.language.english.language import ENGLISH
from rag.citing.series import Place, read_places

_WORDS = ENGLISH.references
SUB_ITEM_WORD = _WORDS.sub_item
PARAGRAPH = _WORDS.paragraph
PARAGRAPHS = _WORDS.paragraphs
NUMBER_WORD = _WORDS.number

NUMBER = r"\d{1,6}(?:\.\d{1,3}){0,3}(?:\s?(?:bis|ter|quater)\b|[a-z]\b)?(?![\w/%]|\.\d)"
ORDINAL = rf"(?P<ordinal>{'|'.join(ENGLISH.ordinals)}|\d{{1,3}}(?:st|nd|rd|th))"
# After `(z)` come `(aa)`, `(bb)`.
LETTERS = rf"(?:[a-z]|{'|'.join(letter * 2 for letter in ascii_lowercase)})"
_MARK = rf"\((?:{LETTERS}|[ivx]{{1,5}}|\d{{1,2}})\)"
_MARKS = rf"(?:,?\s*(?:{SUB_ITEM_WORD}\s*)?{_MARK}(?:\s*{_MARK})*)"
AND = rf"\s*(?:,\s*(?:{_WORDS.conjunction}\b|&)?|\b{_WORDS.conjunction}\b|&)\s*"
TO = rf"(?:\s*[-‐‑–—−]\s*|\s+{_WORDS.through}\s+)(?:{PARAGRAPH}\s*)?"
_NOT_A_YEAR = r"(?!(?:19|20)\d\d\b)"
# After `paragraph 12 and`, the number in `160 States` does not go on with the list; the one in `14 of the report` does.
_NO_NOUN_AFTER = rf"(?!\s+(?!(?:{'|'.join(_WORDS.numbered_after)})\b)[a-z])"
MARK_LIST = rf"{_MARK}(?:\s*{_MARK})*(?:(?:{AND}|{TO})(?:{SUB_ITEM_WORD}\s*)?{_MARK}(?:\s*{_MARK})*)*"


def _numbers(guard: str) -> str:
    one = rf"{NUMBER}{_MARKS}?"
    return rf"{one}(?:{AND}{_NOT_A_YEAR}{one}{guard}|(?:{AND}|{TO}){_MARKS}|{TO}{_NOT_A_YEAR}{one})*"


ONE_OR_MORE, SEVERAL = _numbers(_NO_NOUN_AFTER), _numbers("")


def places_in(text: str) -> tuple[Place, ...]:
    """The places in a list; where a range in it cannot be counted out, the numbers that are named."""
    plain = re.sub(rf",?\s*{SUB_ITEM_WORD}\s*(?=\()", " ", text, flags=re.I)
    plain = re.sub(r"(\d),\s*(?=\()", r"\1 ", plain)
    plain = re.sub(rf"{PARAGRAPH}\s*(?=\d)", "", plain, flags=re.I)
    try:
        return read_places(plain)
    except LocatorError:
        return tuple(dict.fromkeys(Place(number) for number in re.findall(NUMBER, plain, re.I)))
