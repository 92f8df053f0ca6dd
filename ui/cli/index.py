"""`pincite index`: documents to an index, and the index kept up to date with them."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.storage.addresses import MilvusAddress
from ui.cli.default_command import GroupWithDefault
from ui.cli.options import EngineAddress, IndexPath, model_option
from ui.interrupts import leaving_at_once
from ui.paths import default_sources, index_folder

if TYPE_CHECKING:
    from index.corpus.read import ParseFiles
    from index.embedding.base import Embedder
    from index.update import Updater, UpdateReport

# Seconds between two looks at the files with --watch: nothing is opened until a size or a time differs, so that a look
# at a thousand files takes 0.2 s.
_EVERY = 5.0

_out = click.option(
    "--out",
    "folder",
    type=IndexPath(),
    default=index_folder,
    metavar="DIR",
    help="Where the index is.  [default: $PINCITE_INDEX or .pincite/index]",
)
_engine = click.option(
    "--engine",
    type=EngineAddress(),
    metavar="URL",
    help="Write the index to Milvus too, milvus://HOST:PORT/COLLECTION or milvus://./FILE.db/COLLECTION, in place of "
    "the one there: `--index URL` of the other commands opens it from any machine.",
)


@click.group(cls=GroupWithDefault)
def index_command() -> None:
    """Build the index of documents, or bring it up to date: `pincite index PATHS` is `pincite index build PATHS`.

    Until the new index is whole the old one stays in use. Only texts that are new are embedded.
    """


@index_command.command("build")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@_out
@_engine
@model_option
@click.option("--encoding", default="utf-8", show_default=True, help="The encoding of plain text, for example cp1252.")
@click.option(
    "--on",
    metavar="CLUSTER",
    help="Have the machines of a Ray cluster read and embed, ray://HOST:PORT, or `local`, all processors of this one.",
)
def build_command(
    paths: tuple[Path, ...],
    folder: Path,
    engine: MilvusAddress | None,
    model: str | None,
    encoding: str,
    on: str | None,
) -> None:
    """Build the index of PATHS, files or folders with the folders in them (default: corpus/ and what the app added).

    PDF, Word, HTML, plain text and Markdown are read. A symbolic link in a folder is followed only to a file in that
    folder; one that is named itself is followed.
    """
    with leaving_at_once():
        from index.build import build_folder
        from index.embedding.registry import load_embedder
        from index.text.wording import counted
        from ui.cli.terminal.console import build_progress, messages
        from ui.cli.terminal.document import print_findings

        _check_engine(engine)
        embedder = load_embedder(model)
    console = messages()
    sources = list(paths) or default_sources(folder)
    with _builders(on, embedder, model) as (embedding, parse), build_progress() as tell:
        report = build_folder(sources, folder, embedding, encoding=encoding, parse=parse, on_progress=tell)
    for failure in report.failures:
        console.print(f"left out: {failure}", markup=False, style="yellow")
    if report.findings:
        print_findings(report.findings)
    counts = report.index.manifest.counts
    console.print(
        f"{counted(counts.documents, 'document')}, {counted(counts.paragraphs, 'paragraph')} "
        f"({counted(report.new_passages, 'new passage')}) in {folder}, {report.seconds:.1f} s",
        markup=False,
    )
    _publish(folder, engine)


@index_command.command("add")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_out
@_engine
@model_option
def add_command(paths: tuple[Path, ...], folder: Path, engine: MilvusAddress | None, model: str | None) -> None:
    """Add the files and folders PATHS to the index. A file with the contents of another is the same document."""
    _change(folder, engine, model, lambda updater: updater.add(paths))


@index_command.command("remove")
@click.argument("ids", nargs=-1, required=True)
@_out
@_engine
@model_option
def remove_command(ids: tuple[str, ...], folder: Path, engine: MilvusAddress | None, model: str | None) -> None:
    """Remove the documents IDS from the index; their files stay where they are, and out of it until added again."""
    _change(folder, engine, model, lambda updater: updater.remove(ids))


@index_command.command("update")
@_out
@_engine
@model_option
@click.option("--watch", is_flag=True, help="Go on, and update whenever files change, until interrupted.")
@click.option("--every", default=_EVERY, show_default=True, metavar="SECONDS", help="How often --watch looks.")
def update_command(folder: Path, engine: MilvusAddress | None, model: str | None, *, watch: bool, every: float) -> None:
    """Read again what changed on disk: new files, files with other contents, files that are gone."""
    if watch:
        _watch(folder, engine, model, every)
    else:
        _change(folder, engine, model, lambda updater: updater.update())


def _change(
    folder: Path, engine: MilvusAddress | None, model: str | None, change: "Callable[[Updater], UpdateReport]"
) -> None:
    with leaving_at_once():
        from index.adding.parts import PARTS_FROM
        from index.update import Updater
        from ui.cli.terminal.console import build_progress
        from ui.cli.terminal.update import print_update

        _check_engine(engine)
        embedder = _embedder_of(folder, model)
    with build_progress() as tell:
        # Milvus is given an index that is one.
        report = change(Updater(folder, embedder, tell, None if engine else PARTS_FROM))
    print_update(report, folder)
    _publish(folder, engine)


def _watch(folder: Path, engine: MilvusAddress | None, model: str | None, every: float) -> None:
    with leaving_at_once():
        from index.adding.parts import PARTS_FROM
        from index.errors import PinciteError
        from index.update import Watch
        from ui.cli.terminal.console import build_progress, messages
        from ui.cli.terminal.update import print_update

        _check_engine(engine)
        watch = Watch(folder, _embedder_of(folder, model), None if engine else PARTS_FROM)
    with build_progress() as tell:
        first = watch.look(tell)
    if first is not None:
        print_update(first, folder)
    _publish(folder, engine)
    while True:
        time.sleep(every)
        try:
            # No bars: they would be drawn anew at each look.
            report = watch.look()
            if report is not None and report.changes:
                print_update(report, folder)
                _publish(folder, engine)
        except PinciteError as error:
            # What is wrong now may be mended before the next look.
            messages().print(f"pincite: {error}", markup=False, style="yellow")


@contextmanager
def _builders(
    on: str | None, embedder: "Embedder", model: str | None
) -> "Iterator[tuple[Embedder, ParseFiles | None]]":
    """What embeds and what reads files: this machine, or those of the cluster `on`."""
    if on is None:
        yield embedder, None
        return
    from index.cluster.on_ray import ray_cluster
    from index.embedding.registry import load_embedder

    with ray_cluster(on) as cluster:
        yield cluster.embedder(embedder, partial(_load_on, load_embedder, model)), cluster.parse


def _load_on(load: "Callable[..., Embedder]", model: str | None, device: str) -> "Embedder":
    return load(model, device=device)


def _check_engine(engine: MilvusAddress | None) -> None:
    """Raise the error of writing to `engine`, if there is one, before the index is built, which may take hours."""
    if engine is None:
        return
    from index.engines.milvus.publish import check_publishable

    check_publishable(engine)


def _publish(folder: Path, engine: MilvusAddress | None) -> None:
    """Write the index in `folder` to `engine`, if one is given, and say so."""
    if engine is None:
        return
    from index.engines.milvus.publish import publish
    from ui.cli.terminal.console import build_progress, messages

    with build_progress() as tell:
        published = publish(folder, engine, tell)
    said = "published as" if published.is_new else "the same one is published as"
    messages().print(f"{said} {engine}", markup=False)


def _embedder_of(folder: Path, model: str | None) -> "Embedder":
    """The model `model`; IndexFolderError where the index in `folder` was built with another.

    Every text would be embedded anew, and the index read with it from then on.
    """
    from index.embedding.registry import load_embedder
    from index.folder.added import read_manifest
    from rag.open_answerer import check_model

    embedder = load_embedder(model)
    check_model(read_manifest(folder), embedder, folder)
    return embedder
