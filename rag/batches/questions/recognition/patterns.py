"""Lists of words as patterns."""

import re


def either(words: str) -> str:
    """A pattern for any of `words`, parted by blanks; they may be patterns, and a low line in one is a blank."""
    return f"(?:{'|'.join(words.split())})".replace("_", r"\s+")


def verbose(pattern: str) -> re.Pattern[str]:
    """`pattern`, in which blanks and line ends mean nothing, for any case."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)
