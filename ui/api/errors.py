"""Errors as the server sends them: one form, whatever went wrong."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from index.errors import (
    EngineError,
    FidelityError,
    IndexFolderError,
    LocatorError,
    MissingPackageError,
    ModelError,
    PinciteError,
    QuestionError,
)
from ui.api.models.base import Error, ErrorDetail

logger = logging.getLogger(__name__)

_STATUS: Mapping[type[PinciteError], int] = {
    IndexFolderError: 503,
    EngineError: 503,
    ModelError: 503,
    MissingPackageError: 501,
    FidelityError: 500,
}
_MENDABLE = 422  # what was asked can be mended by whoever asks
_MOST_MISTAKES = 3  # of a request, that are named


class ServiceError(Exception):
    """A request is answered with an error: its kind, its HTTP status, and seconds to wait before another try."""

    def __init__(self, detail: ErrorDetail, wait: int = 0) -> None:
        super().__init__(detail.message)
        self.detail = detail
        self.wait = wait


def service_error(kind: str, status: int, message: str, wait: int = 0) -> ServiceError:
    """The error of this kind, to be raised."""
    return ServiceError(ErrorDetail(type=kind, message=message, status=status), wait)


def detail_of(error: PinciteError) -> ErrorDetail:
    """An error of the family, as it is sent."""
    status = next((status for kind, status in _STATUS.items() if isinstance(error, kind)), _MENDABLE)
    return ErrorDetail(type=type(error).__name__, message=str(error), status=status)


@contextmanager
def looked_up() -> Iterator[None]:
    """What is not there is answered with 404, where an address names it."""
    try:
        yield
    except (QuestionError, LocatorError) as error:
        raise service_error(type(error).__name__, HTTPStatus.NOT_FOUND, str(error)) from error


def answer_errors(app: FastAPI) -> None:
    """Have `app` answer every error in the one form."""

    @app.exception_handler(PinciteError)
    async def _mendable(_request: Request, error: PinciteError) -> JSONResponse:
        return _response(detail_of(error))

    @app.exception_handler(ServiceError)
    async def _service(_request: Request, error: ServiceError) -> JSONResponse:
        headers = {"Retry-After": str(error.wait)} if error.wait else {}
        if error.detail.status == HTTPStatus.UNAUTHORIZED:
            headers["WWW-Authenticate"] = "Bearer"
        return _response(error.detail, headers)

    @app.exception_handler(RequestValidationError)
    async def _invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        return _response(ErrorDetail(type="ValidationError", message=_mistakes(error), status=_MENDABLE))

    @app.exception_handler(HTTPException)
    async def _http(_request: Request, error: HTTPException) -> JSONResponse:
        return _response(_of_status(error.status_code, str(error.detail)), error.headers)

    @app.exception_handler(Exception)
    async def _mistake(request: Request, error: Exception) -> JSONResponse:
        logger.error("%s %s: %r", request.method, request.url.path, error, exc_info=error)
        message = "pincite made a mistake; its log has more. Please report it"
        return _response(ErrorDetail(type="InternalServerError", message=message, status=500))


def _mistakes(error: RequestValidationError) -> str:
    """The first mistakes of a request, each with its place: `question: Field required`."""
    found = [f"{'.'.join(map(str, each['loc'][1:])) or each['loc'][0]}: {each['msg']}" for each in error.errors()]
    more = f"; and {len(found) - _MOST_MISTAKES} more" if len(found) > _MOST_MISTAKES else ""
    return "; ".join(found[:_MOST_MISTAKES]) + more


def _response(detail: ErrorDetail, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse(Error(error=detail).model_dump(), detail.status, dict(headers or {}))


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The errors with these statuses, for the description of a route."""
    return {status: {"model": Error, "description": HTTPStatus(status).phrase} for status in statuses}


def refusal(status: int, words: str) -> tuple[bytes, bytes]:
    """The type and the body of an error that is answered before anything of a request is read."""
    return b"application/json", Error(error=_of_status(status, words)).model_dump_json().encode()


def _of_status(status: int, words: str) -> ErrorDetail:
    """An error that has no name but that of its HTTP status."""
    kind = "".join(word.capitalize() for word in HTTPStatus(status).phrase.split())
    return ErrorDetail(type=kind, message=words, status=status)
