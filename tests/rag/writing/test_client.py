"""An endpoint asked over HTTP: what it says, and each way in which it can be no help."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from index.errors import LanguageModelError, MissingPackageError
from rag.writing.client import EndpointModel
from rag.writing.language_model import Endpoint, OverheardModel
from rag.writing.prompt import Prompt
from rag.writing.replies import KeptReplies
from tests.support.fake_language_model import FakeLanguageModel
from tests.support.replies.server import Respond, Served, said, serving, streamed, told

pytest.importorskip("openai")

PROMPT = Prompt("Answer.", "Where?", (0,))


def asked(respond: Respond, *, key: str | None = None, timeout: float = 5.0, retries: int = 0) -> str:
    with serving(respond) as url:
        return EndpointModel(Endpoint(url, "m", key, timeout=timeout, retries=retries)).reply(PROMPT)


def test_a_model_is_asked_without_chance_and_with_its_key() -> None:
    heard: list[Mapping[str, Any]] = []

    def respond(request: Mapping[str, Any]) -> Served:
        heard.append(request)
        return said("In Vienna [1].")

    assert asked(respond, key="secret") == "In Vienna [1]."
    (request,) = heard
    assert (request["temperature"], request["seed"], request["model"]) == (0, 13, "m")
    assert [each["role"] for each in request["messages"]] == ["system", "user"]
    assert request["authorization"] == "Bearer secret"


@pytest.mark.parametrize(
    ("served", "expected"),
    [
        (Served(b"{}", 401), "it refused the key; set PINCITE_LLM_KEY"),
        (Served(b"{}", 429), "it is asked too often"),
        (Served(b"{}", 404), "it does not know the model 'm'"),
        (Served(b'{"error": {"message": "out of memory"}}', 500), "it answered with status 500"),
        (Served(b'{"choices": [{"mess'), "it sent what is no answer"),
        (Served(b'{"choices": []}'), "it sent an empty answer"),
        (Served(b'{"choices": null}'), "it sent an empty answer"),
        (Served(b"[1, 2]"), "it sent"),
        (Served(b"<html>", headers={"Content-Type": "text/html"}), "it sent"),
        (said(" \n"), "it sent an empty answer"),
        (Served(said("In Vienna [1].").body, breaks_off=True), "broke off in the middle of an answer"),
        (Served(said("In Vienna [1].").body, wait=1.0), "it did not answer within 0.5 seconds"),
    ],
)
def test_each_way_of_being_no_help_is_one_line_that_says_which(served: Served, expected: str) -> None:
    with pytest.raises(LanguageModelError) as error:
        asked(lambda _: served, timeout=0.5 if served.wait else 5.0)
    assert expected in str(error.value)
    assert "\n" not in str(error.value)


def overheard(respond: Respond) -> tuple[str, list[str]]:
    heard: list[str] = []
    with serving(respond) as url:
        return EndpointModel(Endpoint(url, "m", timeout=5, retries=0)).reply(PROMPT, heard.append), heard


def test_who_listens_hears_what_was_said_so_far() -> None:
    said_whole, heard = overheard(lambda asked: told(asked, "In Vienna [1]."))
    assert said_whole == "In Vienna [1]."
    assert heard == ["In ", "In Vienna ", "In Vienna [1]."]


def test_an_endpoint_that_sends_no_pieces_is_asked_for_the_whole() -> None:
    assert overheard(lambda _: said("In Vienna [1].")) == ("In Vienna [1].", [])


@pytest.mark.parametrize(
    ("served", "expected"),
    [
        (streamed(["In ", "Vien"], ends=False), "broke off in the middle of an answer"),
        (streamed([]), "it sent an empty answer"),
        (streamed([" ", "\n"]), "it sent an empty answer"),
        (Served(b'data: {"choices": [{"del\n\n', headers={"Content-Type": "text/event-stream"}), "is no answer"),
        (Served(b'data: {"choices": [{}]}\n\n', headers={"Content-Type": "text/event-stream"}), "broke off"),
        (Served(b'data: {"error": {"message": "out of memory"}}\n\n'), "out of memory"),
        (Served(b"{}", 401), "it refused the key"),
    ],
)
def test_pieces_that_are_no_answer_are_one_line_that_says_why(served: Served, expected: str) -> None:
    with pytest.raises(LanguageModelError) as error:
        overheard(lambda _: served)
    assert expected in str(error.value)
    assert "\n" not in str(error.value)


def test_a_server_that_is_not_there_cannot_be_reached() -> None:
    with serving(lambda _: said("")) as url:
        pass
    with pytest.raises(LanguageModelError, match="it cannot be reached"):
        EndpointModel(Endpoint(url, "m", retries=0)).reply(PROMPT)


def test_a_call_that_failed_for_a_moment_is_made_again() -> None:
    served = [Served(b"{}", 503), Served(b"{}", 429, {"Retry-After": "0"}), said("In Vienna [1].")]
    assert asked(lambda _: served.pop(0), retries=2) == "In Vienna [1]."


def test_the_models_that_an_endpoint_serves_are_listed() -> None:
    with serving(lambda _: said("")) as url:
        assert EndpointModel(Endpoint(url, "m")).models() == ("recorded",)


def test_a_reply_is_asked_for_once_and_kept_by_prompt_and_model(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "replies.sqlite"
    model = FakeLanguageModel("In Vienna [1].")
    assert [KeptReplies(model, path).reply(PROMPT) for _ in range(2)] == ["In Vienna [1]."] * 2
    assert len(model.asked) == 1
    other = FakeLanguageModel("In Doha [1].", name="other")
    assert KeptReplies(other, path).reply(PROMPT) == "In Doha [1]."
    assert KeptReplies(model, path).reply(Prompt("Answer.", "When?", (0,))) == "In Vienna [1]."
    assert len(model.asked) == 2


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "replies.sqlite"
    with pytest.raises(LanguageModelError):
        KeptReplies(FakeLanguageModel(fails="no"), path).reply(PROMPT)
    assert KeptReplies(FakeLanguageModel("Yes [1]."), path).reply(PROMPT) == "Yes [1]."


@pytest.mark.parametrize("spoil", ["a folder is a file", "no database"])
def test_a_reply_that_cannot_be_kept_is_given_all_the_same(tmp_path: Path, spoil: str) -> None:
    path = tmp_path / "folder" / "replies.sqlite"
    if spoil == "a folder is a file":
        path.parent.write_text("x")
    else:
        path.parent.mkdir()
        path.write_text("this is no database, and long enough to be told from one" * 20)
    model = FakeLanguageModel("Yes [1].")
    assert KeptReplies(model, path).reply(PROMPT) == "Yes [1]."


def test_without_the_package_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(MissingPackageError, match=r"pip install 'pincite\[llm\]'"):
        EndpointModel(Endpoint("http://127.0.0.1:9", "m")).reply(PROMPT)


def test_a_reply_that_is_kept_is_kept_whole_where_somebody_listens(tmp_path: Path) -> None:
    path, heard = tmp_path / "replies.sqlite", list[str]()
    assert KeptReplies(FakeLanguageModel("In Vienna."), path).reply(PROMPT, heard.append) == "In Vienna."
    assert heard == ["In", "In Vienna."]
    assert KeptReplies(FakeLanguageModel(fails="no"), path).reply(PROMPT) == "In Vienna."


def test_only_an_answer_from_paragraphs_is_overheard() -> None:
    heard: list[str] = []
    model = OverheardModel(FakeLanguageModel("In Vienna."), heard.append)
    assert model.reply(Prompt("Reword.", "Where?", ())) == "In Vienna."
    assert heard == []
    assert model.reply(PROMPT) == "In Vienna."
    assert heard == ["", "In", "In Vienna."]
