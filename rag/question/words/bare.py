"""The words of a question as the language's lists of words have them."""

from index.text.late_patterns import LatePattern

_WORD = LatePattern(r"[A-Za-z]+|\d+")


def bare_words(text: str) -> list[str]:
    """The words and figures of `text` as they are typed, in order, parted by all that is no letter of A to Z or figure.

    >>> bare_words("the 65th session's UN-Habitat report")
    ['the', '65', 'th', 'session', 's', 'UN', 'Habitat', 'report']
    """
    return _WORD.findall(text)
