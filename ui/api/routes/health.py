"""How the server does: alive, ready, and its counters."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

from index.manifest import program_version
from rag.answer_json import CONTRACT
from ui.api.errors import described
from ui.api.models.health import Health, Ready
from ui.api.routes.context import AtDesk

router = APIRouter(tags=["operation"], responses=described(403, 421, 500))
metrics_router = APIRouter(tags=["operation"], responses=described(401, 403, 421, 429, 500))


@router.get("/health")
async def health() -> Health:
    """That the server runs."""
    return Health(status="ok", version=program_version())


@router.get("/ready", responses=described(503))
async def ready(desk: AtDesk) -> Ready:
    """What questions are answered from; 503 until the index is verified and the models are loaded."""
    answerer = desk.opened().answerer
    problem = desk.newer_problem
    return Ready(
        ready=True,
        version=program_version(),
        contract=CONTRACT,
        index=answerer.index.fingerprint,
        documents=len(answerer.index.documents),
        paragraphs=len(answerer.index.paragraphs),
        model=answerer.index.manifest.model,
        reader=answerer.reader.name if answerer.reader else None,
        problem=str(problem) if problem else None,
    )


@metrics_router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"description": "Counters as Prometheus reads them.", "content": {CONTENT_TYPE_LATEST: {}}}},
)
async def metrics(desk: AtDesk) -> Response:
    """Requests by route and status, how long they took, answers by state, and the process's memory."""
    return Response(desk.metrics.text(), media_type=CONTENT_TYPE_LATEST)
