"""A checked Word file opened by LibreOffice, where that is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from eval.verifying.drafts import made_draft
from index.document import Document
from rag.verifying.check import DraftChecker
from rag.verifying.files import verify_file
from tests.support.drafts import store_of


@pytest.mark.slow
def test_libreoffice_opens_a_checked_file_and_has_its_text_and_comments(
    corpus: tuple[Document, ...], tmp_path: Path
) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    store = store_of(corpus)
    path, checked = tmp_path / "draft.docx", tmp_path / "checked.docx"
    path.write_bytes(made_draft(store, 5, errors=2, right=20).data)
    found = verify_file(path, DraftChecker(store))
    checked.write_bytes(found.commented())

    texts = {}
    for each in (path, checked):
        command = [soffice, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to"]
        subprocess.run([*command, "txt:Text", "--outdir", str(tmp_path), str(each)], check=True, timeout=180)
        texts[each] = each.with_suffix(".txt").read_text(encoding="utf-8")
        subprocess.run([*command, "odt", "--outdir", str(tmp_path), str(each)], check=True, timeout=180)
    assert texts[checked] == texts[path]
    content = subprocess.run(
        ["unzip", "-p", str(checked.with_suffix(".odt")), "content.xml"], check=True, capture_output=True, text=True
    ).stdout
    assert content.count("<office:annotation ") == len(found.checked.to_show)
