"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ui.places import index_folder


def index_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--index DIR`, which arrives as `folder`."""
    option = click.option(
        "--index",
        "folder",
        type=click.Path(path_type=Path),
        default=index_folder,
        metavar="DIR",
        help="The index folder.  [default: $PINCITE_INDEX or .pincite/index]",
    )
    return option(command)
