"""What a corpus folder's catalogue.toml says of its documents."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

from index.errors import CatalogueError
from index.readers.registry import readable_suffixes

CATALOGUE_NAME = "catalogue.toml"
SUFFIXES = readable_suffixes()

_TEXTS = ("symbol", "short_title", "title", "date", "body", "session", "language")
_ALIASES = "also_known_as"
_KEYS = ", ".join((*_TEXTS, _ALIASES))
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SYMBOL = re.compile(r"[A-Z][^\s,;:]*/[^\s,;:]+(?: \([^()]+\))?")


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What the catalogue says of one document; None where it says nothing.

    `date` is ISO 8601; `also_known_as` are the names people use for the document (`2018 progress report`).
    """

    symbol: str | None = None
    short_title: str | None = None
    title: str | None = None
    date: str | None = None
    body: str | None = None
    session: str | None = None
    language: str | None = None
    also_known_as: tuple[str, ...] = ()


def document_id(path: Path) -> str:
    """The id of the document in the file at `path`: the slug of its name, `document` where that has no letter or digit.

    Folders may hold files of one name, so a corpus makes some ids longer.
    """
    return slug(path.stem) or "document"


def slug(name: str) -> str:
    """`name` in lower case, with one `-` for all that is no letter or digit of any script; empty where nothing is."""
    folded = normalize("NFKC", name).lower()
    kept = (char if char.isalnum() or category(char).startswith("M") else " " for char in folded)
    return "-".join("".join(kept).split())


def load_catalogue(folder: Path) -> dict[str, CatalogueEntry]:
    """The entries of the catalogue in `folder` by document id; {} where there is no catalogue.

    CatalogueError names the file and every mistake in it at once.
    """
    path = folder / CATALOGUE_NAME
    try:
        tables = _parsed(path, path.read_text(encoding="utf-8-sig"))
        there = {document_id(file) for file in folder.iterdir() if file.suffix.lower() in SUFFIXES}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise CatalogueError(f"{path}: cannot be read ({error.strerror}); change that or take it away") from None
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from None
    mistakes = [mistake for id, table in tables.items() for mistake in _mistakes(id, table, there)]
    if mistakes:
        raise CatalogueError(f"{path}: {'; '.join(mistakes)}")
    return {id: _entry(table) for id, table in tables.items()}


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{path}: not in TOML: {error}; mend that line") from None
    except ValueError:  # Python reads no whole number of more than 4,300 digits.
        raise CatalogueError(f"{path}: holds a number that is too long to be read; take it out") from None
    except RecursionError:
        raise CatalogueError(f"{path}: holds lists or tables nested too deeply to be read; take them out") from None


def _entry(table: Mapping[str, object]) -> CatalogueEntry:
    texts = {key: str(table[key]).strip() for key in _TEXTS if str(table.get(key, "")).strip()}
    aliases = table.get(_ALIASES)
    return CatalogueEntry(**texts, also_known_as=tuple(aliases) if isinstance(aliases, list) else ())


def _mistakes(id: str, table: object, there: set[str]) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"{id} stands outside a table; write [document-id] above it"
        return
    if id not in there:
        yield f"[{id}] there is no {id}.txt or {id}.md in the folder"
    for key, value in table.items():
        if (mistake := _mistake(key, value)) is not None:
            yield f"[{id}] {key}: {mistake}"


def _mistake(key: str, value: object) -> str | None:
    """What is wrong with one key, None where nothing is."""
    if key == _ALIASES:
        names = value if isinstance(value, list) else [None]
        good = all(isinstance(name, str) and name.strip() for name in names)
        return None if good else 'not a list of names such as ["progress report"]'
    if key not in _TEXTS:
        return f"unknown; known are {_KEYS}"
    if not isinstance(value, str | date):
        return "not a text in quotation marks"
    return _misfit(key, str(value)) if str(value) else None


def _misfit(key: str, text: str) -> str | None:
    if key == "date" and not _is_date(text):
        return f"{text!r} is not a date such as 2018-04-04"
    if key == "symbol" and not _SYMBOL.fullmatch(text):
        return f"{text!r} does not look like a symbol such as A/RES/71/208"
    if key == "language" and not _LANGUAGE.fullmatch(text):
        return f"{text!r} is not a language code such as en"
    return None


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
