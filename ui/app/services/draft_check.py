"""Drafts that people hand in to be checked: read, checked and forgotten, never kept on this machine."""

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from index.store import Index
from rag.provenance import provenance
from rag.reports.checked_outputs import write_checked
from rag.verifying.check import DraftChecker
from rag.verifying.files import verify_file
from rag.verifying.finding import CheckedDraft
from ui.app.services.uploads import Upload


@dataclass(frozen=True, slots=True)
class CheckedUpload:
    """A draft that was checked: what was found, the Word file with comments where it is one, a workbook of all."""

    checked: CheckedDraft
    word: bytes | None
    workbook: bytes


def check_upload(upload: Upload, index: Index, checker: DraftChecker) -> CheckedUpload:
    """What is found in a draft by `checker`, made from `index`; SourceError where it cannot be read.

    The draft lies in a folder of its own while it is read, which is gone afterwards.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"draft{Path(upload.name).suffix.lower()}"
        path.write_bytes(upload.content)
        file = verify_file(path, checker, upload.name)
        begun = datetime.now().astimezone().isoformat(timespec="seconds")
        made_with = provenance(index.fingerprint, index.manifest.model, {}, begun)
        report = Path(folder) / "report.xlsx"
        write_checked([file.checked], made_with, [report])
        word = file.commented() if file.file.word is not None else None
        return CheckedUpload(file.checked, word, report.read_bytes())


def checked_name(name: str) -> str:
    """What the checked file of a draft is called: `draft.checked.docx`."""
    path = Path(name)
    return f"{path.stem}.checked{path.suffix}"
