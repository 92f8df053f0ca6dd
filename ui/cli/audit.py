"""`pincite audit`: what is odd in the numbering of the indexed documents."""

from pathlib import Path

import click

from ui.cli.options import index_option


@click.command()
@index_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of words.")
def audit_command(folder: Path, *, as_json: bool) -> None:
    """List numbers that are missing, repeated or out of order, and lines that could not be placed."""
    from index.engines.opening import load_index
    from ui.cli.terminal.document import print_findings

    findings = load_index(folder).findings
    if not as_json:
        print_findings(findings)
        return
    import json
    from dataclasses import asdict

    for each in findings:
        click.echo(json.dumps(asdict(each), ensure_ascii=False))
