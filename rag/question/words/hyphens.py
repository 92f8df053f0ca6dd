"""Short forms typed without the hyphen that texts print in them: `ARINSA` for ARIN-SA, `covid19` for COVID-19."""

import re
from collections.abc import Iterable

from rag.question.words.spelling import Spelling

_SHORT_FORM = re.compile(r"\b(?P<letters>[A-Za-z]+)(?P<figures>\d+)?\b")


def with_hyphens(question: str, short_forms: Iterable[str], spelling: Spelling) -> str:
    """`question` with those of its words that no text has as the texts print them, where that is with a hyphen."""

    def printed(match: re.Match[str]) -> str:
        word = match[0].lower()
        if spelling.is_known(word):
            return match[0]
        if form := next((each for each in short_forms if "-" in each and each.replace("-", "").lower() == word), None):
            return form
        form = f"{match['letters'].upper()}-{match['figures']}"
        return form if match["figures"] and spelling.is_printed(form) else match[0]

    return _SHORT_FORM.sub(printed, question)
