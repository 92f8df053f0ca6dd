"""An index that was written to Milvus is the one in the folder, is exchanged whole, and is refused where it is not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.build import build_folder, build_index
from index.document import Document
from index.engines.milvus.client import Milvus, connect
from index.engines.milvus.layout import CONTENT, FILLER, HEAD, NAME, PARTS
from index.engines.milvus.opening import open_published, published_manifest
from index.engines.milvus.publish import publish
from index.errors import EngineError, IndexFolderError
from index.folder.save import save_index
from index.manifest import BuildSettings
from index.storage.addresses import MilvusAddress, place_of
from index.store import Index
from index.update import Updater
from rag.answerer import Answerer
from tests.support.fakes import FakeEmbedder
from tests.support.papers import index_of, numbered
from tests.support.published import MILVUS, close, milvus_address, published

OLD = Document("old", "Old", numbered("Banks lend. Banks save.", "Assets move."), date="2018-01-01")
NEW = Document("new", "New", numbered("Women vote.", "Zones end."), date="2020-05-05")
QUESTION = "Who votes?"


@pytest.fixture(params=MILVUS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MilvusAddress]:
    with milvus_address(request.param, tmp_path) as found:
        yield found


@pytest.fixture
def milvus(address: MilvusAddress) -> Milvus:
    return connect(address, make=True)


def ids(index: Index) -> list[str]:
    return [document.id for document in index.documents]


def found(index: Index, text: str) -> list[int]:
    (hits,) = index.dense.search(FakeEmbedder().encode([text]).vectors, 1)
    return [int(row) for row in hits.rows]


def parts_of(milvus: Milvus) -> str:
    name = milvus.resolve()
    assert name is not None
    return name


def head_of(milvus: Milvus) -> dict[str, object]:
    record: dict[str, object] = json.loads(milvus.get(parts_of(milvus), NAME, [HEAD], CONTENT)[HEAD])
    return record


def write_head(milvus: Milvus, record: dict[str, object]) -> None:
    """Put other words into the head of the index that is there."""
    entity = {NAME: HEAD, CONTENT: json.dumps(record), FILLER: [0.0, 0.0]}
    milvus.client.upsert(parts_of(milvus), [entity])


@pytest.mark.parametrize(
    "settings", [BuildSettings(), BuildSettings(token_limit=0), BuildSettings(token_limit=0, byte_limit=0)]
)
def test_it_is_read_as_it_was_built(address: MilvusAddress, tmp_path: Path, settings: BuildSettings) -> None:
    local = build_index((OLD, NEW), FakeEmbedder(), settings=settings)
    index = published(local, address, tmp_path)
    assert (index.documents, index.fingerprint) == (local.documents, local.fingerprint)
    for rows in ([3, 0], [], range(4)):
        for kind in ("passages", "sentences", "tokens"):
            here, there = getattr(local.dense, kind)(rows), getattr(index.dense, kind)(rows)
            assert np.array_equal(here.vectors, there.vectors)
            assert np.array_equal(here.spans, there.spans)
            assert np.array_equal(here.bounds, there.bounds)
            assert (here.axes is None) == (there.axes is None)
    for words in ("banks", "banks vote", "zebra", "the"):
        assert index.lexical.scores(words, [1, 0, 2]) == pytest.approx(local.lexical.scores(words, [1, 0, 2]))
        assert index.lexical.terms(words) == local.lexical.terms(words)
    assert [index.lexical.idf(stem) for stem in ("bank", "zebra")] == [
        local.lexical.idf(stem) for stem in ("bank", "zebra")
    ]


def test_an_index_without_tokens_has_none_there_either(address: MilvusAddress, tmp_path: Path) -> None:
    bare = build_index((OLD,), FakeEmbedder(), settings=BuildSettings(token_limit=0, compressed_limit=0))
    assert published(bare, address, tmp_path).dense.tokens([0]) is None


def test_what_is_read_again_comes_from_memory(address: MilvusAddress, tmp_path: Path) -> None:
    index = published(index_of(OLD, NEW), address, tmp_path)
    first = index.dense.sentences([2, 0])
    close(index)
    again = index.dense.sentences([0, 2])
    assert again.matrix.tolist() == first.matrix[[1, 2, 0]].tolist()


def test_another_index_takes_the_place_and_the_open_one_answers_on(address: MilvusAddress, tmp_path: Path) -> None:
    before = published(index_of(OLD), address, tmp_path)
    after = published(index_of(OLD, NEW), address, tmp_path)
    assert (ids(before), ids(after)) == (["old"], ["old", "new"])
    assert found(after, "women vote") == [2]
    assert found(before, "women vote") == [0]
    # The one before that was kept for those who had it open; with the next it goes.
    published(index_of(NEW), address, tmp_path)
    with pytest.raises(IndexFolderError, match="published anew twice"):
        found(before, "assets")
    assert found(after, "women vote") == [2]


def test_the_same_index_is_not_written_twice(address: MilvusAddress, milvus: Milvus, tmp_path: Path) -> None:
    published(index_of(OLD), address, tmp_path)
    first = milvus.resolve()
    save_index(index_of(OLD), tmp_path / "index")
    assert not publish(tmp_path / "index", address).is_new
    assert milvus.resolve() == first


def test_documents_that_are_removed_are_not_found_any_more(address: MilvusAddress, tmp_path: Path) -> None:
    published(index_of(OLD, NEW), address, tmp_path)
    index = published(index_of(NEW), address, tmp_path)
    assert ids(index) == ["new"]
    assert len(index.lexical.search("banks", 5)) == 0


def test_what_a_killed_one_left_is_tidied_away(address: MilvusAddress, milvus: Milvus, tmp_path: Path) -> None:
    left = f"{address.collection}__{'a' * 24}_words"
    other = f"{address.collection}x__{'a' * 24}"
    for name in (left, other):
        milvus.create(name, PARTS)
    try:
        published(index_of(OLD), address, tmp_path)
        assert left not in milvus.collections()
        assert other in milvus.collections()
    finally:
        milvus.drop(other)


def test_a_failure_in_the_midst_leaves_the_old_index_and_nothing_else(
    address: MilvusAddress, milvus: Milvus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(index_of(OLD), address, tmp_path)
    before = sorted(milvus.collections())

    def refuse(_self: Milvus, _collection: str, _entities: list[Any]) -> None:
        raise EngineError("the disk is full")

    with monkeypatch.context() as broken, pytest.raises(EngineError, match="disk"):
        broken.setattr(Milvus, "insert", refuse)
        published(index_of(OLD, NEW), address, tmp_path)
    assert sorted(milvus.collections()) == before
    assert ids(open_published(address, tmp_path / "fetched" / "index")) == ["old"]


def test_a_collection_that_others_made_is_left_alone(address: MilvusAddress, milvus: Milvus, tmp_path: Path) -> None:
    milvus.create(address.collection, PARTS)
    save_index(index_of(OLD), tmp_path / "index")
    for use in (lambda: publish(tmp_path / "index", address), lambda: published_manifest(address)):
        with pytest.raises(IndexFolderError, match="was not made by pincite and is left alone"):
            use()
    assert milvus.fields(address.collection) == {NAME, CONTENT, FILLER}


def test_an_alias_that_others_made_is_left_alone(address: MilvusAddress, milvus: Milvus, tmp_path: Path) -> None:
    other = f"{address.collection}_theirs"
    milvus.create(other, PARTS)
    milvus.point_to(other)
    save_index(index_of(OLD), tmp_path / "index")
    try:
        with pytest.raises(IndexFolderError, match="was not made by pincite"):
            publish(tmp_path / "index", address)
        assert milvus.resolve() == other
    finally:
        milvus.client.drop_alias(address.collection)
        milvus.drop(other)


def test_where_nothing_was_published_it_says_what_to_run(address: MilvusAddress, milvus: Milvus) -> None:
    assert milvus.resolve() is None
    with pytest.raises(IndexFolderError, match=f"no index at .*; publish one: pincite index --engine {address}"):
        published_manifest(address)


@pytest.fixture
def of_another_kind() -> list[tuple[dict[str, object], str]]:
    """What the head of an index that this program does not read says otherwise, and what is said of it."""
    return [
        ({"layout": 2}, "lies there as 2, this program reads 1"),
        ({"program": "other"}, "was not written by pincite"),
        ({"sizes": None}, "cannot be read"),
        ({"sizes": {}}, "does not hold 'corpus.json' alone"),
        ({"manifest": {"program": "pincite", "format": 3}}, "has format 3"),
    ]


def test_an_index_of_another_program_or_form_is_refused(
    address: MilvusAddress, milvus: Milvus, tmp_path: Path, of_another_kind: list[tuple[dict[str, object], str]]
) -> None:
    published(index_of(OLD), address, tmp_path)
    right = head_of(milvus)
    for changes, said in of_another_kind:
        write_head(milvus, {**right, **changes})
        with pytest.raises(IndexFolderError, match=said):
            open_published(address, tmp_path / "fetched" / "index")
    # It is ours all the same, and may be replaced.
    assert ids(published(index_of(NEW), address, tmp_path)) == ["new"]


def test_half_an_index_is_not_opened(address: MilvusAddress, milvus: Milvus, tmp_path: Path) -> None:
    published(index_of(OLD), address, tmp_path)
    milvus.client.delete(parts_of(milvus), ids=[HEAD])
    with pytest.raises(IndexFolderError, match="is not whole; publish it again"):
        open_published(address, tmp_path / "fetched" / "index")


def test_a_text_that_was_altered_there_is_not_quoted(address: MilvusAddress, milvus: Milvus, tmp_path: Path) -> None:
    published(index_of(OLD), address, tmp_path)
    name, part = parts_of(milvus), "files/documents.jsonl/0"
    milvus.client.upsert(name, [{NAME: part, CONTENT: "QUFB", FILLER: [0.0, 0.0]}])
    with pytest.raises(IndexFolderError, match=r"documents\.jsonl is broken"):
        open_published(address, tmp_path / "elsewhere" / "index")


def test_vectors_that_are_lost_are_told(address: MilvusAddress, milvus: Milvus, tmp_path: Path) -> None:
    index = published(index_of(OLD), address, tmp_path)
    milvus.client.delete(parts_of(milvus), ids=["vectors/1/0"])
    assert len(index.dense.passages([0])) == 1
    with pytest.raises(EngineError, match="has lost vectors/1/0; publish it again"):
        index.dense.passages([0, 1])


def test_what_was_fetched_before_is_checked_again(address: MilvusAddress, tmp_path: Path) -> None:
    published(index_of(OLD), address, tmp_path)
    fetched = tmp_path / "fetched" / "index"
    (fetched / "documents.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(IndexFolderError, match=r"documents\.jsonl is broken"):
        open_published(address, fetched)


def test_a_folder_that_stands_for_an_address_is_not_built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_FETCHED", str(tmp_path))
    with pytest.raises(IndexFolderError, match="is changed in the folder that it was built in"):
        save_index(index_of(OLD), place_of("milvus://host/un"))


def test_a_question_is_answered_as_from_the_folder(address: MilvusAddress, tmp_path: Path) -> None:
    local = index_of(OLD, NEW)
    here, there = (Answerer(each, FakeEmbedder()) for each in (local, published(local, address, tmp_path)))
    one, other = here.answer(QUESTION), there.answer(QUESTION)
    assert one.statements == other.statements
    assert one.evidence == other.evidence
    assert replace(one, milliseconds=other.milliseconds) == other


@pytest.mark.parametrize("what", ["comes", "goes"])
def test_an_index_of_parts_is_written_as_one_before_it_is_published(
    address: MilvusAddress, tmp_path: Path, what: str
) -> None:
    papers, folder = tmp_path / "papers", tmp_path / "index"
    papers.mkdir()
    (papers / "one.txt").write_text("1. Banks.\n\n2. Courts.\n\n3. Women vote.\n", encoding="utf-8")
    (papers / "two.txt").write_text("1. Assets.\n", encoding="utf-8")
    build_folder([papers], folder, FakeEmbedder())
    if what == "comes":
        (papers / "new.txt").write_text("1. Falcons.\n", encoding="utf-8")
    else:
        (papers / "two.txt").unlink()
    embedder = FakeEmbedder()
    held = Updater(folder, embedder, parts_from=0).update().index
    with pytest.raises(IndexFolderError, match="written to Milvus as one; have it written so: pincite index update"):
        publish(folder, address)
    embedder.encoded.clear()
    assert not Updater(folder, embedder, parts_from=None).update().changes
    assert embedder.encoded == []
    assert publish(folder, address).is_new
    assert ids(open_published(address, tmp_path / "fetched" / "index")) == sorted(each.id for each in held.documents)
