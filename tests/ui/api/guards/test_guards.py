"""Who is let in: known names, keys, so much and so often."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.errors import SourceError
from ui.api.guards.keys import Keys, new_key, read_keys
from ui.api.guards.rate import RateLimit
from ui.app.hosts import Hosts

MakeClient = Callable[..., TestClient]
DOCUMENTS = "/api/v1/documents"


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8800", "127.0.0.1:8801"])
def test_a_name_of_somebody_else_is_refused_on_every_path(client: TestClient, host: str) -> None:
    for path in (DOCUMENTS, "/health", "/docs", "/metrics"):
        sent = client.get(path, headers={"Host": host})
        assert (sent.status_code, sent.json()["error"]["type"]) == (421, "MisdirectedRequest")
        assert "pincite serve --allowed-host NAME" in sent.json()["error"]["message"]


def test_a_page_of_another_site_may_not_ask(client: TestClient) -> None:
    sent = client.post("/api/v1/ask", json={"question": "What?"}, headers={"Origin": "https://evil.example"})

    assert (sent.status_code, sent.json()["error"]["status"]) == (403, 403)


def test_a_name_that_was_given_is_answered(make_client: MakeClient) -> None:
    client = make_client(hosts=Hosts("127.0.0.1", 8800, frozenset({"pincite.example.org"})))

    assert client.get(DOCUMENTS, headers={"Host": "pincite.example.org"}).status_code == 200


def test_where_there_are_keys_one_is_needed_but_to_see_how_it_does(make_client: MakeClient) -> None:
    key, line = new_key("ada")
    client = make_client(keys=Keys((tuple(line.split(":")),)))  # type: ignore[arg-type]

    for headers in ({}, {"Authorization": f"Bearer {key}x"}, {"Authorization": f"Basic {key}"}):
        for path in (DOCUMENTS, "/metrics"):
            sent = client.get(path, headers=headers)
            assert (sent.status_code, sent.json()["error"]["type"]) == (401, "Unauthorized")
    assert client.get(DOCUMENTS, headers={"Authorization": f"Bearer {key}"}).status_code == 200
    assert [client.get(path).status_code for path in ("/health", "/ready", "/docs")] == [200] * 3


def test_keys_are_read_from_a_file_and_the_environment_and_kept_as_hashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bob = new_key("ada"), new_key("bob@example.org")
    (tmp_path / "keys").write_text(f"# who may ask\n\n{ada[1]}\n", encoding="utf-8")
    monkeypatch.setenv("PINCITE_API_KEYS", f"{bob[1]},")

    keys = read_keys(tmp_path / "keys")

    assert (keys.holder(ada[0]), keys.holder(bob[0]), keys.holder("")) == ("ada", "bob@example.org", None)
    assert ada[0] not in repr(keys)


def test_a_file_of_keys_that_is_none_is_refused_without_showing_what_may_be_a_key(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("ada:pincite-secret\n", encoding="utf-8")

    with pytest.raises(SourceError, match="keys:1: not a name and a hash") as refused:
        read_keys(tmp_path / "keys")
    assert "secret" not in str(refused.value)
    with pytest.raises(SourceError, match="the keys cannot be read"):
        read_keys(tmp_path / "none")
    with pytest.raises(SourceError, match="is no name for a key"):
        new_key("a:b")


def test_without_keys_nobody_has_one() -> None:
    assert not read_keys(None)


def test_a_bucket_is_emptied_and_filled_again() -> None:
    now = 0.0
    limit = RateLimit(2, clock=lambda: now)

    assert [limit.wait("ada") for _ in range(3)] == [0, 0, 30]
    assert limit.wait("bob") == 0
    now = 29.0
    assert limit.wait("ada") == 1
    now = 30.0
    assert [limit.wait("ada"), limit.wait("ada")] == [0, 30]
    now = 3000.0
    assert [limit.wait("ada") for _ in range(3)] == [0, 0, 30]
    assert [RateLimit(0).wait("ada") for _ in range(100)] == [0] * 100


def test_who_asks_too_often_is_told_how_long_to_wait(make_client: MakeClient) -> None:
    client = make_client(per_minute=1)

    first, second = client.get(DOCUMENTS), client.get(DOCUMENTS)

    assert first.status_code == 200
    assert (second.status_code, second.json()["error"]["type"]) == (429, "TooManyRequests")
    assert 50 <= int(second.headers["retry-after"]) <= 60
    assert client.get("/health").status_code == 200


@pytest.mark.parametrize("said", [True, False])
def test_a_request_that_is_too_long_is_refused_whatever_it_says_of_its_length(
    client: TestClient, *, said: bool
) -> None:
    whole = b'{"text": "' + b"x" * (4 * 1024 * 1024) + b'"}'
    content = whole if said else (whole[start : start + 65536] for start in range(0, len(whole), 65536))

    sent = client.post("/api/v1/verify", content=content, headers={"Content-Type": "application/json"})

    assert sent.status_code == 413
    assert sent.json()["error"]["message"].startswith("the request is longer than 4,194,304 bytes")
