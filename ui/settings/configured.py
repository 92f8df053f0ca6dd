"""What the environment says, and the file of settings where it says nothing.

The file is read by pydantic-settings, which takes a third of a second to import: nothing of it is loaded where there
is no file, and the environment is read without it.
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from index.errors import SettingsError
from ui.settings.variables import PREFIX, as_text

CONFIG_VARIABLE = f"{PREFIX}CONFIG"
FILE = Path("./pincite.toml")


def configured(variable: str) -> str | None:
    """The value of the environment's `variable`, else of its key in the file of settings; None where neither has one.

    An empty value is none. SettingsError where the file cannot be used.
    """
    return os.environ.get(variable) or from_file(variable)


def configured_list(variable: str) -> tuple[str, ...]:
    """The values of `variable`, which commas part in the environment."""
    return tuple(stripped for each in (configured(variable) or "").split(",") if (stripped := each.strip()))


def from_file(variable: str) -> str | None:
    """The value of the key of `variable` (`profile` of `PINCITE_PROFILE`) in the file of settings; None without one."""
    path = settings_file()
    return None if path is None else _values(path, path.stat().st_mtime_ns).get(variable)


def settings_file() -> Path | None:
    """The file that `PINCITE_CONFIG` names, or `pincite.toml` in the current folder; None where there is neither."""
    named = os.environ.get(CONFIG_VARIABLE)
    path = Path(named) if named else FILE
    if path.is_file():
        return path
    if named:
        raise SettingsError(f"${CONFIG_VARIABLE} names {named}, which is no file; name one, or leave it out")
    return None


@lru_cache(1)
def _values(path: Path, _changed: int) -> Mapping[str, str]:
    """The values in the file at `path`, by variable; read again when it was changed."""
    from ui.settings.file import read_file

    return {f"{PREFIX}{key.upper()}": as_text(value) for key, value in read_file(path).items()}
