"""A budget of tokens: a language model that is asked no more when it is spent."""

from dataclasses import dataclass, field
from threading import Lock

from index.errors import TokenBudgetError
from rag.writing.language_model import AroundModel, Heard, LanguageModel
from rag.writing.prompt import Prompt, tokens_of


@dataclass(slots=True)
class BudgetedModel(AroundModel):
    """`model`, which is asked while what it was sent and what it said is within `budget` tokens.

    Tokens are reckoned from the letters, on the high side. Replies that are kept cost nothing where this is within what
    keeps them. Safe to share between threads; those that are under way when the budget is spent are let finish.
    """

    model: LanguageModel
    budget: int
    _spent: int = 0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def reply(self, prompt: Prompt, heard: Heard | None = None) -> str:
        """What the model says to `prompt`; TokenBudgetError where the prompt is beyond the budget."""
        self._spend(tokens_of(prompt.system) + tokens_of(prompt.user))
        reply = self.model.reply(prompt, heard)
        with self._lock:
            self._spent += tokens_of(reply)
        return reply

    def _spend(self, tokens: int) -> None:
        with self._lock:
            if self._spent + tokens > self.budget:
                raise TokenBudgetError(
                    f"the budget of {self.budget:,} tokens is spent; run the same command again to go on"
                )
            self._spent += tokens
