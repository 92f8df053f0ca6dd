"""What Dify sends to an external knowledge base, and reads.

https://docs.dify.ai/en/use-dify/knowledge/external-knowledge-api names the fields.
"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from rag.question.analyse import MAX_QUESTION
from ui.api.models.base import Model

_LONGEST_LIST = 2_000  # characters of a knowledge id: the names of some dozen documents


class RetrievalSetting(BaseModel):
    """At most how many paragraphs, and how good."""

    top_k: int = Field(ge=1)
    score_threshold: float = Field(default=0.0)


class RetrievalRequest(BaseModel):
    """A search; `knowledge_id` is `pincite` for all documents, else ids or symbols of some, parted by commas."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "knowledge_id": "pincite",
                    "query": "asset recovery networks",
                    "retrieval_setting": {"top_k": 3, "score_threshold": 0.0},
                }
            ]
        }
    )

    knowledge_id: Annotated[str, Field(min_length=1, max_length=_LONGEST_LIST)]
    query: Annotated[str, Field(min_length=1, max_length=MAX_QUESTION)]
    retrieval_setting: RetrievalSetting
    metadata_condition: dict[str, Any] | None = None


class Record(Model):
    """A paragraph; `title` is its citation, `score` its share (0 to 1) of the best one's."""

    content: str
    score: float = Field(ge=0, le=1)
    title: str
    metadata: dict[str, str]


class Records(Model):
    """The paragraphs that were found, best first."""

    records: list[Record]
