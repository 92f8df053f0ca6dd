"""Spans of OpenTelemetry: one for each step of an answer, none of them with its words, nothing loaded for them."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from index.build import build_index
from index.document import Document
from rag.answerer import Answerer
from rag.answering.steps import Asked
from rag.reader.base import TO_THE_END, Reading
from rag.reader.windows import Window
from rag.tracing.spans import span
from tests.support.fakes import FakeEmbedder
from tests.support.route import ROOT

pytest.importorskip("opentelemetry.sdk.trace")
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter


@dataclass(frozen=True)
class FakeReader:
    name: str = "fake-reader"

    def read(self, pairs: Sequence[tuple[str, Window]], least: float = TO_THE_END) -> list[Reading]:
        return [Reading(0.0) for _ in pairs]


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    """What spans are sent to, in this test alone."""
    provider, exporter = TracerProvider(), InMemorySpanExporter()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    return exporter


@pytest.fixture
def answerer(documents: tuple[Document, ...]) -> Answerer:
    embedder = FakeEmbedder()
    return Answerer(build_index(documents, embedder), embedder, reader=FakeReader())


def names(spans: Sequence[ReadableSpan]) -> list[str]:
    return [each.name for each in spans]


def test_questions_answered_side_by_side_belong_to_what_asked_them(
    answerer: Answerer, exported: InMemorySpanExporter
) -> None:
    with span("batch"):
        list(answerer.answer_many([Asked("Do banks cooperate?"), Asked("Who votes?")]))

    spans = exported.get_finished_spans()
    assert names(spans).count("read") == 2
    assert {each.parent.span_id for each in spans[:-1] if each.parent} == {spans[-1].context.span_id}


def test_a_question_is_a_span_with_one_for_each_step(answerer: Answerer, exported: InMemorySpanExporter) -> None:
    answerer.answer("Do banks cooperate?")

    spans = exported.get_finished_spans()
    assert names(spans) == ["analyse", "encode", "retrieve", "read", "answer", "check", "ask"]
    asked = spans[-1]
    assert {each.parent.span_id for each in spans[:-1] if each.parent} == {asked.context.span_id}
    assert "banks" not in "".join(each.to_json() for each in spans)


def test_questions_of_a_batch_are_encoded_once_and_each_has_its_other_steps(
    answerer: Answerer, exported: InMemorySpanExporter
) -> None:
    list(answerer.answer_many([Asked("Do banks cooperate?"), Asked("Do networks exist?")]))

    found = names(exported.get_finished_spans())
    assert {each: found.count(each) for each in found} == {
        "analyse": 2,
        "encode": 1,
        "retrieve": 2,
        "read": 2,
        "answer": 2,
        "check": 2,
    }


def test_a_step_that_fails_is_told_so(exported: InMemorySpanExporter) -> None:
    with pytest.raises(ValueError, match="broken"), span("check"):
        raise ValueError("broken")

    (failed,) = exported.get_finished_spans()
    assert failed.status.status_code is trace.StatusCode.ERROR


def test_nothing_of_it_is_loaded_where_nobody_traces() -> None:
    program = (
        "import sys, rag.answerer, ui.tracing\n"
        "ui.tracing.start_tracing()\n"
        "with rag.tracing.spans.span('read'): pass\n"
        "print(any(each.startswith('opentelemetry') for each in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True)

    assert done.stdout == b"False\n", done.stderr
