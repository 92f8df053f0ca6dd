"""Settings read from a file and from the environment, with where each was taken from."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError
from pydantic_settings import EnvSettingsSource, PydanticBaseSettingsSource, TomlConfigSettingsSource

from index.errors import SettingsError
from ui.settings.model import Settings
from ui.settings.variables import PREFIX, as_text

_HIDDEN = ("llm_key", "api_keys")
_NAMES_OR_FOLDERS = ("model", "reader")
# Mistakes of pydantic's of which its own words would say less than these.
_WORDS = {"path_type": "should be a path", "bool_parsing": "should be true or false"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A setting: its key, its value as it may be shown, where it was taken from, and where it was set in vain."""

    key: str
    value: str
    source: str
    overruled: str | None = None


def read_file(path: Path) -> Mapping[str, object]:
    """The settings in the file at `path`, by key; SettingsError names the file, the key and what it may be.

    A path in it is taken from the folder that the file lies in.
    """
    try:
        source = TomlConfigSettingsSource(Settings, path)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML: {error}") from error
    found = _validated(source, str(path))
    return {key: _from_folder(path.parent, key, value) for key, value in found.items()}


def taken_settings(path: Path | None) -> Iterator[Taken]:
    """Every setting that was set, in the environment or in the file at `path`, in the order of `Settings`."""
    in_environment = _validated(EnvSettingsSource(Settings), "the environment", PREFIX)
    in_file = read_file(path) if path is not None else {}
    for key in Settings.model_fields:
        if key in in_environment:
            overruled = str(path) if key in in_file else None
            yield Taken(key, _shown(key, in_environment[key]), f"${PREFIX}{key.upper()}", overruled)
        elif key in in_file:
            yield Taken(key, _shown(key, in_file[key]), str(path))


def _from_folder(folder: Path, key: str, value: object) -> object:
    if isinstance(value, Path) or (key in _NAMES_OR_FOLDERS and (folder / str(value)).is_dir()):
        return folder / str(value)
    return value


def _validated(source: PydanticBaseSettingsSource, place: str, prefix: str = "") -> Mapping[str, object]:
    """What `source` alone says, by key."""

    class _Given(Settings):
        @classmethod
        def settings_customise_sources(cls, *_: object, **__: object) -> tuple[PydanticBaseSettingsSource, ...]:
            return (source,)

    try:
        settings = _Given()
    except ValidationError as error:
        raise SettingsError(f"{place}: {'; '.join(_mistakes(error, prefix))}") from error
    given = {key: getattr(settings, key) for key in settings.model_fields_set}
    return {key: value.get_secret_value() if isinstance(value, SecretStr) else value for key, value in given.items()}


def _mistakes(error: ValidationError, prefix: str) -> Iterator[str]:
    for each in error.errors(include_url=False):
        key = str(each["loc"][0])
        named = f"{prefix}{key.upper()}" if prefix else key
        yield _unknown(key) if each["type"] == "extra_forbidden" else f"{named} {_said(key, each)}"


def _said(key: str, mistake: Mapping[str, Any]) -> str:
    """What is wrong with a value, which is shown unless it is secret, and what is allowed."""
    shown = "" if key in _HIDDEN else f"is {mistake['input']!r}; it "
    wrong = _WORDS.get(mistake["type"], str(mistake["msg"]).replace("Input ", "").replace("String ", ""))
    return f"{shown}{wrong} ({Settings.model_fields[key].description})"


def _unknown(key: str) -> str:
    near = get_close_matches(key, Settings.model_fields, 1)
    return f"there is no key {key!r}; " + (f"is it {near[0]!r}?" if near else "docs/settings.md lists them all")


def _shown(key: str, value: object) -> str:
    return "(not shown)" if key in _HIDDEN else as_text(value) or "no"
