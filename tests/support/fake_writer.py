"""A writer of answers that says what it is told to say."""

from dataclasses import dataclass, field

from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis


@dataclass
class FakeWriter:
    """An `AnswerWriter` that writes `draft` whatever is asked, and remembers what it was given."""

    draft: Draft
    mode: str = "fake"
    given: list[tuple[QuestionAnalysis, Evidence]] = field(default_factory=list)

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        self.given.append((question, evidence))
        return self.draft
