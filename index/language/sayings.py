"""What the words of a language are called by which texts name, define and quote: the shape of a language's patterns.

All are regular expressions, or words for them; each says whether it is read with regard to case.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShortFormPatterns:
    """How a text gives the short form of a name. Patterns are read with regard to case.

    `announced` stands in parentheses before a short form (`hereinafter referred to as`), `also` between a name and its
    short form (`, or CARIN`); `article` is the definite one, with the space after it; `unsaid` are small words whose
    letters short forms leave out.
    """

    announced: str
    also: str
    article: str
    unsaid: frozenset[str]
