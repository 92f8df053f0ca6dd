"""PDF files that tests write, and the lines read of them."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from index.readers.base import Line, ReadLimits, Role, SourceText
from index.readers.pdf.reader import PdfReader

LEFT = 72.0
TOP = 780.0
PITCH = 12.0
PROSE = (
    "States should share information on assets as early as they can and with",
    "all means that their domestic law allows, so that nothing is lost while",
    "requests are prepared, sent, received, translated and considered there.",
)


class Sheets:
    """A PDF file in the making: text is written at a place or below what was written last."""

    def __init__(self, path: Path, size: tuple[float, float] = A4) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=size, invariant=1)
        self.y = TOP

    def write(self, text: str, *, x: float = LEFT, y: float | None = None, size: float = 10, font: str = "") -> None:
        """Writes `text` at `x` and at `y`, or one line lower than the last."""
        self.y = self.y - PITCH if y is None else y
        self.canvas.setFont(font or "Times-Roman", size)
        self.canvas.drawString(x, self.y, text)

    def runs(self, *runs: tuple[str, str, float, float], x: float = LEFT, y: float | None = None) -> None:
        """Writes runs of text, font, size and rise one after another on a line."""
        self.y = self.y - PITCH if y is None else y
        text = self.canvas.beginText(x, self.y)
        for words, font, size, rise in runs:
            text.setFont(font, size)
            text.setRise(rise)
            text.textOut(words)
        self.canvas.drawText(text)

    def paragraph(self, lines: Sequence[str], *, x: float = LEFT, size: float = 10, font: str = "") -> None:
        """Writes lines of a paragraph, with half a line of space above."""
        self.y -= PITCH / 2
        for line in lines:
            self.write(line, x=x, size=size, font=font)

    def rule(self, left: float, right: float, y: float) -> None:
        """Draws a level line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(left, y, right, y)

    def grid(self, columns: Sequence[float], rows: Sequence[float]) -> None:
        """Draws the borders of a table."""
        self.canvas.setLineWidth(0.5)
        self.canvas.grid(list(columns), list(rows))

    def turn_page(self) -> None:
        """Ends the page."""
        self.canvas.showPage()
        self.y = TOP

    def read(self) -> SourceText:
        """Saves the file and reads it."""
        self.canvas.save()
        return read(self.path)


def read(path: Path) -> SourceText:
    """What is read of the PDF file at `path`."""
    return PdfReader().read(path, ReadLimits())


def texts(source: SourceText, role: Role | None = None) -> list[str]:
    """The texts of the lines, or of those of one role."""
    return [line.text for line in source.lines if role is None or line.role is role]


def line_with(source: SourceText, words: str) -> Line:
    """The only line that holds `words`."""
    (found,) = [line for line in source.lines if words in line.text]
    return found
