"""A language model that says what it is told to say."""

from dataclasses import dataclass, field

from index.errors import LanguageModelError
from rag.writing.prompt import Prompt


@dataclass
class FakeLanguageModel:
    """Replies `says` whatever it is asked, or fails with `fails`, and remembers what it was asked."""

    says: str = "NOT FOUND"
    fails: str = ""
    name: str = "fake-model"
    most_tokens: int = 8_000
    at_once: int = 1
    asked: list[Prompt] = field(default_factory=list)

    def reply(self, prompt: Prompt) -> str:
        self.asked.append(prompt)
        if self.fails:
            raise LanguageModelError(self.fails)
        return self.says
