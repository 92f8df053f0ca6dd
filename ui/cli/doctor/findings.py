"""What `pincite doctor` finds: of the settings, the index, and the language model where one is configured."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from index.engines.opening import read_manifest
from index.errors import PinciteError
from index.storage.addresses import shown_place
from rag.writing.client import EndpointModel
from rag.writing.language_model import Endpoint
from rag.writing.prompt import Prompt
from ui.language_model import URL, configured_endpoint, is_configured
from ui.settings.configured import FILE, settings_file

# A question of no office's: what is asked to see whether a model answers.
_PROMPT = Prompt("Answer in one word.", "What is the capital of France?", ())
_LISTED = 8  # names of models in a line


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what it is, whether it works, and what there is to say."""

    name: str
    is_well: bool
    says: str


def examine(folder: Path) -> Iterator[Finding]:
    """What there is to say of the settings, of the index in `folder` and of the language model."""
    yield from _settings()
    yield _index(folder)
    yield from _language_model()


def _settings() -> Iterator[Finding]:
    """A line for each setting that was set, and where."""
    from ui.settings.file import taken_settings

    name = "settings"
    try:
        taken = list(taken_settings(settings_file()))
    except PinciteError as error:
        yield Finding(name, False, str(error))
        return
    if not taken:
        yield Finding(name, True, f"none is set in {FILE} or the environment")
    for each in taken:
        instead = f", not from {each.overruled}" if each.overruled else ""
        yield Finding(f"{name}, {each.key}", True, f"{each.value}, from {each.source}{instead}")


def _index(folder: Path) -> Finding:
    try:
        manifest = read_manifest(folder)
    except PinciteError as error:
        return Finding("index", False, str(error))
    return Finding("index", True, f"{shown_place(folder)}, built with {manifest.model}")


def _language_model() -> Iterator[Finding]:
    name = "language model"
    if not is_configured():
        yield Finding(
            name, True, f"none is configured ({URL} is not set); answers quote the documents, nothing is sent"
        )
        return
    try:
        endpoint = configured_endpoint()
        model = EndpointModel(endpoint)
        yield Finding("models served", True, ", ".join(model.models()[:_LISTED]) or "none is listed")
        began = perf_counter()
        model.reply(_PROMPT)
        yield Finding(name, True, _answered(endpoint, perf_counter() - began))
    except PinciteError as error:
        yield Finding(name, False, str(error))


def _answered(endpoint: Endpoint, seconds: float) -> str:
    window = f"up to {endpoint.most_tokens:,} tokens of question and paragraphs are sent to it"
    return f"{endpoint.model} at {endpoint.url} answered in {seconds:.1f} seconds; {window}"
