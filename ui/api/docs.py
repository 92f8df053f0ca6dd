"""The page that describes the routes, made of files that come with a package: it calls no other host."""

from pathlib import Path

import fastapi_offline
from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

_FILES = Path(fastapi_offline.__file__).parent / "static"
_UNDER = "/docs/files"


def add_docs(app: FastAPI) -> None:
    """Have `app` show its description at `/docs`."""
    app.mount(_UNDER, StaticFiles(directory=_FILES), name="docs-files")

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url=str(app.openapi_url),
            title=app.title,
            swagger_js_url=f"{_UNDER}/swagger-ui-bundle.js",
            swagger_css_url=f"{_UNDER}/swagger-ui.css",
            swagger_favicon_url=f"{_UNDER}/favicon.png",
        )
