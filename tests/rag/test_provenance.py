"""What a result was made with, as words and as a hash."""

from dataclasses import replace
from typing import Any

import pytest

from rag.calibration import calibration_for
from rag.provenance import flattened, provenance
from rag.settings import ChoiceSettings, RetrievalSettings, Settings

FITTED = calibration_for()


def test_every_single_setting_is_named() -> None:
    names = [name for name, _ in flattened(Settings())]
    assert "choice.paragraphs" in names
    assert "retrieval.weights.late" in names
    assert names == sorted(names)


def test_a_mapping_and_a_plain_value_are_settings_too() -> None:
    assert flattened({"b": 1, "a": {"x": True}}) == (("a.x", "True"), ("b", "1"))
    assert flattened("plain") == (("", "plain"),)


def test_one_changed_setting_changes_the_hash() -> None:
    def digest(settings: Settings) -> str:
        return provenance("index", "model", settings, "2026-03-01").settings_digest

    assert digest(Settings()) == digest(Settings())
    assert digest(Settings()) != digest(Settings(choice=ChoiceSettings(paragraphs=9)))
    assert digest(Settings()) != digest(Settings(retrieval=RetrievalSettings(weights={"late": 1.0})))


@pytest.mark.parametrize(
    "change",
    [
        {"read": replace(FITTED.read, sentence=replace(FITTED.read.sentence, gap=0.5))},
        {"unread": replace(FITTED.unread, confidence=replace(FITTED.unread.confidence, bias=-7.0))},
        {"comparing": replace(FITTED.comparing, joins=0.09)},
        {"counterparts": replace(FITTED.counterparts, pool=299)},
        {"themes": replace(FITTED.themes, near=0.5)},
        {"model": "another"},
        {"language": "fr"},
    ],
)
def test_one_changed_number_of_the_calibration_changes_the_hash_and_the_words(change: dict[str, Any]) -> None:
    before, after = (
        provenance("index", "model", Settings(calibration=each), "2026-03-01")
        for each in (FITTED, replace(FITTED, **change))
    )
    assert before.settings_digest != after.settings_digest
    assert before.settings_text != after.settings_text


def test_a_calibration_is_one_setting_with_the_model_and_language_it_is_for() -> None:
    values = dict(flattened(Settings()))
    assert values["calibration"].startswith("pincite-encoder-en, en, ")
    assert [name for name in values if name.startswith("calibration")] == ["calibration"]


def test_the_date_is_the_day_it_was_begun() -> None:
    assert provenance("index", "model", "s", "2026-03-01T10:00:00+01:00").date == "2026-03-01"
