"""The server for language models, driven by the protocol's own client as another program would drive it."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

pytest.importorskip("mcp", reason="the package mcp is not installed: pip install 'pincite[mcp]'")

from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.types import CallToolResult, Tool

from index.folder.save import save_index
from index.store import Index
from tests.support.route import ROOT
from ui.cli.main import run

QUESTION = "How many focal points take part in the Global Focal Point Initiative?"
COMMAND = ["-m", "ui.cli.main", "mcp", "--index"]
SOME_SECONDS = 60

Command = Callable[..., tuple[int, str, str]]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PINCITE_PROFILE": "fast"}


@pytest.fixture(scope="module")
def built(corpus_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mcp") / "index"
    save_index(corpus_index, folder)
    return folder


class Driven:
    """A client of a running server; each call is a request to it."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self._portal = portal
        self._client = client

    def tools(self) -> dict[str, Tool]:
        return {each.name: each for each in self._portal.call(self._client.list_tools).tools}

    def instructions(self) -> str:
        return self._client.instructions or ""

    def result(self, tool: str, **arguments: object) -> CallToolResult:
        result = self._portal.call(self._client.call_tool, tool, arguments)
        assert isinstance(result, CallToolResult)
        return result

    def call(self, tool: str, **arguments: object) -> dict[str, Any]:
        """What `tool` gives; as text, for clients that read no other, it is the same."""
        result = self.result(tool, **arguments)
        assert not result.is_error, result
        (content,) = result.content
        assert content.type == "text"
        assert json.loads(content.text) == result.structured_content
        return json.loads(content.text)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[Driven]:
    """`pincite mcp`, started by the client, which speaks to it on its standard input and output."""
    command = StdioServerParameters(command=sys.executable, args=[*COMMAND, str(built)], env=environment())
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(stdio_client(command))) as client,
    ):
        yield Driven(portal, client)


def test_the_tools_say_that_they_only_read(server: Driven) -> None:
    tools = server.tools()

    assert list(tools) == ["search", "fetch", "ask", "compare", "verify_quote", "verify_citation"]
    for tool in tools.values():
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.destructive_hint is False
        assert tool.annotations.open_world_hint is False
        assert tool.output_schema is not None
        assert tool.output_schema["type"] == "object"


def test_search_and_fetch_take_and_give_what_connectors_ask_for(server: Driven) -> None:
    search, fetch = server.tools()["search"], server.tools()["fetch"]

    assert search.input_schema["required"] == list(search.input_schema["properties"]) == ["query"]
    assert fetch.input_schema["required"] == list(fetch.input_schema["properties"]) == ["id"]
    assert fetch.output_schema is not None
    assert list(fetch.output_schema["properties"]) == ["id", "title", "text", "url", "metadata"]


def test_a_search_gives_ids_titles_and_official_links_best_first(server: Driven) -> None:
    found = server.call("search", query=QUESTION)

    assert list(found) == ["results"]
    assert len(found["results"]) == 10
    assert found["results"][0] == {
        "id": "progress-2018#66",
        "title": "CAC/COSP/WG.2/2018/2, para. 66 — Progress report on the implementation of the mandates of the "
        "Open-ended Intergovernmental Working Group on Asset Recovery",
        "url": "https://docs.un.org/en/CAC/COSP/WG.2/2018/2",
    }


def test_what_was_found_is_fetched_whole(server: Driven) -> None:
    for found in server.call("search", query="asset recovery networks")["results"]:
        fetched = server.call("fetch", id=found["id"])
        assert {name: fetched[name] for name in found} == found
        assert fetched["text"]


def test_a_paragraph_is_fetched_with_what_is_known_of_it_by_its_citation_too(server: Driven) -> None:
    fetched = server.call("fetch", id="CAC/COSP/WG.2/2018/2, para. 66")

    assert fetched["id"] == "progress-2018#66"
    assert "234 dedicated focal points representing 133 countries" in fetched["text"]
    assert fetched["metadata"]["citation"] == "CAC/COSP/WG.2/2018/2, para. 66"
    assert fetched["metadata"]["document"] == "progress-2018"
    assert fetched["metadata"]["symbol"] == "CAC/COSP/WG.2/2018/2"


def test_a_document_without_a_symbol_has_an_address_of_its_own(server: Driven) -> None:
    fetched = server.call("fetch", id="irg-2019#12")

    assert fetched["url"] == "pincite:irg-2019#12"
    assert "symbol" not in fetched["metadata"]
    assert fetched["title"] == fetched["metadata"]["citation"]


def test_an_answer_is_the_contract_of_the_command_line(server: Driven, built: Path) -> None:
    answered = server.call("ask", question=QUESTION)
    printed = subprocess.run(
        [sys.executable, "-m", "ui.cli.main", "ask", QUESTION, "--json", "--index", str(built)],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )

    expected = json.loads(printed.stdout)
    del answered["milliseconds"], expected["milliseconds"]
    assert answered == expected
    assert answered["statements"][0]["citations"][0]["citation"] == "CAC/COSP/WG.2/2018/2, para. 66"


def test_an_answer_comes_from_the_documents_that_are_named(server: Driven) -> None:
    answered = server.call("ask", question=QUESTION, documents=["CAC/COSP/WG.2/2018/5"])

    assert {hit["document"] for hit in answered["evidence"]} == {"info-sharing-2018"}


