"""The server put together: routes behind the guards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from fastapi import Depends, FastAPI
from starlette.middleware import Middleware

from index.manifest import program_version
from ui.api.desk import Desk
from ui.api.docs import add_docs
from ui.api.errors import answer_errors, refusal
from ui.api.guards.keys import Keys
from ui.api.guards.rate import RateLimit
from ui.api.guards.size import SizeGuard
from ui.api.guards.tokens import Tokens
from ui.api.metrics import Metered
from ui.api.routes import answers, dify, documents, drafts, health, openai
from ui.api.routes.context import asker
from ui.app.hosts import HostGuard, Hosts
from ui.app.services.uploads import MOST_BYTES
from ui.request_log import RequestLog
from ui.tracing import RequestSpans

PER_MINUTE = 600  # requests of one asker: ten a second, about what two processors answer
_MOST_BYTES = 4 * 1024 * 1024  # of a request that sends no file: the longest draft, its letters in four bytes each
_DESCRIPTION = (
    "Answers to questions about United Nations documents, each sentence cited to its paragraph. Sentences are "
    "verbatim, or held against what they cite; quote them unchanged, with the citation as it stands. Every "
    "error has one form."
)


@dataclass(frozen=True, slots=True)
class Serving:
    """How the server is run: names that it answers to, keys and tokens that it lets in, requests a minute of each."""

    hosts: Hosts
    keys: Keys = field(default_factory=Keys)
    per_minute: int = PER_MINUTE
    tokens: Tokens | None = None


def make_app(desk: Desk, serving: Serving) -> FastAPI:
    """The server that answers from `desk`, whose index it loads beside as it starts."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        desk.load_beside()
        yield

    app = FastAPI(
        title="pincite",
        summary="Answers about United Nations documents, cited to the paragraph",
        description=_DESCRIPTION,
        version=program_version(),
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=[
            Middleware(RequestLog),
            Middleware(RequestSpans),
            Middleware(HostGuard, hosts=serving.hosts, command="pincite serve", form=refusal),
            Middleware(Metered, metrics=desk.metrics),
            Middleware(SizeGuard, most=_most_bytes),
        ],
    )
    app.state.desk, app.state.rate = desk, RateLimit(serving.per_minute)
    app.state.keys, app.state.tokens = serving.keys, serving.tokens
    answer_errors(app)
    app.include_router(health.router)
    for each in (answers, documents, drafts, openai, dify):
        app.include_router(each.router, dependencies=[Depends(asker)])
    app.include_router(health.metrics_router, dependencies=[Depends(asker)])
    add_docs(app)
    return app


def _most_bytes(path: str) -> int:
    return MOST_BYTES if path == drafts.FILE_PATH else _MOST_BYTES
