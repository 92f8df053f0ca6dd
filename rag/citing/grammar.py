"""How people write lists of paragraph numbers in running text: patterns to build recognisers from, and their reader."""

import re

from index.errors import LocatorError
from rag.citing.series import Place, read_places

SUB_ITEM_WORD = r"(?:sub-?(?:paragraphs?|items?)|subparas?\.?|items?|points?|letters?)"
PARAGRAPH = r"(?:paragraph|para\.?|par\.?|§|¶)"
PARAGRAPHS = r"(?:paragraphs|paras\.?|pars\.?|§{2,4}|¶{2,4})"
NUMBER_WORD = r"(?:nos?\.?|numbers?|#)?"

NUMBER = r"\d{1,6}(?:\.\d{1,3}){0,3}(?:\s?(?:bis|ter|quater)\b|[a-z]\b)?(?![\w/%]|\.\d)"
_MARK = r"\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)"
_MARKS = rf"(?:,?\s*(?:{SUB_ITEM_WORD}\s*)?{_MARK}(?:\s*{_MARK})*)"
AND = r"\s*(?:,\s*(?:(?:and|or)\b|&)?|\b(?:and|or)\b|&)\s*"
TO = rf"(?:\s*[-‐‑–—−]\s*|\s+(?:to|through)\s+)(?:{PARAGRAPH}\s*)?"
_NOT_A_YEAR = r"(?!(?:19|20)\d\d\b)"
# After `paragraph 12 and`, the number in `160 States` does not go on with the list; the one in `14 of the report` does.
_NO_NOUN_AFTER = (
    r"(?!\s+(?!(?:of|in|from|to|and|or|on|about|under|with|versus|vs|as|both|is|are|do|does|say|says|"
    r"mean|means|tell|tells|read|reads|differ|compare|mention|concern|address|deal|refer|cover|the|that|which)\b)[a-z])"
)
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
