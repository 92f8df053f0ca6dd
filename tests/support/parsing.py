"""Short texts parsed, for tests: what becomes of them as dicts by locator."""

from index.document import Document, Parse
from index.parser.parse import parse_text


def parse(text: str) -> Parse:
    """The parse of `text`, without a catalogue."""
    return parse_text(text, id="text", source="text.txt")


def document(text: str) -> Document:
    """The document that `text` is."""
    return parse(text).document


def texts(text: str) -> dict[str, str]:
    """The text of each paragraph by its locator."""
    return {str(paragraph.locator): paragraph.text for paragraph in document(text).paragraphs}


def headings(text: str) -> dict[str, tuple[str, ...]]:
    """The headings above each paragraph by its locator."""
    return {str(paragraph.locator): paragraph.headings for paragraph in document(text).paragraphs}


def items(text: str) -> dict[str, str]:
    """The text of each sub-item by its locator."""
    return {str(item.locator): item.text for paragraph in document(text).paragraphs for item in paragraph.items}


def messages(text: str) -> list[str]:
    """The findings: line, kind and message."""
    return [f"{finding.line} {finding.kind}: {finding.message}" for finding in parse(text).findings]


def lines(*blocks: str) -> str:
    """Blocks with a blank line between them."""
    return "\n\n".join(blocks) + "\n"
