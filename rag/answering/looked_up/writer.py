"""What a question asks for all of, and for nothing else: looked up before anything is weighed."""

from collections.abc import Callable, Sequence

from index.text.wording import counted
from rag.answer import EXTRACTIVE, Intent, Statement
from rag.answering.writer import AnswerWriter, Draft, Evidence
from rag.question.analyse import QuestionAnalysis

Lookup = Callable[[QuestionAnalysis, Evidence], Draft | None]
"""The draft of all that a question asks for; None where it asks for something else, or there is none of it."""


def looked_up(
    statements: tuple[Statement, ...], *, remark: str | None = None, intent: Intent | None = None
) -> Draft | None:
    """The draft of `statements`, sure to be what was asked for as that was looked up; None where there are none."""
    return Draft("answers", statements, 1.0, remark=remark, intent=intent) if statements else None


def more_than_shown(rows: Sequence[int], most: int, noun: str) -> str | None:
    """How many `rows` there are, where the first `most` of them are shown and there are more; each is a `noun`."""
    return f"The first {most} of {counted(len(rows), noun)} are shown." if len(rows) > most else None


class LookedUpFirst:
    """Quotes what the first of `lookups` finds that finds anything; else `otherwise` writes.

    A question that names places is answered from there alone, and is not looked up.
    """

    mode = EXTRACTIVE

    def __init__(self, otherwise: AnswerWriter, lookups: Sequence[Lookup]) -> None:
        self._otherwise = otherwise
        self._lookups = tuple(lookups)

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The draft of the look-up, or of the other writer."""
        drafts = (lookup(question, evidence) for lookup in self._lookups if not question.places)
        found = next((draft for draft in drafts if draft is not None), None)
        return found or self._otherwise.write(question, evidence)
