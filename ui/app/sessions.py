"""How many pages of the app are open at once, and what becomes of those that nobody closes.

Streamlit gives every session an event loop of its own, three file descriptors, and a connection, which is the fourth,
and bounds neither: a thousand tabs left open take all the descriptors that a process has. A session whose connection
ended is kept for its reader to come back, and forgotten later without being closed, so that its event loop and its
files stay until the garbage collector comes by, which with an index in memory is seldom.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, Any

from ui.app.hosts import refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STREAM = "/_stcore/stream"
# File descriptors of an open session and of one that is kept, measured with Streamlit 1.67; what else the server needs.
_OPEN, _KEPT, _OTHERS = 4, 3, 256


@dataclass(frozen=True, slots=True)
class Limits:
    """`most` sessions are open at once; at that number one gives way that asked nothing for `idle` seconds.

    A session whose connection ended is kept for `kept` seconds, in case its reader comes back, but no more than
    `waiting` of them: Streamlit forgets all but the last 128.
    """

    most: int = 500
    idle: float = 3600.0
    kept: float = 120.0
    waiting: int = 100

    def descriptors(self) -> int:
        """How many file descriptors a server within these limits takes."""
        return self.most * _OPEN + self.waiting * _KEPT + _OTHERS


@dataclass(eq=False, slots=True)
class _Open:
    task: asyncio.Task[Any] | None
    heard: float
    session: str = ""
    gives_way: bool = False


@dataclass(eq=False, slots=True)
class SessionGuard:
    """Bounds the sessions of `app`, an ASGI app of Streamlit's; `close` ends the session with an id, for good.

    Where all are taken and in use, a page is refused with a line of words. Runs on one event loop.
    """

    app: "ASGIApp"
    limits: Limits
    close: Callable[[str], None]
    now: Callable[[], float] = monotonic
    _open: dict[_Open, None] = field(default_factory=dict)
    _kept: OrderedDict[str, asyncio.TimerHandle] = field(default_factory=OrderedDict)

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request, as far as there is room."""
        is_stream = scope["type"] == "websocket" and scope["path"].endswith(_STREAM)
        if not is_stream and not _is_page(scope):
            await self.app(scope, receive, send)
        elif not self._has_room(make=is_stream):
            words = "pincite is open in as many places as it can bear. Try again in some minutes."
            await refuse(scope, send, 503, words)
        elif is_stream:
            await self._serve(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _has_room(self, *, make: bool) -> bool:
        """Whether another session may be opened; with `make`, the one that is idle longest gives way if need be."""
        staying = [each for each in self._open if not each.gives_way]
        if len(staying) < self.limits.most:
            return True
        longest = min(staying, key=lambda each: each.heard)
        if self.now() - longest.heard < self.limits.idle:
            return False
        if make and longest.task is not None:
            longest.gives_way = True
            longest.task.cancel()
        return True

    async def _serve(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        session = _Open(asyncio.current_task(), self.now())

        async def hear() -> "Message":
            message = await receive()
            session.heard = self.now()
            return message

        async def tell(message: "Message") -> None:
            if not session.session and message.get("bytes"):
                session.session = _session_of(message["bytes"])
            await send(message)

        self._open[session] = None
        try:
            await self.app(scope, hear, tell)
        except asyncio.CancelledError:
            if session.task is None or not session.gives_way:
                raise
            session.task.uncancel()
            # The page connects anew by itself, and counts as used then.
            with suppress(RuntimeError):
                await send({"type": "websocket.close", "code": 1001})
        finally:
            del self._open[session]
            self._keep(session.session)

    def _keep(self, session: str) -> None:
        """Close a session some time from now, unless its reader is back by then."""
        if not session:
            return
        if (waiting := self._kept.pop(session, None)) is not None:
            waiting.cancel()
        loop = asyncio.get_running_loop()
        self._kept[session] = loop.call_later(self.limits.kept, self._forget, session)
        while len(self._kept) > self.limits.waiting:
            self._forget(next(iter(self._kept)))

    def _forget(self, session: str) -> None:
        self._kept.pop(session).cancel()
        if all(each.session != session for each in self._open):
            self.close(session)


def close_session(session: str) -> None:
    """Nothing; Streamlit's session with this id has ended, with its files and its event loop."""
    from streamlit import runtime

    if runtime.exists() and not runtime.get_instance().is_active_session(session):
        runtime.get_instance().close_session(session)


def bearable(wanted: Limits) -> Limits:
    """`wanted`, or fewer sessions where this process may not open files enough; it is allowed as many as it may be."""
    try:
        import resource
    except ImportError:
        # Windows has no such limit.
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited, needed = resource.RLIM_INFINITY, wanted.descriptors()
    if soft == unlimited or soft >= needed:
        return wanted
    allowed = needed if hard == unlimited else min(hard, needed)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return replace(wanted, most=max(1, wanted.most - -(-(needed - allowed) // _OPEN)))


def _is_page(scope: "Scope") -> bool:
    """Whether somebody opens a page in a browser, rather than a part of one."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return any(key.lower() == b"accept" and b"text/html" in value for key, value in scope["headers"])


def _session_of(payload: bytes) -> str:
    """The id of the session that a message of Streamlit's to the browser names; empty where it names none."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    message = ForwardMsg.FromString(payload)
    return message.new_session.initialize.session_id if message.WhichOneof("type") == "new_session" else ""
