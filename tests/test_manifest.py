"""What an index says about itself, and how other manifests are turned away."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import IndexFolderError
from index.manifest import BuildSettings, Counts, Manifest, program_version, read_manifest

MANIFEST = Manifest("f" * 8, "a model", "a" * 64, 4, 256, Counts(1, 2, 3, 4, None), BuildSettings(10, 20))


def write(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text, encoding="utf-8")


def test_it_comes_back_with_its_date_and_files(tmp_path: Path) -> None:
    dated = MANIFEST.dated("2024-01-02T03:04:05+00:00", {"b": "2", "a": "1"})
    write(tmp_path, dated.to_json())
    assert read_manifest(tmp_path) == dated
    assert list(dated.files) == ["a", "b"]
    assert dated.version == program_version()


def test_a_folder_that_is_not_there_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(IndexFolderError, match=r"no index at .*; build one: pincite index"):
        read_manifest(tmp_path / "none")


def test_a_folder_without_manifest_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexFolderError, match="is not a pincite index"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("version", [0, 2, None, "1"])
def test_another_format_is_refused_with_both_numbers(tmp_path: Path, version: object) -> None:
    record = json.loads(MANIFEST.to_json()) | {"format": version, "version": "0.0.1"}
    write(tmp_path, json.dumps(record))
    with pytest.raises(IndexFolderError, match=rf"format {version} \(pincite 0.0.1\), this program reads 1"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    "change",
    [{"counts": {"documents": 1}}, {"settings": 3}, {"files": []}, {"dimension": "4"}, {"extra": 1}, {"model": None}],
)
def test_one_with_odd_values_is_broken(tmp_path: Path, change: dict[str, object]) -> None:
    write(tmp_path, json.dumps(json.loads(MANIFEST.to_json()) | change))
    with pytest.raises(IndexFolderError, match=r"manifest.json is broken .*pincite index"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "\x00", '{"program": "pinc'])
def test_half_a_manifest_cannot_be_read(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    with pytest.raises(IndexFolderError, match=r"manifest.json cannot be read .*pincite index"):
        read_manifest(tmp_path)


def test_anothers_manifest_is_not_ours(tmp_path: Path) -> None:
    write(tmp_path, replace(MANIFEST, program="other").to_json())
    with pytest.raises(IndexFolderError, match="was not written by pincite"):
        read_manifest(tmp_path)
