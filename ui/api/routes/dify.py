"""Paragraphs for Dify, which asks an external knowledge base for them."""

from collections.abc import Sequence

from fastapi import APIRouter

from rag.lookup import find_document
from rag.passages import Passage, link_of, search_passages
from ui.api.desk import Opened
from ui.api.errors import described, looked_up, service_error
from ui.api.models.dify import Record, Records, RetrievalRequest
from ui.api.models.documents import MOST_FOUND
from ui.api.routes.context import ERRORS, AtDesk

router = APIRouter(tags=["Dify"], responses=ERRORS | described(404))

_ALL = "pincite"


@router.post("/retrieval")
async def retrieval(request: RetrievalRequest, desk: AtDesk) -> Records:
    """The paragraphs that an answer would be written from, best first, in the form that Dify reads."""
    if request.metadata_condition and request.metadata_condition.get("conditions"):
        message = "conditions on metadata are not followed; name the documents in knowledge_id, parted by commas"
        raise service_error("QuestionError", 422, message)

    def found(opened: Opened) -> Records:
        index, setting = opened.answerer.index, request.retrieval_setting
        with looked_up():
            names = [] if request.knowledge_id == _ALL else request.knowledge_id.split(",")
            only = [find_document(index, each).id for each in names]
        passages = search_passages(opened.answerer, request.query, min(setting.top_k, MOST_FOUND), documents=only)
        records = [_record(each, share) for each, share in zip(passages, _shares(passages), strict=True)]
        return Records(records=[each for each in records if each.score >= setting.score_threshold])

    return await desk.work(found)


def _shares(passages: Sequence[Passage]) -> list[float]:
    """The score of each passage as a share, 0 to 1, of the best one's: scores themselves have no upper bound."""
    scores = [each.score or 0.0 for each in passages]
    best = max(scores, default=0.0)
    return [max(0.0, score / best) if best > 0 else 0.0 for score in scores]


def _record(passage: Passage, share: float) -> Record:
    known = {
        "citation": passage.citation,
        "address": passage.address,
        "document": passage.document,
        "document_title": passage.title,
        "symbol": passage.symbol,
        "date": passage.date,
        "page": passage.page,
        "url": link_of(passage),
    }
    metadata = {name: str(value) for name, value in known.items() if value}
    return Record(content=passage.text, score=round(share, 4), title=passage.citation, metadata=metadata)
