"""The formats that a document is exported in, by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from index.document import Document
from index.locator import Locator
from rag.exports.akoma_ntoso import akoma_ntoso
from rag.exports.references import bibtex, csl_json, ris

FORMATS: Mapping[str, Callable[[Document, Locator | None], str]] = MappingProxyType(
    {"ris": ris, "bibtex": bibtex, "csl": csl_json, "akn": akoma_ntoso}
)
"""Gives the text of a document, or of the citation of one of its places."""
