"""A figure of one year is none of another, though the paragraph may name both."""

from collections.abc import Sequence

from index.store import ParagraphRef
from index.text.late_patterns import LatePattern
from rag.answering.checks.named import is_bound
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import AnswerType

# Also of what is asked for by key words alone.
_OF_A_YEAR = frozenset({AnswerType.MONEY, AnswerType.SHARE, AnswerType.NUMBER, AnswerType.OTHER})
# 2019 · 2018/19 · 2018–2019; not of a symbol, `S/2025/482` or `2025/482`
_YEARS = LatePattern(r"(?<![\w/])(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?(?![\w/])")


def of_another_year(
    question: QuestionAnalysis, quotes: Sequence[str], leading: Sequence[str], refs: Sequence[ParagraphRef]
) -> tuple[str, ...]:
    """A sentence where what was in a year is asked for and the sentences quoted are of another one; else nothing.

    `quotes` are from the paragraphs `refs`, and `leading` those of them that answer most likely: they name a year, and
    nothing quoted has the one that is asked for, nor has a heading or what is known of the document.
    """
    text = question.text
    asked = [match[0] for match in _YEARS.finditer(text) if not is_bound(text[: match.start()])]
    if question.answer_type not in _OF_A_YEAR or not set(_YEARS.findall(" ".join(leading))).difference(asked):
        return ()
    known = (part for ref in refs for part in (*ref.paragraph.headings, ref.document.title, ref.document.date or ""))
    told = " ".join((*quotes, *known))
    missing = [each for each in dict.fromkeys(asked) if each not in told]
    return tuple(f"None of these sentences is of {each}." for each in missing)
