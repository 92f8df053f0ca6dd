"""What every resolution ends with stands last, unless a question asks for just that."""

import re
from collections.abc import Sequence

from index.language.english.documents import ASKS_FOR_FORMULA, CLOSING_FORMULA
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answer import Hit
from rag.answering.raised.put_back import put_back
from rag.question.analyse import QuestionAnalysis

_FORMULA = LatePattern(CLOSING_FORMULA, re.IGNORECASE)
_ASKED = LatePattern(ASKS_FOR_FORMULA, re.IGNORECASE)


def formulas_last(question: QuestionAnalysis, hits: Sequence[Hit], index: Index) -> tuple[Hit, ...]:
    """`hits`, behind all others those that remain seized of the matter: no weapons are seized there."""
    if _ASKED.search(question.text):
        return tuple(hits)
    texts = (index.paragraphs[each.row].text.strip() for each in hits)
    return put_back(hits, [int(_FORMULA.fullmatch(text) is not None) for text in texts])
