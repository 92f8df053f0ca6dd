"""What programs send and read that speak OpenAI's protocol, as far as an answer from documents has use for it.

https://platform.openai.com/docs/api-reference/chat names the fields. What else a request says (temperature, tools) is
left unread: sentences are chosen, not made up.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from ui.api.models.answers import Answer
from ui.api.models.base import Model

MODEL: Literal["pincite"] = "pincite"
"""The one model that there is."""
_MOST_MESSAGES = 1_000  # of a conversation, of which the last question is answered


class TextPart(BaseModel):
    """A part of a message that is text; other parts are not read."""

    type: str
    text: str = ""


class Message(BaseModel):
    """A message of a conversation."""

    role: str
    content: str | list[TextPart] | None = None

    @property
    def text(self) -> str:
        """Its text, that of its parts one after the other."""
        if isinstance(self.content, str):
            return self.content
        return " ".join(part.text for part in self.content or ())


class ChatRequest(BaseModel):
    """A conversation, whose last message by the user is the question."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"model": MODEL, "messages": [{"role": "user", "content": "What is asset recovery?"}]}]
        }
    )

    model: str
    messages: Annotated[list[Message], Field(min_length=1, max_length=_MOST_MESSAGES)]
    stream: bool = False


class UrlCitation(Model):
    """A citation in the text of a message, from `start_index` up to `end_index`."""

    start_index: int
    end_index: int
    title: str
    url: str


class Annotation(Model):
    """A citation in the text of a message."""

    type: Literal["url_citation"] = "url_citation"
    url_citation: UrlCitation


class Reply(Model):
    """The answer as a message in Markdown; `annotations` are its citations."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None
    annotations: list[Annotation]


class Choice(Model):
    """The one answer that there is."""

    index: Literal[0] = 0
    message: Reply
    finish_reason: Literal["stop"] = "stop"
    logprobs: None = None


class ChatCompletion(Model):
    """An answer; `pincite` is the whole of it, as `/api/v1/ask` gives it. Tokens are not counted, as none are made."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: Literal["pincite"] = MODEL
    choices: list[Choice]
    pincite: Answer


class Delta(Model):
    """What a chunk adds to the message."""

    role: Literal["assistant"] | None = None
    content: str | None = None
    annotations: list[Annotation] | None = None


class ChunkChoice(Model):
    """The part of the answer in a chunk."""

    index: Literal[0] = 0
    delta: Delta
    finish_reason: Literal["stop"] | None = None


class Chunk(Model):
    """A piece of an answer that is streamed; the last one has the citations, their places in the whole text."""

    id: str
    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    created: int
    model: Literal["pincite"] = MODEL
    choices: list[ChunkChoice]


class ModelCard(Model):
    """A model that can be named; `created` is when the server was started."""

    id: Literal["pincite"] = MODEL
    object: Literal["model"] = "model"
    created: int
    owned_by: Literal["pincite"] = "pincite"


class ModelCards(Model):
    """The models that there are."""

    object: Literal["list"] = "list"
    data: list[ModelCard]
