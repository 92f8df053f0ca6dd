"""What every route is given: the desk of the server, and who asks."""

import logging
from typing import Annotated, Any

from anyio.to_thread import run_sync
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from ui.api.desk import Desk
from ui.api.errors import described, service_error
from ui.api.guards.keys import Keys
from ui.api.guards.rate import RateLimit
from ui.api.guards.tokens import Tokens, UnreachableProviderError

logger = logging.getLogger(__name__)

_SOON = 30  # seconds in which a provider of sign-in is back, or somebody looks after it
_WANTED = "a key is needed, or a token that is valid here and now: send it as `Authorization: Bearer KEY`"
UNKNOWN = "unknown"
"""Who asks where nothing tells: behind a socket of a file, say."""
_bearer = HTTPBearer(
    auto_error=False, description="A key or a token, where the server asks for one: `Authorization: Bearer KEY`."
)

ERRORS: dict[int | str, dict[str, Any]] = described(400, 401, 403, 413, 421, 422, 429, 500, 503)
"""What any route that answers from the documents may answer in place of it."""


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


async def asker(request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> str:
    """The name of who asks: that of the key or the token, or the address; ServiceError where it is not let in now."""
    keys: Keys = request.app.state.keys
    tokens: Tokens | None = request.app.state.tokens
    name = request.client.host if request.client else UNKNOWN
    if keys or tokens:
        holder = await _holder(shown.credentials, keys, tokens) if shown else None
        if holder is None:
            raise service_error("Unauthorized", 401, _WANTED)
        name = holder
    rate: RateLimit = request.app.state.rate
    if wait := rate.wait(name):
        raise service_error("TooManyRequests", 429, f"too many requests; try again in {wait} s", wait)
    return name


async def _holder(shown: str, keys: Keys, tokens: Tokens | None) -> str | None:
    """Whose key or token is `shown`; None where it is nobody's. ServiceError where that cannot be told now."""
    holder = keys.holder(shown)
    if holder is not None or tokens is None:
        return holder
    try:
        # It may wait for the provider, once in a while.
        return await run_sync(tokens.holder, shown)
    except UnreachableProviderError as error:
        logger.warning("%s", error)
        raise service_error("SignInUnreachable", 503, "tokens cannot be checked now; try again", _SOON) from error


AtDesk = Annotated[Desk, Depends(_desk)]
