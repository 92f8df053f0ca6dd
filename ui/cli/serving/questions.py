"""`pincite questions`: what was asked of a server that keeps questions."""

import json
from pathlib import Path

import click

from ui.paths import questions_file


@click.command()
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    default=questions_file,
    metavar="FILE",
    help="The file of questions.  [default: $PINCITE_QUESTIONS or .pincite/questions.sqlite]",
)
@click.option("--forget", is_flag=True, help="Delete them all instead.")
def questions_command(path: Path, *, forget: bool) -> None:
    """Print the questions that `pincite serve --keep-questions DAYS` has kept, a JSON object a line."""
    from ui.api.question_log import forget_questions, read_questions

    if forget:
        forget_questions(path)
        return
    for each in read_questions(path):
        click.echo(json.dumps(each, ensure_ascii=False))
