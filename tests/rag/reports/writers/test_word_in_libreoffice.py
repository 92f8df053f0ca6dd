"""A report opened by LibreOffice, where that is installed: its contents have the numbers of the pages."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from rag.provenance import Provenance
from rag.reports.report import Block, Contents, Heading, NewPage, Prose, Report, plain
from rag.reports.writers.word import write_word


def _report(sections: int) -> Report:
    blocks: list[Block] = [Contents()]
    for number in range(1, sections + 1):
        heading = Heading(1, f"Section {number}", f"section-{number}")
        blocks += [NewPage(), heading, Prose("body", plain("Words. " * 30))]
    made_with = Provenance("index", "model", (), "2026-03-01T10:00:00+00:00")
    return Report("A report of some pages", made_with, lambda: iter(blocks))


@pytest.mark.slow
def test_each_heading_has_the_number_of_its_page_in_the_contents(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    with (tmp_path / "report.docx").open("wb") as file:
        write_word(_report(12), file)
    command = [soffice, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "report.docx")], check=True, timeout=180)

    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    listed = re.findall(r"Section (\d+)\.+(\d+)", pages[0])
    assert [(int(section), int(page)) for section, page in listed] == [(n, n + 1) for n in range(1, 13)]
    assert all(f"Section {number}" in pages[number] for number in range(1, 13))
