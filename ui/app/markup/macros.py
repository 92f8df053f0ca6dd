"""The macros of the app's templates, which escape what they are given, unless it is made by one of them."""

from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from rag.templates import templates

_ENVIRONMENT = templates(Path(__file__).parent / "templates")


def fill(template: str, macro: str, *values: object) -> Markup:
    """The HTML that `macro` of the template with this name makes of `values`."""
    return Markup(getattr(_macros(template), macro)(*values))


def joined(*pieces: Markup) -> Markup:
    """Pieces of HTML, one after the other."""
    return Markup("").join(pieces)


@cache
def _macros(template: str) -> Any:  # noqa: ANN401 - Jinja knows the names of its macros, and mypy does not
    return _ENVIRONMENT.get_template(f"{template}.html.jinja").module
