"""An index folder that was spoiled, by accident or on purpose, is refused in one line or is as good as it was."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from index.build import build_index
from index.document import Document, Finding
from index.errors import IndexFolderError
from index.folder.files import sha256_of_files
from index.folder.load import load_index
from index.folder.save import save_index
from index.manifest import BuildSettings, Manifest, fingerprint_of, parse_manifest
from index.storage.document_json import to_contract
from index.store import Index
from rag.answerer import Answerer
from rag.settings import ChoiceSettings, Costs, Settings
from tests.support.fakes import FakeEmbedder

ODD: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 3, 2**31, -(2**63), 10**30, 1.5, float("nan"), float("inf"), "", "x", "\ud800",
    "\x00", "e" * 64, [], [1], [[]], {}, {"a": 1}, {"number": "1"},
)  # fmt: skip
ODD_NUMBERS = (-1, 0, 1, 2, 7, 2**31 - 1, -(2**31), 2**62)


@pytest.fixture(params=[BuildSettings(), BuildSettings(token_limit=0, exact_limit=0)], ids=["exact", "approximate"])
def saved(request: pytest.FixtureRequest, documents: tuple[Document, ...], tmp_path: Path) -> Path:
    built = build_index(documents, FakeEmbedder(), settings=request.param)
    finding = Finding("guide", "guide.txt", 7, "missing", "2 is missing")
    save_index(replace(built, findings=(finding,)), tmp_path / "saved")
    return tmp_path / "saved"


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path to each value inside a JSON value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*path, key)
        yield from places(inner, (*path, key))


def spoil_value(record: Any, random: Random) -> None:  # noqa: ANN401
    """Take away, double, add or change one value inside a JSON object."""
    *path, last = random.choice(list(places(record)))
    inner = record
    for key in path:
        inner = inner[key]
    match random.randrange(4):
        case 0:
            del inner[last]
        case 1 if isinstance(inner, list):
            inner.insert(random.randrange(len(inner) + 1), random.choice(ODD))
        case 1:
            inner["extra"] = random.choice(ODD)
        case _:
            inner[last] = random.choice(ODD)


def spoil_manifest(folder: Path, random: Random) -> None:
    path = folder / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    spoil_value(record, random)
    path.write_text(json.dumps(record), encoding="utf-8")


def spoil_lines(folder: Path, random: Random) -> None:
    path = folder / random.choice(["documents.jsonl", "documents.jsonl", "findings.jsonl", "lexical/stems.json"])
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    spoil_value(records, random)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def spoil_array(folder: Path, random: Random) -> None:
    path = random.choice(sorted(folder.rglob("*.npy")))
    array = np.load(path, allow_pickle=False)
    match random.randrange(6):
        case 0 if array.size:
            kinds = ODD_NUMBERS if array.dtype.kind == "i" else (*ODD_NUMBERS[:5], float("nan"), float("inf"), 1e30)
            with np.errstate(over="ignore"):
                array.reshape(-1)[random.randrange(array.size)] = np.array(random.choice(kinds)).astype(array.dtype)
        case 1 if len(array):
            array = np.delete(array, random.randrange(len(array)), axis=0)
        case 2:
            array = np.concatenate([array, array[:1]])
        case 3:
            array = array.astype(random.choice([np.int8, np.float64, np.complex64, ">i4", "U3"]))
        case 4 if len(array) > 1:
            array[[0, 1]] = array[[1, 0]]
        case _:
            array = np.asfortranarray(array) if array.ndim > 1 else array[:, None]
    np.save(path, array)


def spoil_bytes(folder: Path, random: Random) -> None:
    path = random.choice(sorted(path for path in folder.rglob("*") if path.is_file()))
    content = bytearray(path.read_bytes())
    place = random.randrange(min(len(content), random.choice([16, 200, 10**6])))
    match random.randrange(4):
        case 0:
            content = content[:place]
        case 1:
            content[place] ^= 1 << random.randrange(8)
        case 2:
            content[place : place + 8] = random.choice(ODD_NUMBERS).to_bytes(8, "little", signed=True)
        case _:
            content += content[place:]
    path.write_bytes(content)


SPOILERS = (spoil_manifest, spoil_lines, spoil_array, spoil_bytes)


def fit(folder: Path) -> None:
    """Give a spoiled index the hashes and, as far as can be, the fingerprint that fit, as a faulty program would."""
    path = folder / "manifest.json"
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        record["files"] = {name: sha for name, sha in sha256_of_files(folder).items() if name != "manifest.json"}
        path.write_text(json.dumps(record), encoding="utf-8")
        lines = (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        manifest = parse_manifest(json.dumps(record), path)
        record["fingerprint"] = fingerprint_of(manifest, [json.loads(line) for line in lines])
        path.write_text(json.dumps(record), encoding="utf-8")
    except (ValueError, TypeError, IndexFolderError):
        return


def loaded_or_refused(folder: Path) -> Index | None:
    try:
        return load_index(folder)
    except IndexFolderError as error:
        assert "\n" not in str(error)
        assert "pincite index" in str(error)
        assert len(str(error)) < 1_000
        return None


def use(index: Index) -> None:
    """Do with an index what the commands do."""
    answerer = Answerer(index, FakeEmbedder(), Settings(choice=ChoiceSettings(costs=Costs(wrong=0.0))))
    for question in ("Which networks exist?", "What does paragraph 2 (a) of report-2018 say?", "Who freezes assets?"):
        answerer.answer(question)
    for ref in index.paragraphs:
        assert len(index.dense.passages([ref.row]))
        assert index.sentence_spans(ref.row)
        json.dumps(to_contract(ref.document)).encode()


def spoiled(saved: Path, folder: Path, seed: int) -> Path:
    """A copy of `saved` in `folder`, spoiled in one place."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(saved, folder)
    SPOILERS[seed % len(SPOILERS)](folder, Random(seed))
    return folder


