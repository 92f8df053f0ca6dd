"""Short forms that the documents themselves explain, such as `Financial Action Task Force (FATF)`.

The matching rule is Schwartz and Hearst's, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 2003: read the short form from its end, each letter must occur in order in
the words before the parenthesis, the first letter at the start of a word.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_PARENTHESIS = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,9})\)")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


def short_forms(texts: Iterable[str]) -> dict[str, str]:
    """Short form -> the long form that the texts most often give it."""
    counts: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _PARENTHESIS.finditer(text):
            short = match[1]
            if sum(letter.isupper() for letter in short) < 2:
                continue
            if long := _long_form(short, text[: match.start()]):
                counts.setdefault(short, Counter())[long] += 1
    return {short: forms.most_common(1)[0][0] for short, forms in sorted(counts.items())}


def spell_out(question: str, forms: Mapping[str, str]) -> str:
    """`question` followed by the long forms of the short forms in it, and the short forms of long ones."""
    lowered = question.lower()
    added = []
    for short, long in forms.items():
        has_short = re.search(rf"\b{re.escape(short)}s?\b", question) is not None
        has_long = long.lower() in lowered
        if has_short and not has_long:
            added.append(long)
        elif has_long and not has_short:
            added.append(short)
    return " ".join([question, *added])


def _long_form(short: str, before: str) -> str | None:
    """The words at the end of `before` that `short` stands for, or None."""
    words = list(_WORD.finditer(before))[-min(len(short) + 5, len(short) * 2) :]
    if not words:
        return None
    window_start = words[0].start()
    window = before[window_start:].rstrip()
    letters = [letter.lower() for letter in short if letter.isalnum()]
    place = len(window)
    for i in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and not _fits(window, place, letters[i], starts_word=i == 0):
            place -= 1
        if place < 0:
            return None
    long = window[place:]
    return long if len(long) > len(short) and len(_WORD.findall(long)) > 1 else None


def _fits(window: str, place: int, letter: str, *, starts_word: bool) -> bool:
    if window[place].lower() != letter:
        return False
    # A name starts with a capital: `Organization of American States (OAS)` does not start at `of`.
    return not starts_word or (window[place].isupper() and (place == 0 or not window[place - 1].isalnum()))
