"""What the cells of tables come to: `1 146.7`, `(141.7)`, `0.8M`, `–`."""

import re
from decimal import Decimal

_FIGURE = re.compile(
    r"(?P<below>[−–-]|\()?\s?(?P<number>\d{1,3}(?:[ ,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"\s?(?P<times>[KMB](?![A-Za-z]))?\s?%?\)?\s?(?:[a-z]|\*+)?"
)
_NIL = frozenset("–—-")  # UN tables print a dash where an amount is nil, two dots where it is not known
_TIMES = {None: 1, "K": 10**3, "M": 10**6, "B": 10**9}


def value_of(cell: str) -> Decimal | None:
    """The figure that `cell` is, with a mark of a note or without; None where it is none.

    >>> value_of("(1 146.7)"), value_of("0.8M"), value_of("–"), value_of(".."), value_of("3 June")
    (Decimal('-1146.7'), Decimal('800000.0'), Decimal('0'), None, None)
    """
    if cell.strip() in _NIL:
        return Decimal(0)
    match = _FIGURE.fullmatch(cell.strip())
    if match is None:
        return None
    number = Decimal(re.sub(r"[^\d.]", "", match["number"])) * _TIMES[match["times"]]
    return -number if match["below"] else number
