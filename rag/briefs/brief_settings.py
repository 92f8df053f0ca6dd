"""The settings that a brief on a theme is made with, and what it says of them."""

from dataclasses import replace

from index.store import Index
from rag.briefs.themes import DEPTH
from rag.provenance import Provenance, provenance
from rag.settings import Settings


def brief_settings(usual: Settings, most: int | None = None) -> Settings:
    """`usual` with as many paragraphs ranked as a brief looks at, of which `most` are taken, if that is given."""
    themes = usual.calibration.themes if most is None else replace(usual.calibration.themes, most=most)
    return replace(
        usual,
        retrieval=replace(usual.retrieval, depth=DEPTH),
        calibration=replace(usual.calibration, themes=themes),
    )


def brief_provenance(settings: Settings, index: Index, begun: str) -> Provenance:
    """What a brief from `index` is made with; `begun` is the time now (ISO 8601)."""
    used = {
        "retrieval": settings.retrieval,
        "themes": settings.calibration.themes,
        "counterparts": settings.calibration.counterparts,
    }
    return provenance(index.fingerprint, index.manifest.model, used, begun)
