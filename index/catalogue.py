"""What a corpus folder's catalogue.toml says of its documents."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.errors import CatalogueError

CATALOGUE_NAME = "catalogue.toml"
SUFFIXES = (".txt", ".md")

_TEXTS = ("symbol", "short_title", "title", "date", "body", "session", "language")
_ALIASES = "also_known_as"
_SYMBOL = re.compile(r"[A-Z]+(?:[/.\-(][\w.()-]+| )+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What the catalogue says of one document; None where it says nothing. `date` is ISO 8601."""

    symbol: str | None = None
    short_title: str | None = None
    title: str | None = None
    date: str | None = None
    body: str | None = None
    session: str | None = None
    language: str | None = None
    also_known_as: tuple[str, ...] = ()


def slug(path: Path) -> str:
    """The id of the document in the file at `path`: its stem in lower case, anything but letters and digits as `-`."""
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")


def load_catalogue(folder: Path) -> dict[str, CatalogueEntry]:
    """The entries of the catalogue in `folder` by document id; {} where there is no catalogue.

    CatalogueError names every mistake at once.
    """
    path = folder / CATALOGUE_NAME
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: not a TOML file ({error}); mend it or take it away") from None
    except OSError as error:
        raise CatalogueError(f"{path}: cannot be read ({error.strerror}); change its permissions") from None
    there = {slug(file) for file in folder.iterdir() if file.suffix.lower() in SUFFIXES}
    mistakes = [mistake for id, table in tables.items() for mistake in _mistakes(id, table, there)]
    if mistakes:
        raise CatalogueError(f"{path}: {'; '.join(mistakes)}")
    return {id: _entry(table) for id, table in tables.items()}


def _entry(table: Mapping[str, object]) -> CatalogueEntry:
    texts = {key: str(table[key]) for key in _TEXTS if table.get(key)}
    aliases = table.get(_ALIASES, ())
    return CatalogueEntry(**texts, also_known_as=tuple(aliases) if isinstance(aliases, list) else ())


def _mistakes(id: str, table: object, there: set[str]) -> list[str]:
    if not isinstance(table, dict):
        return [f"{id} is not a table; write [{id}] and its keys below"]
    found = [] if id in there else [f"[{id}]: there is no {id}.txt or {id}.md in the folder"]
    for key, value in table.items():
        if key == _ALIASES:
            if not (isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)):
                found.append(f"[{id}] {key} is not a list of names")
        elif key not in _TEXTS:
            found.append(f"[{id}] {key} is no key of a catalogue ({', '.join((*_TEXTS, _ALIASES))})")
        elif not isinstance(value, (str, date)):
            found.append(f"[{id}] {key} is not a text in quotation marks")
        else:
            found.extend(_misfits(id, key, str(value)))
    return found


def _misfits(id: str, key: str, value: str) -> list[str]:
    if key == "date" and value:
        try:
            date.fromisoformat(value)
        except ValueError:
            return [f"[{id}] date {value!r} is not of the form 2018-04-04"]
    if key == "symbol" and value and not _SYMBOL.fullmatch(value):
        return [f"[{id}] symbol {value!r} does not look like a symbol"]
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return [f"[{id}] language {value!r} is not a language code such as en"]
    return []
