"""A checked draft on a terminal: what has to be looked at as a table, then the documents that are not held."""

from collections.abc import Sequence

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from index.text.wording import excerpt
from rag.verifying.finding import CheckedDraft, Finding, NotHeld, in_words, place_in_draft, summary
from ui.cli.terminal.console import output

# Characters of a cell: three lines of a column on a terminal of 80.
_SHOWN = 90


def print_checked(checked: CheckedDraft, *, whole: bool) -> None:
    """Print the findings of a draft that have to be looked at, or the `whole` of them."""
    console = output()
    console.print(Text(f"{checked.name}: {summary(checked)}", style="bold"))
    findings = checked.findings if whole else checked.to_show
    if findings and console.is_terminal:
        console.print(_table(findings))
    elif findings:
        _print_lines(console, findings)
    if checked.not_held:
        console.print(_not_held(checked.not_held))


def _table(findings: Sequence[Finding]) -> Table:
    table = Table(box=SIMPLE, show_lines=False, expand=True)
    for name, ratio in (("Place", 2), ("Verdict", 2), ("The draft", 4), ("What was found", 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for each in findings:
        said = Text(excerpt(each.said, _SHOWN))
        if each.citation:
            said.append(f"\n{each.citation}", style="cyan")
        verdict = Text(each.verdict.value, style="red" if each.is_wrong and each.is_sure else "yellow")
        found = Text(in_words(each))
        if each.suggestion:
            found.append(f"\n{excerpt(each.suggestion, _SHOWN)}", style="green")
        table.add_row(Text(place_in_draft(each)), verdict, said, found)
    return table


def _print_lines(console: Console, findings: Sequence[Finding]) -> None:
    """A finding a line, its fields parted by tabs, for programs that read lines."""
    for each in findings:
        said = " ".join(excerpt(each.said, _SHOWN).split())
        fields = (place_in_draft(each), each.verdict.value, each.citation, said, in_words(each), each.suggestion)
        console.print(Text("\t".join(" ".join(field.split()) for field in fields)))


def _not_held(documents: Sequence[NotHeld]) -> Text:
    text = Text("Not held, and not compared:", style="dim")
    for each in documents:
        text.append(f"\n  {each.symbol}" + (f"  {each.url}" if each.url else ""), style="dim")
    return text
