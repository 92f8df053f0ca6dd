"""`pincite index`: documents to an index."""

from pathlib import Path

import click

from ui.cli.options import model_option
from ui.interrupts import leaving_at_once
from ui.paths import default_sources, index_folder


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=index_folder,
    metavar="DIR",
    help="Where the index goes.  [default: $PINCITE_INDEX or .pincite/index]",
)
@model_option
@click.option("--encoding", default="utf-8", show_default=True, help="The encoding of the files, for example cp1252.")
def index_command(paths: tuple[Path, ...], out: Path, model: str | None, encoding: str) -> None:
    """Build the index of PATHS, files or folders of .txt and .md (default: corpus/ and what was added in the app).

    The old index stays in use until the new one is whole. Only texts that are new are embedded. A symbolic link in a
    folder is followed only to a file in that folder; one that is named itself is followed.
    """
    with leaving_at_once():
        from index.build import build_folder
        from index.embedding.registry import load_embedder
        from index.wording import counted
        from ui.cli.terminal.console import build_progress, messages
        from ui.cli.terminal.document import print_findings

        embedder = load_embedder(model)
    console = messages()
    with build_progress() as tell:
        report = build_folder(list(paths) or default_sources(out), out, embedder, encoding=encoding, on_progress=tell)
    for failure in report.failures:
        console.print(f"left out: {failure}", markup=False, style="yellow")
    if report.findings:
        print_findings(report.findings)
    counts = report.index.manifest.counts
    console.print(
        f"{counted(counts.documents, 'document')}, {counted(counts.paragraphs, 'paragraph')} "
        f"({counted(report.new_passages, 'new passage')}) in {out}, {report.seconds:.1f} s",
        markup=False,
    )
