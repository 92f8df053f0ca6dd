"""WordprocessingML as strings: the paragraphs, runs, fields, notes and tables of a Word document.

Style arguments are style ids, which differ from template to template.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from index.text.typography import printable

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAME_LENGTH = 40  # of a bookmark, in Word


def words(text: str) -> str:
    """`text` as it stands in an XML element."""
    return escape(printable(text))


def run(text: str, style: str | None = None) -> str:
    """Some words, in a character style if one is given."""
    return f'<w:r>{_character(style)}<w:t xml:space="preserve">{words(text)}</w:t></w:r>'


def tab() -> str:
    """A tab."""
    return "<w:r><w:tab/></w:r>"


def paragraph(style: str, content: str, *, new_page: bool = False, leader_to: int = 0) -> str:
    """A paragraph of runs, at the top of a page if that is wanted.

    With `leader_to`, in twentieths of a point, dots lead from its tab to what ends there, as a page number does.
    """
    above = "<w:pageBreakBefore/>" if new_page else ""
    dots = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{leader_to}"/></w:tabs>' if leader_to else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{above}{dots}</w:pPr>{content}</w:p>'


def bookmark_name(anchor: str) -> str:
    """The name of a bookmark for `anchor`: letters, figures and low lines, as Word wants it."""
    return re.sub(r"[^A-Za-z0-9]", "_", anchor)[:_NAME_LENGTH]


def bookmarked(number: int, anchor: str, content: str) -> str:
    """`content` with a bookmark around it; `number` is no other's in the document."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(anchor)}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def link(anchor: str, content: str) -> str:
    """`content` that leads to a bookmark."""
    return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}" w:history="1">{content}</w:hyperlink>'


def field(instruction: str, result: str = "", *, is_stale: bool = False) -> str:
    """A field and the runs that show its value until Word works it out, at once where that `is_stale`."""
    stale = ' w:dirty="true"' if is_stale else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{stale}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {words(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def footnote_reference(number: int, style: str) -> str:
    """The mark of a footnote in the text."""
    return f'<w:r>{_character(style)}<w:footnoteReference w:id="{number}"/></w:r>'


def footnote(number: int, content: str, text_style: str, mark_style: str) -> str:
    """A footnote: its mark, and what it says."""
    mark = f"<w:r>{_character(mark_style)}<w:footnoteRef/></w:r>"
    return f'<w:footnote w:id="{number}">{paragraph(text_style, mark + run(" ") + content)}</w:footnote>'


def table(style: str, widths: Sequence[int], rows: Iterable[Sequence[str]], *, has_header: bool) -> Iterator[str]:
    """A table; `widths` in twentieths of a point, cells of `rows` their paragraphs, a header repeated on each page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0420" w:firstRow="{int(has_header)}" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    for number, row in enumerate(rows):
        repeated = "<w:tblHeader/>" if has_header and number == 0 else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"
    yield "</w:tbl>"


def _character(style: str | None) -> str:
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
