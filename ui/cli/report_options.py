"""Options of the commands that write reports, and what they say on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from index.progress import Progress

OUTPUTS = ".docx (Word), .md, .html"


def look_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--title`, `--citations` and `--template`."""
    options = (
        click.option("--title", metavar="TEXT", help="The title of the report."),
        click.option(
            "--citations",
            type=click.Choice(["footnotes", "brackets"]),
            help="Where citations stand.  [default: footnotes in Word, brackets elsewhere]",
        ),
        click.option(
            "--template",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="A Word document or template of your own (.docx, .dotx), for its styles, page, header and footer.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def say(line: str) -> None:
    """Print a line on standard error."""
    click.echo(f"pincite: {line}", err=True)


@contextmanager
def question_progress() -> Iterator[Progress]:
    """A function to tell how many questions are done of how many: a bar with rate and time left, nothing in a pipe."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TaskID, TextColumn
    from rich.progress import Progress as Bar
    from rich.progress import TimeRemainingColumn as TimeLeft
    from rich.text import Text

    class Rate(ProgressColumn):
        """Questions a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f} a second" if task.speed else "", style="dim")

    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("answering"), BarColumn(), MofNCompleteColumn(), Rate(), TimeLeft())
    bar = Bar(*columns, console=console, disable=not console.is_terminal)
    with bar:
        tasks: list[TaskID] = []

        def tell(_stage: str, done: int, total: int) -> None:
            if not tasks:
                tasks.append(bar.add_task("", total=total, completed=done))
            bar.update(tasks[0], completed=done)

        yield tell
