"""Spans reach the collector that the environment names, and a request is the parent of its steps."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from queue import SimpleQueue

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from index.folder.save import save_index
from index.store import Index
from rag.tracing.spans import span
from tests.support.route import ROOT
from ui.tracing import RequestSpans, start_tracing

pytest.importorskip("opentelemetry.sdk.trace")
from opentelemetry import trace
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter


@contextmanager
def collector() -> Iterator[tuple[str, "SimpleQueue[tuple[str, bytes]]"]]:
    """A collector on this machine: its address, and the paths and bodies that were sent to it."""
    received: SimpleQueue[tuple[str, bytes]] = SimpleQueue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.put((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", received
    finally:
        server.shutdown()
        server.server_close()


def test_a_command_sends_its_spans_to_the_collector(corpus_index: Index, tmp_path: Path) -> None:
    save_index(corpus_index, tmp_path / "index")
    command = [sys.executable, "-m", "ui.cli.main", "ask", "What is asset recovery?", "--index", "index"]
    with collector() as (address, received):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "OTEL_EXPORTER_OTLP_ENDPOINT": address}
        subprocess.run([*command, "--profile", "fast"], cwd=tmp_path, env=environment, check=True, capture_output=True)
        path, body = received.get(timeout=10)

    (resource,) = ExportTraceServiceRequest.FromString(body).resource_spans
    assert path == "/v1/traces"
    assert {"analyse", "encode", "retrieve", "answer", "check", "ask"} == {
        each.name for scope in resource.scope_spans for each in scope.spans
    }
    assert "pincite" in {each.value.string_value for each in resource.resource.attributes if each.key == "service.name"}
    assert b"recovery" not in body


def test_where_the_packages_are_not_installed_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")
    monkeypatch.setattr("ui.tracing.find_spec", lambda _name: None)

    start_tracing()

    assert caplog.messages == ["an OTLP endpoint is set, and nothing is sent to it; run: pip install 'pincite[otel]'"]


async def _paper(_request: Request) -> PlainTextResponse:
    with span("retrieve"):
        return PlainTextResponse("found")


def test_a_request_is_the_parent_of_its_steps_and_the_child_of_who_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    provider, exporter = TracerProvider(), InMemorySpanExporter()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    app = Starlette(routes=[Route("/papers/{name}", _paper)], middleware=[Middleware(RequestSpans)])
    asking = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    TestClient(app).get("/papers/a", headers={"traceparent": asking})

    step, request = exporter.get_finished_spans()
    assert (step.name, request.name) == ("retrieve", "GET /papers/{name}")
    assert step.parent is not None
    assert request.parent is not None
    assert step.parent.span_id == request.context.span_id
    assert f"{request.context.trace_id:032x}-{request.parent.span_id:016x}" in asking
    assert dict(request.attributes or {}) == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "http.route": "/papers/{name}",
    }
