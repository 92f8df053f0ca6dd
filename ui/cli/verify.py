"""`pincite verify`: what a draft quotes and cites, held against the documents of the index."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.errors import OutputError
from index.storage.atomic import replacing_file
from ui.cli.options import index_option
from ui.cli.report_options import say
from ui.interrupts import leaving_at_once

if TYPE_CHECKING:
    from index.store import Index
    from rag.verifying.files import CheckedFile

EXIT_WRONG = 1  # as grep(1) and diff(1) end where they have something to tell
_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("drafts", nargs=-1, required=True, type=_FILE, metavar="DRAFT…")
@click.option(
    "-o", "--out", type=_FILE, metavar="CHECKED.docx", help="The same Word file with a comment on each finding."
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help="A report on all quotations and citations, repeatable: .xlsx, .html, .json, .docx, .md.",
)
@click.option("--all", "whole", is_flag=True, help="Show, and comment on, also what is in order.")
@index_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a draft instead of words.")
def verify_command(**_given: object) -> None:
    """Check the quotations and citations of drafts: Word, PDF, HTML, plain text, Markdown.

    Each is held against the paragraphs of the index. Nothing leaves the computer, and DRAFT itself is never changed.
    Exit code 1 where something is wrong.
    """
    request = _Request(**click.get_current_context().params)
    from rag.reports.checked_outputs import ENDINGS
    from rag.reports.outputs import ReportStyle, check_outputs

    targets = _targets(request)
    check_outputs(request.reports, ENDINGS, ReportStyle(""))
    check_outputs(tuple(targets.values()), _word_endings(), ReportStyle(""))
    index, files = _checked(request)
    for path, target in targets.items():
        with replacing_file(target) as file:
            file.write(files[request.drafts.index(path)].commented(verbatim=request.whole))
        say(f"wrote {target}")
    _report(request, index, files)
    _print(request, files)
    if any(each.checked.wrong for each in files):
        raise click.exceptions.Exit(EXIT_WRONG)


@dataclass(frozen=True, slots=True)
class _Request:
    """What the command line asks for."""

    drafts: tuple[Path, ...]
    out: Path | None
    reports: tuple[Path, ...]
    whole: bool
    folder: Path
    as_json: bool


def _word_endings() -> tuple[str, ...]:
    from rag.verifying.files import WORD

    return WORD


def _targets(request: _Request) -> dict[Path, Path]:
    """Where the checked file of each draft goes; OutputError where that cannot be, as over the draft itself."""
    if request.out is None:
        return {}
    if len(request.drafts) > 1:
        raise OutputError(f"{request.out}: there is one checked file for one draft; check each draft by itself")
    (draft,) = request.drafts
    if draft.suffix.lower() not in _word_endings():
        raise OutputError(f"{draft}: only a Word file (.docx) is given back with comments; ask for a --report")
    for path in (request.out, *request.reports):
        if path.exists() and draft.exists() and path.samefile(draft):
            raise OutputError(f"{path} is the draft, which is never changed; name another file")
    return {draft: request.out}


def _checked(request: _Request) -> "tuple[Index, list[CheckedFile]]":
    """The index and the drafts checked by it; each draft is read before the first is checked."""
    with leaving_at_once():
        from index.engines.opening import load_index
        from rag.verifying.check import DraftChecker
        from rag.verifying.files import CheckedFile, read_draft_file

    files = [read_draft_file(path) for path in request.drafts]
    index = load_index(request.folder)
    checker = DraftChecker(index.store)
    return index, [CheckedFile(each, checker.check(each.draft)) for each in files]


def _report(request: _Request, index: "Index", files: "Sequence[CheckedFile]") -> None:
    if not request.reports:
        return
    from rag.provenance import provenance
    from rag.reports.checked_outputs import write_checked

    begun = datetime.now().astimezone().isoformat(timespec="seconds")
    made_with = provenance(index.fingerprint, index.manifest.model, {}, begun)
    write_checked([each.checked for each in files], made_with, request.reports)
    say(f"wrote {', '.join(map(str, request.reports))}")


def _print(request: _Request, files: "Sequence[CheckedFile]") -> None:
    for each in files:
        if request.as_json:
            import json

            from rag.verifying.finding_json import checked_object

            click.echo(json.dumps(checked_object(each.checked), ensure_ascii=False))
        else:
            from ui.cli.terminal.checked import print_checked

            print_checked(each.checked, whole=request.whole)
