"""Short forms typed without the hyphen that texts print in them: `ARINSA` for ARIN-SA, `covid19` for COVID-19."""

import re
from collections.abc import Mapping

from rag.question.words.spelling import Spelling

_SHORT_FORM = re.compile(r"\b(?P<letters>[A-Za-z]+)(?P<figures>\d+)?\b")


def with_hyphens(question: str, short_forms: Mapping[str, str], spelling: Spelling) -> str:
    """`question` with those of its words that no text has as the texts print them, where that is with a hyphen."""
    hyphened = {each.replace("-", "").lower(): each for each in short_forms if "-" in each}

    def printed(match: re.Match[str]) -> str:
        if spelling.is_known(match[0]):
            return match[0]
        form = hyphened.get(match[0].lower())
        if form is None and match["figures"]:
            form = f"{match['letters'].upper()}-{match['figures']}"
            return form if spelling.is_printed(form) else match[0]
        return form or match[0]

    return _SHORT_FORM.sub(printed, question)
