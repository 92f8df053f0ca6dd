"""Capitals that a question says for a Government, which texts call by the name of the State: `Has Juba agreed?`."""

import re

from index.language.english.capitals import CAPITALS
from index.text.late_patterns import LatePattern

# A place where something is is that city: `the conference in Harare`; so is what a text is called after, `the Kigali
# Amendment`.
_CAPITAL = LatePattern(
    r"(?<![\w-])(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bon )(?<!\bfor )(?<!\bfrom )(?<!\bnear )(?<!\btaking )(?<!\baround )"
    rf"(?:{'|'.join(sorted(map(re.escape, CAPITALS), key=len, reverse=True))})(?![\w-])(?! (?-i:[A-Z]))",
    re.IGNORECASE,
)
_STATES = {capital.casefold(): state for capital, state in CAPITALS.items()}


def with_states(question: str) -> str:
    """`question` followed by the States whose capitals it names, and which it does not name itself."""
    named = (_STATES[match[0].casefold()] for match in _CAPITAL.finditer(question))
    added = [state for state in dict.fromkeys(named) if state.casefold() not in question.casefold()]
    return " ".join([question, *added])


def states_as_in(question: str, text: str) -> str:
    """`question` with the States in place of their capitals that `text` has and whose capitals it has not."""

    def as_there(match: re.Match[str]) -> str:
        state = _STATES[match[0].casefold()]
        return state if state in text and match[0].casefold() not in text.casefold() else match[0]

    return _CAPITAL.sub(as_there, question)
