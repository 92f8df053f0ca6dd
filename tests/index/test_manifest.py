"""What an index says about itself, and how other manifests are turned away."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from index.errors import IndexFolderError
from index.manifest import BuildSettings, Counts, Manifest, fingerprint_of, parse_manifest, program_version

MANIFEST = Manifest(
    "f" * 64,
    "a model",
    "a" * 64,
    4,
    4,
    256,
    Counts(1, 2, 3, 4, None),
    BuildSettings(2, 20, 2, 2),
    files={"a": "0" * 64},
)
PATH = Path("folder") / "manifest.json"
COUNTS, SETTINGS = asdict(MANIFEST.counts), asdict(MANIFEST.settings)


def refusal(record: dict[str, Any]) -> str:
    with pytest.raises(IndexFolderError) as caught:
        parse_manifest(json.dumps(record), PATH)
    assert "\n" not in str(caught.value)
    assert "pincite index" in str(caught.value)
    return str(caught.value)


def altered(**changes: object) -> dict[str, Any]:
    return {**json.loads(MANIFEST.to_json()), **changes}


def test_it_comes_back_with_its_date_and_files() -> None:
    dated = MANIFEST.dated("2024-01-02T03:04:05+00:00", {"b": "2" * 64, "a": "1" * 64}, {"b": "3" * 64})
    assert parse_manifest(dated.to_json(), PATH) == dated
    assert list(dated.files) == ["a", "b"]
    assert dated.version == program_version()


@pytest.mark.parametrize("version", [0, 1, 2, 3, 4, 5, 6, 8, None, "7"])
def test_another_format_is_refused_with_both_numbers(version: object) -> None:
    assert refusal(altered(format=version, version="0.0.1")) == (
        f"{PATH} has format {version!r} (pincite '0.0.1'), this program reads 7; build it again: pincite index"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"counts": {"documents": 1}}, "counts: 'paragraphs' is missing"),
        ({"counts": {**COUNTS, "passages": True}}, "counts: passages: True is not"),
        ({"counts": {**COUNTS, "passages": 1}}, "passages: 1 is less than 2"),
        ({"counts": {**COUNTS, "documents": -1}}, "documents: -1 is less than 1"),
        (
            {"counts": {**COUNTS, "tokens": 5}},
            "tokens: 5 does not go with 3 passages",
        ),
        ({"settings": 3}, "settings: 3 is not an object"),
        ({"settings": {**SETTINGS, "token_limit": -1}}, "token_limit: -1 is less than 0"),
        ({"files": []}, "files: .* is not an object"),
        ({"files": {"a": 1}}, "files: 1 is not of type str"),
        ({"files": {"a": "1"}}, "'a': '1' is no SHA-256"),
        ({"dimension": "4"}, "dimension: '4' is not of type int"),
        ({"dimension": 0}, "dimension: 0 is less than 1"),
        ({"dimension": 4.0}, "dimension: 4.0 is not of type int"),
        ({"max_tokens": float("nan")}, "max_tokens: nan is not of type int"),
        ({"extra": 1}, "'extra' is not known"),
        ({"model": None}, "model: None is not of type str"),
        ({"model": "\ud800"}, "model: .* holds half a character"),
        ({"model_sha256": "A" * 64}, "'model_sha256': .* is no SHA-256"),
        ({"fingerprint": ""}, "'fingerprint': '' is no SHA-256"),
        ({"format": 7.0}, "format: 7.0 is not of type int"),
    ],
)
def test_one_with_odd_values_is_broken(change: dict[str, object], message: str) -> None:
    with pytest.raises(IndexFolderError, match=rf"manifest.json is broken .{message}.*build it again: pincite index"):
        parse_manifest(json.dumps(altered(**change)), PATH)


def test_anothers_manifest_is_not_ours() -> None:
    assert "was not written by pincite" in refusal(altered(program="other"))
    for text in ("[]", "3", '"pincite"', "null"):
        with pytest.raises(IndexFolderError, match="was not written by pincite"):
            parse_manifest(text, PATH)


def test_a_long_value_is_not_printed_whole() -> None:
    assert len(refusal(altered(model=["x"] * 10_000))) < 300
    assert len(refusal(altered(format="x" * 10_000))) < 300


def test_the_fingerprint_is_over_model_settings_and_documents_but_not_their_sources() -> None:
    record: dict[str, object] = {"id": "a", "title": "A", "source": "a.txt"}
    first = fingerprint_of(MANIFEST, [record])
    assert first == fingerprint_of(replace(MANIFEST, built="today"), [{**record, "source": "b.txt"}])
    others = [
        fingerprint_of(MANIFEST, [{**record, "title": "B"}]),
        fingerprint_of(MANIFEST, [record, record]),
        fingerprint_of(replace(MANIFEST, model_sha256="b" * 64), [record]),
        fingerprint_of(replace(MANIFEST, dimension=5), [record]),
        fingerprint_of(replace(MANIFEST, token_dimension=5), [record]),
        fingerprint_of(replace(MANIFEST, max_tokens=5), [record]),
        fingerprint_of(replace(MANIFEST, settings=BuildSettings(3, 20)), [record]),
    ]
    assert len({first, *others}) == 8
