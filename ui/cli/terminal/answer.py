"""An answer on a terminal."""

from rich.console import Console
from rich.text import Text

from index.store import Index
from rag.answer import Answer, Hit
from rag.citing.citation import cite
from rag.citing.sources import sources
from rag.quotations import quotations
from rag.refusal import NEAREST, no_answer
from ui.cli.terminal.console import excerpt, output


def print_answer(answer: Answer, index: Index) -> None:
    """Print the sentences of `answer` with their citations, or the nearest paragraphs where there is none."""
    console = output()
    if not answer.answered:
        _print_refusal(console, answer, index)
        return
    for each in quotations(answer.statements):
        console.print(Text(f"{each.label} {each.text}".lstrip()), end=" ")
        console.print(Text(f"[{each.citation.text}]", style="cyan"))
        console.print()
    console.print(Text(f"Sources: {sources(answer, index)}", style="dim"))
    if answer.remark:
        console.print(Text(answer.remark))


def _print_refusal(console: Console, answer: Answer, index: Index) -> None:
    console.print(Text(no_answer(answer), style="bold"))
    if answer.nearest:
        console.print(NEAREST)
    for hit in answer.nearest:
        console.print(Text(f"  {_place(hit, index)}", style="cyan"))
        console.print(Text(f"    {excerpt(index.paragraphs[hit.row].text)}"))


def _place(hit: Hit, index: Index) -> str:
    return cite(index.document(hit.document), hit.locator)
