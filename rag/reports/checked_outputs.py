"""Where the report on checked drafts goes: a writer for each ending."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from index.storage.atomic import replacing_file
from rag.provenance import Provenance
from rag.reports.checked_drafts import checked_report
from rag.reports.checked_workbook import write_checked_workbook
from rag.reports.outputs import REPORTS, ReportStyle
from rag.verifying.finding import CheckedDraft
from rag.verifying.finding_json import checked_object


def _json(drafts: Sequence[CheckedDraft], _made_with: Provenance, file: BinaryIO) -> None:
    file.write(json.dumps([checked_object(each) for each in drafts], ensure_ascii=False, indent=2).encode() + b"\n")


_OTHERS: Mapping[str, Callable[[Sequence[CheckedDraft], Provenance, BinaryIO], None]] = MappingProxyType(
    {".xlsx": write_checked_workbook, ".json": _json}
)
ENDINGS = (*_OTHERS, *REPORTS)
"""The endings of the files that a report can be written to."""


def write_checked(drafts: Sequence[CheckedDraft], made_with: Provenance, paths: Sequence[Path]) -> None:
    """Write the report on `drafts` to each of `paths`, in the format that its ending names."""
    report = checked_report(drafts, made_with)
    for path in paths:
        with replacing_file(path) as file:
            ending = path.suffix.lower()
            if ending in _OTHERS:
                _OTHERS[ending](drafts, made_with, file)
            else:
                REPORTS[ending](report, file, ReportStyle(report.title))
