"""Replies that are kept, so that what was asked once is not asked, or paid for, again."""

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rag.writing.language_model import AroundModel, Heard, LanguageModel
from rag.writing.prompt import Prompt

_logger = logging.getLogger(__name__)
_TABLE = "CREATE TABLE IF NOT EXISTS replies (model TEXT, prompt TEXT, reply TEXT, PRIMARY KEY (model, prompt))"
_WAIT = 10.0  # seconds for another process that writes


@dataclass(frozen=True, slots=True)
class KeptReplies(AroundModel):
    """`model`, whose replies are kept in the SQLite file at `path` by the digest of the prompt and the model's name."""

    model: LanguageModel
    path: Path

    def reply(self, prompt: Prompt, heard: Heard | None = None) -> str:
        """What the model says, or said before; LanguageModelError says why there is nothing."""
        key = (self.model.name, prompt.digest)
        if found := self._run("SELECT reply FROM replies WHERE model = ? AND prompt = ?", key):
            return str(found[0])
        reply = self.model.reply(prompt, heard)
        self._run("INSERT OR REPLACE INTO replies VALUES (?, ?, ?)", (*key, reply))
        return reply

    def _run(self, statement: str, values: tuple[str, ...]) -> tuple[str, ...] | None:
        """The first row that `statement` gives; None where the file cannot be used, which must not lose a reply."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=_WAIT)) as kept, kept:
                kept.execute(_TABLE)
                row: tuple[str, ...] | None = kept.execute(statement, values).fetchone()
        except (OSError, sqlite3.Error) as error:
            _logger.warning("%s: replies cannot be kept there (%s), so each is asked for anew", self.path, error)
            return None
        return row
