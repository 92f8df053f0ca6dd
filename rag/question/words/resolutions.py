"""Resolutions as they are typed in a hurry (`UNSCR 2773`, `GA res 73/3`, `resolutions 1 and 2`), written out."""

import re

from index.language.english.language import ENGLISH
from index.text.late_patterns import LatePattern

_TYPED = tuple((LatePattern(typed, re.IGNORECASE), meant) for typed, meant in ENGLISH.questions.resolutions_typed)
_SEVERAL = LatePattern(ENGLISH.questions.several_resolutions, re.IGNORECASE)
_NUMBER = LatePattern(r"\d+(?:/\d+)?(?:\s?\(\d{4}\))?")


def with_resolutions(question: str) -> str:
    """`question` with each resolution that it names called so.

    >>> with_resolutions("UNSCR 2773 and res. 2781/2025")
    'Security Council resolution 2773 and resolution 2781 (2025)'
    >>> with_resolutions("resolutions 2773 and 2781")
    'resolution 2773 and resolution 2781'
    """
    for typed, meant in _TYPED:
        question = typed.sub(meant, question)
    return _SEVERAL.sub(lambda found: _NUMBER.sub(rf"{found['one']} \g<0>", found["numbers"]), question)
