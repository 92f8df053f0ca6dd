"""`pincite ui`: the browser app."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.errors import MissingPackageError
from ui.app.people import ALLOW_REMOVING
from ui.app.sessions import Limits
from ui.cli.options import index_option, model_option
from ui.cli.serving.admission import Admission, admission_options
from ui.paths import MODEL_VARIABLE
from ui.settings.options import listed_setting, setting

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from ui.app.hosts import Hosts


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
    with_api: bool
    open_browser: bool
    admission: Admission


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
@click.option(
    "--api",
    "with_api",
    is_flag=True,
    help="Serve other programs on the same port as well, as `pincite serve` does; /docs describes it. The options that "
    "follow are for that.",
)
@admission_options
@click.option("--browser/--no-browser", "open_browser", default=True, help="Open a browser window.  [default: yes]")
def ui_command(**_options: object) -> None:
    """Open the app in a browser: ask, read, compare, and add documents. Ctrl-C ends it."""
    from ui.app.serve import Serving, serve

    parameters = dict(click.get_current_context().params)
    request = _Request(admission=Admission.taken_from(parameters), **parameters)
    # The pages run in threads of the server, which read folder and model from here.
    os.environ["PINCITE_INDEX"] = str(request.folder)
    os.environ[MODEL_VARIABLE] = request.model or ""
    if request.allow_removing:
        os.environ[ALLOW_REMOVING] = "yes"
    make_api = _api_maker(request.admission) if request.with_api else None
    serving = Serving(request.allowed_hosts, Limits(request.most_sessions), make_api=make_api)
    serve(request.address, request.port, serving, open_browser=request.open_browser)


def _api_maker(admission: Admission) -> "Callable[[Hosts], ASGIApp]":
    """What makes the API for a server that answers to some names."""
    if find_spec("fastapi") is None:
        raise MissingPackageError("`pincite ui --api` needs the package fastapi; run: pip install 'pincite[api]'")

    def make(hosts: "Hosts") -> "ASGIApp":
        from ui.api.app import make_app
        from ui.api.desk import Desk
        from ui.api.metrics import Metrics
        from ui.app.app_pages.page_state import index_holder, sign_in_is_on
        from ui.app.hosts import is_loopback

        # Behind a proxy all come from this machine: where people sign in to the app, programs have to as well.
        is_open = is_loopback(hosts.address) and not sign_in_is_on()
        serving = admission.serving(hosts, is_open=is_open)
        # The index that the pages answer from: it is in memory once.
        desk = Desk(index_holder(), Metrics())
        desk.load_beside()
        return make_app(desk, serving)

    return make
