"""`pincite serve`: the documents for other programs, by HTTP."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import click

from index.errors import MissingPackageError, OutputError
from ui.cli.options import index_option, model_option, reader_option
from ui.cli.serving.admission import Admission, admission_options
from ui.interrupts import leaving_at_once
from ui.paths import questions_file
from ui.settings.options import listed_setting, setting

_THIS_MACHINE = "127.0.0.1"
_FIRST_PORT = 8800  # beside the app's


@dataclass(frozen=True, slots=True)
class _Request:
    """What the command line asks for."""

    folder: Path
    model: str | None
    reader: str | None
    host: str
    port: int
    allowed_hosts: tuple[str, ...]
    admission: Admission
    new_key: str | None
    keep_questions: int


@click.command()
@index_option
@model_option
@reader_option
@click.option(
    "--host",
    **setting("PINCITE_SERVE_HOST", _THIS_MACHINE),
    help=f"Where to listen; 0.0.0.0 lets other machines in.  [default: {_THIS_MACHINE}]",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    **setting("PINCITE_SERVE_PORT", _FIRST_PORT),
    help=f"The port.  [default: {_FIRST_PORT}]",
)
@click.option(
    "--allowed-host",
    "allowed_hosts",
    **listed_setting("PINCITE_SERVE_ALLOWED_HOSTS"),
    metavar="NAME",
    help="A name it may be asked under, other than this machine's or an IP address; can be given several times.",
)
@admission_options
@click.option("--new-key", metavar="NAME", help="Print a new key for NAME and the line for the file of keys, and end.")
@click.option(
    "--keep-questions",
    type=click.IntRange(0),
    **setting("PINCITE_SERVE_KEEP_QUESTIONS", 0),
    metavar="DAYS",
    help="Keep questions so long, without who asked, in questions.sqlite beside the index; 0, unless given: keep none.",
)
def serve_command(**_options: object) -> None:
    """Serve answers, passages and checks to other programs, by HTTP as JSON; /docs describes it. Ctrl-C ends it."""
    parameters = dict(click.get_current_context().params)
    request = _Request(admission=Admission.taken_from(parameters), **parameters)
    with leaving_at_once():
        if find_spec("fastapi") is None or find_spec("uvicorn") is None:
            raise MissingPackageError("`pincite serve` needs the package fastapi; run: pip install 'pincite[api]'")
        if request.new_key is not None:
            _print_key(request.new_key)
            return
        run = _server(request)
    # The server has a way of its own to end: it answers what it was asked before.
    run()


def _print_key(name: str) -> None:
    from ui.api.guards.keys import new_key

    key, line = new_key(name)
    click.echo(
        f"pincite: the key, which is shown this once, and the line for the file of keys; give the key to {name}",
        err=True,
    )
    click.echo(f"{key}\n{line}")


def _server(request: _Request) -> Callable[[], None]:
    """What runs the server until it is ended."""
    import uvicorn

    from index.engines.opening import read_manifest
    from rag.reader.registry import load_reader
    from ui.api.app import make_app
    from ui.api.desk import Desk
    from ui.api.metrics import Metrics
    from ui.api.question_log import QuestionLog
    from ui.app.hosts import hosts, is_loopback
    from ui.app.serve import is_free
    from ui.app.services.index_holder import IndexHolder

    answering = hosts(request.host, request.port, request.allowed_hosts)
    serving = request.admission.serving(answering, is_open=is_loopback(request.host))
    # Before the models are loaded beside the server: without an index there is nothing to serve.
    read_manifest(request.folder)
    if not is_free(request.host, request.port):
        raise OutputError(f"port {request.port} is taken or not allowed on {request.host}; name another with --port")
    holder = IndexHolder(request.folder, model=request.model, load_reader=lambda: load_reader(request.reader))
    kept = QuestionLog(questions_file(request.folder), request.keep_questions) if request.keep_questions else None
    app = make_app(Desk(holder, Metrics(), kept), serving)
    shown = f"[{request.host}]" if ":" in request.host else request.host
    click.echo(f"pincite: listening on http://{shown}:{request.port}, described at /docs; Ctrl-C ends it", err=True)
    return partial(uvicorn.run, app, host=request.host, port=request.port, log_config=None, server_header=False)
