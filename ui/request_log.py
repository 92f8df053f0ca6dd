"""A log line for each request: its id, its route, its status and how long it took; not who asked, and not what."""

import logging
import re
from contextvars import ContextVar
from time import perf_counter
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

logger = logging.getLogger(__name__)

REQUEST: ContextVar[str] = ContextVar("request", default="")
"""The id of the request that is being answered; empty outside of one."""
NO_ROUTE = "(no such route)"
_HEADER = b"x-request-id"
# What a program before this one may have named a request; anything else could forge lines of a log.
_NAMED = re.compile(r"[\w.-]{1,64}", re.ASCII)
_MILLISECONDS = 1_000  # of a second
_SWITCHED, _REFUSED, _FAILED = 101, 403, 500  # HTTP statuses, of a websocket too


def route_of(scope: "Scope") -> str:
    """The route that a request was answered by: not its path, of which there are as many as people make up."""
    return getattr(scope.get("route"), "path", None) or NO_ROUTE


class RequestLog:
    """Logs each request as it ends, and sends its id back; plain ASGI, so that streams are measured whole.

    The id is that of the header `X-Request-ID`, or a new one.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request, and log it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        begun, status = perf_counter(), _FAILED
        token = REQUEST.set(_id(scope))

        async def noted(message: Any) -> None:  # noqa: ANN401
            nonlocal status
            status = _status(message, status)
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), (_HEADER, REQUEST.get().encode())]
                message = {**message, "headers": headers}
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            line = {
                "method": scope.get("method", "WEBSOCKET"),
                "route": route_of(scope),
                "status": status,
                "ms": round((perf_counter() - begun) * _MILLISECONDS),
            }
            logger.info("%s %s: %d in %d ms, request %s", *line.values(), REQUEST.get(), extra=line)
            REQUEST.reset(token)


def _id(scope: "Scope") -> str:
    named = [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == _HEADER]
    return named[0] if len(named) == 1 and _NAMED.fullmatch(named[0]) else uuid4().hex


def _status(message: Any, before: int) -> int:  # noqa: ANN401
    match message["type"]:
        case "websocket.accept":
            return _SWITCHED
        case "websocket.close":
            return _REFUSED if before == _FAILED else before
        case _:
            return int(message.get("status", before))
