"""`pincite ui`: the browser app."""

import os
from dataclasses import dataclass
from pathlib import Path

import click

from ui.app.people import ALLOW_REMOVING
from ui.app.sessions import Limits
from ui.cli.options import index_option, model_option
from ui.paths import MODEL_VARIABLE
from ui.settings.options import listed_setting, setting


@dataclass(frozen=True, slots=True)
class _Request:
    """What the command line asks for."""

    folder: Path
    model: str | None
    port: int | None
    address: str
    allowed_hosts: tuple[str, ...]
    most_sessions: int
    allow_removing: bool
    open_browser: bool


@click.command()
@index_option
@model_option
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    **setting("PINCITE_UI_PORT"),
    help="The port to listen on.  [default: 8501, or the next free]",
)
@click.option(
    "--address",
    **setting("PINCITE_UI_ADDRESS", "localhost"),
    help="Where to listen; 0.0.0.0 lets other machines in.  [default: localhost]",
)
@click.option(
    "--allowed-host",
    "allowed_hosts",
    **listed_setting("PINCITE_UI_ALLOWED_HOSTS"),
    metavar="NAME",
    help="A name it may be opened under, other than this machine's or an IP address; can be given several times.",
)
@click.option(
    "--most-sessions",
    type=click.IntRange(1),
    **setting("PINCITE_UI_MOST_SESSIONS", Limits().most),
    help=f"How many pages may be open at once.  [default: {Limits().most}]",
)
@click.option(
    "--allow-removing",
    is_flag=True,
    help="Let whoever opens it delete documents and batches, though other machines may open it and nobody signs in.",
)
@click.option("--browser/--no-browser", "open_browser", default=True, help="Open a browser window.  [default: yes]")
def ui_command(**_options: object) -> None:
    """Open the app in a browser: ask, read, compare, and add documents. Ctrl-C ends it."""
    from ui.app.serve import Serving, serve

    request = _Request(**click.get_current_context().params)
    # The pages run in threads of the server, which read folder and model from here.
    os.environ["PINCITE_INDEX"] = str(request.folder)
    os.environ[MODEL_VARIABLE] = request.model or ""
    if request.allow_removing:
        os.environ[ALLOW_REMOVING] = "yes"
    serving = Serving(request.allowed_hosts, Limits(request.most_sessions))
    serve(request.address, request.port, serving, open_browser=request.open_browser)
