"""What every route is given: the desk of the server, and who asks."""

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from ui.api.desk import Desk
from ui.api.errors import described, service_error
from ui.api.guards.keys import Keys
from ui.api.guards.rate import RateLimit

UNKNOWN = "unknown"
"""Who asks where nothing tells: behind a socket of a file, say."""
_bearer = HTTPBearer(auto_error=False, description="A key, where the server asks for one: `Authorization: Bearer KEY`.")

ERRORS: dict[int | str, dict[str, Any]] = described(400, 401, 403, 413, 421, 422, 429, 500, 503)
"""What any route that answers from the documents may answer in place of it."""


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


async def asker(request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> str:
    """The name of who asks: that of the key, or the address; ServiceError where neither is let in now."""
    keys: Keys = request.app.state.keys
    name = request.client.host if request.client else UNKNOWN
    if keys:
        holder = keys.holder(shown.credentials) if shown else None
        if holder is None:
            raise service_error("Unauthorized", 401, "a key is needed: send it as `Authorization: Bearer KEY`")
        name = holder
    rate: RateLimit = request.app.state.rate
    if wait := rate.wait(name):
        raise service_error("TooManyRequests", 429, f"too many requests; try again in {wait} s", wait)
    return name


AtDesk = Annotated[Desk, Depends(_desk)]
