"""Building: what an index of two small documents holds, what a rebuild embeds, what survives a failure."""

import json
import resource
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.build import BuildReport, build_folder, build_index, lexical_text, new_passages
from index.document import Document, Paragraph
from index.embedding.base import Encoding
from index.errors import IndexFolderError, OutputError, SourceError
from index.folder.load import load_index
from index.locator import Locator
from index.manifest import BuildSettings, Counts
from tests.support.fakes import FakeEmbedder
from tests.support.papers import local_engines

FIRST = "1. Networks exist. Banks cooperate.\n\n2. Assets return.\n"
SECOND = "1. Networks exist. Banks cooperate.\n\n2. Judges decide.\n\n3. Assets return.\n"


def add(document: Document, *texts: str) -> Document:
    extra = tuple(Paragraph(Locator(number=str(90 + n)), text) for n, text in enumerate(texts))
    return replace(document, paragraphs=(*document.paragraphs, *extra))


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST, encoding="utf-8")
    return folder


def test_every_paragraph_passage_and_sentence_has_its_vector(
    documents: tuple[Document, ...], embedder: FakeEmbedder
) -> None:
    index = build_index(documents, embedder)
    dense, _ = local_engines(index)
    assert dense.spans.tolist() == [[0, 0, 32], [1, 0, 56], [2, 0, 20]]
    assert index.store.sentences.tolist() == [[0, 0, 15], [0, 16, 32], [1, 0, 14], [1, 15, 37], [1, 38, 56], [2, 0, 20]]
    # "Networks exist. Banks cooperate.": n, e, b, c once each, so 1/2 on each of these axes.
    assert {chr(97 + axis): value for axis, value in enumerate(dense.vectors[0].tolist()) if value} == {
        "b": 0.5, "c": 0.5, "e": 0.5, "n": 0.5,
    }  # fmt: skip
    assert dense.sentence_vectors[1].tolist() == pytest.approx(embedder.encode(["Banks cooperate."]).vectors[0])
    assert dense.nearest.search(dense.vectors[2], 1)[1].tolist() == [2]
    assert index.manifest.counts == Counts(documents=2, paragraphs=3, passages=3, sentences=6, tokens=15)


def test_word_pieces_stand_for_characters_of_the_paragraph_even_in_its_second_passage(
    documents: tuple[Document, ...],
) -> None:
    index = build_index(documents, FakeEmbedder(max_tokens=7))
    dense, _ = local_engines(index)
    tokens = dense.token_vectors
    assert tokens is not None
    assert dense.spans[2].tolist() == [1, 38, 56]
    rows = slice(int(tokens.offsets[2]), int(tokens.offsets[3]))
    text = index.paragraphs[1].text
    assert [text[a:b] for a, b in tokens.spans[rows].tolist()] == ["b", "Return", "assets"]
    assert tokens.flat[rows].argmax(axis=1).tolist() == [1, 17, 0]
    assert tokens.flat.dtype == np.float16


def test_a_blank_paragraph_has_a_passage_and_a_sentence_like_any_other(
    documents: tuple[Document, ...], embedder: FakeEmbedder
) -> None:
    index = build_index([add(documents[1], "", " ")], embedder)
    assert index.dense.sentences(range(3)).bounds.tolist() == [0, 1, 2, 3]
    assert index.dense.passages(range(3)).bounds.tolist() == [0, 1, 2, 3]


def test_title_and_headings_are_searched_by_words(documents: tuple[Document, ...], embedder: FakeEmbedder) -> None:
    index = build_index(documents, embedder)
    assert lexical_text(documents[0], documents[0].paragraphs[1]).startswith("Progress report\nII. Action\nA. Lists\n")
    assert index.lexical.scores("introduction", range(3)).argmax() == 0
    assert (index.lexical.scores("progress", range(3)) > 0).tolist() == [True, True, False]


