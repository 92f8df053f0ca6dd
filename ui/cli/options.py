"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ui.paths import MODEL_VARIABLE, index_folder


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


def model_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--model NAME_OR_FOLDER`, which arrives as `model`, None where it is the packaged one."""
    option = click.option(
        "--model",
        envvar=MODEL_VARIABLE,
        metavar="NAME_OR_FOLDER",
        help="Another sentence-transformers model than the packaged one; an index is read with the model that built "
        f"it.  [default: ${MODEL_VARIABLE} or the packaged one]",
    )
    return option(command)
