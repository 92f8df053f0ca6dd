"""The HTTP API beside the app, on the same port."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

# No page of the app, and nothing of Streamlit's, lies under these.
_PATHS = re.compile(r"/(?:api/v1|v1|docs)/.*|/(?:docs|openapi\.json|retrieval|health|ready|metrics)")


class ApiPart:
    """Gives requests under the API's addresses to `api`, with guards of its own, and all others to the app."""

    def __init__(self, app: "ASGIApp", api: "ASGIApp") -> None:
        self._app = app
        self._api = api

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        is_api = scope["type"] == "http" and _PATHS.fullmatch(scope["path"])
        await (self._api if is_api else self._app)(scope, receive, send)