def test_a_text_that_stands_twice_is_embedded_once(embedder: FakeEmbedder, documents: tuple[Document, ...]) -> None:
    index = build_index([add(documents[0], "Freeze assets early.", "Freeze assets early."), documents[1]], embedder)
    assert embedder.encoded.count("Freeze assets early.") == 1
    dense, _ = local_engines(index)
    assert np.array_equal(dense.vectors[2], dense.vectors[4])
    assert dense.token_vectors is not None
    assert np.diff(dense.token_vectors.offsets).tolist() == [4, 8, 3, 3, 3]


def test_a_rebuild_embeds_only_what_is_new(documents: tuple[Document, ...], embedder: FakeEmbedder) -> None:
    first = build_index(documents, embedder)
    embedder.encoded.clear()
    changed = [documents[1], add(documents[0], "Judges decide. Banks cooperate.")]
    second = build_index(changed, embedder, previous=first)
    assert embedder.encoded == ["Judges decide. Banks cooperate.", "Judges decide."]
    assert new_passages(second, first) == 1
    fresh = build_index(changed, FakeEmbedder())
    (again, _), (anew, _) = local_engines(second), local_engines(fresh)
    assert np.array_equal(again.vectors, anew.vectors)
    assert np.array_equal(again.sentence_vectors, anew.sentence_vectors)
    assert again.token_vectors is not None
    assert anew.token_vectors is not None
    assert np.array_equal(again.token_vectors.flat, anew.token_vectors.flat)
    assert np.array_equal(again.token_vectors.spans, anew.token_vectors.spans)
    assert second.fingerprint == fresh.fingerprint != first.fingerprint


@pytest.mark.parametrize("other", [{"fingerprint": "e" * 64}, {"max_tokens": 128}])
def test_another_model_embeds_everything_again(
    documents: tuple[Document, ...], embedder: FakeEmbedder, other: dict[str, object]
) -> None:
    first = build_index(documents, embedder)
    changed = replace(embedder, encoded=[], **other)  # type: ignore[arg-type]
    assert build_index(documents, changed, previous=first).fingerprint != first.fingerprint
    assert len(changed.encoded) == 8


def test_above_the_limit_no_word_pieces_are_kept_and_below_it_again_they_come_back(
    documents: tuple[Document, ...], embedder: FakeEmbedder
) -> None:
    without = build_index(documents, embedder, settings=BuildSettings(token_limit=2, compressed_limit=2))
    assert without.dense.tokens(range(3)) is None
    assert without.manifest.counts.tokens is None
    assert build_index(documents, embedder, previous=without).dense.tokens(range(3)) is not None


def test_above_the_limit_search_is_approximate(documents: tuple[Document, ...], embedder: FakeEmbedder) -> None:
    many = [add(documents[0], *(f"{a}{b} word" for a in "abcdefgh" for b in "ijklmnop"))]
    close = build_index(many, embedder, settings=BuildSettings(exact_limit=60))
    assert local_engines(build_index(many, embedder))[0].nearest.exact
    assert not local_engines(close)[0].nearest.exact


def test_the_fingerprint_is_of_what_is_said_not_of_where_the_file_lay(
    documents: tuple[Document, ...], embedder: FakeEmbedder
) -> None:
    first = build_index(documents, embedder).fingerprint
    moved = [replace(document, source="elsewhere") for document in documents]
    renamed = [replace(documents[0], title="Other"), documents[1]]
    assert build_index(moved, embedder).fingerprint == first
    assert build_index(renamed, embedder).fingerprint != first
    assert build_index(documents, embedder, settings=BuildSettings(token_limit=7)).fingerprint != first


def test_nothing_to_index_and_two_documents_of_one_name_are_said(
    documents: tuple[Document, ...], embedder: FakeEmbedder
) -> None:
    with pytest.raises(SourceError, match="no paragraph to index"):
        build_index([], embedder)
    with pytest.raises(SourceError, match=r"two documents have the id 'guide' .*rename"):
        build_index([documents[1], documents[1]], embedder)


def test_progress_counts_up_to_the_total(documents: tuple[Document, ...], embedder: FakeEmbedder) -> None:
    told: list[tuple[str, int, int]] = []
    build_index(
        [add(documents[0], *(f"word {n}" for n in range(300)))], embedder, on_progress=lambda *a: told.append(a)
    )
    assert told == [
        ("passages", 0, 302), ("passages", 256, 302), ("passages", 302, 302), ("sentences", 0, 305),
        ("sentences", 256, 305), ("sentences", 305, 305),
    ]  # fmt: skip


