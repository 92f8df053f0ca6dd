"""How long a request may be: counted as it comes in, whatever it says of itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_TOO_LONG = 413  # the HTTP status


class SizeGuard:
    """Lets in requests of at most as many bytes as `most` says for their path; plain ASGI, so nothing is buffered."""

    def __init__(self, app: "ASGIApp", most: Callable[[str], int]) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass one request on; HTTPException out of its body where that is too long."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most, read = self._most(scope["path"]), 0

        async def counted() -> Any:  # noqa: ANN401
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise HTTPException(_TOO_LONG, f"the request is longer than {most:,} bytes; send less at once")
            return message

        await self._app(scope, counted, send)
