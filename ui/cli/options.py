"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from index.errors import IndexFolderError
from index.storage.addresses import MilvusAddress, parse_address, place_of
from rag.answer import EXTRACTIVE, WRITTEN
from rag.settings import NO_READER
from ui.paths import FAST, MODEL_VARIABLE, PROFILE_VARIABLE, READER_VARIABLE, READING, WRITER_VARIABLE, index_folder
from ui.settings.options import setting


class IndexPath(click.ParamType[Path]):
    """The folder of an index; where the address of one elsewhere is given, the folder that stands for it."""

    name = "directory"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401
        """The folder that `value` names; click's error where it is neither folder nor address."""
        try:
            return place_of(value)
        except IndexFolderError as error:
            self.fail(str(error), param, ctx)


class EngineAddress(click.ParamType[MilvusAddress]):
    """The address of an index that an engine searches."""

    name = "URL"

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> MilvusAddress:
        """The address that `value` is; click's error where it is none."""
        try:
            return parse_address(value)
        except IndexFolderError as error:
            self.fail(str(error), param, ctx)


def index_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--index DIR`, which arrives as `folder`."""
    option = click.option(
        "--index",
        "folder",
        type=IndexPath(),
        default=index_folder,
        metavar="DIR",
        help="The index folder, or milvus://HOST:PORT/COLLECTION.  [default: $PINCITE_INDEX or .pincite/index]",
    )
    return option(command)


def reader_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--reader NAME_OR_FOLDER`, which arrives as `reader`, None where it is the packaged one.

    With `--profile fast` it arrives as NO_READER.
    """
    profile = click.option(
        "--profile",
        type=click.Choice([READING, FAST]),
        **setting(PROFILE_VARIABLE, READING),
        # Before `--reader`, which depends on it.
        is_eager=True,
        expose_value=False,
        callback=_keep_profile,
        help=f"`{FAST}` answers by similarity alone: sooner, and surely less often.  [default: {READING}]",
    )
    reader = click.option(
        "--reader",
        **setting(READER_VARIABLE),
        metavar="NAME_OR_FOLDER",
        callback=_reader_of_profile,
        help="Another cross encoder than the packaged reader.",
    )
    return profile(reader(command))


def _keep_profile(context: click.Context, _option: click.Parameter, profile: str) -> None:
    context.meta[PROFILE_VARIABLE] = profile


def _reader_of_profile(context: click.Context, _option: click.Parameter, reader: str | None) -> str | None:
    return NO_READER if context.meta[PROFILE_VARIABLE] == FAST else reader


def model_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--model NAME_OR_FOLDER`, which arrives as `model`, None where it is the packaged one."""
    option = click.option(
        "--model",
        **setting(MODEL_VARIABLE),
        metavar="NAME_OR_FOLDER",
        help="Another sentence-transformers model than the packaged one; an index is read with the model that built "
        f"it.  [default: ${MODEL_VARIABLE} or the packaged one]",
    )
    return option(command)


def writer_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with `--writer extractive|llm`, which arrives as `writer`."""
    option = click.option(
        "--writer",
        type=click.Choice([EXTRACTIVE, WRITTEN]),
        **setting(WRITER_VARIABLE, EXTRACTIVE),
        help=f"`{EXTRACTIVE}` quotes sentences; `{WRITTEN}` has a language model write them, at $PINCITE_LLM_URL, and "
        f"shows what is proved.  [default: {EXTRACTIVE}]",
    )
    return option(command)