def test_two_documents_are_compared(server: Driven) -> None:
    compared = server.call("compare", left="CAC/COSP/WG.2/2018/5", right="guidelines-2021")

    assert compared["left"]["document"] == "info-sharing-2018"
    assert compared["counts"] == {"same": 0, "changed": 22, "dropped": 43, "added": 18}


def test_a_quotation_is_held_against_where_it_is_cited(server: Driven) -> None:
    checked = server.call(
        "verify_quote",
        quotation="“234 devoted focal points representing 133 countries”",
        citation="CAC/COSP/WG.2/2018/2, para. 66",
    )

    (finding,) = checked["findings"]
    assert (checked["wrong"], finding["verdict"]) == (1, "altered")
    assert finding["suggestion"] == "234 dedicated focal points representing 133 countries"
    assert [each for each in finding["changes"] if each["style"] != "plain"] == [
        {"style": "removed", "text": "dedicated"},
        {"style": "added", "text": "devoted"},
    ]


def test_a_citation_of_a_place_that_there_is_not_says_how_far_the_document_goes(server: Driven) -> None:
    (finding,) = server.call("verify_citation", citation="CAC/COSP/WG.2/2018/2, para. 666")["findings"]

    assert finding["verdict"] == "no such place"
    assert finding["message"] == "CAC/COSP/WG.2/2018/2 has no para. 666. Its paragraphs go to 105."


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("search", {"query": " "}, "the question is empty"),
        ("fetch", {"id": "CAC/COSP/WG.2/2018/2, para. 999"}, "progress-2018 has no paragraph"),
        ("fetch", {"id": "what?"}, "not a citation: 'what?'"),
        ("ask", {"question": QUESTION, "documents": ["A/9"]}, "no document 'A/9' in the index; it holds: guidelines"),
        ("verify_quote", {"quotation": " "}, "nothing is quoted"),
        ("verify_quote", {"quotation": "focal points", "citation": "there"}, "not a citation: 'there'"),
        ("verify_citation", {"citation": "hello"}, "not a citation: 'hello'"),
        ("compare", {"left": "irg-2019", "right": "irg-2019"}, "'irg-2019' was given twice"),
    ],
)
def test_what_can_be_mended_is_told_and_the_server_goes_on(
    server: Driven, tool: str, arguments: dict[str, object], told: str
) -> None:
    result = server.result(tool, **arguments)

    assert result.is_error
    (content,) = result.content
    assert content.type == "text"
    assert told in content.text


def test_the_instructions_name_the_documents(server: Driven) -> None:
    assert "progress-2018 (CAC/COSP/WG.2/2018/2); " in f"{server.instructions().removesuffix('.')}; "


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Command:
    """A function that runs the command in this process; gives its exit code, what it printed, what it said of it."""

    def command(*arguments: str) -> tuple[int, str, str]:
        code = run(["mcp", "--index", *arguments])
        return code, *capsys.readouterr()

    return command


def test_without_an_index_it_says_what_to_run_and_ends(told: Command, tmp_path: Path) -> None:
    code, out, err = told(str(tmp_path / "nothing"))

    assert (code, out) == (2, "")
    assert err.startswith("pincite: no index at ")


@pytest.mark.parametrize(
    ("address", "words"),
    [("0.0.0.0:8765", "would let other machines in"), ("127.0.0.1", "has no port"), ("127.0.0.1:0", "has no port")],
)
def test_it_listens_on_this_machine_only(told: Command, built: Path, address: str, words: str) -> None:
    code, _, err = told(str(built), "--http", address)

    assert code == 2
    assert words in " ".join(err.split())


def test_a_port_that_is_taken_is_told(told: Command, built: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, _, err = told(str(built), "--http", f"127.0.0.1:{port}")

    words = f"pincite: port {port} is taken or not allowed on 127.0.0.1; name another with --http\n"
    assert (code, err) == (2, words)


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    """The address of a server that listens by streamable HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = [sys.executable, *COMMAND, str(built), "--http", f"127.0.0.1:{port}"]
    with subprocess.Popen(arguments, env=environment(), stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}/mcp"
        finally:
            process.terminate()


def test_ctrl_c_ends_it_at_once(built: Path) -> None:
    with subprocess.Popen(
        [sys.executable, *COMMAND, str(built)],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        # It answers, so it waits on standard input for the next.
        process.stdin.write(b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n')
        process.stdin.flush()
        assert b'"id":1' in process.stdout.readline()
        process.send_signal(signal.SIGINT)

        assert process.wait(SOME_SECONDS) == 130
        assert process.stderr.read().startswith(b"\npincite: interrupted;")


def _wait(port: int) -> None:
    until = time.monotonic() + SOME_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert time.monotonic() < until, "it does not listen"
            time.sleep(0.1)


def test_by_http_it_gives_the_same_and_refuses_foreign_names(address: str, server: Driven) -> None:
    async def search() -> CallToolResult:
        async with Client(address) as client:
            return await client.call_tool("search", {"query": QUESTION})

    assert asyncio.run(search()).structured_content == server.call("search", query=QUESTION)
    foreign = httpx.post(address, headers={"Host": "elsewhere.example", "Content-Type": "application/json"}, json={})
    assert foreign.status_code == 421
