"""A server on the five documents, in this process; without the packages that it needs its tests are skipped."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.embedding.base import Embedder
from index.folder.save import save_index
from index.store import Index
from ui.app.hosts import Hosts

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

    from ui.api.app import Serving
    from ui.api.desk import Desk

HERE = "http://127.0.0.1:8800"
collect_ignore_glob = [] if find_spec("fastapi") else ["test_*.py", "guards"]


@pytest.fixture(scope="package")
def folder(corpus_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api") / "index"
    save_index(corpus_index, folder)
    return folder


@pytest.fixture(scope="package")
def make_desk(folder: Path, packaged_embedder: Embedder) -> "Callable[[], Desk]":
    """A function that gives a new desk on the five documents, not loaded yet."""
    from ui.api.desk import Desk
    from ui.api.metrics import Metrics
    from ui.app.services.index_holder import IndexHolder

    return lambda: Desk(IndexHolder(folder, lambda _name: packaged_embedder), Metrics())


@pytest.fixture(scope="package")
def loaded_desk(make_desk: "Callable[[], Desk]") -> "Desk":
    desk = make_desk()
    desk.load()
    return desk


@pytest.fixture(scope="package")
def serving() -> "Serving":
    """How the server is run that tests are not about: on this machine, without keys or a rate."""
    from ui.api.app import Serving

    return Serving(Hosts("127.0.0.1", 8800), per_minute=0)


@pytest.fixture(scope="package")
def client(loaded_desk: "Desk", serving: "Serving") -> "Iterator[TestClient]":
    """A client of a server that is ready."""
    from fastapi.testclient import TestClient

    from ui.api.app import make_app

    with TestClient(make_app(loaded_desk, serving), HERE) as client:
        yield client


@pytest.fixture
def make_client(loaded_desk: "Desk", serving: "Serving") -> "Callable[..., TestClient]":
    """A function that gives a client of a server run otherwise: `make_client(keys=…)`."""
    from fastapi.testclient import TestClient

    from ui.api.app import make_app

    def make(**changes: object) -> TestClient:
        return TestClient(make_app(loaded_desk, replace(serving, **changes)), HERE)  # type: ignore[arg-type]

    return make
