"""A file of settings: read with types, refused with file, key and what is allowed, and told of by `pincite doctor`."""

import re
from pathlib import Path

import pytest

from index.errors import SettingsError
from tests.support.route import ROOT
from ui.settings.file import Taken, read_file, taken_settings
from ui.settings.model import Settings

# Read where an engine is asked, below all that knows of a file of settings.
OF_ENGINES = frozenset({"MILVUS_TIMEOUT", "MILVUS_TOKEN", "MILVUS_TLS", "FETCHED"})


def written(folder: Path, text: str) -> Path:
    path = folder / "pincite.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in Settings.model_fields:
        monkeypatch.delenv(f"PINCITE_{key.upper()}", raising=False)


def test_values_have_their_types_and_paths_are_taken_from_the_files_folder(tmp_path: Path) -> None:
    text = 'index = "kept/index"\nserve_port = 9000\nadministrators = ["a@b.org", "c@d.org"]\nllm_key = "s"\n'

    assert read_file(written(tmp_path, text)) == {
        "index": tmp_path / "kept/index",
        "serve_port": 9000,
        "administrators": ("a@b.org", "c@d.org"),
        "llm_key": "s",
    }


def test_a_model_is_a_folder_beside_the_file_or_else_a_name(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()

    assert read_file(written(tmp_path, 'model = "mine"\nreader = "org/reader"\n')) == {
        "model": tmp_path / "mine",
        "reader": "org/reader",
    }


def test_the_environment_is_not_mixed_into_what_the_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_PROFILE", "slow")

    assert read_file(written(tmp_path, 'log = "json"\n')) == {"log": "json"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profil = "fast"', "there is no key 'profil'; is it 'profile'?"),
        ("zzz = 1", "there is no key 'zzz'; docs/settings.md lists them all"),
        ('profile = "slow"', "profile is 'slow'; it should be 'reading' or 'fast'"),
        ("serve_port = 70000", "serve_port is 70000; it should be less than or equal to 65535"),
        ("llm_window = 3", "llm_window is 3; it should be greater than or equal to 2048"),
        ("index = 3", "index is 3; it should be a path (the index folder;"),
        ('allow_removing = "perhaps"', "allow_removing is 'perhaps'; it should be true or false"),
        ("llm_key = 31415", "llm_key should be a valid string"),
        ("profile = ", "cannot be read as TOML: Invalid value (at "),
    ],
)
def test_a_mistake_is_told_with_file_key_and_what_is_allowed(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(SettingsError) as caught:
        read_file(path)

    assert str(caught.value).startswith(f"{path}: {said}")
    assert "31415" not in str(caught.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"llm_window is 3.*; log is 'xml'"):
        read_file(written(tmp_path, 'llm_window = 3\nlog = "xml"\n'))


def test_what_was_taken_is_listed_with_its_source_and_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, 'index = "index"\nprofile = "reading"\nllm_key = "secret"\n')
    monkeypatch.setenv("PINCITE_PROFILE", "fast")
    monkeypatch.setenv("PINCITE_ADMINISTRATORS", "a@b.org, c@d.org")

    assert list(taken_settings(path)) == [
        Taken("index", str(tmp_path / "index"), str(path)),
        Taken("profile", "fast", "$PINCITE_PROFILE", str(path)),
        Taken("llm_key", "(not shown)", str(path)),
        Taken("administrators", "a@b.org,c@d.org", "$PINCITE_ADMINISTRATORS"),
    ]


def test_a_variable_that_cannot_be_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_SERVE_PORT", "many")

    with pytest.raises(SettingsError, match=r"^the environment: PINCITE_SERVE_PORT is 'many'; it should be"):
        list(taken_settings(None))


def test_every_key_is_described_in_the_docs_and_nothing_else_is() -> None:
    listed = re.findall(r"^\| `(\w+)` \| (.+) \|$", (ROOT / "docs" / "settings.md").read_text("utf-8"), re.MULTILINE)

    assert dict(listed) == {key: field.description for key, field in Settings.model_fields.items()}


def test_every_variable_that_the_program_reads_is_a_setting() -> None:
    sources = [path for folder in ("ui", "pincite", "rag", "index") for path in (ROOT / folder).rglob("*.py")]
    read = {name for path in sources for name in re.findall(r'"PINCITE_([A-Z_]+)"', path.read_text("utf-8"))}

    assert read - OF_ENGINES <= {key.upper() for key in Settings.model_fields}
    told = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert [name for name in OF_ENGINES if f"`$PINCITE_{name}`" not in told] == []
    assert {"INDEX", "PROFILE", "SERVE_PORT", "API_KEYS"} <= read
