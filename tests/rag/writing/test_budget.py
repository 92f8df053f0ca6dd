"""A language model that is asked no more than its budget allows."""

from pathlib import Path

import pytest

from index.errors import TokenBudgetError
from rag.writing.budget import BudgetedModel
from rag.writing.prompt import Prompt
from rag.writing.replies import KeptReplies
from tests.support.fake_language_model import FakeLanguageModel

# 40 tokens as they are reckoned, at three letters each.
PROMPT = Prompt("s" * 60, "u" * 60, (1,))
REPLY = "r" * 30


def test_prompts_and_replies_are_counted_until_the_next_prompt_is_beyond_the_budget() -> None:
    fake = FakeLanguageModel(REPLY)
    model = BudgetedModel(fake, 139)
    assert [model.reply(PROMPT), model.reply(PROMPT)] == [REPLY, REPLY]
    with pytest.raises(TokenBudgetError, match="the budget of 139 tokens is spent; run the same command again"):
        model.reply(PROMPT)
    assert len(fake.asked) == 2


def test_a_reply_that_is_kept_costs_nothing(tmp_path: Path) -> None:
    model = KeptReplies(BudgetedModel(FakeLanguageModel(REPLY), 60), tmp_path / "replies.sqlite")
    assert {model.reply(PROMPT) for _ in range(5)} == {REPLY}
