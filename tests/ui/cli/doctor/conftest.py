"""An index to look at."""

from pathlib import Path

import pytest

from index.build import build_index
from index.document import Document
from index.folder.save import save_index
from tests.support.fakes import FakeEmbedder


@pytest.fixture
def built(documents: tuple[Document, ...], tmp_path: Path) -> Path:
    """The folder of an index."""
    folder = tmp_path / "index"
    save_index(build_index(documents, FakeEmbedder()), folder)
    return folder
