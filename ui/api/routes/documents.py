"""Documents as they are: listed, read whole or by paragraph, and compared."""

from typing import Annotated

from fastapi import APIRouter, Query

from index.storage.document_json import to_contract
from rag.comparing.align import align
from rag.comparing.align_json import alignment_object
from rag.lookup import find_document
from rag.passages import find_passage
from ui.api.desk import Opened
from ui.api.errors import described, looked_up
from ui.api.models.answers import DocumentName
from ui.api.models.base import LONGEST_NAME
from ui.api.models.documents import Comparison, Document, Holdings, Passage
from ui.api.results import holdings, passage_model
from ui.api.routes.context import ERRORS, AtDesk

router = APIRouter(prefix="/api/v1", tags=["documents"], responses=ERRORS | described(404))


@router.get("/documents")
async def documents(desk: AtDesk) -> Holdings:
    """The documents that are held."""
    return await desk.work(lambda opened: holdings(opened.answerer.index))


@router.get("/documents/{name:path}")
async def document(name: DocumentName, desk: AtDesk) -> Document:
    """A document with its paragraphs, by id or symbol: `/api/v1/documents/CAC/COSP/WG.2/2018/2`."""

    def found(opened: Opened) -> Document:
        with looked_up():
            return Document.model_validate(to_contract(find_document(opened.answerer.index, name)))

    return await desk.work(found)


@router.get("/paragraph")
async def paragraph(
    citation: Annotated[
        str,
        Query(
            min_length=1,
            max_length=LONGEST_NAME,
            description="A citation, or an `address`, whose # is written %23.",
            examples=["CAC/COSP/WG.2/2018/2, para. 66", "progress-2018#66"],
        ),
    ],
    desk: AtDesk,
) -> Passage:
    """The paragraph that a citation or an address names; of a sub-item, the paragraph that holds it."""

    def found(opened: Opened) -> Passage:
        with looked_up():
            return passage_model(find_passage(opened.answerer.index, citation))

    return await desk.work(found)


@router.get("/compare")
async def compare(
    left: Annotated[DocumentName, Query(examples=["info-sharing-2018"])],
    right: Annotated[DocumentName, Query(examples=["guidelines-2021"])],
    desk: AtDesk,
) -> Comparison:
    """Two documents, named by id or symbol, paragraph by paragraph; the older one is `left` in any case."""

    def compared(opened: Opened) -> Comparison:
        index = opened.answerer.index
        with looked_up():
            ours, theirs = find_document(index, left).id, find_document(index, right).id
        return Comparison.model_validate(alignment_object(align(index, ours, theirs)))

    return await desk.work(compared)
