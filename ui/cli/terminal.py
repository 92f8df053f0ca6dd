"""Answers, documents and progress on a terminal. Results go to standard output, everything else to standard error."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from index.document import Document, Finding, Paragraph
from index.store import Index
from rag.answer import Answer, Hit
from rag.citing.citation import cite
from rag.citing.sources import sources
from rag.quotations import quotations
from rag.refusal import NEAREST, no_answer

_EXCERPT = 160  # characters shown of a nearest paragraph
_STAGES = {"files": "reading documents", "passages": "embedding paragraphs", "sentences": "embedding sentences"}


def output() -> Console:
    """The console for results: plain and unwrapped in a pipe."""
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, soft_wrap=True, color_system=None)


def messages() -> Console:
    """The console for progress and warnings: unwrapped in a pipe, so that one message is one line."""
    console = Console(stderr=True, highlight=False)
    return console if console.is_terminal else Console(stderr=True, highlight=False, soft_wrap=True)


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
        console.print(Text(f"    {_excerpt(index.paragraphs[hit.row].text)}"))


def _place(hit: Hit, index: Index) -> str:
    return cite(index.document(hit.document), hit.locator)


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def print_outline(document: Document) -> None:
    """Print the headings of `document` and the paragraphs under each."""
    console = output()
    console.print(Text(document.title, style="bold"))
    facts = [document.symbol, document.date, document.body, document.session]
    console.print(Text(" · ".join(each for each in facts if each), style="dim"))
    shown: tuple[str, ...] = ()
    for paragraph in document.paragraphs:
        for depth, heading in enumerate(paragraph.headings):
            if paragraph.headings[: depth + 1] != shown[: depth + 1]:
                console.print(Text("  " * depth + heading, style="bold"))
        shown = paragraph.headings
        console.print(Text("  " * len(shown) + f"{paragraph.locator}  {_excerpt(paragraph.text)}"))


def print_paragraph(document: Document, paragraph: Paragraph) -> None:
    """Print one paragraph whole, with the headings above it and its footnotes."""
    console = output()
    for depth, heading in enumerate(paragraph.headings):
        console.print(Text("  " * depth + heading, style="dim"))
    console.print(Text(cite(document, paragraph.locator), style="cyan"))
    console.print(Text(paragraph.text))
    for note in paragraph.notes:
        console.print(Text(f"{note.mark}  {note.text}", style="dim"))


def print_findings(findings: Sequence[Finding]) -> None:
    """Print what the numbering audit found, a line each."""
    console = output()
    if not findings:
        console.print("The numbering runs on in every document; every line was placed.")
    for each in findings:
        console.print(Text(f"{each.source}:{each.line}: {each.kind}: {each.message}"))


@contextmanager
def build_progress() -> Iterator[Callable[[str, int, int], None]]:
    """A function to tell of progress, shown as bars on a terminal and not at all in a pipe."""
    console = messages()
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )
    tasks = {}
    with bar:

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(escape(_STAGES.get(stage, stage)), total=total or None)
            bar.update(tasks[stage], completed=done, total=total or done)

        yield tell
