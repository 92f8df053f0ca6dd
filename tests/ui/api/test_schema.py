"""Requests made up from what the server says of itself: every answer is one of those it says it gives."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.api.app import Serving, make_app
from ui.api.desk import Desk
from ui.app.hosts import Hosts

schemathesis = pytest.importorskip("schemathesis", reason="the package schemathesis is not installed")


def checks() -> list[Any]:
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi import checks as described

    return [
        not_a_server_error,
        described.status_code_conformance,
        described.content_type_conformance,
        described.response_schema_conformance,
    ]


def operations(desk: Desk, serving: Serving) -> list[Any]:
    # What calls an app without a server calls it so.
    named = replace(serving, hosts=Hosts("127.0.0.1", 8800, frozenset({"testserver"})))
    schema = schemathesis.openapi.from_asgi("/openapi.json", make_app(desk, named))
    return [result.ok() for result in schema.get_all_operations()]


@pytest.mark.parametrize("count", [1, pytest.param(200, marks=pytest.mark.slow)])
def test_whatever_is_asked_the_answer_is_one_that_is_described(loaded_desk: Desk, serving: Serving, count: int) -> None:
    asked = operations(loaded_desk, serving)
    assert {each.path for each in asked} > {"/api/v1/ask", "/api/v1/search", "/api/v1/batches", "/ready", "/metrics"}

    @settings(max_examples=count, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def holds(data: Any) -> None:  # noqa: ANN401
        for operation in asked:
            case = data.draw(operation.as_strategy())
            case.call_and_validate(checks=checks())

    holds()
