"""What a result was made with, as words and as a hash."""

from rag.provenance import flattened, provenance
from rag.settings import ChoiceSettings, RetrievalSettings, Settings


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


def test_the_date_is_the_day_it_was_begun() -> None:
    assert provenance("index", "model", "s", "2026-03-01T10:00:00+01:00").date == "2026-03-01"
