"""`pincite compare`: two documents side by side, paragraph by paragraph."""

from pathlib import Path

import click

from ui.cli.options import index_option


@click.command()
@click.argument("left", metavar="DOCUMENT")
@click.argument("right", metavar="DOCUMENT")
@index_option
@click.option("--all", "whole", is_flag=True, help="Show also the text of long runs that are in one document only.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
def compare_command(left: str, right: str, folder: Path, *, whole: bool, as_json: bool) -> None:
    """Show which paragraphs of two documents say the same, what was added and what was dropped.

    DOCUMENT is an id (such as guidelines-2021) or a symbol; the older one comes first.
    """
    from index.engines.opening import load_index
    from rag.comparing.align import align
    from rag.lookup import find_document

    index = load_index(folder)
    alignment = align(index, find_document(index, left).id, find_document(index, right).id)
    if as_json:
        import json

        from rag.comparing.align_json import alignment_object

        click.echo(json.dumps(alignment_object(alignment), ensure_ascii=False))
    else:
        from ui.cli.terminal.comparison import print_alignment

        print_alignment(alignment, whole=whole)
