"""Briefs on a theme, made in the app."""

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rag.answerer import Answerer
from rag.briefs.brief_settings import brief_provenance, brief_settings
from rag.briefs.themes import Brief, theme_brief
from rag.reports.outputs import report_bytes
from rag.reports.theme_report import theme_report
from rag.settings import settings_for
from ui.app.services.index_holder import IndexHolder
from ui.app.services.report_look import ReportLook, kept_style


class Briefs:
    """Makes briefs from the index that a holder holds. Safe to share between threads."""

    def __init__(self, index_holder: IndexHolder) -> None:
        self._holder = index_holder
        self._looking: tuple[str, Answerer] | None = None

    def brief(self, theme: str, documents: Sequence[str] = ()) -> Brief:
        """What `documents` (all if none is named) say on `theme`; QuestionError where it cannot be looked for."""
        answerer = self._answerer()
        return theme_brief(theme, answerer.retriever, documents, answerer.settings.calibration)

    def file(self, brief: Brief, look: ReportLook, ending: str) -> bytes:
        """`brief` as a file of the format that `ending` names; SourceError where the template cannot be used."""
        begun = datetime.now().astimezone().isoformat(timespec="seconds")
        made_with = brief_provenance(self._answerer().settings, brief.index, begun)
        with tempfile.TemporaryDirectory(prefix="pincite-") as folder:
            style = kept_style(look, Path(folder))
            return report_bytes(theme_report(brief, style.title, made_with), ending, style)

    def _answerer(self) -> Answerer:
        """The answerer that ranks as many paragraphs as a brief looks at; one for each index."""
        index, looking = self._holder.answerer().index, self._looking
        if looking is None or looking[0] != index.fingerprint:
            embedder = self._holder.embedder()
            looking = index.fingerprint, Answerer(index, embedder, brief_settings(settings_for(embedder.name)))
            self._looking = looking
        return looking[1]
