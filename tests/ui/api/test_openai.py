"""The server driven by OpenAI's own client, as a program that was written for a language model drives it."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ui.api.guards.keys import Keys, new_key

openai = pytest.importorskip("openai", reason="the package openai is not installed")
Client = Any  # openai.OpenAI, which is not there where it is not installed

QUESTION = "How many focal points take part in the Global Focal Point Initiative?"
BASE = "http://127.0.0.1:8800/v1"


class Transport:
    """Hands the requests of the client to a server in this process."""

    def __init__(self, server: TestClient) -> None:
        self._server = server

    def client(self, key: str = "none") -> Client:
        import httpx

        def handle(request: httpx.Request) -> httpx.Response:
            named = {name: value for name, value in request.headers.items() if name != "host"}
            sent = self._server.request(
                request.method, str(request.url), content=request.content, headers=named, follow_redirects=False
            )
            return httpx.Response(sent.status_code, headers=dict(sent.headers), content=sent.content)

        http = httpx.Client(transport=httpx.MockTransport(handle))
        return openai.OpenAI(base_url=BASE, api_key=key, http_client=http, max_retries=0)


@pytest.fixture
def asking(client: TestClient) -> Client:
    return Transport(client).client()


def test_the_one_model_is_listed(asking: Client) -> None:
    assert [each.id for each in asking.models.list()] == ["pincite"]
    assert asking.models.retrieve("pincite").owned_by == "pincite"


def test_the_last_question_is_answered_with_citations_at_their_places(asking: Client) -> None:
    completion = asking.chat.completions.create(
        model="pincite",
        messages=[
            {"role": "system", "content": "Answer in rhymes."},
            {"role": "user", "content": "What is this?"},
            {"role": "assistant", "content": "pincite."},
            {"role": "user", "content": [{"type": "text", "text": QUESTION}]},
        ],
        temperature=0.7,
    )

    (choice,) = completion.choices
    assert choice.finish_reason == "stop"
    content = choice.message.content
    assert "234 dedicated focal points representing 133 countries" in content
    cited = choice.message.annotations[0].url_citation
    # Without a reader it is not sure that this answers.
    marked = content[cited.start_index : cited.end_index]
    assert marked == "(CAC/COSP/WG.2/2018/2, para. 66; related passage, to check)"
    assert cited.url == "https://docs.un.org/en/CAC/COSP/WG.2/2018/2"
    assert cited.title.startswith("CAC/COSP/WG.2/2018/2, para. 66 — Progress report")
    assert completion.pincite["state"] == "related"


@pytest.mark.parametrize(
    "question", ["What should States do to share information?", "What are the tasks of the Working Group?", QUESTION]
)
def test_every_citation_of_an_answer_is_an_annotation_at_its_words(asking: Client, question: str) -> None:
    completion = asking.chat.completions.create(model="pincite", messages=[{"role": "user", "content": question}])

    message = completion.choices[0].message
    shown = [
        message.content[each.url_citation.start_index : each.url_citation.end_index] for each in message.annotations
    ]
    assert shown
    assert all(each.startswith("(") and each.endswith(")") for each in shown)
    told = {each.url_citation.title.partition(" — ")[0] for each in message.annotations}
    assert told <= {cited["citation"] for each in completion.pincite["statements"] for cited in each["citations"]}


def test_what_is_streamed_is_the_same_with_the_citations_at_the_end(asking: Client) -> None:
    asked = {"model": "pincite", "messages": [{"role": "user", "content": QUESTION}]}
    whole = asking.chat.completions.create(**asked).choices[0].message

    chunks = list(asking.chat.completions.create(**asked, stream=True))

    assert "".join(each.choices[0].delta.content or "" for each in chunks) == whole.content
    assert [each.choices[0].finish_reason for each in chunks] == [None] * (len(chunks) - 1) + ["stop"]
    assert chunks[-1].choices[0].delta.annotations == [each.model_dump() for each in whole.annotations]
    assert len({each.id for each in chunks}) == 1


def test_nothing_found_is_said_in_words(asking: Client) -> None:
    asked = [{"role": "user", "content": "Who won the football world cup in 1966?"}]

    completion = asking.chat.completions.create(model="pincite", messages=asked)

    assert completion.choices[0].message.content.startswith("Nothing was found that clearly answers the question.")
    assert completion.choices[0].message.annotations == []


def test_errors_are_those_that_the_client_knows(asking: Client, make_client: Callable[..., TestClient]) -> None:
    with pytest.raises(openai.NotFoundError, match="there is no model 'gpt-5'"):
        asking.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": QUESTION}])
    with pytest.raises(openai.UnprocessableEntityError, match="the question is empty"):
        asking.chat.completions.create(model="pincite", messages=[{"role": "system", "content": QUESTION}])
    key, line = new_key("ada")
    locked = Transport(make_client(keys=Keys((tuple(line.split(":")),))))  # type: ignore[arg-type]
    with pytest.raises(openai.AuthenticationError, match="a key is needed"):
        locked.client().models.list()
    assert [each.id for each in locked.client(key).models.list()] == ["pincite"]
