"""Replies that are kept, so that what was asked once is not asked, or paid for, again."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.errors import OutputError
from rag.writing.language_model import LanguageModel
from rag.writing.prompt import Prompt

_TABLE = "CREATE TABLE IF NOT EXISTS replies (model TEXT, prompt TEXT, reply TEXT, PRIMARY KEY (model, prompt))"
_WAIT = 10.0  # seconds for another process that writes


@dataclass(frozen=True, slots=True)
class KeptReplies:
    """`model`, whose replies are kept in the SQLite file at `path` by the digest of the prompt and the model's name."""

    model: LanguageModel
    path: Path

    @property
    def name(self) -> str:
        """The model's name."""
        return self.model.name

    @property
    def most_tokens(self) -> int:
        """How many tokens a prompt may have."""
        return self.model.most_tokens

    def reply(self, prompt: Prompt) -> str:
        """What the model says, or said before; LanguageModelError says why there is nothing."""
        key = (self.model.name, prompt.digest)
        with self._open() as kept:
            found = kept.execute("SELECT reply FROM replies WHERE model = ? AND prompt = ?", key).fetchone()
        if found:
            return str(found[0])
        reply = self.model.reply(prompt)
        with self._open() as kept, kept:
            kept.execute("INSERT OR REPLACE INTO replies VALUES (?, ?, ?)", (*key, reply))
        return reply

    def _open(self) -> "closing[sqlite3.Connection]":
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=_WAIT)
            connection.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(f"{self.path}: replies cannot be kept there ({error}); name another folder") from error
        return closing(connection)
