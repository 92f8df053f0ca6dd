"""The language model that the person configured, by `PINCITE_LLM_…` in the environment or `llm_…` in a file."""

from typing import TYPE_CHECKING

from index.errors import LanguageModelError
from rag.answer import WRITTEN
from ui.paths import replies_file
from ui.settings.configured import configured

if TYPE_CHECKING:
    from rag.writing.language_model import Endpoint, LanguageModel

URL, MODEL, KEY = "PINCITE_LLM_URL", "PINCITE_LLM_MODEL", "PINCITE_LLM_KEY"
_TIMEOUT, _WINDOW, _AT_ONCE = "PINCITE_LLM_TIMEOUT", "PINCITE_LLM_WINDOW", "PINCITE_LLM_AT_ONCE"
_SCHEMES = ("http://", "https://")
_LEAST_WINDOW = 2_048  # tokens: an answer and a paragraph or two


def is_configured() -> bool:
    """Whether a language model is named."""
    return bool(configured(URL))


def configured_endpoint() -> "Endpoint":
    """The endpoint that is named; LanguageModelError says which variable is missing or wrong."""
    from rag.writing.language_model import Endpoint

    url = (configured(URL) or "").strip()
    if not url.startswith(_SCHEMES):
        said = f"{URL} is {url!r}" if url else f"{URL} is not set"
        raise LanguageModelError(f"{said}; set it to the address of an OpenAI-compatible endpoint, http://…/v1")
    model = (configured(MODEL) or "").strip()
    if not model:
        raise LanguageModelError(f"{MODEL} is not set; set it to the name of a model that {url} serves")
    return Endpoint(
        url,
        model,
        configured(KEY),
        timeout=_number(_TIMEOUT, Endpoint.DEFAULT_TIMEOUT, least=1),
        window=int(_number(_WINDOW, Endpoint.DEFAULT_WINDOW, least=_LEAST_WINDOW)),
        at_once=int(_number(_AT_ONCE, Endpoint.DEFAULT_AT_ONCE, least=1)),
    )


def language_model(writer: str, budget: int | None = None) -> "LanguageModel | None":
    """The configured model where `writer` is `llm`, its replies kept; None where no model is to write.

    `budget` is how many tokens it may be sent and send, all that it takes unless given.
    """
    if writer != WRITTEN:
        return None
    from rag.writing.budget import BudgetedModel
    from rag.writing.client import EndpointModel
    from rag.writing.replies import KeptReplies

    model: LanguageModel = EndpointModel(configured_endpoint())
    return KeptReplies(model if budget is None else BudgetedModel(model, budget), replies_file())


def _number(variable: str, default: float, *, least: float) -> float:
    given = configured(variable)
    try:
        number = float(given) if given else default
    except ValueError:
        number = least - 1
    if number < least:
        raise LanguageModelError(f"{variable} is {given!r}; set it to a number from {least:g} on")
    return number
