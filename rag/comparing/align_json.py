"""An alignment as the JSON object that other programs read."""

from collections.abc import Iterable
from typing import get_args

from index.document import Document
from index.store import ParagraphRef
from rag.comparing.align import Alignment, Kind, Match, Part
from rag.comparing.matching import Containers
from rag.comparing.word_diff import Span


def alignment_object(alignment: Alignment) -> dict[str, object]:
    """The object that `pincite compare --json` prints.

    `only_here` lists the characters `[start, end]` of a paragraph's text that are words the other side lacks. A part
    that a document does not have is null, its main text is an empty string. `likeness` is the similarity of a match.
    """
    return {
        "left": _document(alignment.left),
        "right": _document(alignment.right),
        "counts": {kind: alignment.count(kind) for kind in get_args(Kind)},
        "parts": [_part(part) for part in alignment.parts],
    }


def _document(document: Document) -> dict[str, object]:
    return {"document": document.id, "symbol": document.symbol, "title": document.title, "date": document.date}


def _part(part: Part) -> dict[str, object]:
    return {
        "left": _name(part.left),
        "right": _name(part.right),
        "left_title": part.left_title,
        "right_title": part.right_title,
        "matches": [_match(match) for match in part.matches],
    }


def _name(containers: Containers | None) -> str | None:
    return None if containers is None else ", ".join(containers)


def _match(match: Match) -> dict[str, object]:
    words = match.words()
    return {
        "kind": match.kind,
        "likeness": round(match.similarity, 3),
        "left": _paragraphs(match.left, words.left),
        "right": _paragraphs(match.right, words.right),
    }


def _paragraphs(refs: Iterable[ParagraphRef], only_here: Iterable[tuple[Span, ...]]) -> list[dict[str, object]]:
    return [
        {"locator": str(ref.locator), "text": ref.text, "only_here": [list(span) for span in spans]}
        for ref, spans in zip(refs, only_here, strict=True)
    ]
