"""Questions out of the talk that they are asked in, as in `Good morning. Could you tell me who hosts CARIN?`.

A reader is less sure that a passage answers, the more words around a question have nothing to do with it.
"""

import re

from index.language.english.intents import FRAMING
from index.text.late_patterns import LatePattern

_ASKING = LatePattern(rf"^(?:{FRAMING.asking})", re.IGNORECASE)
_SOURCES = LatePattern(rf"^(?:{FRAMING.sources})", re.IGNORECASE)
_GREETING = LatePattern(rf"^(?:{FRAMING.greetings})", re.IGNORECASE)
_ABOUT_ASKER = LatePattern(FRAMING.about_asker, re.IGNORECASE)
_THANKS = LatePattern(
    rf"(?:\s+{FRAMING.please}|(?:,|(?<=[.?!;])|\s[–—-])\s*(?:{FRAMING.thanks}))\s*[.!?]*$", re.IGNORECASE
)
# What ends a part of the talk before a question.
_PART = LatePattern(r"^(?P<said>[^.?!:;,–—]+?)(?:[.!:;,]|\s[–—-])\s+(?=\S)")
_WORD = LatePattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_LEAST = 3  # words of a question that may be taken out of its frame


def without_frame(question: str) -> str:
    """`question` without greetings, thanks, why it is asked and `could you tell me` before it.

    What names a matter stays, as in `We are drafting a note on mining. What is new?`; so does a question of which
    hardly anything would be left.

    >>> without_frame("Good morning. Could you tell me who hosts CARIN? Many thanks!")
    'who hosts CARIN?'
    """
    asked = question
    while (shorter := _shorter(asked)) != asked and len(shorter.split()) >= _LEAST:
        asked = shorter
    return asked


def _shorter(question: str) -> str:
    """`question` without one of the things around it; itself where there is none."""
    for pattern in (_ASKING, _SOURCES, _THANKS):
        if (rest := pattern.sub(_end_of, question, count=1)) != question:
            return rest.strip()
    part = _PART.match(question)
    return question[part.end() :] if part and _is_talk(part["said"]) else question


def _end_of(frame: re.Match[str]) -> str:
    """What is left of `frame`: the question mark that it ends with."""
    return "?" if frame[0].endswith("?") else ""


def _is_talk(said: str) -> bool:
    """Whether a part of what was typed greets or tells of whoever asks, and names no matter."""
    if not _GREETING.match(said) and not _ABOUT_ASKER.search(said):
        return False
    words = _WORD.findall(said.replace("’", "'").lower())
    return all(word.removesuffix("'s") in FRAMING.words for word in words)
