"""Many questions at once, answered one a line."""

from typing import Annotated

from pydantic import ConfigDict, Field

from ui.api.models.answers import Answer, DocumentNames, Question
from ui.api.models.base import LONGEST_NAME, ErrorDetail, Model

MOST_QUESTIONS = 500  # as many as briefing writers hand in at once


class BatchQuestion(Model):
    """A question of a batch; `documents` in place of those of the batch, if any are named."""

    question: Question
    documents: DocumentNames = Field(default_factory=list)
    id: str | None = Field(default=None, max_length=LONGEST_NAME)


class BatchRequest(Model):
    """Questions, and the only documents to look in, all if none are named."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"questions": [{"question": "What is asset recovery?", "id": "1"}, {"question": "And why?"}]}]
        }
    )

    questions: Annotated[list[BatchQuestion], Field(min_length=1, max_length=MOST_QUESTIONS)]
    documents: DocumentNames = Field(default_factory=list)


class BatchLine(Model):
    """A line of the answer to a batch: one of `answer` and `error` is null."""

    number: int
    """Which question it is, from 1 on."""
    id: str | None
    answer: Answer | None
    error: ErrorDetail | None
