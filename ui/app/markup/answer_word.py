"""An answer as a Word document: the sentences with their citations, then the paragraphs they stand in, whole."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from index.errors import OutputError
from index.store import Index, ParagraphRef
from rag.answer import Answer
from rag.citing.citation import cite, spelled_date
from rag.citing.quoted import cited_rows, quoted_spans
from rag.citing.sources import sources
from rag.quotations import groups
from rag.refusal import NEAREST, no_answer
from ui.app.markup.answer_text import group_lines
from ui.app.markup.comparison import pieces

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_INDENT_CM = 1.0


def word_document(answer: Answer, index: Index, today: date) -> bytes:
    """The bytes of a .docx: the question, the cited answer, the paragraphs cited with the quoted words in bold."""
    word = _new_document()
    word.core_properties.title = answer.question[:255]
    word.add_heading(answer.question, level=1)
    if answer.answered:
        _add_answer(word, answer, index)
    else:
        word.add_paragraph(no_answer(answer))
    rows = cited_rows(answer, index) or tuple(hit.row for hit in answer.nearest)
    if rows:
        word.add_heading("The paragraphs cited" if answer.answered else NEAREST.rstrip(":"), level=2)
    for row in rows:
        _add_paragraph(word, index.paragraphs[row], quoted_spans(answer, row, index))
    small(word.add_paragraph(f"pincite, {spelled_date(today.isoformat())}, index {answer.index[:12]}"))
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def small(paragraph: "WordParagraph") -> None:
    """Set a paragraph in small grey letters."""
    from docx.shared import Pt, RGBColor

    for run in paragraph.runs:
        run.font.size = Pt(9)
        run.font.color.rgb = RGBColor(0x59, 0x59, 0x59)


def _new_document() -> "WordDocument":
    try:
        from docx import Document
    except ImportError as error:
        raise OutputError("Word files need python-docx; install it: pip install 'pincite[batch]'") from error
    return Document()


def _add_answer(word: "WordDocument", answer: Answer, index: Index) -> None:
    from docx.shared import Cm

    for group in groups(answer.statements):
        for label, words, citation in group_lines(group):
            paragraph = word.add_paragraph()
            if label:
                paragraph.paragraph_format.left_indent = Cm(_INDENT_CM)
                paragraph.add_run(f"{label} ")
            paragraph.add_run(printable(words))
            paragraph.add_run(f" ({citation})").italic = True
    word.add_paragraph(f"Sources: {sources(answer, index)}")
    if answer.remark:
        word.add_paragraph(printable(answer.remark))


def _add_paragraph(word: "WordDocument", ref: ParagraphRef, quoted: Iterable[tuple[int, int]]) -> None:
    word.add_paragraph().add_run(cite(ref.document, ref.locator)).bold = True
    if ref.paragraph.headings:
        small(word.add_paragraph(printable(" › ".join(ref.paragraph.headings))))
    paragraph = word.add_paragraph()
    for words, is_quoted in pieces(ref.text, tuple(quoted)):
        paragraph.add_run(printable(words)).bold = is_quoted
    for note in ref.paragraph.notes:
        small(word.add_paragraph(printable(f"Footnote {note.mark}: {note.text}")))


def printable(words: str) -> str:
    """`words` without the control characters that a Word file cannot hold."""
    return "".join(character for character in words if character.isprintable() or character in "\t\n")
