"""Questions answered, one or many, and paragraphs searched for."""

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from functools import partial

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from index.errors import PinciteError
from rag.answering.steps import Asked, Before
from rag.lookup import find_document
from rag.passages import search_passages
from ui.api.desk import Desk, Opened
from ui.api.errors import ServiceError, detail_of
from ui.api.models.answers import Answer, AskRequest
from ui.api.models.base import ErrorDetail
from ui.api.models.batches import BatchLine, BatchQuestion, BatchRequest
from ui.api.models.documents import Found, SearchRequest
from ui.api.results import answer_model, passage_model
from ui.api.routes.context import ERRORS, AtDesk

router = APIRouter(prefix="/api/v1", tags=["answers"], responses=ERRORS)

# Questions of a batch that are encoded together; between two lots others have their turn.
_LOT = 8
_LINES = "application/x-ndjson"


@router.post("/ask")
async def ask(request: AskRequest, desk: AtDesk) -> Answer:
    """The answer to a question, each sentence cited to its paragraph."""
    return await desk.work(partial(_answer, desk, request.question, request.documents, request.id, after=request.after))


@router.post("/search")
async def search(request: SearchRequest, desk: AtDesk) -> Found:
    """The paragraphs that an answer would be written from, best first; whether they answer is not judged."""

    def found(opened: Opened) -> Found:
        only = _ids(opened, request.documents)
        passages = search_passages(opened.answerer, request.query, request.limit, documents=only)
        return Found(results=[passage_model(each) for each in passages])

    return await desk.work(found)


@router.post(
    "/batches",
    response_class=StreamingResponse,
    responses={200: {"model": BatchLine, "description": "A line for each question.", "content": {_LINES: {}}}},
)
async def batches(request: BatchRequest, desk: AtDesk) -> StreamingResponse:
    """The answers to many questions in order, each sent as a line of JSON as soon as it is there.

    A question that cannot be asked has an `error` in its line, and the others their answers.
    """
    desk.opened()
    return StreamingResponse(_lines(request, desk), media_type=_LINES)


async def _lines(request: BatchRequest, desk: Desk) -> AsyncIterator[str]:
    number = 0
    for lot in _lots(request.questions):
        for question, outcome in zip(lot, await _outcomes(lot, request.documents, desk), strict=True):
            number += 1
            answer = outcome if isinstance(outcome, Answer) else None
            error = outcome if isinstance(outcome, ErrorDetail) else None
            yield BatchLine(number=number, id=question.id, answer=answer, error=error).model_dump_json() + "\n"


async def _outcomes(
    lot: Sequence[BatchQuestion], documents: Sequence[str], desk: Desk
) -> Sequence[Answer | ErrorDetail]:
    """The answer to each question of `lot`, or why there is none."""
    try:
        return await desk.work(partial(_answered, desk, lot, documents))
    except ServiceError as error:
        # The response has begun: what stops the whole of it is told in its lines.
        return [error.detail] * len(lot)


def _answered(
    desk: Desk, lot: Sequence[BatchQuestion], documents: Sequence[str], opened: Opened
) -> Sequence[Answer | ErrorDetail]:
    """As `_outcomes`; where one question trips, each is asked by itself."""
    try:
        asked = [Asked(each.question, _ids(opened, each.documents or documents), each.id) for each in lot]
        answers = [answer_model(each, opened.answerer.index) for each in opened.answerer.answer_many(asked)]
    except PinciteError:
        return [_alone(desk, each, documents, opened) for each in lot]
    for each in answers:
        desk.note(each)
    return answers


def _alone(desk: Desk, question: BatchQuestion, documents: Sequence[str], opened: Opened) -> Answer | ErrorDetail:
    try:
        return _answer(desk, question.question, question.documents or documents, question.id, opened)
    except PinciteError as error:
        return detail_of(error)


def _answer(
    desk: Desk, question: str, documents: Sequence[str], id: str | None, opened: Opened, after: Sequence[str] = ()
) -> Answer:
    only, before = _ids(opened, documents), None
    for earlier in after:
        before = Before.of(opened.answerer.answer(earlier, documents=only, before=before))
    given = opened.answerer.answer(question, documents=only, id=id, before=before)
    answer = answer_model(given, opened.answerer.index)
    desk.note(answer)
    return answer


def _lots(questions: Sequence[BatchQuestion]) -> Iterator[Sequence[BatchQuestion]]:
    return (questions[start : start + _LOT] for start in range(0, len(questions), _LOT))


def _ids(opened: Opened, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(find_document(opened.answerer.index, each).id for each in names)
