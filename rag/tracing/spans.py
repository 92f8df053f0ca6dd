"""What a question spends its time on, as spans of OpenTelemetry, in a process that has that loaded."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def span(name: str) -> Iterator[None]:
    """A block, or as a decorator a function, that is a span with this `name`; nothing where nobody traces.

    Nobody does unless somebody loaded `opentelemetry` and told it where spans go. It holds no words of a question.
    """
    trace = sys.modules.get("opentelemetry.trace")
    if trace is None:
        yield
        return
    with trace.get_tracer("pincite").start_as_current_span(name):
        yield
