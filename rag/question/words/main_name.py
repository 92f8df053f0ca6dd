"""The name that a question is most about, by its capitals or its symbol."""

import re

from rag.citing.mentions.table import mentions

_CAPITAL = r"[A-Z][\w’'&/-]*"
# `the Working Group on Asset Recovery`, `CARIN`; not the first word of a question, which has a capital anyway.
_NAME = re.compile(rf"(?<=[\s(“\"])(?:the )?{_CAPITAL}(?:(?: (?:of|on|for|and|the|against|to|in)){{0,2}} {_CAPITAL})*")


def main_name(question: str) -> str | None:
    """The name that `question` is most about: the longest, with its article; None where there is none.

    One that is part of a symbol is that symbol: no `HRC` of `A/HRC/RES/59/25`.
    """
    longest = max(_NAME.finditer(question), key=lambda each: len(each[0]), default=None)
    if longest is None:
        return None
    symbols = (each for each in mentions(question) if each.kind == "symbol")
    around = (each for each in symbols if each.start < longest.end() and longest.start() < each.end)
    return next((question[each.start : each.end] for each in around), longest[0])
