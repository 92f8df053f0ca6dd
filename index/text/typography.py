"""How text is set: raised digits, white space, characters that do not show, and the ends of sentences."""

import re

SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# The hyphen that shows at a line's end alone.
SOFT_HYPHEN = "\u00ad"
# What browsers and typesetting programs break words with, and the one on keyboards.
PRINTED_HYPHEN, TYPED_HYPHEN = "\u2010", "-"

# Control characters but for tabs and line ends, and what Unicode calls no character: nothing shows them.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff"
CONTROL_CHARACTERS = re.compile(f"[{_CONTROL}]")
# Those, and halves of characters: no XML file, so no Word document, no workbook and no page, can hold them.
_UNPRINTABLE = re.compile(f"[{_CONTROL}\ud800-\udfff]")

_MOSTLY = 0.6  # share of the letters; the rest stands in parentheses
_RAISED = str.maketrans("0123456789", SUPERSCRIPT_DIGITS)
_LOWERED = str.maketrans(SUPERSCRIPT_DIGITS, "0123456789")
# Zero-width space, word joiner, byte-order mark.
_INVISIBLE = str.maketrans("", "", "\u200b\u2060\ufeff")
_INNER_SOFT_HYPHEN = re.compile(rf"{SOFT_HYPHEN}(?!$)", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.:;?!…。；：！？؟؛।॥][\"'”’»)\]*¹²³⁰⁴-⁹]*$")


def raised(digits: str) -> str:
    """`digits` as superscripts."""
    return digits.translate(_RAISED)


def lowered(superscripts: str) -> str:
    """The ordinary digits of superscript ones."""
    return superscripts.translate(_LOWERED)


def collapse(text: str) -> str:
    """`text` with every run of white space made one space, and none at the ends."""
    return " ".join(text.split())


def without_invisible(text: str) -> str:
    """`text` without characters that have no width; a soft hyphen stays at a line's end, where it shows."""
    return text if text.isascii() else _INNER_SOFT_HYPHEN.sub("", text.translate(_INVISIBLE))


def printable(text: str) -> str:
    """`text` as every file can hold it: a sign (U+FFFD) stands in place of each character that shows in none."""
    return _UNPRINTABLE.sub("\ufffd", text)


JOB_NUMBER = r"(?:[A-Z]{1,3}\.)?[0-9]{2}-[0-9]{4,6}"
"""A pattern for the number of a printing job at the foot of a page: `25-04453`, `GE.25-08796`."""


def is_rule(text: str) -> bool:
    """Whether a line holds no letter and no digit and marks no omission: `***`, `---`, a lone `-`."""
    return bool(text) and not any(map(str.isalnum, text)) and not marks_omission(text)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence, a list's lead-in or a list's entry does."""
    return _SENTENCE_END.search(text[-12:].rstrip()) is not None


def marks_omission(text: str) -> bool:
    """Whether `text` is the sign for words left out of a quotation and nothing else: `[…]`, `(...)`."""
    return text[:1] in ("[", "(") and text.strip("[]() ") in ("…", "...", ". . .")


def in_capitals(text: str) -> bool:
    """Whether most letters of `text` are capitals, in more than one word: `ORGANIZATIONAL MATTERS (agenda item 2)`."""
    letters = [letter for letter in text if letter.isalpha()]
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if word.isupper()]
    return len(words) > 1 and sum(map(str.isupper, letters)) > _MOSTLY * len(letters)


def begins_in_lower_case(text: str) -> bool:
    """Whether the first character of `text` is a letter that is not a capital, as in the middle of a sentence."""
    first = text.lstrip()[:1]
    return first.isalpha() and not first.isupper()
