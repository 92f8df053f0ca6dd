"""What the load script makes of a server: it counts answers, and what is none."""

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ui.bench.api_load import ApiLoad, bear


class Handler(BaseHTTPRequestHandler):
    """Answers each question with itself, but those that ask how many with another one."""

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["question"]
        body = json.dumps({"question": "Which?" if question.startswith("How many") else " ".join(question.split())})
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_answers_are_timed_and_another_question_s_answer_counts_as_failed(address: str) -> None:
    outcome = bear(address, os.getpid(), ApiLoad(clients=5, seconds=1.0))

    assert len(outcome.seconds) > 5
    assert 0 < outcome.quantile(0.5) <= outcome.quantile(0.95) < 1.0
    assert outcome.failures
    assert all(each.startswith(("'How many", '"How many')) and "Which?" in each for each in outcome.failures)
    assert outcome.memory_end > 0
