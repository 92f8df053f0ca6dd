"""A document on a terminal: its outline, one paragraph, what the audit found."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from index.document import Document, Finding, Paragraph
from index.symbols import official_link
from rag.citing.citation import cite
from ui.cli.terminal.console import excerpt, output


def print_outline(document: Document) -> None:
    """Print the headings of `document` and the paragraphs under each."""
    console = output()
    console.print(Text(document.title, style="bold"))
    facts = [document.symbol, document.date, document.body, document.session]
    console.print(Text(" · ".join(each for each in facts if each), style="dim"))
    _print_address(document, console)
    shown: tuple[str, ...] = ()
    for paragraph in document.paragraphs:
        for depth, heading in enumerate(paragraph.headings):
            if paragraph.headings[: depth + 1] != shown[: depth + 1]:
                console.print(Text("  " * depth + heading, style="bold"))
        shown = paragraph.headings
        console.print(Text("  " * len(shown) + f"{paragraph.locator}  {excerpt(paragraph.text)}"))


def print_paragraph(document: Document, paragraph: Paragraph, links: Sequence[str] = ()) -> None:
    """Print one paragraph whole, with the headings above it, its footnotes and its links in words."""
    console = output()
    for depth, heading in enumerate(paragraph.headings):
        console.print(Text("  " * depth + heading, style="dim"))
    console.print(Text(cite(document, paragraph.locator), style="cyan"))
    console.print(Text(paragraph.text))
    for note in paragraph.notes:
        console.print(Text(f"{note.mark}  {note.text}", style="dim"))
    for link in links:
        console.print(Text(f"→ {link}", style="dim"))
    _print_address(document, console)


def _print_address(document: Document, console: Console) -> None:
    if address := official_link(document.symbol):
        console.print(Text(address, style="dim"))


def print_findings(findings: Sequence[Finding]) -> None:
    """Print what the numbering audit found, a line each."""
    console = output()
    if not findings:
        console.print("The numbering runs on in every document; every line was placed.")
    for each in findings:
        console.print(Text(f"{each.source}:{each.line}: {each.kind}: {each.message}"))
