"""Questions that say nothing of what they ask about, as they go on from one that is not there: `by when?`."""

import re

from index.language.english.intents import FOLLOWING
from index.text.late_patterns import LatePattern

_OPENING = LatePattern(rf"^\W*(?:{FOLLOWING.opening})\s*", re.IGNORECASE)
_ALONE = LatePattern(rf"{FOLLOWING.bare}|{FOLLOWING.alone}", re.IGNORECASE)


def is_fragment(question: str) -> bool:
    """Whether `question` leaves out what it is about.

    >>> is_fragment("and by when?"), is_fragment("Where is he?"), is_fragment("Where is the ADF?")
    (True, True, False)
    """
    asked = _OPENING.sub("", question).strip(" ?!.,")
    # The World Health Organization is no question word.
    return not asked.isupper() and _ALONE.search(asked) is not None
