"""A server that speaks the protocol of OpenAI's chat completions, and says what it is told to say.

    python -m tests.support.replies.server REPLIES.jsonl INDEX_FOLDER [--port 8099]

serves recorded replies to the questions that they answer, their marks renumbered to the order of each prompt's own
paragraphs. A paragraph that the prompt lacks makes its mark one of no paragraph, which is counted.
"""

import argparse
import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from index.folder.load import load_index
from index.locator import Locator
from index.store import Index
from rag.question.words.acronyms import Glossary
from rag.question.words.spelling import Spelling
from rag.question.words.wording import wording_of

_MARK = re.compile(r"\[(\d+)\]")
_BLOCK = re.compile(r"^\[(\d+)\] [^\n]*\n<(text-\w+)>\n(.*?)\n</\2>", re.DOTALL | re.MULTILINE)
_QUESTION = re.compile(r"^Question:\n<(text-\w+)>\n(.*?)\n</\1>", re.DOTALL | re.MULTILINE)
_NO_PARAGRAPH = 90  # marks from here on are of none


@dataclass(frozen=True, slots=True)
class Served:
    """What a server sends: a status, a body, headers, and how many seconds it waits, or whether it breaks off.

    `then` is sent after the body, each piece as it comes; the connection ends with the last one.
    """

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    breaks_off: bool = False
    then: Iterable[bytes] | None = None


Respond = Callable[[Mapping[str, Any]], Served]


def said(text: str) -> Served:
    """The answer in which a model says `text`."""
    message = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    told = {"id": "1", "object": "chat.completion", "created": 0, "model": "recorded", "choices": [message]}
    return Served(json.dumps(told).encode())


def streamed(pieces: Iterable[str], *, ends: bool = True) -> Served:
    """The answer in which a model says `pieces`, each as it comes; why it ends is not said unless it `ends`."""

    def events() -> Iterator[bytes]:
        for each in pieces:
            yield _event({"content": each}, None)
        if ends:
            yield _event({}, "stop") + b"data: [DONE]\n\n"

    return Served(b"", headers={"Content-Type": "text/event-stream"}, then=events())


def told(asked: Mapping[str, Any], text: str) -> Served:
    """The answer in which a model says `text`, whole or word by word as it is `asked`."""
    return streamed(re.findall(r"\S+\s*", text)) if asked.get("stream") else said(text)


def _event(delta: Mapping[str, str], reason: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "recorded", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


@contextmanager
def serving(respond: Respond, port: int = 0) -> Iterator[str]:
    """The base address of a server on this machine that answers chats as `respond` says, and lists one model."""
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(respond))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(respond: Respond) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            listed = {"object": "list", "data": [{"id": "recorded", "object": "model", "created": 0, "owned_by": "x"}]}
            self._send(Served(json.dumps(listed).encode()))

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self._send(respond({**asked, "authorization": self.headers.get("Authorization", "")}))

        def _send(self, served: Served) -> None:
            time.sleep(served.wait)
            self.send_response(served.status)
            for name, value in {"Content-Type": "application/json", **served.headers}.items():
                self.send_header(name, value)
            if served.then is None:
                self.send_header("Content-Length", str(len(served.body)))
            self.end_headers()
            self.wfile.write(served.body[: len(served.body) // 2] if served.breaks_off else served.body)
            for each in served.then or ():
                self.wfile.write(each)
                self.wfile.flush()

        def log_message(self, *_: object) -> None:
            """Nothing: tests are quiet."""

    return Handler


class Recorded:
    """The recorded replies of a model, by question; `unknown` counts marks of paragraphs that a prompt lacked."""

    def __init__(self, replies: Path, index: Index) -> None:
        records = map(json.loads, replies.read_text(encoding="utf-8").splitlines())
        # A prompt has the question as it is read, without its courtesies and typing errors.
        spelling, glossary = Spelling(index), Glossary.of(index.store.short_forms)
        self._by_question = {wording_of(each["question"], spelling, glossary).text: each for each in records}
        self._index = index
        self.unknown = 0

    def __call__(self, asked: Mapping[str, Any]) -> Served:
        """The reply to the question in a prompt."""
        prompt = "\n".join(each["content"] for each in asked["messages"])
        question = _QUESTION.search(prompt)
        record = self._by_question.get(question[2]) if question else None
        return told(asked, self.renumbered(record, prompt) if record else "NOT FOUND")

    def renumbered(self, record: Mapping[str, Any], prompt: str) -> str:
        """A reply with the marks that its paragraphs have in `prompt`."""
        there = {match[3]: int(match[1]) for match in _BLOCK.finditer(prompt)}
        marks = {}
        for each in record["evidence"]:
            row = self._index.row(each["document"], Locator.parse(each["locator"]))
            text = self._as_asked(row) if row is not None else None
            marks[each["mark"]] = next((mark for words, mark in there.items() if text and text.startswith(words)), 0)

        def new(match: re.Match[str]) -> str:
            found = marks.get(int(match[1]), 0)
            self.unknown += not found
            return f"[{found or _NO_PARAGRAPH + int(match[1]) % 10}]"

        return _MARK.sub(new, record["reply"])

    def _as_asked(self, row: int) -> str:
        ref = self._index.paragraphs[row]
        return "\n".join([ref.text, *(f"Footnote {each.mark}: {each.text}" for each in ref.paragraph.notes)])


def main() -> None:
    """Serve recorded replies until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("replies", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("--port", type=int, default=8099)
    given = parser.parse_args()
    recorded = Recorded(given.replies, load_index(given.index))
    with serving(recorded, given.port) as address:
        sys.stderr.write(f"PINCITE_LLM_URL={address} PINCITE_LLM_MODEL=recorded\n")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            sys.stderr.write(f"{recorded.unknown} marks were of paragraphs that the prompt lacked\n")


if __name__ == "__main__":
    main()
