"""What is indexed, as HTML: each document with its numbering audit, and facts about the index."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from index.document import Document, Finding
from index.store import Index
from index.text.wording import counted
from rag.citing.citation import name_of, spelled_date
from ui.app.addresses import READ, ReadAddress
from ui.app.markup.macros import fill
from ui.app.markup.render import go, page


def document_card(document: Document, findings: Sequence[Finding]) -> Markup:
    """One document: its name, title, date, body, how many paragraphs it has, and whether their numbers run on."""
    name = name_of(document)
    title = "" if name.startswith(document.title) else document.title
    dated = spelled_date(document.date) if document.date else "no date"
    facts = [dated, document.body, counted(len(document.paragraphs), "paragraph")]
    link = go(name, READ, ReadAddress(document.id).pairs(), kind="pc-cite")
    audit = fill("index_state", "audit", f"{counted(len(findings), 'remark')} on the numbering", findings)
    return page(fill("index_state", "document", name, link, title, [each for each in facts if each], audit))


def index_facts(index: Index) -> Markup:
    """Model, passages and date of the index."""
    manifest = index.manifest
    counts = manifest.counts
    facts = {
        "Documents": str(counts.documents),
        "Paragraphs": str(counts.paragraphs),
        "Passages": f"{counts.passages} (a long paragraph is searched in pieces)",
        "Model": manifest.model.rsplit("/", 1)[-1],
        "Built": _built(manifest.built),
        "Fingerprint": manifest.fingerprint[:12],
    }
    return page(fill("index_state", "facts", facts))


def _built(moment: str) -> str:
    """`21 November 2026, 03:06 UTC` of an ISO 8601 moment; what is none as it is."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return moment or "not saved yet"
    return f"{spelled_date(then.date().isoformat())}, {then:%H:%M} UTC"
