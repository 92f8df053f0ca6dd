"""Answers for programs that speak OpenAI's protocol, such as Open WebUI."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import time
from uuid import uuid4

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from index.store import Index
from rag.answer import Answer, Citation
from rag.citing.quoted import cited_row
from rag.passages import link_of, passage_at
from rag.quotations import groups
from ui.api.desk import Desk, Opened
from ui.api.errors import described, service_error
from ui.api.models.answers import Answer as AnswerModel
from ui.api.models.openai import (
    MODEL,
    Annotation,
    ChatCompletion,
    ChatRequest,
    Choice,
    Chunk,
    ChunkChoice,
    Delta,
    ModelCard,
    ModelCards,
    Reply,
    UrlCitation,
)
from ui.api.results import answer_model
from ui.api.routes.context import ERRORS, AtDesk
from ui.app.markup.answer_text import as_markdown, group_lines, markdown_answer

router = APIRouter(prefix="/v1", tags=["OpenAI's protocol"], responses=ERRORS | described(404))

_STARTED = int(time())
_EVENTS = "text/event-stream"


@dataclass(frozen=True, slots=True)
class _Written:
    """An answer as a message, and the whole of it."""

    message: Reply
    answer: AnswerModel


@router.get("/models")
async def models() -> ModelCards:
    """The one model that there is: `pincite`."""
    return ModelCards(data=[ModelCard(created=_STARTED)])


@router.get("/models/{model}")
async def model(model: str) -> ModelCard:
    """The model `pincite`."""
    _check_model(model)
    return ModelCard(created=_STARTED)


@router.post(
    "/chat/completions",
    response_model=ChatCompletion,
    responses={200: {"content": {_EVENTS: {"schema": {"type": "string"}}}}},
)
async def chat(request: ChatRequest, desk: AtDesk) -> ChatCompletion | StreamingResponse:
    """The answer to the last message of the user, as Markdown with citations; with `stream`, piece by piece.

    Each question is answered by itself: what was said before it is not read.
    """
    _check_model(request.model)
    question = next((each.text for each in reversed(request.messages) if each.role == "user"), "")
    written = await desk.work(lambda opened: _written(question, desk, opened))
    reply_id, created = f"chatcmpl-{uuid4().hex}", int(time())
    if request.stream:
        return StreamingResponse(_events(reply_id, created, written.message), media_type=_EVENTS)
    choices = [Choice(message=written.message)]
    return ChatCompletion(id=reply_id, created=created, choices=choices, pincite=written.answer)


def _check_model(name: str) -> None:
    if name != MODEL:
        raise service_error("ModelNotFound", 404, f"there is no model {name!r}; name {MODEL!r}")


def _written(question: str, desk: Desk, opened: Opened) -> _Written:
    answer = opened.answerer.answer(question)
    index = opened.answerer.index
    content = markdown_answer(answer, index)
    message = Reply(content=content, annotations=list(_annotations(answer, content, index)))
    whole = answer_model(answer, index)
    desk.note(whole)
    return _Written(message, whole)


def _annotations(answer: Answer, content: str, index: Index) -> Iterator[Annotation]:
    """The citations of `content`, each at the words in brackets that end its line."""
    place = 0
    for group in groups(answer.statements):
        for quotation, (_, words, where) in zip(group.quotations, group_lines(group, index), strict=True):
            after = content.index(as_markdown(words), place) + len(as_markdown(words))
            start = content.index(f"({as_markdown(where)}", after)
            place = content.index("\n", start)
            for each in dict.fromkeys((quotation.citation, *quotation.rests_on)):
                yield Annotation(url_citation=_url_citation(each, (start, place), index))


def _url_citation(citation: Citation, span: tuple[int, int], index: Index) -> UrlCitation:
    row = cited_row(citation, index)
    url = link_of(passage_at(index, row)) if row is not None else ""
    title = f"{citation.text} — {citation.title}" if citation.symbol else citation.text
    return UrlCitation(start_index=span[0], end_index=span[1], title=title, url=url)


def _events(reply_id: str, created: int, message: Reply) -> Iterator[str]:
    """The message line by line, then its citations, as events that the protocol names."""
    deltas = [Delta(role="assistant", content="")]
    deltas += [Delta(content=line) for line in message.content.splitlines(keepends=True)]
    choices = [ChunkChoice(delta=each) for each in deltas]
    choices.append(ChunkChoice(delta=Delta(annotations=message.annotations), finish_reason="stop"))
    for choice in choices:
        chunk = Chunk(id=reply_id, created=created, choices=[choice])
        yield f"data: {chunk.model_dump_json(exclude_none=True)}\n\n"
    yield "data: [DONE]\n\n"
