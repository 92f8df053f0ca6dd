"""Settings are values: complete by themselves, and not to be changed in passing."""

from dataclasses import FrozenInstanceError

import pytest

from rag.settings import SIGNALS, WEIGHTS, ChoiceSettings, RetrievalSettings, Settings


def test_every_signal_has_a_weight() -> None:
    assert set(WEIGHTS) == set(SIGNALS)
    assert all(weight >= 0 for weight in WEIGHTS.values())
    assert RetrievalSettings().weights == WEIGHTS


def test_settings_made_alike_are_equal_and_differ_where_one_says_so() -> None:
    assert Settings() == Settings(RetrievalSettings(), ChoiceSettings())
    assert Settings(RetrievalSettings(depth=5)) != Settings()


def test_nobody_changes_what_others_use() -> None:
    with pytest.raises(TypeError):
        WEIGHTS["dense"] = 0.0  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        Settings().choice.lists = False  # type: ignore[misc]
