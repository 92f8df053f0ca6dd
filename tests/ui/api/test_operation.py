"""Whether the server says how it does: alive, ready only when it is, and what it has counted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedding.base import Embedder
from index.errors import EngineError
from ui.api.app import Serving, make_app
from ui.api.desk import Desk
from ui.api.errors import detail_of
from ui.api.metrics import Metrics
from ui.app.services.index_holder import IndexHolder

HERE = "http://127.0.0.1:8800"


def test_it_is_alive_before_it_is_ready(
    make_desk: Callable[[], Desk], serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    monkeypatch.setattr(desk, "load_beside", lambda: None)
    with TestClient(make_app(desk, serving), HERE) as client:
        assert client.get("/health").json()["status"] == "ok"
        for sent in (client.get("/ready"), client.post("/api/v1/ask", json={"question": "What is this?"})):
            assert (sent.status_code, sent.headers["retry-after"]) == (503, "2")
            assert sent.json()["error"]["type"] == "NotReady"
        desk.load()
        assert client.get("/ready").status_code == 200


def test_when_ready_it_says_what_it_answers_from(client: TestClient, loaded_desk: Desk) -> None:
    ready = client.get("/ready").json()

    index = loaded_desk.opened().answerer.index
    assert (ready["ready"], ready["documents"], ready["paragraphs"]) == (True, 5, len(index.paragraphs))
    assert (ready["index"], ready["contract"], ready["problem"]) == (index.fingerprint, 2, None)


def test_without_an_index_it_is_not_ready_and_says_what_to_run(
    tmp_path: Path, serving: Serving, packaged_embedder: Embedder
) -> None:
    desk = Desk(IndexHolder(tmp_path / "nothing", lambda _name: packaged_embedder), Metrics())
    desk.load()
    with TestClient(make_app(desk, serving), HERE) as client:
        sent = client.get("/ready")

    assert sent.status_code == 503
    assert "pincite index" in sent.json()["error"]["message"]


def test_requests_and_answers_are_counted(make_desk: Callable[[], Desk], serving: Serving) -> None:
    desk = make_desk()
    desk.load()
    with TestClient(make_app(desk, serving), HERE) as client:
        client.post("/api/v1/ask", json={"question": "What is the Global Focal Point Initiative?"})
        client.post("/api/v1/ask", json={"question": "Who won the football world cup in 1966?"})
        client.post("/api/v1/ask", json={})
        client.get("/made/up/by/somebody")
        text = client.get("/metrics").text

    assert 'pincite_answers_total{state="answers"} 1.0' in text
    assert 'pincite_answers_total{state="nothing"} 1.0' in text
    assert 'pincite_requests_total{method="POST",route="/api/v1/ask",status="200"} 2.0' in text
    assert 'pincite_requests_total{method="POST",route="/api/v1/ask",status="422"} 1.0' in text
    assert "made/up" not in text
    assert "process_resident_memory_bytes" in text


def test_a_mistake_of_the_program_is_told_in_the_one_form_and_not_in_detail(
    loaded_desk: Desk, serving: Serving, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("ui.api.routes.answers.search_passages", fail)
    client = TestClient(make_app(loaded_desk, serving), HERE, raise_server_exceptions=False)
    sent = client.post("/api/v1/search", json={"query": "What?"})

    assert (sent.status_code, sent.json()["error"]["type"]) == (500, "InternalServerError")
    assert "secret" not in sent.text
    assert "secret" in caplog.text


def test_where_too_many_wait_a_further_request_is_sent_away(
    make_client: Callable[..., TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.api.desk.MOST_WAITING", 0)

    sent = make_client().get("/api/v1/documents")

    assert (sent.status_code, sent.json()["error"]["type"]) == (503, "TooBusy")


def test_a_search_engine_that_cannot_be_asked_is_no_mistake_of_who_asks() -> None:
    detail = detail_of(EngineError("milvus://host:1/un did not answer within 10 s"))
    assert (detail.status, detail.type) == (503, "EngineError")
