"""The parses of the documents in corpus/ as golden files, readable and read: tests/golden/<document>.json.

    python -m tests.support.golden_files          writes them anew; read the difference before you keep it

A golden file holds what the parser makes of a document: particulars, findings, and every paragraph with its place,
headings, whole text, sub-items and footnotes.
"""

import json
from pathlib import Path
from typing import Any

from index.corpus.read import read_corpus
from index.document import Parse

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parents[1] / "golden"


def parse_corpus() -> tuple[Parse, ...]:
    """The parses of the documents in corpus/."""
    return read_corpus([ROOT / "corpus"]).parses


def golden_path(id: str) -> Path:
    """Where the golden file of a document lies."""
    return FOLDER / f"{id}.json"


def golden_text(parse: Parse) -> str:
    """What the golden file of `parse` holds."""
    return json.dumps(_record(parse), ensure_ascii=False, indent=1) + "\n"


def _record(parse: Parse) -> dict[str, Any]:
    document = parse.document
    return {
        "document": document.id,
        "symbol": document.symbol,
        "short_title": document.short_title,
        "title": document.title,
        "date": document.date,
        "body": document.body,
        "session": document.session,
        "language": document.language,
        "also_known_as": list(document.also_known_as),
        "notes": {note.mark: note.text for note in document.notes},
        "findings": [f"line {each.line}: {each.kind}: {each.message}" for each in parse.findings],
        "paragraphs": [
            {
                "locator": str(paragraph.locator),
                "lines": f"{paragraph.first_line}-{paragraph.last_line}",
                "headings": list(paragraph.headings),
                "text": paragraph.text,
                "items": {str(item.locator): item.text for item in paragraph.items},
                "notes": {note.mark: note.text for note in paragraph.notes},
            }
            for paragraph in document.paragraphs
        ],
    }


def write_golden_files() -> list[Path]:
    """The golden files, written anew."""
    FOLDER.mkdir(exist_ok=True)
    written = []
    for parse in parse_corpus():
        path = golden_path(parse.document.id)
        path.write_text(golden_text(parse), encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    for path in write_golden_files():
        print(path.relative_to(ROOT))  # noqa: T201 - a command's result
