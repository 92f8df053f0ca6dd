"""The app's server: its port, and the headers that keep pages from calling anybody else."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest

from index.errors import OutputError
from ui.app.serve import FIRST_PORT, _Headers, _settings, free_port
from ui.app.sessions import Limits


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield held.getsockname()[1]


def test_a_port_that_is_taken_is_told_with_what_to_run(taken: int) -> None:
    with pytest.raises(OutputError, match=rf"port {taken} is taken .* pincite ui --port"):
        free_port("127.0.0.1", taken)


def test_a_free_port_is_used_as_it_was_given(taken: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    assert free_port("127.0.0.1", free) == free


def test_without_a_port_the_first_free_one_is_found() -> None:
    assert FIRST_PORT <= free_port("127.0.0.1", None) < FIRST_PORT + 20


def test_an_address_that_is_not_of_this_machine_is_told() -> None:
    with pytest.raises(OutputError, match=r"not allowed on 192\.0\.2\.1"):
        free_port("192.0.2.1", 8601)


@pytest.mark.parametrize(
    ("address", "shown"),
    [("0.0.0.0", "localhost"), ("::", "localhost"), ("::1", "[::1]"), ("192.0.2.7", "192.0.2.7")],
)
def test_the_address_to_print_is_told_so_that_nobody_elsewhere_is_asked_for_it(address: str, shown: str) -> None:
    assert _settings(address, 8501, Limits())["browser.serverAddress"] == shown


def test_a_session_is_known_to_streamlit_for_longer_than_it_is_kept() -> None:
    assert _settings("localhost", 8501, Limits(kept=120.0))["server.disconnectedSessionTTL"] == 180


def test_every_response_forbids_pages_to_call_other_hosts() -> None:
    sent: list[dict[str, Any]] = []

    async def app(_scope: object, _receive: object, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]})
        await send({"type": "http.response.body", "body": b"hello"})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(_Headers(app)({"type": "http"}, None, send))
    headers = dict(sent[0]["headers"])
    assert headers[b"x"] == b"y"
    assert b"default-src 'self';" in headers[b"content-security-policy"]
    assert b"http:" not in headers[b"content-security-policy"]
    assert sent[1] == {"type": "http.response.body", "body": b"hello"}
