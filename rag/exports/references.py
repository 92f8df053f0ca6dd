"""The reference of a document for programs that keep references: RIS, BibTeX, CSL-JSON.

Where a place in it is cited, they carry that too: CSL in `locator` or `suffix`, the others as a note. RIS as Wikipedia
tables it (https://en.wikipedia.org/wiki/RIS_(file_format)), CSL by https://github.com/citation-style-language/schema.
"""

import json
from collections.abc import Iterator

from index.document import Document
from index.locator import Locator
from index.symbols import official_link
from rag.citing.citation import place_in_words

PUBLISHER = "United Nations"
_CSL_CITATION = "https://resource.citationstyles.org/schema/latest/input/json/csl-citation.json"
# What has a meaning in BibTeX, and how it is written to stand for itself.
_ESCAPED = str.maketrans(
    {mark: f"\\{mark}" for mark in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def ris(document: Document, place: Locator | None = None) -> str:
    """The reference of `document` as RIS, a field a line."""
    fields = [
        ("TY", "RPRT"),
        ("ID", document.id),
        ("AU", document.body or PUBLISHER),
        ("TI", document.title),
        ("ST", document.short_title),
        ("SN", document.symbol),
        ("PB", PUBLISHER),
        ("PY", document.date and document.date[:4]),
        ("DA", document.date and document.date.replace("-", "/")),
        ("LA", document.language),
        ("UR", official_link(document.symbol)),
        ("N1", place and place_in_words(place)),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - ", ""])


def bibtex(document: Document, place: Locator | None = None) -> str:
    """The reference of `document` as an entry of BibTeX, in UTF-8."""
    fields = [
        ("author", f"{{{_in_bibtex(document.body or PUBLISHER)}}}"),
        ("title", f"{{{_in_bibtex(document.title)}}}"),
        ("institution", PUBLISHER),
        ("number", document.symbol and _in_bibtex(document.symbol)),
        ("year", document.date and document.date[:4]),
        ("date", document.date),
        ("url", official_link(document.symbol)),
        ("note", place and _in_bibtex(place_in_words(place))),
    ]
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
    return "\n".join([f"@techreport{{{document.id},", *lines, "}", ""])


def csl_json(document: Document, place: Locator | None = None) -> str:
    """The reference of `document` as CSL-JSON: a list of one item or, where a `place` is cited, a citation of it."""
    item = dict(_csl_item(document))
    if place is None:
        return json.dumps([item], ensure_ascii=False, indent=2) + "\n"
    cited = {"id": document.id, "itemData": item, **_csl_place(place)}
    citation = {"schema": _CSL_CITATION, "citationID": f"{document.id}#{place}", "citationItems": [cited]}
    return json.dumps(citation, ensure_ascii=False, indent=2) + "\n"


def _csl_item(document: Document) -> Iterator[tuple[str, object]]:
    yield "id", document.id
    yield "type", "report"
    yield "title", document.title
    if document.short_title:
        yield "title-short", document.short_title
    yield "author", [{"literal": document.body or PUBLISHER}]
    yield "publisher", PUBLISHER
    if document.symbol:
        yield "number", document.symbol
        yield "URL", official_link(document.symbol)
    if document.date:
        yield "issued", {"date-parts": [[int(part) for part in document.date.split("-")]]}
    yield "language", document.language


def _csl_place(place: Locator) -> dict[str, str]:
    """A paragraph's number as `locator`; what no label of CSL names as `suffix`, which is printed as it stands."""
    if place.number and not place.containers and not place.label and place.page is None:
        return {"label": "paragraph", "locator": str(place)}
    return {"suffix": f", {place_in_words(place)}"}


def _in_bibtex(text: str) -> str:
    return " ".join(text.translate(_ESCAPED).split())
