"""`pincite show`: a document's outline, or one paragraph of it."""

from pathlib import Path

import click

from ui.cli.options import index_option


@click.command()
@click.argument("document")
@click.argument("locator", required=False)
@index_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
def show_command(document: str, locator: str | None, folder: Path, *, as_json: bool) -> None:
    """Show the outline of DOCUMENT (an id, such as progress-2018), or its paragraph at LOCATOR (such as "65 (c)")."""
    from index.folder.load import load_index
    from rag.lookup import find_document, find_paragraph
    from ui.cli.terminal.document import print_outline, print_paragraph

    shown = find_document(load_index(folder), document)
    paragraph = find_paragraph(shown, locator) if locator else None
    if as_json:
        import json

        from index.document_json import paragraph_contract, to_contract

        record = paragraph_contract(paragraph) if paragraph else to_contract(shown)
        click.echo(json.dumps(record, ensure_ascii=False))
    elif paragraph:
        print_paragraph(shown, paragraph)
    else:
        print_outline(shown)
