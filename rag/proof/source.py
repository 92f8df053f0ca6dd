"""What a sentence cites: the sentences and footnotes of a paragraph, and what is known of where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from index.sentences import Span
from index.store import Index, ParagraphRef
from rag.answering.checks.figures import values
from rag.answering.checks.held import told_of
from rag.answering.checks.named import plain


@dataclass(frozen=True)
class Line:
    """A sentence of a paragraph, or one of its footnotes: its words and the characters of that text that they are.

    `note` is the mark of the footnote, None for a sentence.
    """

    text: str
    span: Span
    note: str | None = None

    @cached_property
    def plain(self) -> str:
        """The words in small letters, without accents."""
        return plain(self.text)

    @cached_property
    def values(self) -> frozenset[str]:
        """What its figures come to."""
        return values(self.text)


@dataclass(frozen=True)
class Source:
    """A text that a sentence cites: `lines` in order, and `about`, what is known of it.

    `about` may be the title, symbol and date of its document and the headings above it: a sentence may say where and
    when something was said. `row` is the paragraph's place in the index, None for a text that is in none.
    """

    lines: tuple[Line, ...]
    about: str = ""
    row: int | None = None

    @cached_property
    def text(self) -> str:
        """All lines, one after the other."""
        return " ".join(each.text for each in self.lines)

    @cached_property
    def about_values(self) -> frozenset[str]:
        """What the figures of what is known of it come to."""
        return values(self.about)

    @classmethod
    def of_text(cls, *sentences: str, about: str = "") -> "Source":
        """The source whose sentences are these."""
        lines, at = [], 0
        for each in sentences:
            lines.append(Line(each, (at, at + len(each))))
            at += len(each) + 1
        return cls(tuple(lines), about)


def source_at(row: int, index: Index) -> Source:
    """The paragraph at `row` of `index` as a source."""
    ref = index.paragraphs[row]
    return Source(tuple(_lines(ref, index)), _about(ref), row)


def _lines(ref: ParagraphRef, index: Index) -> Iterator[Line]:
    for start, end in index.sentence_spans(ref.row):
        if start < end:
            yield Line(ref.text[start:end], (start, end))
    for note in ref.paragraph.notes:
        if note.text.strip():
            yield Line(note.text, (0, len(note.text)), note.mark)


def _about(ref: ParagraphRef) -> str:
    return "\n".join((*told_of(ref.document), str(ref.locator), *ref.paragraph.headings))
