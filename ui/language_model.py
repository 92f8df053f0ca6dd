"""The language model that the person configured, by the environment's `PINCITE_LLM_…`."""

import os
from typing import TYPE_CHECKING

from index.errors import LanguageModelError
from rag.answer import WRITTEN
from ui.paths import replies_file

if TYPE_CHECKING:
    from rag.writing.language_model import Endpoint, LanguageModel

URL, MODEL, KEY = "PINCITE_LLM_URL", "PINCITE_LLM_MODEL", "PINCITE_LLM_KEY"
_TIMEOUT, _WINDOW = "PINCITE_LLM_TIMEOUT", "PINCITE_LLM_WINDOW"
_SCHEMES = ("http://", "https://")
_LEAST_WINDOW = 2_048  # tokens: an answer and a paragraph or two


def is_configured() -> bool:
    """Whether a language model is named."""
    return bool(os.environ.get(URL))


def configured_endpoint() -> "Endpoint":
    """The endpoint that the environment names; LanguageModelError says which variable is missing or wrong."""
    from rag.writing.language_model import Endpoint

    url = os.environ.get(URL, "").strip()
    if not url.startswith(_SCHEMES):
        said = f"{URL} is {url!r}" if url else f"{URL} is not set"
        raise LanguageModelError(f"{said}; set it to the address of an OpenAI-compatible endpoint, http://…/v1")
    model = os.environ.get(MODEL, "").strip()
    if not model:
        raise LanguageModelError(f"{MODEL} is not set; set it to the name of a model that {url} serves")
    return Endpoint(
        url,
        model,
        os.environ.get(KEY) or None,
        timeout=_number(_TIMEOUT, Endpoint.DEFAULT_TIMEOUT, least=1),
        window=int(_number(_WINDOW, Endpoint.DEFAULT_WINDOW, least=_LEAST_WINDOW)),
    )


def language_model(writer: str) -> "LanguageModel | None":
    """The configured model where `writer` is `llm`, its replies kept; None where no model is to write."""
    if writer != WRITTEN:
        return None
    from rag.writing.client import EndpointModel
    from rag.writing.replies import KeptReplies

    return KeptReplies(EndpointModel(configured_endpoint()), replies_file())


def _number(variable: str, default: float, *, least: float) -> float:
    given = os.environ.get(variable)
    try:
        number = float(given) if given else default
    except ValueError:
        number = least - 1
    if number < least:
        raise LanguageModelError(f"{variable} is {given!r}; set it to a number from {least:g} on")
    return number
