"""Chunks of a document's running text, as most tools make them, and the paragraphs each holds a part of."""

from collections.abc import Iterator
from dataclasses import dataclass

from index.document import Document, Paragraph

# The values of langchain's own introduction to retrieval, which most tools take over.
CHUNK_CHARACTERS = 1_000
CHUNK_OVERLAP = 200  # characters, the usual fifth
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk's text, and the places in its document of the paragraphs it holds a part of, most characters first."""

    text: str
    paragraphs: tuple[int, ...]


def chunks_of(document: Document) -> Iterator[Chunk]:
    """The chunks of a document's running text, in order; a chunk without any part of a paragraph is left out.

    The running text is the title, headings where they change, and paragraphs with their numbers, parted by blank lines.
    """
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    text, spans = _running_text(document)
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=CHUNK_CHARACTERS, chunk_overlap=CHUNK_OVERLAP, add_start_index=True
    )
    for chunk in splitter.create_documents([text]):
        start = int(chunk.metadata["start_index"])
        end = start + len(chunk.page_content)
        shared = [min(end, last) - max(start, first) for first, last in spans]
        held = sorted((place for place, count in enumerate(shared) if count > 0), key=lambda place: -shared[place])
        if held:
            yield Chunk(chunk.page_content, tuple(held))


def _running_text(document: Document) -> tuple[str, list[tuple[int, int]]]:
    """The running text of `document` and the span of each of its paragraphs."""
    pieces, spans, above, at = [document.title], [], list[str](), len(document.title)
    for paragraph in document.paragraphs:
        headings = list(paragraph.headings)
        new = [each for i, each in enumerate(headings) if headings[: i + 1] != above[: i + 1]]
        above = headings
        for piece in (*new, _numbered(paragraph)):
            pieces.append(piece)
            at += len(_BREAK) + len(piece)
        spans.append((at - len(pieces[-1]), at))
    return _BREAK.join(pieces), spans


def _numbered(paragraph: Paragraph) -> str:
    return f"{paragraph.locator.number}. {paragraph.text}" if paragraph.locator.number else paragraph.text
