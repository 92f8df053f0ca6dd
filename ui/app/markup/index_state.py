"""What is indexed, as HTML: each document with its numbering audit, and facts about the index."""

from collections.abc import Sequence
from datetime import datetime

from index.document import Document, Finding
from index.store import Index
from index.wording import counted
from rag.citing.citation import name_of, spelled_date
from ui.app.addresses import READ, ReadAddress
from ui.app.markup.render import go, page, tag, text


def document_card(document: Document, findings: Sequence[Finding]) -> str:
    """One document: its name, title, date, body, how many paragraphs it has, and whether their numbers run on."""
    name = name_of(document)
    title = "" if name.startswith(document.title) else document.title
    dated = spelled_date(document.date) if document.date else "no date"
    facts = [dated, document.body or "", counted(len(document.paragraphs), "paragraph")]
    lines = [
        tag("p", go(text(name), READ, ReadAddress(document.id).pairs(), kind="pc-cite"), class_="pc-card-head"),
        tag("p", text(title), class_="pc-doc-title") if title else "",
        tag("p", " · ".join(text(each) for each in facts if each), class_="pc-quiet pc-small"),
        _audit(findings),
    ]
    return page(tag("article", "".join(lines), class_="pc-doc", aria_label=name))


def index_facts(index: Index) -> str:
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
    rows = "".join(tag("dt", text(name)) + tag("dd", text(value)) for name, value in facts.items())
    return page(tag("dl", rows, class_="pc-facts"))


def _audit(findings: Sequence[Finding]) -> str:
    if not findings:
        return tag("p", "The paragraph numbers run on without a gap.", class_="pc-quiet pc-small")
    summary = f"{counted(len(findings), 'remark')} on the numbering"
    lines = "".join(tag("li", text(f"Line {each.line}: {each.message}")) for each in findings)
    return tag("details", tag("summary", text(summary)) + tag("ul", lines), class_="pc-near pc-small")


def _built(moment: str) -> str:
    """`21 November 2026, 03:06 UTC` of an ISO 8601 moment; what is none as it is."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return moment or "not saved yet"
    return f"{spelled_date(then.date().isoformat())}, {then:%H:%M} UTC"
