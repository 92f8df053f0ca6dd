"""Plain text and Markdown as lines.

Plain texts often hold Markdown, and what converters make of printed pages: form feeds between them, footnotes below a
rule of underscores whose numbers are no longer raised. Both readers take both away; only their suffixes differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError
from index.readers.base import Line, ReadLimits, SourceText
from index.readers.source import read_text
from index.readers.text.markdown import strip_markup
from index.readers.text.printed_pages import raise_foot_notes
from index.readers.text.set_tables import with_set_tables
from index.readers.text.unspaced import with_space
from index.readers.text.worded_tables import with_worded_tables
from index.readers.text.wrapping import wrapping_of


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads plain text and Markdown in one encoding."""

    suffixes: Sequence[str] = (".txt", ".md")
    signatures: Sequence[bytes] = ()
    encoding: str = "utf-8"

    def read(self, path: Path, limits: ReadLimits) -> SourceText:
        """The lines of the file at `path`; SourceError where it is no text, empty, or longer than `limits` allow."""
        text = read_text(path, encoding=self.encoding)
        if len(text) > limits.characters:
            raise SourceError(
                f"{path}: {len(text):,} characters, more than the limit of {limits.characters:,}; split the file"
            )
        return source_text(text)


def source_text(text: str) -> SourceText:
    """The lines of a text, without mark-up, and how it is broken into lines."""
    lines = with_space(with_set_tables(with_worded_tables(raise_foot_notes(raw_lines(text)))))
    wrapping = wrapping_of(lines)
    pages = lines[-1].page if lines else None
    return SourceText(tuple(strip_markup(lines, wrapping)), pages=pages, wrapping=wrapping)


def raw_lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank, mark-up and all; pages are counted where form feeds part them."""
    lines: list[Line] = []
    paged = "\f" in text
    page, gap, turned = 1, 0, False
    for number, raw in enumerate(text.split("\n"), start=1):
        page += raw.count("\f")
        turned = turned or "\f" in raw
        kept = raw.replace("\f", "").rstrip()
        bare = kept.lstrip()
        if not bare:
            gap += 1
            continue
        lines.append(Line(bare, number, gap, page if paged else None, turned, len(kept) - len(bare)))
        gap, turned = 0, False
    return lines
