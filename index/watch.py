"""An index watched with its files: each look costs as much as listing them, until something differs."""

from dataclasses import dataclass, field
from pathlib import Path

from index.corpus.look import Look, look_at
from index.embedding.base import Embedder
from index.folder.load import read_state
from index.progress import Progress, quiet
from index.update import Updater, UpdateReport


@dataclass(slots=True)
class Watch:
    """Updates the index in `folder` at each look at which its files lie otherwise than at the one before."""

    folder: Path
    embedder: Embedder
    _seen: Look | None = field(default=None, init=False)

    def look(self, on_progress: Progress = quiet) -> UpdateReport | None:
        """What came of updating the index; None where all lies as before, and the index was not opened.

        The first look updates in any case. After one that ended in an error the next tries again.
        """
        # Looked at before they are read: what changes meanwhile differs at the next look.
        now = look_at(read_state(self.folder))
        if now == self._seen:
            return None
        report = Updater(self.folder, self.embedder, on_progress).update()
        self._seen = now
        return report
