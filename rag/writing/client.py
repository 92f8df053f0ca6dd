"""The client of an endpoint that speaks the protocol of OpenAI's chat completions: llama.cpp, Ollama, vLLM, hosted."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from index.errors import LanguageModelError, MissingPackageError
from rag.writing.language_model import Endpoint, Heard
from rag.writing.prompt import Prompt

if TYPE_CHECKING:
    from openai import OpenAI

_NO_KEY = "none"  # the client insists on one, servers on one's own machine do not
_INSTALL = "a language model is asked with the package openai: pip install 'pincite[llm]'"
_BROKE_OFF = "it cannot be reached, or broke off in the middle of an answer"
_SHOWN = 160  # characters of a server's own words


class EndpointModel:
    """The model that `endpoint` serves; nothing is sent before it is asked."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    @property
    def name(self) -> str:
        """The model's name."""
        return self.endpoint.model

    @property
    def most_tokens(self) -> int:
        """How many tokens a prompt may have."""
        return self.endpoint.most_tokens

    @property
    def at_once(self) -> int:
        """How many prompts it may be sent at a time."""
        return self.endpoint.at_once

    def reply(self, prompt: Prompt, heard: Heard | None = None) -> str:
        """What the model says to `prompt`; LanguageModelError says in one line why there is nothing.

        With `heard` it is asked for piece by piece; an endpoint that cannot send pieces is asked again for the whole.
        """
        if heard and (said := self._told(prompt, heard)) is not None:
            return self._not_empty(said)
        with self._errors():
            completion = self._client.chat.completions.create(**self._asked(prompt))
        return self._not_empty(self._text(completion))

    def models(self) -> tuple[str, ...]:
        """The names of the models that the endpoint says it serves; LanguageModelError where it does not answer."""
        with self._errors():
            listed = self._client.models.list()
            return tuple(each.id for each in listed.data)

    def _asked(self, prompt: Prompt) -> dict[str, Any]:
        return {
            "model": self.endpoint.model,
            "messages": [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}],
            "temperature": 0,
            "seed": self.endpoint.seed,
            "max_tokens": self.endpoint.answer,
        }

    def _told(self, prompt: Prompt, heard: Heard) -> str | None:
        """What the model says, told to `heard` as it comes; None where no event came that the protocol knows."""
        said, is_told, is_whole = "", False, False
        with self._errors(), self._client.chat.completions.create(**self._asked(prompt), stream=True) as events:
            for event in events:
                for choice in (getattr(event, "choices", None) or ())[:1]:
                    is_told = True
                    is_whole = is_whole or bool(choice.finish_reason)
                    if isinstance(more := getattr(choice.delta, "content", None), str) and more:
                        said += more
                        heard(said)
        if is_told and not is_whole:
            # A server that dies may end what it sends as if it were all; only the reason of the end tells.
            raise self._error(_BROKE_OFF)
        return said if is_told else None

    @cached_property
    def _client(self) -> "OpenAI":
        openai = _package()
        timeout = openai.Timeout(self.endpoint.timeout, connect=self.endpoint.connect)
        client: OpenAI = openai.OpenAI(
            base_url=self.endpoint.url,
            api_key=self.endpoint.key or _NO_KEY,
            timeout=timeout,
            max_retries=self.endpoint.retries,
        )
        return client

    @staticmethod
    def _text(completion: Any) -> object:  # noqa: ANN401 (what a foreign server sent)
        """The text of a reply, of whatever shape it is."""
        choices = getattr(completion, "choices", None)
        message = getattr(choices[0], "message", None) if choices else None
        return getattr(message, "content", None)

    def _not_empty(self, text: object) -> str:
        if not isinstance(text, str) or not text.strip():
            raise self._error("it sent an empty answer")
        return text

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Every error of the client as one that says what to do."""
        openai = _package()
        try:
            yield
        except openai.APITimeoutError as error:
            raise self._error(f"it did not answer within {self.endpoint.timeout:g} seconds") from error
        except openai.AuthenticationError as error:
            raise self._error("it refused the key; set PINCITE_LLM_KEY") from error
        except openai.RateLimitError as error:
            raise self._error("it is asked too often; try again later") from error
        except openai.NotFoundError as error:
            raise self._error(f"it does not know the model {self.endpoint.model!r}; set PINCITE_LLM_MODEL") from error
        except openai.APIStatusError as error:
            raise self._error(f"it answered with status {error.status_code}: {_line(error.message)}") from error
        except openai.APIConnectionError as error:
            raise self._error(_BROKE_OFF) from error
        except (openai.OpenAIError, ValueError, AttributeError, TypeError) as error:
            raise self._error(f"it sent what is no answer ({_line(str(error))})") from error

    def _error(self, why: str) -> LanguageModelError:
        return LanguageModelError(f"the language model at {self.endpoint.url} was no help: {why}")


def _package() -> Any:  # noqa: ANN401 (a module)
    """The package openai; MissingPackageError where it is not installed."""
    try:
        import openai
    except ImportError as error:
        raise MissingPackageError(_INSTALL) from error
    return openai


def _line(text: str) -> str:
    return " ".join(text.split())[:_SHOWN]
