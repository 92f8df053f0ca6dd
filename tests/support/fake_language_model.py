"""A language model that says what it is told to say."""

from dataclasses import dataclass, field
from itertools import accumulate

from index.errors import LanguageModelError
from rag.writing.language_model import Heard
from rag.writing.prompt import Prompt


@dataclass
class FakeLanguageModel:
    """Replies `says` whatever it is asked, or fails with `fails`, and remembers what it was asked.

    Who listens hears it word by word.
    """

    says: str = "NOT FOUND"
    fails: str = ""
    name: str = "fake-model"
    most_tokens: int = 8_000
    at_once: int = 1
    asked: list[Prompt] = field(default_factory=list)

    def reply(self, prompt: Prompt, heard: Heard | None = None) -> str:
        self.asked.append(prompt)
        if self.fails:
            raise LanguageModelError(self.fails)
        if heard:
            for each in accumulate(self.says.split(), "{} {}".format):
                heard(each)
        return self.says