def without_labels(manifest: Manifest) -> Manifest:
    """`manifest` without what can be changed in it without changing what the index says."""
    return replace(manifest, model="", version="", built="")


def check_spoiled(saved: Path, folder: Path, seeds: range) -> None:
    original, digests = load_index(saved), sha256_of_files(saved)
    for seed in seeds:
        if sha256_of_files(spoiled(saved, folder, seed)) == digests:
            continue
        loaded = loaded_or_refused(folder)
        if loaded is not None:
            assert without_labels(loaded.manifest) == without_labels(original.manifest), seed
            assert loaded.documents == original.documents, seed


def check_spoiled_with_fitting_hashes(saved: Path, folder: Path, seeds: range) -> None:
    for seed in seeds:
        fit(spoiled(saved, folder, seed))
        if loaded := loaded_or_refused(folder):
            use(loaded)


def test_a_spoiled_index_is_refused_or_as_good_as_it_was(saved: Path, tmp_path: Path) -> None:
    check_spoiled(saved, tmp_path / "spoiled", range(60))


def test_a_spoiled_index_whose_hashes_fit_is_refused_or_can_be_used(saved: Path, tmp_path: Path) -> None:
    check_spoiled_with_fitting_hashes(saved, tmp_path / "spoiled", range(60))


@pytest.mark.slow
def test_no_way_of_spoiling_an_index_was_forgotten(saved: Path, tmp_path: Path) -> None:
    check_spoiled(saved, tmp_path / "spoiled", range(60, 1_000))
    check_spoiled_with_fitting_hashes(saved, tmp_path / "spoiled", range(60, 1_000))


def test_an_index_whose_manifest_names_no_file_is_refused(saved: Path) -> None:
    path = saved / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(record | {"files": {}}), encoding="utf-8")
    with pytest.raises(IndexFolderError, match=r"manifest.json is broken .files: 'corpus.json' is missing"):
        load_index(saved)


def test_an_index_with_other_words_than_its_fingerprint_is_of_is_refused(saved: Path) -> None:
    documents = saved / "documents.jsonl"
    documents.write_text(documents.read_text(encoding="utf-8").replace("Networks", "Notworks"), encoding="utf-8")
    path = saved / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["files"]["documents.jsonl"] = sha256_of_files(saved)["documents.jsonl"]
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(IndexFolderError, match=r"documents.jsonl is broken .*another fingerprint"):
        load_index(saved)
