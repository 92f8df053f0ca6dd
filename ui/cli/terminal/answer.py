"""An answer on a terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from index.store import Index
from rag.answer import Answer, Hit
from rag.citing.citation import cite
from rag.citing.sources import sources
from rag.citing.tables import quoted_table
from rag.quotations import Quotation, quotations
from rag.states import MISSING, NEAREST, UNJUDGED, WayOn, explanation, headline, ways_on
from ui.cli.terminal.console import excerpt, output
from ui.cli.terminal.rows import rows_in

# Before each line of a related passage, which a reader without colours must not take for an answer either.
_BAR = "│ "
_BULLET = "  - "


def print_answer(answer: Answer, index: Index, *, is_filtered: bool = False, with_found: bool = False) -> None:
    """Print the sentences of `answer` with their citations, or the nearest paragraphs where there is none.

    Related passages are set apart, under what they are and what they lack. `is_filtered` says that only some documents
    were asked; `with_found` lists all paragraphs that were found, too.
    """
    console = output()
    _print_state(console, answer)
    _print_statements(console, answer, index)
    if answer.nearest and not with_found:
        console.print(f"{NEAREST}. {UNJUDGED}")
        _print_hits(console, answer.nearest, index)
    if with_found:
        console.print("All paragraphs that were found, best first:")
        _print_hits(console, answer.evidence, index)
    _print_ways_on(console, ways_on(answer, is_filtered=is_filtered), with_found=with_found)


def _print_state(console: Console, answer: Answer) -> None:
    """The state in words, and what is missing; nothing over an answer that lacks nothing."""
    if words := headline(answer):
        style = "bold yellow" if answer.state == "related" else "bold"
        console.print(Text(words, style=style))
    for each in explanation(answer):
        console.print(Text(each))
    if answer.checks:
        console.print(Text(f"{MISSING}:"))
    for each in answer.checks:
        console.print(Text(f"{_BULLET}{each}"))


def _print_statements(console: Console, answer: Answer, index: Index) -> None:
    bar = _BAR if answer.state == "related" else ""
    for each in quotations(answer.statements):
        words = Text(f"{each.label} {_words(each, index, console, bar)}".lstrip())
        if answer.state == "answers":
            # What else is quoted only leads up to it or goes on from it.
            words.highlight_words([one.text for one in each.statements if one.leads], "bold")
        words.append(" ").append(f"[{each.where}]", style="cyan")
        for line in _lines(words, console, bar):
            console.print(line)
        for cited in each.rests_on:
            console.print(Text(f"{bar}{_BULLET}{cited.text}: “{cited.quote}”", style="dim"))
        console.print()
    if answer.statements:
        console.print(Text(f"Sources: {sources(answer, index)}", style="dim"))
    if answer.remark:
        console.print(Text(answer.remark))


def _words(quotation: Quotation, index: Index, console: Console, bar: str) -> str:
    """What `quotation` says; rows of a table each on a line."""
    table = quoted_table(quotation, index)
    if table is None:
        return quotation.text
    width = console.width - len(bar) if console.is_terminal and not table.has_labels else None
    return "\n".join(rows_in(table, width))


def _lines(words: Text, console: Console, bar: str) -> Iterator[Text]:
    """`words` as they are, or in lines that each have `bar` before them; in a pipe they are not broken."""
    if not bar:
        yield words
        return
    for line in words.wrap(console, console.width - len(bar)) if console.is_terminal else words.split("\n"):
        yield Text(bar, style="yellow").append_text(line)


def _print_hits(console: Console, hits: tuple[Hit, ...], index: Index) -> None:
    for hit in hits:
        console.print(Text(f"  {_place(hit, index)}", style="cyan"))
        console.print(Text(f"    {excerpt(index.paragraphs[hit.row].text)}"))


def _print_ways_on(console: Console, ways: tuple[WayOn, ...], *, with_found: bool) -> None:
    shown = [each for each in ways if each.tool != "found" or not with_found]
    if shown:
        console.print("What you can do:")
    for each in shown:
        console.print(Text(f"{_BULLET}{_way_on(each)}"))


def _way_on(way: WayOn) -> str:
    """What can be done, and the command that does it."""
    match way.tool:
        case "reword" | "widen":
            return way.words
        case "found":
            return f"{way.words}: the same command with --found"
        case "brief":
            return f'{way.words}: pincite brief "THEME"'
        case _:
            return f"{way.words}: pincite {way.tool} {' '.join(way.documents)}"


def _place(hit: Hit, index: Index) -> str:
    return cite(index.document(hit.document), hit.locator)
