"""The app's server: bound to this machine unless told otherwise, loading the index as it starts, calling nobody."""

import socket
import sys
import threading
import webbrowser
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import OutputError, PinciteError
from ui.app.api_part import ApiPart
from ui.app.hosts import HostGuard, Hosts, hosts
from ui.app.sessions import Limits, SessionGuard, bearable, close_session
from ui.interrupts import leave
from ui.request_log import RequestLog

if TYPE_CHECKING:
    from starlette.types import ASGIApp
    from streamlit.starlette import App

SCRIPT = Path(__file__).with_name("app.py")
FIRST_PORT = 8501
_PORTS_TRIED = 20

# Pages may load and call nothing but this server: Streamlit's own code needs inline scripts and styles, blobs and eval.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss: data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    )
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
)


@dataclass(frozen=True, slots=True)
class Serving:
    """How the app is served: further names that it answers to, how many sessions it bears, Streamlit's own settings.

    `make_api` makes the HTTP API that is served on the same port, for the names that the app answers to.
    """

    allowed_hosts: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    settings: Mapping[str, object] = field(default_factory=dict)
    make_api: "Callable[[Hosts], ASGIApp] | None" = None


def serve(address: str, port: int | None, serving: Serving, *, open_browser: bool) -> None:
    """None, when the server was stopped; OutputError where the port is taken or a name is none."""
    chosen = free_port(address, port)
    answering = hosts(address, chosen, serving.allowed_hosts)
    limits = bearable(serving.limits)
    # Streamlit reads the settings beside the script that it finds here, ui/app/.streamlit/config.toml.
    sys.argv = [str(SCRIPT)]
    where = f"http://{_in_address_bar(address)}:{chosen}"
    api = serving.make_api(answering) if serving.make_api else None
    app = _app(lambda: webbrowser.open(where) if open_browser else False, answering, limits, api)
    settings = {**serving.settings, **_settings(address, chosen, limits)}
    try:
        app.run(config=settings)
    except KeyboardInterrupt:
        # Ctrl-C is how a server is ended: nothing went wrong. The index may still be loading, which nobody waits for.
        leave(0)


def _settings(address: str, port: int, limits: Limits) -> dict[str, object]:
    """Streamlit's settings, by name, for a server on `address`."""
    return {
        "server.address": address,
        "server.port": port,
        # Where none is set, Streamlit asks a server elsewhere for the address that others see.
        "browser.serverAddress": _in_address_bar(address),
        # Longer than a session is kept here, so that it is still there to be closed.
        "server.disconnectedSessionTTL": int(limits.kept) + 60,
    }


def _in_address_bar(address: str) -> str:
    if address in ("0.0.0.0", "::"):
        return "localhost"
    return f"[{address}]" if ":" in address else address


def free_port(address: str, port: int | None) -> int:
    """`port` if it is free, or the first free one from 8501 on where none is given."""
    wanted = [port] if port is not None else range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED)
    for each in wanted:
        if is_free(address, each):
            return each
    taken = f"port {port} is" if port is not None else f"ports {FIRST_PORT} to {wanted[-1]} are"
    raise OutputError(f"{taken} taken or not allowed on {address}; name another: pincite ui --port 8600")


def is_free(address: str, port: int) -> bool:
    """Whether a server can listen on `port` of `address`."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def _app(started: Callable[[], object], answering: Hosts, limits: Limits, api: "ASGIApp | None" = None) -> "App":
    import streamlit as st
    from starlette.middleware import Middleware

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncGenerator[None, None]:
        # Beside the server, so that the page is there at once and the index when somebody asks.
        threading.Thread(target=_preload, name="pincite-preload", daemon=True).start()
        started()
        yield

    guards = [
        Middleware(RequestLog),
        Middleware(_Headers),
        Middleware(HostGuard, hosts=answering),
        Middleware(SessionGuard, limits=limits, close=close_session),
    ]
    if api is not None:
        guards.insert(0, Middleware(ApiPart, api=api))
    return st.App(SCRIPT, lifespan=lifespan, middleware=guards)


def _preload() -> None:
    from ui.app.app_pages.page_state import index_holder

    try:
        index_holder().refresh()
    except PinciteError:
        # The page says the same to whoever opens it, with what to do next.
        return


class _Headers:
    """Adds the headers above to every response; plain ASGI, so that nothing is buffered."""

    def __init__(self, app: Callable[..., Any]) -> None:
        self._app = app

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Callable[[dict[str, Any]], Any]) -> None:  # noqa: ANN401
        async def with_headers(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
            await send(message)

        await self._app(scope, receive, with_headers)
