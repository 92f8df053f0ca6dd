"""`pincite doctor`: settings, index and language model looked at, a line each."""

from pathlib import Path

import click

from ui.cli.options import index_option

EXIT_ILL = 1  # as diff(1) ends where it found something to tell


@click.command()
@index_option
def doctor_command(folder: Path) -> int:
    """Say what was set and where, whether the index is there and whether the language model answers, and how fast.

    Nothing but one short question of its own is sent to the model. Exit code 1 where something does not work.
    """
    from ui.cli.doctor.findings import examine

    findings = list(examine(folder))
    for each in findings:
        click.echo(f"{'✓' if each.is_well else '✗'} {each.name}: {each.says}")
    return 0 if all(each.is_well for each in findings) else EXIT_ILL
