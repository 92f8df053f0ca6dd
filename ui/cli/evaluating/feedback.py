"""`pincite eval feedback`: readers' verdicts as candidates for gold questions."""

import json
from pathlib import Path

import click

from ui.paths import feedback_file


@click.command()
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    default=feedback_file,
    metavar="FILE",
    help="The file of verdicts.  [default: $PINCITE_FEEDBACK or .pincite/feedback.sqlite]",
)
def feedback_command(path: Path) -> None:
    """Print what readers said of answers, one candidate for a gold question a line.

    A candidate has the form of a gold question and, beside it, the reader's verdict and note: check it, finish it, take
    the keys verdict, note and asked out, and add it to a gold file.
    """
    from ui.app.services.feedback import candidates, read_feedback

    for candidate in candidates(read_feedback(path)):
        click.echo(json.dumps(candidate, ensure_ascii=False))
