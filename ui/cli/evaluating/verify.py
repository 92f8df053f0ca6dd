"""`pincite eval verify`: how well drafts are checked, on drafts with errors that are known."""

import json
from pathlib import Path

import click

from ui.cli.options import index_option

EXIT_WORSE = 1  # as the other evaluations end where something is below what has to be reached
_MOST_LISTED = 30  # errors missed and false alarms that are shown in words


@click.command("verify")
@index_option
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Which drafts are made.")
@click.option("--drafts", type=click.IntRange(1, 100), default=5, show_default=True, help="How many drafts are made.")
@click.option(
    "--errors", type=click.IntRange(1, 50), default=4, show_default=True, help="Errors of each kind in a draft."
)
@click.option("--right", type=click.IntRange(1, 1_000), default=120, show_default=True, help="Sentences without one.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of words.")
def verify_command(folder: Path, seed: int, drafts: int, errors: int, right: int, *, as_json: bool) -> None:
    """Make drafts with errors from the documents of the index, check them, and count what is found.

    Exit code 1 where fewer are found, or more false alarms raised, than has to be.
    """
    from eval.verifying.measure import Size, measure, score_record, score_text
    from index.engines.opening import load_index
    from ui.cli.terminal.console import build_progress

    index = load_index(folder)
    with build_progress() as tell:
        score = measure(index.store, seed, Size(drafts, errors, right), tell)
    if as_json:
        click.echo(json.dumps(score_record(score), ensure_ascii=False, indent=2))
    else:
        click.echo(score_text(score))
        for title, lines in (("Missed", score.missed), ("False alarms", score.alarms)):
            if lines:
                click.echo("\n".join(["", title, "", *(f"- {line}" for line in lines[:_MOST_LISTED])]))
    if not score.passed:
        raise click.exceptions.Exit(EXIT_WORSE)
