from pathlib import Path

import pytest

from eval.systems.cost import REBUILT_PARAGRAPHS, build_seconds, bytes_on_disk, peak_memory, percentiles
from index.build import build_index
from index.document import Document, Paragraph
from index.locator import Locator
from tests.support.fakes import FakeEmbedder


def test_percentiles_are_of_the_total_of_all_parts() -> None:
    times = [{"retrieve": float(i), "answer": 1.0} for i in range(101)]

    p50, p95 = percentiles(times)
    assert p50 == pytest.approx(51.0)
    assert p95 == pytest.approx(96.0)
    assert percentiles([]) == (None, None)


def test_bytes_are_counted_in_all_folders(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"123")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "b").write_bytes(b"4567")

    assert bytes_on_disk(tmp_path) == 7


def test_the_peak_is_at_least_what_is_held_now() -> None:
    held = bytearray(50_000_000)

    assert (peak_memory() or 0) > len(held)


def test_a_small_index_is_built_again_and_a_large_one_is_not(
    documents: tuple[Document, ...], embedder: FakeEmbedder
) -> None:
    paragraphs = tuple(Paragraph(Locator(number=str(i)), "States.") for i in range(REBUILT_PARAGRAPHS + 1))
    large = build_index([Document("large", "Large", paragraphs)], embedder)
    told: list[tuple[str, int, int]] = []

    seconds = build_seconds(build_index(documents, embedder), embedder, lambda *each: told.append(each))

    assert seconds is not None
    assert 0 < seconds < 10
    assert len(told) == 2
    assert build_seconds(large, embedder, lambda *_: None) is None
