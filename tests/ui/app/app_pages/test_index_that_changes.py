"""The app before there is an index, and while its index grows and is replaced."""

from pathlib import Path
from time import sleep

from streamlit.testing.v1 import AppTest

from index.build import build_index
from index.document import Document
from index.folder.save import save_index
from tests.support.app_frame import KNOWN, ask, errors, html, page
from tests.support.fakes import FakeEmbedder
from ui.app.app_pages import page_state


def test_a_file_is_added_and_can_be_asked_about(app: AppTest) -> None:
    page(app, "documents")
    app.file_uploader[0].upload("Zoo.txt", b"1. Zebras graze.\n\n2. Lions sleep.\n")
    next(button for button in app.button if button.label == "Add to the documents").click().run()
    reindexer = page_state.reindexer()
    for _ in range(400):
        if reindexer.job is not None and not reindexer.job.is_running:
            break
        sleep(0.01)
    app.run()
    assert "1 document added: zoo (2 paragraphs)." in app.success[0].value.replace("\\", "")
    assert "Zebras graze." in html(page(app, "read", doc="zoo"))


def test_without_an_index_every_page_says_what_to_do(empty_app: AppTest) -> None:
    ask(empty_app, KNOWN)
    assert "pincite index" in errors(empty_app)[0]
    for name in ("read", "compare"):
        assert "pincite index" in errors(page(empty_app, name))[0]
    page(empty_app, "documents")
    assert "pincite index" in empty_app.info[0].value


def test_a_newer_index_is_picked_up_without_a_restart(
    app: AppTest, folder: Path, documents: tuple[Document, ...]
) -> None:
    ask(app, KNOWN)
    newer = save_index(build_index(documents[1:], FakeEmbedder()), folder)
    app.run()
    page_state.index_holder().refresh()
    assert page_state.index().fingerprint == newer.fingerprint
    assert "Networks exist" not in html(app.run())
