"""Questions are kept only where that is asked for, without who asked, and no longer than said."""

import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedding.base import Embedder
from index.errors import OutputError
from tests.ui.api.conftest import HERE
from ui.api.app import Serving, make_app
from ui.api.desk import Desk
from ui.api.metrics import Metrics
from ui.api.question_log import QuestionLog, read_questions
from ui.app.services.index_holder import IndexHolder
from ui.cli.main import run

QUESTION = "What is the Global Focal Point Initiative?"
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


class Clock:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "questions.sqlite"


@pytest.fixture
def client(folder: Path, serving: Serving, packaged_embedder: Embedder, kept: Path, clock: Clock) -> TestClient:
    """A client of a server that keeps questions for a week."""
    holder = IndexHolder(folder, lambda _name: packaged_embedder)
    desk = Desk(holder, Metrics(), QuestionLog(kept, 7, clock))
    desk.load()
    return TestClient(make_app(desk, serving), HERE)


def ask(client: TestClient, question: str) -> None:
    assert client.post("/api/v1/ask", json={"question": question, "id": "ada"}).status_code == 200


def test_a_question_is_kept_with_what_came_of_it_and_not_who_asked(client: TestClient, kept: Path) -> None:
    ask(client, QUESTION)
    ask(client, "Who won the football world cup in 1966?")

    first, second = read_questions(kept)
    assert (first["at"], first["question"]) == ("2026-01-01T00:00:00+00:00", QUESTION)
    assert "CAC/COSP/WG.2/2018/2, para. 66" in first["citations"]  # type: ignore[operator]
    assert (second["state"], second["citations"]) == ("nothing", ())
    assert b"testclient" not in kept.read_bytes()
    assert b"ada" not in kept.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_questions_of_batches_and_conversations_are_kept_too(client: TestClient, kept: Path) -> None:
    client.post("/api/v1/batches", json={"questions": [{"question": QUESTION}, {"question": "What is article 56?"}]})
    client.post(
        "/v1/chat/completions", json={"model": "pincite", "messages": [{"role": "user", "content": "What is this?"}]}
    )

    assert [each["question"] for each in read_questions(kept)] == [QUESTION, "What is article 56?", "What is this?"]


def test_what_is_older_than_said_is_deleted(client: TestClient, kept: Path, clock: Clock) -> None:
    ask(client, "What is asset recovery?")
    clock.now = BEGUN + timedelta(days=7)
    ask(client, "What is article 56?")
    clock.now = BEGUN + timedelta(days=7, seconds=1)
    ask(client, QUESTION)

    assert [each["question"] for each in read_questions(kept)] == ["What is article 56?", QUESTION]


def test_unless_it_is_asked_for_no_question_is_kept(make_client: Callable[..., TestClient], tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    ask(make_client(), QUESTION)

    assert sorted(tmp_path.rglob("*")) == before


def test_an_answer_is_given_though_its_question_cannot_be_kept(
    client: TestClient, kept: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept.write_bytes(b"not a database, and longer than the head of one " * 10)
    ask(client, QUESTION)

    assert "a question could not be kept" in caplog.text


def test_they_are_printed_and_forgotten(client: TestClient, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask(client, QUESTION)

    assert run(["questions", "--file", str(kept)]) == 0
    assert f'"question": "{QUESTION}"' in capsys.readouterr().out
    assert run(["questions", "--file", str(kept), "--forget"]) == 0
    assert run(["questions", "--file", str(kept)]) == 0
    assert capsys.readouterr().out == ""
    assert QUESTION.encode() not in kept.read_bytes()


def test_a_file_that_is_another_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.sqlite"
    other.write_text("words " * 100, encoding="utf-8")

    assert run(["questions", "--file", str(other)]) == 2
    assert "is not a file of questions" in capsys.readouterr().err
    assert run(["questions", "--file", str(other), "--forget"]) == 2
    with pytest.raises(OutputError, match="questions cannot be kept in"):
        QuestionLog(other, 7)
