"""What is indexed, as HTML: each document with its numbering audit, and facts about the index."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from index.document import Document, Finding
from index.store import Index
from index.symbols import official_link
from index.text.wording import counted, excerpt
from rag.answering.summary import summary_of
from rag.citing.citation import name_of, short_name, spelled_date
from ui.app.addresses import ASK, COMPARE, READ, SEARCH, AskAddress, CompareAddress, Filters, ReadAddress
from ui.app.markup.macros import fill
from ui.app.markup.render import go, page

_NOTHING = Markup("")
VERSIONS, OTHERS = "Versions of one text, oldest first", "Other documents"
# Characters of a document's first words: three lines of the page.
_FIRST_WORDS = 260


def document_card(document: Document, findings: Sequence[Finding], about: Markup = _NOTHING) -> Markup:
    """One document: its name, title, date, body, how many paragraphs it has, and whether their numbers run on.

    `about` is what stands between: what it is about and what can be done with it.
    """
    name = name_of(document)
    title = "" if name.startswith(document.title) else document.title
    dated = spelled_date(document.date) if document.date else "no date"
    facts = [dated, document.body, counted(len(document.paragraphs), "paragraph")]
    link = go(name, READ, ReadAddress(document.id).pairs(), kind="pc-cite")
    audit = fill("index_state", "audit", f"{counted(len(findings), 'remark')} on the numbering", findings)
    return page(fill("index_state", "document", name, link, title, [each for each in facts if each], about, audit))


def about_html(document: Document, index: Index, version: Document | None = None) -> Markup:
    """The first words of a document on what it is about, and links to what can be done with it alone.

    It is compared with `version`, another of the same text, or with what a reader then chooses.
    """
    said = next((each.text for each in summary_of(document.id, index, 1)), "")
    ways = [
        go("Ask only this", ASK, AskAddress(filters=Filters((document.id,))).pairs()),
        go("Search in it", SEARCH, AskAddress(filters=Filters((document.id,))).pairs()),
    ]
    if len(index.documents) > 1:
        words = f"Compare with {short_name(version)}" if version else "Compare with …"
        pair = sorted((document, version), key=lambda each: (each.date or "", each.id)) if version else [document]
        ways.append(go(words, COMPARE, CompareAddress(*(each.id for each in pair)).pairs()))
    official = official_link(document.symbol)
    return fill("index_state", "about", excerpt(said, _FIRST_WORDS), ways, official or "")


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
