"""What became of an index that was brought up to date, for a terminal."""

from pathlib import Path

from index.text.wording import counted
from index.update import UpdateReport
from ui.cli.terminal.console import messages
from ui.cli.terminal.document import print_findings


def print_update(report: UpdateReport, folder: Path) -> None:
    """Print what was added, read again and removed, what could not be read, and what the index holds now."""
    console = messages()
    for word, paths in (
        ("added", report.changes.added),
        ("read again", report.changes.changed),
        ("removed", report.changes.removed),
    ):
        for path in paths:
            if path not in report.changes.unread:
                console.print(f"{word}: {path}", markup=False)
    for failure in report.failures:
        console.print(f"left out: {failure}", markup=False, style="yellow")
    if report.findings:
        print_findings(report.findings)
    counts = report.index.manifest.counts
    held = f"{counted(counts.documents, 'document')}, {counted(counts.paragraphs, 'paragraph')}"
    if not report.changes:
        console.print(f"nothing has changed: {held} in {folder}", markup=False)
        return
    console.print(
        f"{held} ({counted(report.new_passages, 'new passage')}) in {folder}, {report.seconds:.1f} s", markup=False
    )
