"""A line of the log for each request: id, route, status and milliseconds, in one form, and nothing of who asked."""

import asyncio
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from ui.logs import JSON, show_logs
from ui.request_log import RequestLog


@pytest.fixture(autouse=True)
def quiet_afterwards() -> Iterator[None]:
    yield
    show_logs()


async def _paper(request: Request) -> PlainTextResponse:
    await asyncio.to_thread(logging.getLogger("rag.test").info, "looking for %s", "it")
    return PlainTextResponse(request.path_params["name"])


async def _broken(_request: Request) -> PlainTextResponse:
    raise ValueError("a mistake")


async def _talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.close()


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/papers/{name}", _paper), Route("/broken", _broken), WebSocketRoute("/talk", _talk)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(RequestLog)]), raise_server_exceptions=False)


def lines_of(capsys: pytest.CaptureFixture[str], ask: Callable[[], object]) -> list[dict[str, Any]]:
    """What is logged while `ask` is called, as JSON."""
    show_logs(level="info", form=JSON)
    ask()
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_request_is_a_line_with_its_id_route_status_and_time(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    headers = {"X-Request-ID": "from-proxy.1"}
    within, line = lines_of(capsys, lambda: client.get("/papers/secret-name", headers=headers))

    assert (within["message"], within["request"]) == ("looking for it", "from-proxy.1")
    assert {key: line[key] for key in ("level", "logger", "request", "method", "route", "status")} == {
        "level": "info",
        "logger": "ui.request_log",
        "request": "from-proxy.1",
        "method": "GET",
        "route": "/papers/{name}",
        "status": 200,
    }
    assert 0 <= line["ms"] < 10_000
    assert line["time"].endswith("+00:00")
    assert "secret-name" not in json.dumps(line)


def test_the_id_is_sent_back(client: TestClient) -> None:
    assert client.get("/papers/a", headers={"X-Request-ID": "r1"}).headers["x-request-id"] == "r1"


@pytest.mark.parametrize("named", ["", "two words", "line\x0bbreak", "x" * 65])
def test_an_id_that_could_forge_a_line_is_replaced(
    client: TestClient, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    (line,) = lines_of(capsys, lambda: client.get("/nowhere", headers={"X-Request-ID": named}))

    assert (line["route"], line["status"]) == ("(no such route)", 404)
    assert line["request"] != named
    assert len(line["request"]) == 32


def test_a_request_that_broke_off_is_a_line_too(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = lines_of(capsys, lambda: client.get("/broken"))

    assert (line["route"], line["status"]) == ("/broken", 500)


def test_a_websocket_is_a_line_when_it_ends(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    def talk() -> None:
        with client.websocket_connect("/talk"):
            pass

    (line,) = lines_of(capsys, talk)

    assert (line["method"], line["route"], line["status"]) == ("WEBSOCKET", "/talk", 101)


def test_as_text_it_is_one_line_as_well(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    show_logs(level="info")
    client.get("/papers/a", headers={"X-Request-ID": "r1"})

    said = capsys.readouterr().err.splitlines()
    assert "ui.request_log: GET /papers/{name}: 200 in " in said[-1]
    assert said[-1].endswith(" ms, request r1")


def test_unless_asked_for_nothing_is_said(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    show_logs()
    client.get("/papers/a")

    assert capsys.readouterr().err == ""
