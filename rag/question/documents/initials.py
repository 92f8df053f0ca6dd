"""Documents called by the first letters of words in their titles or organs: `the ILC report`."""

from index.document import Document
from index.text.late_patterns import LatePattern

_CAPITALISED = LatePattern(r"\b[A-Z](?=[a-z’'-])")
_SHORTEST = 3  # letters; two stand in most titles


def has_initials(document: Document, word: str) -> bool:
    """Whether `word`, of three letters or more in whichever capitals, is the first letters of successive words.

    Words in small letters are left out: ILC for the International Law Commission, CPC for the Committee for Programme
    and Coordination.
    """
    names = (document.title, document.short_title, document.body)
    letters = ("".join(_CAPITALISED.findall(name)) for name in names if name)
    return len(word) >= _SHORTEST and word.isalpha() and any(word.upper() in each for each in letters)
