"""What a document says about a matter, as a reader is asked for it: by the matter alone.

A reader that learnt from questions for facts is hardly sure that anything answers `What does the report say about X?`,
and surely knows what X is answered by. Of ninety headings of PDF files, asked for so, 64 are shown as answers that lead
with what stands under the heading in place of 37, and 18 in place of 11 with something else.
"""

import re

from index.language.english.intents import SAID_ABOUT
from index.text.late_patterns import LatePattern

_SAID_ABOUT = LatePattern(SAID_ABOUT, re.IGNORECASE)


def matter_asked(question: str) -> str:
    """The matter that `question` asks what a document says about; the question where it asks otherwise.

    >>> matter_asked("What does the youth report say about informal work?")
    'informal work'
    """
    match = _SAID_ABOUT.match(question)
    return match[match.lastgroup or 0] if match else question
