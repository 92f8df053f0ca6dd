"""Small files of each format with some of all that a reader looks for, to be spoiled."""

from pathlib import Path

from tests.index.readers.pdf.sheets import PROSE, Sheets
from tests.index.readers.word import packages

PAGE = (
    '<html lang="en"><body><h1>Report</h1><ol start="3"><li>One<sup><a href="#n">1</a></sup></li></ol>'
    '<table><tr><th>Year</th><th colspan="2">Cases</th></tr><tr><td>2023</td><td>167</td></tr></table>'
    '<p id="n">1 Resolution 70/1.</p><pre>a\nb</pre></body></html>'
)


def pdf_sample(folder: Path) -> Path:
    """Two pages with numbered paragraphs, raised marks and a table."""
    sheets = Sheets(folder / "sample.pdf")
    # What is written plainly is spoiled in more telling ways.
    sheets.canvas.setPageCompression(0)
    for number in range(2):
        sheets.paragraph([f"{number + 1}. {PROSE[0]}", *PROSE[1:]])
        sheets.runs(("Networks exist.", "Times-Bold", 10, 0), ("12", "Times-Roman", 6, 4))
        sheets.grid((72, 150, 200), (600, 580, 560))
        sheets.write("Filled", x=74, y=586)
        sheets.write("4", x=160, y=586)
        sheets.turn_page()
    sheets.canvas.save()
    return sheets.path


def word_sample(folder: Path) -> Path:
    """A heading, a numbered paragraph, a table and a footnote."""
    body = packages.p("Report") + packages.numbered("Decides") + packages.table(("a", "b"), ("c", "d"))
    notes = f'<w:footnote w:id="1">{packages.p("A note.")}</w:footnote>'
    body += packages.p("Text", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    numbering = packages.levels(("decimal", "%1."), ("lowerLetter", "(%2)")) + packages.num()
    return packages.word_file(folder / "sample.docx", body, numbering=numbering, footnotes=notes, styles="")


def html_sample(folder: Path) -> Path:
    """A list, a table, a note and lines set as they are."""
    path = folder / "sample.html"
    path.write_text(PAGE, encoding="utf-8")
    return path
