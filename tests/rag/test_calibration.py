"""Calibrations: read whole or not at all, found by model and language."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import CalibrationError
from rag.calibration import FOLDER, calibration_for, read_calibration

FITTED = calibration_for()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_a_file_that_comes_with_the_program_is_as_it_is_written_and_named(path: Path) -> None:
    found = read_calibration(path)
    assert path.read_text(encoding="utf-8") == found.to_json()
    assert path.name == f"{found.model}.{found.language}.json"


@pytest.mark.parametrize("model", [None, "pincite-encoder-en", "another/model"])
def test_the_default_model_s_is_for_others_too_that_have_none(model: str | None) -> None:
    assert calibration_for(model).model == "pincite-encoder-en"


@pytest.mark.parametrize(
    "model", ["all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2", "/m/all-MiniLM-L6-v2/"]
)
def test_a_packaged_model_has_one_by_each_of_its_names(model: str) -> None:
    assert calibration_for(model).model == "all-MiniLM-L6-v2"


def test_another_model_has_its_own_for_its_language_and_else_that_of_the_packaged_one(tmp_path: Path) -> None:
    own = replace(
        FITTED,
        model="letters",
        language="fr",
        read=replace(FITTED.read, sentence=replace(FITTED.read.sentence, gap=9.0)),
    )
    for each in (FITTED, own):
        (tmp_path / f"{each.model}.{each.language}.json").write_text(each.to_json(), encoding="utf-8")
    assert calibration_for("somebody/letters", "fr", tmp_path) == own
    assert calibration_for("somebody/letters", "en", tmp_path) == FITTED


@pytest.mark.parametrize(
    ("group", "name", "value", "words"),
    [
        ("read.sentence", "gap", "much", "read: sentence: gap: 'much' is not of type float"),
        ("read.sentence", "beauty", 1.0, "read: sentence: 'beauty' is not known"),
        ("themes", "near", float("nan"), "themes.near is nan"),
    ],
)
def test_a_file_with_odd_numbers_is_refused_by_name(
    tmp_path: Path, group: str, name: str, value: object, words: str
) -> None:
    record = json.loads(FITTED.to_json())
    within = record
    for each in group.split("."):
        within = within[each]
    within[name] = value
    (tmp_path / "odd.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(CalibrationError) as error:
        read_calibration(tmp_path / "odd.json")
    assert words in str(error.value)
    assert "odd.json" in str(error.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CalibrationError, match=r"cannot read .*none\.json"):
        read_calibration(tmp_path / "none.json")
