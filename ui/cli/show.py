"""`pincite show`: a document's outline, or one paragraph of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.cli.options import index_option

if TYPE_CHECKING:
    from index.document import Document


@click.command()
@click.argument("document")
@click.argument("locator", required=False)
@index_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["ris", "bibtex", "csl", "akn"]),
    help="The reference for RIS, BibTeX or CSL, or the whole document as Akoma Ntoso, instead of words.",
)
def show_command(document: str, locator: str | None, folder: Path, form: str | None, *, as_json: bool) -> None:
    """Show the outline of DOCUMENT (an id, such as progress-2018), or its paragraph at LOCATOR (such as "65 (c)").

    With a paragraph come its links: what it refers to in other paragraphs, where the index has them.
    """
    from index.engines.opening import load_index
    from rag.citing.links import Links, link_in_words
    from rag.lookup import find_document, find_paragraph
    from ui.cli.terminal.document import print_outline, print_paragraph

    if form and as_json:
        raise click.UsageError("give --json or --format, not both")
    index = load_index(folder)
    shown = find_document(index, document)
    if form:
        _export(shown, locator, form)
        return
    paragraph = find_paragraph(shown, locator) if locator else None
    links = Links(index).of(shown.paragraphs.index(paragraph) + index.rows_of(shown.id).start) if paragraph else ()
    if as_json:
        import json

        from index.storage.document_json import paragraph_contract, to_contract
        from rag.citing.links import link_contract

        record = to_contract(shown)
        if paragraph:
            record = paragraph_contract(paragraph) | {"links": [link_contract(each) for each in links]}
        click.echo(json.dumps(record, ensure_ascii=False))
    elif paragraph:
        held = [f"{each.text}: {link_in_words(each, index)}" for each in links if each.document]
        print_paragraph(shown, paragraph, held)
    else:
        print_outline(shown)


def _export(document: "Document", locator: str | None, form: str) -> None:
    from rag.exports.formats import FORMATS
    from rag.lookup import find_locator

    click.echo(FORMATS[form](document, find_locator(document, locator) if locator else None), nl=False)
