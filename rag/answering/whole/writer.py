"""What a question asks for all of, and for nothing else: looked up before anything is weighed."""

from collections.abc import Callable, Sequence

from rag.answer import EXTRACTIVE
from rag.answering.writer import AnswerWriter, Draft, Evidence
from rag.question.analyse import QuestionAnalysis

Lookup = Callable[[QuestionAnalysis, Evidence], Draft | None]
"""The draft of all that a question asks for; None where it asks for something else, or there is none of it."""


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
