"""Which names a request may call the server by: the guard against pages of other sites that find their way to it.

A page of another site can give its own name the address of this machine (DNS rebinding) and then reads what the server
answers as if it were its own; what gives it away is the name that it calls the server by. A page elsewhere that uses
the right name gives itself away by its origin, which browsers send along wherever something may be changed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from index.errors import OutputError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

Form = Callable[[int, str], tuple[bytes, bytes]]
"""Gives the content type and the body of an answer with a status and words."""
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
# What may stand in a Host header or before the path of an origin: a name, an IPv4 address or a bracketed IPv6 address.
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
# Methods that change nothing, and whose answers a browser keeps from pages of other sites by itself.
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names that a server on `address` and `port` answers to.

    On the loopback address these are its own names with its port; elsewhere `address` and any IP address, which no
    other site can have for a name. `named` are further ones, `example.org` with any port or `example.org:8501`.
    """

    address: str
    port: int
    named: frozenset[str] = frozenset()

    def admits(self, host: str) -> bool:
        """Whether a request that calls the server `host`, as `localhost:8501`, is answered."""
        match = _HOST.fullmatch(host.lower())
        if match is None:
            return False
        name = match["name"].removesuffix(".")
        if {name, match[0]} & self.named:
            return True
        if is_loopback(self.address):
            return name in LOOPBACK_NAMES and match["port"] in (None, str(self.port))
        return name in (*LOOPBACK_NAMES, self.address.lower()) or _is_ip_address(name)


def hosts(address: str, port: int, named: Iterable[str]) -> Hosts:
    """The names that a server answers to, `named` as a person gives them; OutputError for what is no host's name."""
    names = [each.strip().lower().removesuffix(".") for each in named]
    for each in names:
        if not _HOST.fullmatch(each):
            raise OutputError(
                f"{each!r} is no name of a host; give it as in the address bar, without http://: example.org"
            )
    return Hosts(address, port, frozenset(names))


def is_loopback(address: str) -> bool:
    """Whether `address`, a name or an IP address to listen on, can be reached from this machine only."""
    if address.lower() == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _is_ip_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def in_words(_status: int, words: str) -> tuple[bytes, bytes]:
    """The type and the body of a refusal that people read."""
    return b"text/plain; charset=utf-8", f"{words}\n".encode()


class HostGuard:
    """Answers requests under names that `hosts` does not admit, and changes asked for by other sites, with a refusal.

    `command` is what starts the server, `form` makes type and body of a refusal. Plain ASGI, so that nothing is
    buffered and websockets are guarded as well.
    """

    def __init__(self, app: "ASGIApp", hosts: Hosts, command: str = "pincite ui", form: Form = in_words) -> None:
        self._app = app
        self._hosts = hosts
        self._command = command
        self._form = form

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request, or pass it on."""
        refusal = self._refusal(scope) if scope["type"] in ("http", "websocket") else None
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            await refuse(scope, send, *refusal, self._form)

    def _refusal(self, scope: "Scope") -> tuple[int, str] | None:
        """Status and words, where the request is refused."""
        called, origins = _values(scope, b"host"), _values(scope, b"origin")
        if len(called) != 1 or not self._hosts.admits(called[0]):
            name = called[0] if len(called) == 1 and _HOST.fullmatch(called[0].lower()) else "the name of this request"
            return 421, (
                f"pincite does not answer to {name}. Open it under the address that it printed when it was started, "
                f"or have it started with: {self._command} --allowed-host NAME"
            )
        changes = scope["type"] == "websocket" or scope["method"] not in _SAFE
        if changes and any(_host_of(origin) != _without_default_port(called[0]) for origin in origins):
            return 403, "This request comes from a page of another site. Open pincite itself in the browser."
        return None


async def refuse(scope: "Scope", send: "Send", status: int, words: str, form: Form = in_words) -> None:
    """Answer a request, or the wish to open a websocket, with `status` and a line of `words` in some form."""
    kind = "http.response" if scope["type"] == "http" else "websocket.http.response"
    if kind not in ("http.response", *scope.get("extensions", ())):
        await send({"type": "websocket.close", "code": 1008})
        return
    content_type, body = form(status, words)
    headers = [(b"content-type", content_type), (b"content-length", str(len(body)).encode())]
    await send({"type": f"{kind}.start", "status": status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})


def _values(scope: "Scope", name: bytes) -> Sequence[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def _host_of(origin: str) -> str:
    """Host and port of an origin; nothing for `null`, which pages without an origin of their own send."""
    return _without_default_port(origin.partition("://")[2])


def _without_default_port(host: str) -> str:
    # Browsers leave these two out of an origin, some servers in between put them into the host.
    return re.sub(r":(?:80|443)$", "", host.lower())
