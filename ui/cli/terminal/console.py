"""The consoles for results and for messages, and progress shown on the second."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape

# Two lines of a terminal of 80 columns.
_EXCERPT = 160
_STAGES = {
    "waiting": "waiting for another that writes this index",
    "files": "reading documents",
    "passages": "embedding paragraphs",
    "sentences": "embedding sentences",
    "publishing": "writing to Milvus",
}


def output() -> Console:
    """The console for results: plain and unwrapped in a pipe."""
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, soft_wrap=True, color_system=None)


def messages() -> Console:
    """The console for progress and warnings: unwrapped in a pipe, so that one message is one line."""
    console = Console(stderr=True, highlight=False)
    return console if console.is_terminal else Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def build_progress() -> Iterator[Callable[[str, int, int], None]]:
    """A function to tell of progress, shown as bars on a terminal and not at all in a pipe."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

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


def excerpt(text: str) -> str:
    """The beginning of `text` as far as one or two lines of a terminal hold it, whole words and an ellipsis."""
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + " …"
