"""Where the printed documents lie that are not part of the repository; tests that read them are skipped without."""

from pathlib import Path

import pytest

FOLDERS = [
    folder / "shared" / "un_docs" for folder in Path(__file__).parents if (folder / "shared" / "un_docs").is_dir()
]

needs_un_documents = pytest.mark.skipif(not FOLDERS, reason="the printed documents are not here")


def un_document(name: str) -> Path:
    """The file whose name begins with `name`."""
    return next(iter(sorted(FOLDERS[0].glob(f"{name}*.pdf"))))
