"""Which names the server answers to, and which pages may ask it for changes; also with a server that runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import OutputError
from tests.support.serving import request, running_app, upgrade
from ui.app.hosts import Hosts, hosts, is_loopback

HERE = Hosts("localhost", 8501)
EVERYWHERE = Hosts("0.0.0.0", 8501)
NAMED = hosts("127.0.0.1", 8501, ["Pincite.Example.org", "desk:9000"])


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST:8501", "localhost"])
def test_on_this_machine_its_own_names_are_answered(host: str) -> None:
    assert HERE.admits(host)
    assert EVERYWHERE.admits(host)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8501",
        "localhost.evil.example:8501",
        "evil.example",
        "192.0.2.7:8501",
        "localhost:8502",
        "0.0.0.0:8501",
        "user@localhost:8501",
        "localhost:8501/x",
        "localhost:",
        "127.0.0.1.nip.io:8501",
        "",
    ],
)
def test_on_this_machine_no_other_name_is(host: str) -> None:
    assert not HERE.admits(host)


@pytest.mark.parametrize(
    ("host", "admitted"), [("192.0.2.7:80", True), ("[2001:db8::1]", True), ("evil.example", False)]
)
def test_elsewhere_an_address_is_answered_and_a_name_only_if_it_was_given(host: str, *, admitted: bool) -> None:
    assert EVERYWHERE.admits(host) is admitted
    assert Hosts("desk.example", 8501).admits("desk.example:8501")


@pytest.mark.parametrize(
    ("host", "admitted"),
    [
        ("pincite.example.org", True),
        ("pincite.example.org:443", True),
        ("pincite.example.org.", True),
        ("desk:9000", True),
        ("desk:9001", False),
        ("other.example.org", False),
        ("localhost:8501", True),
    ],
)
def test_names_that_were_given_are_answered_with_any_port_or_with_theirs(host: str, *, admitted: bool) -> None:
    assert NAMED.admits(host) is admitted


@pytest.mark.parametrize("name", ["http://example.org", "*", "a b", ""])
def test_what_is_no_name_of_a_host_is_told(name: str) -> None:
    with pytest.raises(OutputError, match="is no name of a host; give it as in the address bar"):
        hosts("localhost", 8501, [name])


@pytest.mark.parametrize(
    ("address", "expected"),
    [("localhost", True), ("127.0.0.2", True), ("::1", True), ("0.0.0.0", False), ("::", False), ("desk", False)],
)
def test_an_address_of_this_machine_only_is_told_from_others(address: str, *, expected: bool) -> None:
    assert is_loopback(address) is expected


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server that answers to its own names and `pincite.example`; it has no index."""
    with running_app(tmp_path_factory.mktemp("app"), "--allowed-host", "pincite.example") as address:
        yield int(address.rsplit(":", 1)[1])


def test_a_page_under_a_name_of_somebody_else_is_refused_in_words(port: int) -> None:
    status, words = request(port, "GET / HTTP/1.1", Host=f"evil.example:{port}")
    assert status == 421
    assert words == (
        f"pincite does not answer to evil.example:{port}. Open it under the address that it printed when it was "
        "started, or have it started with: pincite ui --allowed-host NAME\n"
    )


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config", "/static/js/x.js", "/media/x"])
def test_nothing_is_served_under_a_name_of_somebody_else(port: int, path: str) -> None:
    assert request(port, f"GET {path} HTTP/1.1", Host="evil.example")[0] == 421


def test_a_request_without_a_name_is_refused_and_two_names_too(port: int) -> None:
    assert request(port, "GET / HTTP/1.0")[0] == 421
    assert request(port, f"GET / HTTP/1.1\r\nHost: localhost:{port}", Host="evil.example")[0] in (400, 421)


def test_the_names_of_this_machine_and_those_that_were_given_are_served(port: int) -> None:
    for host in (f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}", "pincite.example"):
        assert request(port, "GET /_stcore/health HTTP/1.1", Host=host)[0] == 200


def test_a_websocket_is_opened_for_pages_of_the_server_itself_and_for_programs(port: int) -> None:
    here = f"localhost:{port}"
    assert upgrade(port, Host=here, Origin=f"http://{here}")[0] == 101
    assert upgrade(port, Host="pincite.example", Origin="https://pincite.example")[0] == 101
    assert upgrade(port, Host=here)[0] == 101


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:1", "https://localhost", "file://", ""]
)
def test_a_websocket_is_refused_to_pages_of_other_sites(port: int, origin: str) -> None:
    status, words = upgrade(port, Host=f"localhost:{port}", Origin=origin)
    assert status == 403
    assert words == "This request comes from a page of another site. Open pincite itself in the browser.\n"


def test_a_websocket_under_a_name_of_somebody_else_is_refused(port: int) -> None:
    assert upgrade(port, Host=f"evil.example:{port}", Origin=f"http://evil.example:{port}")[0] == 421


def test_a_change_asked_for_by_a_page_of_another_site_is_refused(port: int) -> None:
    for method in ("PUT", "POST", "DELETE"):
        line = f"{method} /_stcore/upload_file/a/b HTTP/1.1"
        assert request(port, line, Host=f"localhost:{port}", Origin="http://evil.example", Content_Length="0")[0] == 403


def test_another_server_of_a_name_that_is_none_does_not_start(tmp_path: Path) -> None:
    with (
        pytest.raises(AssertionError, match="stopped before it was up"),
        running_app(tmp_path, "--allowed-host", "http://x"),
    ):
        pass
    (log,) = tmp_path.glob("server-*.log")
    assert "'http://x' is no name of a host" in log.read_text()
