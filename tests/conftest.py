"""Fixtures that several test files share."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from index.document import Document, Item, Note, Paragraph
from index.embedding.base import Embedder
from index.folder.load import load_index
from index.folder.save import save_index
from index.locator import Locator
from index.storage.atomic import alone_beside
from index.store import Index
from tests.support.browsing import needs_browser
from tests.support.fakes import FakeEmbedder
from tests.support.serving import running_app

# How long an example takes depends on what else the machine does; tests of speed measure processor time.
# The default run has four minutes; PINCITE_EXAMPLES asks for more examples of each property.
settings.register_profile("pincite", deadline=None, max_examples=int(os.environ.get("PINCITE_EXAMPLES", "40")))
settings.load_profile("pincite")
# Stand-ins for the model and papers of a few lines are not what a reader has learnt to read; tests of it ask for it.
os.environ["PINCITE_PROFILE"] = "fast"
# A shell starts what it puts into the background deaf to Ctrl-C, and so would be what tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Processes of tests, and the commands that tests start, compile the same modules: each leaves them for the others.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

LIST = "States should: (a) Share information; (b) Return assets."


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collects without collecting garbage: what modules leave when they are imported stays to the end, all of it."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def disk_unawaited() -> Iterator[None]:
    """Does not wait until the disk has what an index is written to: no test takes the power away."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _handle: None)
        yield


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def documents() -> tuple[Document, ...]:
    """Two small documents: a report with headings, a note and a list, and guidelines with a numbering of their own."""
    where = Locator(number="2")
    items = (
        Item(where.item("a"), "Share information;", 19, 37),
        Item(where.item("b"), "Return assets.", 42, 56),
    )
    report = Document(
        id="report-2018",
        title="Progress report",
        symbol="A/1",
        date="2018-04-04",
        source="report-2018.txt",
        also_known_as=("2018 report",),
        notes=(Note("*", "A/0."),),
        paragraphs=(
            Paragraph(
                Locator(number="1"),
                "Networks exist. Banks cooperate.",
                ("I. Introduction",),
                notes=(Note("1", "See para. 2."),),
                first_line=3,
                last_line=4,
                page=1,
            ),
            Paragraph(where, LIST, ("II. Action", "A. Lists"), items, first_line=6, last_line=9),
        ),
    )
    guide = Document(
        id="guide",
        title="Guidelines",
        paragraphs=(Paragraph(Locator(("draft guideline 1",), "1"), "Freeze assets early.", ("Draft guideline 1",)),),
    )
    return report, guide


@pytest.fixture(scope="session")
def packaged_embedder() -> Iterator[Embedder]:
    """The real all-MiniLM-L6-v2; loaded once for all tests."""
    from index.embedding.registry import load_embedder

    yield load_embedder()


def built_once(name: str, folders: pytest.TempPathFactory, build: Callable[[Path], object]) -> Path:
    """The folder that `build` writes: where several processes test, by the first of them that wants it, for all."""
    own, run = folders.getbasetemp(), os.environ.get("PYTEST_XDIST_TESTRUNUID")
    # A place of its own: who builds one thing does not keep others from building another.
    folder = (own.parent / f"{name}-{run}" if run else own / f"{name}-built") / name
    with alone_beside(folder):
        if not folder.exists():
            # Under another name until it is whole.
            build(folder.with_suffix(".part"))
            folder.with_suffix(".part").rename(folder)
    return folder


@pytest.fixture(scope="session")
def corpus_index(
    corpus: tuple[Document, ...], packaged_embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> Index:
    """The index of the five documents, built once for all tests."""
    from index.build import build_index

    folder = built_once("corpus", tmp_path_factory, lambda at: save_index(build_index(corpus, packaged_embedder), at))
    index = load_index(folder)
    # The model's library leaves half a million objects that stay: the collector need not walk them with every test.
    gc.collect()
    gc.freeze()
    return index


@pytest.fixture(scope="session")
def written_reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two evaluation reports, for `tests.support.report_fakes.two_sides` to copy."""
    from tests.support.report_fakes import write_two

    return built_once("reports", tmp_path_factory, write_two)


@pytest.fixture(scope="session")
def app_home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the index of the five documents, for the app; only made where there is a browser to use it."""
    needs_browser()
    home = tmp_path_factory.mktemp("app")
    save_index(request.getfixturevalue("corpus_index"), home / "index")
    return home


@pytest.fixture(scope="session")
def app_server(app_home: Path) -> Iterator[str]:
    """The address of a running app on the five documents, one for all tests that use a browser."""
    with running_app(app_home) as address:
        yield address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a test's index goes; its parent holds nothing else."""
    return tmp_path / "built" / "index"


@pytest.fixture(scope="session")
def corpus() -> tuple[Document, ...]:
    """The five documents that come with the project."""
    from index.corpus.read import read_corpus

    folder = Path(__file__).parent.parent / "corpus"
    return tuple(parse.document for parse in read_corpus([folder]).parses)
