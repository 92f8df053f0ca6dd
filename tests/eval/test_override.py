from collections.abc import Mapping

import pytest

from eval.override import names, overridden
from index.errors import BenchmarkError
from rag.settings import Settings


def test_a_setting_is_changed_and_the_others_stay() -> None:
    changed = overridden(Settings(), ["choice.paragraphs=3", "retrieval.understand=false", "choice.costs.missed = 0.5"])

    assert changed.choice.paragraphs == 3
    assert changed.choice.costs.missed == 0.5
    assert changed.retrieval.understand is False
    assert changed.retrieval.weights == Settings().retrieval.weights
    assert Settings().choice.paragraphs != 3


def test_one_weight_is_changed_by_its_name() -> None:
    weights = overridden(Settings(), ["retrieval.weights.late=0"]).retrieval.weights

    assert weights == {**Settings().retrieval.weights, "late": 0.0}


def test_a_setting_with_words_takes_one_of_them() -> None:
    assert overridden(Settings(), ["retrieval.fusion=reciprocal ranks"]).retrieval.fusion == "reciprocal ranks"


def test_all_that_cannot_be_done_is_named_with_what_there_is() -> None:
    with pytest.raises(BenchmarkError) as caught:
        overridden(
            Settings(),
            [
                "choice.paragraphs=many",
                "choice.beauty=1",
                "retrieval.fusion=sum",
                "retrieval.expand=perhaps",
                "retrieval.weights.late=nan",
                "retrieval.weights=1",
                "fast",
            ],
        )

    assert str(caught.value).splitlines()[1:-1] == [
        "choice.paragraphs=many: expected a whole number",
        "choice.beauty=1: no such setting",
        "retrieval.fusion=sum: expected z-scores or reciprocal ranks",
        "retrieval.expand=perhaps: expected true or false",
        "retrieval.weights.late=nan: expected a finite number",
        "retrieval.weights=1: no such setting",
        "fast: expected NAME=VALUE",
    ]
    assert "retrieval.weights.late, retrieval.fusion," in str(caught.value).splitlines()[-1]


def test_every_setting_can_be_set_to_what_it_is() -> None:
    settings = Settings()
    for name in names(settings):
        value: object = settings
        for part in name.split("."):
            value = value[part] if isinstance(value, Mapping) else getattr(value, part)
        assert overridden(settings, [f"{name}={value}"]) == settings, name


def test_a_fitted_weight_is_changed_by_its_name_and_what_it_was_fitted_for_is_not() -> None:
    settings = Settings()
    changed = overridden(settings, ["calibration.read.sentence.gap=0.5"])
    assert changed.calibration.read.sentence.gap == 0.5
    assert changed.calibration.unread == settings.calibration.unread
    assert "calibration.model" not in set(names(settings))