def test_a_build_reports_what_it_did(papers: Path, folder: Path, embedder: FakeEmbedder) -> None:
    (papers / "bad.txt").write_bytes(b"1. A caf\xe9.\n")
    (papers / "gap.txt").write_text("1. One.\n\n2. Two.\n\n4. Four.\n", encoding="utf-8")
    told: list[str] = []
    report = build_folder([papers], folder, embedder, on_progress=lambda stage, _done, _total: told.append(stage))
    assert [failure for failure in report.failures if "bad.txt" in str(failure)]
    assert [document.id for document in report.index.documents] == ["gap", "one"]
    assert [finding.kind for finding in report.findings] == ["missing"]
    assert load_index(folder).findings == report.findings
    assert report.new_passages == 5
    assert report.seconds > 0
    assert told[:3] == ["files"] * 3


def test_a_second_build_embeds_nothing_and_an_altered_file_only_its_own(
    papers: Path, folder: Path, embedder: FakeEmbedder
) -> None:
    build_folder([papers], folder, embedder)
    embedder.encoded.clear()
    assert build_folder([papers], folder, embedder).new_passages == 0
    assert embedder.encoded == []
    (papers / "one.txt").write_text(SECOND, encoding="utf-8")
    assert build_folder([papers], folder, embedder).new_passages == 1
    assert embedder.encoded == ["Judges decide."]


def test_two_builds_give_the_same_bytes_but_for_the_date(papers: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build_folder([papers], tmp_path / name, FakeEmbedder())
    one, two = ({path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
                for name in ("one", "two"))  # fmt: skip
    manifests = [json.loads(each.pop(Path("manifest.json"))) for each in (one, two)]
    assert one == two
    assert len(one) == 27
    assert all(manifest.pop("built") for manifest in manifests)
    assert manifests[0] == manifests[1]


def test_a_broken_index_is_built_anew(papers: Path, folder: Path, embedder: FakeEmbedder) -> None:
    build_folder([papers], folder, embedder)
    (folder / "vectors.npy").write_bytes(b"")
    assert build_folder([papers], folder, embedder).new_passages == 2
    assert load_index(folder).manifest.counts.paragraphs == 2


def test_another_persons_folder_is_refused_before_anything_is_embedded(papers: Path, embedder: FakeEmbedder) -> None:
    with pytest.raises(IndexFolderError, match=r"holds 'one.txt'.*--out"):
        build_folder([papers], papers, embedder)
    assert embedder.encoded == []
    assert (papers / "one.txt").read_text(encoding="utf-8") == FIRST


class Interrupted(FakeEmbedder):
    """An embedder at whose work the user presses Ctrl-C."""

    def encode(self, texts: Sequence[str]) -> Encoding:
        raise KeyboardInterrupt


def test_ctrl_c_leaves_the_old_index_whole(papers: Path, folder: Path, embedder: FakeEmbedder) -> None:
    before = build_folder([papers], folder, embedder)
    (papers / "one.txt").write_text(SECOND, encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        build_folder([papers], folder, Interrupted())
    assert_unchanged(folder, before)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Writing fails for real once a file reaches `size` bytes, as it does on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("size", [0, 150, 400, 700])
def test_a_full_disk_leaves_the_old_index_whole(papers: Path, folder: Path, embedder: FakeEmbedder, size: int) -> None:
    before = build_folder([papers], folder, embedder)
    (papers / "one.txt").write_text(SECOND, encoding="utf-8")
    with files_no_larger_than(size), pytest.raises(OutputError, match=r"cannot write .*what was there is unchanged"):
        build_folder([papers], folder, embedder)
    assert_unchanged(folder, before)


def assert_unchanged(folder: Path, before: BuildReport) -> None:
    assert load_index(folder).manifest == before.index.manifest
    assert [path.name for path in folder.parent.iterdir()] == ["index"]
