"""A comparison on a terminal: dropped words struck through, added words underlined; in a pipe `[-…-]` and `{+…+}`."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from index.document import Document
from index.store import ParagraphRef
from rag.comparing.align import Alignment, Part
from rag.comparing.word_diff import Span
from rag.quotations import marked_stretches
from ui.app.markup.comparison import Run, citation_of, marked_titles, marked_words, part_name, runs, summary
from ui.cli.terminal.console import output

_DROPPED, _ADDED = "red strike", "green underline"
_BRACKETS = {_DROPPED: ("[-", "-]"), _ADDED: ("{+", "+}")}


def print_alignment(alignment: Alignment, *, whole: bool) -> None:
    """Print what two documents share and what only one has; `whole` shows the text of long runs too."""
    console = output()
    console.print(Text(summary(alignment), style="bold"))
    for part in alignment.parts:
        console.print()
        _print_heading(console, part)
        for run in runs(part):
            console.print()
            _print_run(console, run, alignment, whole=whole)


def _print_heading(console: Console, part: Part) -> None:
    names = [name for name in dict.fromkeys([part_name(part.left), part_name(part.right)]) if name]
    console.print(Text(" → ".join(names), style="bold"))
    titles = marked_titles(part)
    if titles is None or part.left_title is None or part.right_title is None:
        return
    console.print(_marked(console, part.left_title, titles.left[0], _DROPPED))
    if not titles.same:
        console.print(_marked(console, part.right_title, titles.right[0], _ADDED))


def _print_run(console: Console, run: Run, alignment: Alignment, *, whole: bool) -> None:
    if run.kind in ("changed", "same"):
        match = run.matches[0]
        words = marked_words(match)
        _print_side(console, alignment.left, match.left, words.left, _DROPPED)
        if run.kind == "same":
            console.print(Text(f"{citation_of(alignment.right, match.right)}: the same words", style="dim"))
        else:
            _print_side(console, alignment.right, match.right, words.right, _ADDED)
        return
    document = alignment.left if run.kind == "dropped" else alignment.right
    console.print(Text(f"Only in {citation_of(document, run.refs)}", style="cyan"))
    if whole or not run.is_long:
        for ref in run.refs:
            console.print(Text(ref.text))


def _print_side(
    console: Console, document: Document, refs: Sequence[ParagraphRef], spans: Iterable[tuple[Span, ...]], style: str
) -> None:
    console.print(Text(citation_of(document, refs), style="cyan"))
    for ref, marks in zip(refs, spans, strict=True):
        console.print(_marked(console, ref.text, marks, style))


def _marked(console: Console, text: str, spans: Sequence[Span], style: str) -> Text:
    marked = Text()
    before, after = ("", "") if console.is_terminal else _BRACKETS[style]
    for piece, differs in marked_stretches(text, spans):
        marked.append(f"{before}{piece}{after}" if differs else piece, style=style if differs else None)
    return marked
