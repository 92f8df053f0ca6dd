"""What is asked of a language model, whoever serves it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol

from rag.writing.prompt import Prompt

Heard = Callable[[str], None]
"""Is told what a model has said so far, again and again while it says more; nothing of it is checked."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An endpoint that speaks the protocol of OpenAI's chat completions, and how it is asked.

    `url` is its base, such as `http://localhost:8080/v1`; `key` is None where it asks for none. `timeout` and `connect`
    are seconds, the first until the next byte; `retries` how often a call that failed is made again, later each time.
    `window` is how many tokens question, paragraphs and answer may have together, `answer` how many the answer may.
    `at_once` is how many prompts it is sent at a time.
    """

    DEFAULT_TIMEOUT: ClassVar[float] = 60.0  # a model on an office's own machine takes half of that to its first word
    DEFAULT_WINDOW: ClassVar[int] = 8_192  # what the smallest models in use read
    DEFAULT_AT_ONCE: ClassVar[int] = 4  # as many as Ollama takes at a time unless told otherwise; others take more

    url: str
    model: str
    key: str | None = None
    timeout: float = DEFAULT_TIMEOUT
    connect: float = 5.0
    retries: int = 2
    window: int = DEFAULT_WINDOW
    answer: int = 1_024
    seed: int = 13
    at_once: int = DEFAULT_AT_ONCE

    @property
    def most_tokens(self) -> int:
        """How many tokens a prompt may have."""
        return self.window - self.answer


class LanguageModel(Protocol):
    """Answers prompts. Safe to share between threads."""

    @property
    def name(self) -> str:
        """The model's name, as every answer that it wrote gives it."""

    @property
    def most_tokens(self) -> int:
        """How many tokens a prompt may have."""

    @property
    def at_once(self) -> int:
        """How many prompts it may be sent at a time, 1 or more."""

    def reply(self, prompt: Prompt, heard: Heard | None = None) -> str:
        """What the model says to `prompt`; LanguageModelError says why there is nothing.

        `heard` is told what it says while it says it; a reply that is there at once need not be told.
        """


class AroundModel:
    """What stands around a language model, `model`, and is asked in its place: it is named and asked as that is."""

    __slots__ = ()
    model: LanguageModel

    @property
    def name(self) -> str:
        """The model's name."""
        return self.model.name

    @property
    def most_tokens(self) -> int:
        """How many tokens a prompt may have."""
        return self.model.most_tokens

    @property
    def at_once(self) -> int:
        """How many prompts it may be sent at a time."""
        return self.model.at_once


@dataclass(frozen=True, slots=True)
class OverheardModel(AroundModel):
    """`model`, which `heard` listens to while it answers from paragraphs, from before its first word on."""

    model: LanguageModel
    heard: Heard

    def reply(self, prompt: Prompt, heard: Heard | None = None) -> str:
        """What the model says to `prompt`; LanguageModelError says why there is nothing."""
        if heard or not prompt.rows:
            return self.model.reply(prompt, heard)
        self.heard("")
        return self.model.reply(prompt, self.heard)
