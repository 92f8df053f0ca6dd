"""Drafts checked: read, checked and forgotten."""

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, UploadFile

from rag.verifying.by_itself import check_citation, check_quotation
from rag.verifying.check import DraftChecker
from rag.verifying.files import draft_suffixes, verify_file
from rag.verifying.finding import CheckedDraft
from rag.verifying.finding_json import checked_object
from ui.api.errors import service_error
from ui.api.models.checked import Checked, VerifyRequest
from ui.api.routes.context import ERRORS, AtDesk

router = APIRouter(prefix="/api/v1", tags=["drafts"], responses=ERRORS)

FILE_PATH = "/api/v1/verify/file"
"""Where a file may be sent, which may be longer than what is sent elsewhere."""


@router.post("/verify")
async def verify(request: VerifyRequest, desk: AtDesk) -> Checked:
    """What is found of the quotations and citations of a text, or of a quotation or a citation by itself."""
    found = await desk.work(lambda opened: _checked(request, opened.checker))
    return Checked.model_validate(checked_object(found))


@router.post("/verify/file")
async def verify_upload(file: Annotated[UploadFile, File()], desk: AtDesk) -> Checked:
    """What is found of the quotations and citations of a Word, PDF, HTML or text file in English."""
    name = file.filename or ""
    suffix = Path(name).suffix.lower()
    if suffix not in draft_suffixes():
        message = f"{name!r} is of a kind that is not read; send one of {', '.join(draft_suffixes())}"
        raise service_error("SourceError", 422, message)
    content = await file.read()
    found = await desk.work(lambda opened: _checked_file(content, name, opened.checker))
    return Checked.model_validate(checked_object(found))


def _checked(request: VerifyRequest, checker: DraftChecker) -> CheckedDraft:
    if request.text is not None:
        return _checked_file(request.text.encode("utf-8", "replace"), "text.txt", checker)
    if request.quotation is not None:
        return check_quotation(checker, request.quotation, request.citation or "")
    return check_citation(checker, request.citation or "")


def _checked_file(content: bytes, name: str, checker: DraftChecker) -> CheckedDraft:
    """The check of a file, which is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"draft{Path(name).suffix.lower()}"
        path.write_bytes(content)
        return verify_file(path, checker, name).checked
