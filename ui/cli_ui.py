"""`pincite ui`: the browser app."""

import os
from pathlib import Path

import click

from ui.options import index_option, model_option
from ui.places import MODEL_VARIABLE


@click.command()
@index_option
@model_option
@click.option("--port", type=click.IntRange(1, 65535), help="The port to listen on.  [default: 8501, or the next free]")
@click.option(
    "--address", default="localhost", show_default=True, help="Where to listen; 0.0.0.0 lets other machines in."
)
@click.option("--browser/--no-browser", "open_browser", default=True, help="Open a browser window.  [default: yes]")
def ui_command(folder: Path, model: str | None, port: int | None, address: str, *, open_browser: bool) -> None:
    """Open the app in a browser: ask, read, compare, and add documents. Ctrl-C ends it."""
    from ui.serve import serve

    # The pages run in threads of the server, which read folder and model from here.
    os.environ["PINCITE_INDEX"] = str(folder)
    os.environ[MODEL_VARIABLE] = model or ""
    serve(address, port, open_browser=open_browser)
