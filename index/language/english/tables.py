"""What English questions ask of a whole table: which row has most or least, and the total of all; how rows say so."""

from dataclasses import dataclass

from index.language.english.words import NUMBERS


@dataclass(frozen=True, slots=True)
class TablePatterns:
    """Patterns, read without regard to case.

    `most` and `least` ask for the row that has it; `falls` are words for what goes up and down, of which most may be
    least; `in_all` asks for the sum of all. `sums` is what a row is called that is the sum or the mean of others.
    `kind` has the group `kind`, words for what has most, `states` is such a word for a State; `several` has a number of
    them in the groups `top` or `of`.
    """

    most: str
    least: str
    falls: str
    in_all: str
    sums: str
    kind: str
    several: str
    states: str


# `at most`, `most of them`, `the most recent`, `most affected` and `top-level` ask for no row of figures.
_NO_ROW = r"(?! (?:recent|of|important|likely|affected|vulnerable)\b|-)"
_MOST = rf"(?<!\bat )(?<!-)\b(?:most|highest|largest|biggest|greatest|longest|maximum|top){_NO_ROW}\b"
_LEAST = rf"(?<!\bat )(?<!-)\b(?:least|fewest|lowest|smallest|shortest|minimum){_NO_ROW}\b"
_NUMBER = rf"[1-9]\d?|{'|'.join(NUMBERS)}"

TABLES = TablePatterns(
    most=_MOST,
    least=_LEAST,
    falls=(
        r"\b(?:decreas|declin|reduc|drop|f[ae]ll(?:en)?\b|cuts?\b|los[est]|loss|lost|shr[aiu]nk|under-?sp|over-?sp"
        r"|overrun|shortfall|varia|deviat|chang|differ|increas|gr[eo]w|rise|rose|gain)\w*"
    ),
    in_all=r"\b(?:in all|altogether|all told|in total|overall|(?:all \w+ )?taken together|combined)\b",
    sums=(
        r"^(?:grand |sub-?|sub )?totals?\b|\btotal$|^all\b"
        r"|^(?:world(?:wide)?|global|overall|sum|average|mean|median)$"
    ),
    kind=(
        r"\b(?:which|what) (?:one )?(?:of the )?(?!(?:is|are|was|were|has|had|did|does|do)\b)"
        r"(?P<kind>[\w'-]+(?: (?!(?:\w+ed|has|have|had|is|are|was|were|did|does|do|got|gave|paid|made|spent|saw|took"
        rf"|bore|held|gets?|gives?|pays?|with|by)\b|{_MOST}|{_LEAST})[\w'-]+)?)"
    ),
    several=rf"\b(?:top|which|what) (?P<top>{_NUMBER})\b|\b(?P<of>{_NUMBER}) (?={_MOST}|{_LEAST})",
    states=r"\b(?:countr(?:y|ies)|states?|nations?|governments?)\b",
)
