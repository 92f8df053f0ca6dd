"""What the server has done, for Prometheus: requests by route and status, how long they took, answers by state."""

from time import perf_counter
from typing import TYPE_CHECKING, Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from rag.answer import State
from ui.request_log import route_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

# Seconds: an answer takes 5 to 300 milliseconds alone, and up to a minute where many are asked for at once.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """The counters of one server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        labels = ("method", "route", "status")
        self.requests = Counter("pincite_requests", "Requests that were answered.", labels, registry=self.registry)
        self.seconds = Histogram(
            "pincite_request_seconds",
            "Seconds until a response was sent.",
            ("route",),
            registry=self.registry,
            buckets=_BUCKETS,
        )
        self.answers = Counter("pincite_answers", "Answers by their state.", ("state",), registry=self.registry)
        self.waiting = Gauge("pincite_waiting", "Requests that wait for a processor.", registry=self.registry)

    def answered(self, state: State) -> None:
        """Count an answer."""
        self.answers.labels(state).inc()

    def text(self) -> bytes:
        """All of them, in the form that Prometheus reads."""
        return generate_latest(self.registry)


class Metered:
    """Counts requests and their time; plain ASGI, so that streams are measured whole."""

    def __init__(self, app: "ASGIApp", metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request, and count it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = perf_counter(), 500

        async def noted(message: Any) -> None:  # noqa: ANN401
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            route = route_of(scope)
            self._metrics.requests.labels(scope["method"], route, status).inc()
            self._metrics.seconds.labels(route).observe(perf_counter() - begun)
