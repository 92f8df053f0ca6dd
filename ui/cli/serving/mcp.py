"""`pincite mcp`: the documents for programs with a language model."""

from importlib.util import find_spec
from pathlib import Path

import click

from index.errors import MissingPackageError, OutputError
from ui.cli.options import index_option, model_option, reader_option
from ui.interrupts import leaving_at_once

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
_PORTS = range(1, 65536)


@click.command()
@index_option
@model_option
@reader_option
@click.option(
    "--http",
    "address",
    metavar="HOST:PORT",
    callback=lambda _context, _option, address: _checked(address),
    help="Listen there by streamable HTTP, under /mcp and on this machine only, not on standard input.",
)
def mcp_command(folder: Path, model: str | None, reader: str | None, address: tuple[str, int] | None) -> None:
    """Let a program with a language model search, read, ask, compare and verify, by the Model Context Protocol.

    It starts this command and speaks to it on standard input and output. The index is read once.
    """
    with leaving_at_once():
        if find_spec("mcp") is None:
            raise MissingPackageError("`pincite mcp` needs the package mcp; run: pip install 'pincite[mcp]'")
        from rag.open_answerer import open_answerer
        from ui.app.serve import is_free
        from ui.mcp.server import make_server

        server = make_server(open_answerer(folder, model=model, reader=reader))
        # Still to be left at once: a thread that waits for standard input would be waited for.
        if address is None:
            server.run("stdio")
        else:
            host, port = address
            if not is_free(host, port):
                raise OutputError(f"port {port} is taken or not allowed on {host}; name another with --http")
            shown = f"[{host}]" if ":" in host else host
            click.echo(f"pincite: listening on http://{shown}:{port}/mcp; Ctrl-C ends it", err=True)
            server.run("streamable-http", host=host, port=port)


def _checked(address: str | None) -> tuple[str, int] | None:
    """Host and port of `address`; UsageError where it is none, or lets other machines in."""
    if address is None:
        return None
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    if not port.isascii() or not port.isdecimal() or int(port) not in _PORTS:
        raise click.BadParameter(f"{address!r} has no port; give, for example, 127.0.0.1:8765")
    if host not in _THIS_MACHINE:
        raise click.BadParameter(
            f"{host!r} would let other machines in, and nobody signs in here; listen on 127.0.0.1, and put a proxy "
            "that knows people before it"
        )
    return host, int(port)
