"""How many sessions the server bears, and that those which nobody closes are closed; also with a server that runs."""

import asyncio
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from tests.support.serving import running, unused_port
from ui.app.sessions import Limits, SessionGuard, bearable

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send
    from websockets.asyncio.client import ClientConnection

STREAM: "Scope" = {
    "type": "websocket",
    "path": "/_stcore/stream",
    "headers": [],
    "extensions": {"websocket.http.response": {}},
}
PAGE: "Scope" = {"type": "http", "method": "GET", "path": "/", "headers": [(b"accept", b"text/html,*/*")]}
PART: "Scope" = {"type": "http", "method": "GET", "path": "/static/js/x.js", "headers": [(b"accept", b"*/*")]}


def new_session(name: str) -> bytes:
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    message = ForwardMsg()
    message.new_session.initialize.session_id = name
    return bytes(message.SerializeToString())


async def app(scope: "Scope", receive: "Receive", send: "Send") -> None:
    """As Streamlit: tells the name of the session when it is first asked for something, and ends when it is left."""
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] != "websocket.disconnect":
        await send({"type": "websocket.send", "bytes": new_session(str(message["text"]))})


@dataclass
class Reader:
    """A connection to a guard, and what was sent over it."""

    guard: SessionGuard
    sent: "list[Message]" = field(default_factory=list)
    to_server: "asyncio.Queue[Message]" = field(default_factory=asyncio.Queue)
    task: "asyncio.Task[None] | None" = None

    async def open(self) -> "Reader":
        self.task = asyncio.create_task(self.guard(STREAM, self.to_server.get, self._note))
        await settled()
        return self

    async def ask(self, session: str) -> None:
        self.to_server.put_nowait({"type": "websocket.receive", "text": session})
        await settled()

    async def leave(self) -> None:
        self.to_server.put_nowait({"type": "websocket.disconnect"})
        await settled()

    async def _note(self, message: "Message") -> None:
        self.sent.append(message)

    @property
    def kinds(self) -> list[object]:
        return [each["type"] for each in self.sent]


@dataclass
class Server:
    """A guard whose clock is set by hand, and the sessions that it closed."""

    limits: Limits
    now: float = 0.0
    closed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.guard = SessionGuard(app, self.limits, self.closed.append, lambda: self.now)

    async def reader(self) -> Reader:
        return await Reader(self.guard).open()

    async def get(self, scope: "Scope") -> object:
        sent: list[Message] = []

        async def note(message: "Message") -> None:
            sent.append(message)

        await self.guard(scope, Reader(self.guard).to_server.get, note)
        return sent[0]["status"]


async def settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def test_where_all_sessions_are_in_use_a_further_one_is_refused_in_words() -> None:
    async def run() -> None:
        server = Server(Limits(most=2))
        first = await server.reader()
        await server.reader()
        third = await server.reader()
        assert (third.sent[0]["type"], third.sent[0]["status"]) == ("websocket.http.response.start", 503)
        assert b"Try again in some minutes" in third.sent[1]["body"]
        assert await server.get(PAGE) == 503
        assert await server.get(PART) == 200
        await first.leave()
        assert (await server.reader()).kinds == ["websocket.accept"]

    asyncio.run(run())


def test_the_session_that_was_idle_longest_gives_way_and_one_in_use_does_not() -> None:
    async def run() -> None:
        server = Server(Limits(most=2, idle=10))
        idle, used = await server.reader(), await server.reader()
        server.now = 8.0
        await used.ask("used")
        server.now = 11.0
        assert await server.get(PAGE) == 200
        assert (await server.reader()).kinds == ["websocket.accept"]
        await settled()
        assert idle.sent[-1] == {"type": "websocket.close", "code": 1001}
        assert "websocket.close" not in used.kinds
        assert (await server.reader()).kinds == ["websocket.http.response.start", "websocket.http.response.body"]

    asyncio.run(run())


def test_a_server_that_is_ended_ends_its_sessions() -> None:
    async def run() -> None:
        reader = await Server(Limits()).reader()
        assert reader.task is not None
        reader.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reader.task

    asyncio.run(run())


