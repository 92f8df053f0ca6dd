"""Spans sent to a collector of OpenTelemetry's, where its own variables name one; nothing of it is loaded otherwise."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ui.request_log import route_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

logger = logging.getLogger(__name__)

# As the specification names them: an endpoint for all signals, or one for traces.
_ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
_NAME = "pincite"


def start_tracing() -> None:
    """Send spans to the endpoint that the environment names, from now on; nothing where it names none.

    What is not installed is warned of: the variables are often set for every program of a machine.
    """
    if not any(os.environ.get(each) for each in _ENDPOINTS):
        return
    if find_spec("opentelemetry") is None or find_spec("opentelemetry.exporter.otlp.proto.http") is None:
        logger.warning("an OTLP endpoint is set, and nothing is sent to it; run: pip install 'pincite[otel]'")
        return
    from opentelemetry import trace
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    os.environ.setdefault("OTEL_SERVICE_NAME", _NAME)
    provider = TracerProvider(resource=Resource.create())
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)


class RequestSpans:
    """Makes each request a span, a child of that which the request names in `traceparent`; plain ASGI."""

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request, within its span where somebody traces."""
        if scope["type"] != "http" or "opentelemetry.trace" not in sys.modules:
            await self._app(scope, receive, send)
            return
        with _request(scope) as span:

            async def noted(message: Any) -> None:  # noqa: ANN401
                if message["type"] == "http.response.start":
                    span.set_attribute("http.response.status_code", message["status"])
                await send(message)

            await self._app(scope, receive, noted)


@contextmanager
def _request(scope: "Scope") -> Iterator[Any]:
    """The span of a request, which is named by its route as soon as that is known."""
    from opentelemetry import propagate, trace

    headers = {key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]}
    tracer, method = trace.get_tracer(_NAME), scope["method"]
    with tracer.start_as_current_span(method, propagate.extract(headers), kind=trace.SpanKind.SERVER) as span:
        span.set_attribute("http.request.method", method)
        try:
            yield span
        finally:
            span.set_attribute("http.route", route_of(scope))
            span.update_name(f"{method} {route_of(scope)}")
