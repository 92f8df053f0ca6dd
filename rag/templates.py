"""HTML templates: whatever is put into one is escaped, unless a template made it."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def templates(folder: Path, finalize: Callable[[object], object] | None = None) -> Environment:
    """The templates in `folder`; a name that a template does not know is an error. `finalize` sees what is put in."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalize,
    )