def test_a_session_that_was_left_is_closed_after_a_while_unless_its_reader_is_back() -> None:
    async def run() -> None:
        server = Server(Limits(kept=0.05))
        for name in ("gone", "back"):
            reader = await server.reader()
            await reader.ask(name)
            await reader.leave()
        back = await server.reader()
        await back.ask("back")
        assert server.closed == []
        await asyncio.sleep(0.15)
        assert server.closed == ["gone"]
        await back.leave()
        await asyncio.sleep(0.15)
        assert server.closed == ["gone", "back"]

    asyncio.run(run())


def test_no_more_than_so_many_sessions_wait_for_their_readers() -> None:
    async def run() -> None:
        server = Server(Limits(kept=60, waiting=2))
        for number in range(5):
            reader = await server.reader()
            await reader.ask(str(number))
            await reader.leave()
        assert server.closed == ["0", "1", "2"]

    asyncio.run(run())


def test_a_process_is_allowed_the_files_that_its_sessions_take_or_bears_fewer() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = Limits(most=100, waiting=10)
    assert wanted.descriptors() == 686
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (500, hard))
        assert bearable(wanted) == wanted
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 686
        assert bearable(wanted) == wanted
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def open_page(port: int, *, drawn: bool = True) -> "ClientConnection":
    """A session that asked for the first page, and was shown it whole where it was `drawn`."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from websockets.asyncio.client import connect

    wish = BackMsg()
    wish.rerun_script.query_string = ""
    connection = await connect(f"ws://localhost:{port}/_stcore/stream", max_size=None, open_timeout=60)
    await connection.send(wish.SerializeToString())
    while True:
        payload = await asyncio.wait_for(connection.recv(), 60)
        assert isinstance(payload, bytes)
        if not drawn or ForwardMsg.FromString(payload).WhichOneof("type") == "script_finished":
            return connection


@contextmanager
def bearing(home: Path, limits: str) -> Iterator[tuple[int, int]]:
    """Port and process of a server without an index, with limits of its own."""
    port = unused_port()
    program = (
        "from ui.app.serve import Limits, Serving, serve; "
        f"serve('localhost', {port}, Serving(limits={limits}), open_browser=False)"
    )
    environment = {"PINCITE_INDEX": str(home / "index"), "PYTHONPATH": os.pathsep.join(sys.path)}
    with running([sys.executable, "-c", program], home / "server.log", port, environment) as pid:
        yield port, pid


def descriptors(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


async def falls_to(pid: int, wanted: int) -> int:
    """How many files a process has open once they are `wanted` or fewer, or after half a minute."""
    end = monotonic() + 30
    while (now := descriptors(pid)) > wanted and monotonic() < end:
        await asyncio.sleep(0.1)
    return now


async def at_rest(port: int, pid: int) -> int:
    """How many files a server has open when it has shown a page and nobody is there."""
    (await open_page(port)).transport.abort()
    await asyncio.sleep(2)
    return descriptors(pid)


needs_proc = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts file descriptors in /proc")


@needs_proc
def test_sessions_that_nobody_closes_are_bounded_and_give_back_their_files(tmp_path: Path) -> None:
    async def run(port: int, pid: int) -> None:
        from websockets.exceptions import InvalidStatus

        rest = await at_rest(port, pid)
        opened = [await open_page(port) for _ in range(5)]
        assert descriptors(pid) >= rest + 5 * 4
        with pytest.raises(InvalidStatus, match="503"):
            await open_page(port)
        for each in opened:
            each.transport.abort()
        assert await falls_to(pid, rest) <= rest

    with bearing(tmp_path, "Limits(most=5, kept=0.5)") as (port, pid):
        asyncio.run(run(port, pid))


@needs_proc
@pytest.mark.slow
def test_three_hundred_sessions_cut_off_while_they_are_drawn_leave_nothing_behind(tmp_path: Path) -> None:
    async def run(port: int, pid: int) -> None:
        rest = await at_rest(port, pid)
        most = 0
        for _ in range(3):
            opened = [await open_page(port, drawn=False) for _ in range(100)]
            most = max(most, descriptors(pid))
            for each in opened:
                each.transport.abort()
        assert most <= rest + 100 * 4 + 128 * 3
        assert await falls_to(pid, rest) <= rest

    with bearing(tmp_path, "Limits(kept=1)") as (port, pid):
        asyncio.run(run(port, pid))
