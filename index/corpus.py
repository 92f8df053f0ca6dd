"""A corpus read from files and folders: what can be read is parsed, what cannot is reported by name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import SUFFIXES, CatalogueEntry, load_catalogue, slug
from index.document import Parse
from index.errors import SourceError
from index.parse import parse_text
from index.source import read_text


@dataclass(frozen=True, slots=True)
class Corpus:
    """Parsed documents, by id, and the files that could not be read."""

    parses: tuple[Parse, ...]
    failures: tuple[SourceError, ...] = ()


def read_corpus(
    paths: Sequence[Path], *, encoding: str = "utf-8", on_file: Callable[[Path], None] | None = None
) -> Corpus:
    """The documents of `paths`, files or folders, sorted by id. SourceError where none can be read."""
    parses: list[Parse] = []
    failures: list[SourceError] = []
    entries: dict[Path, dict[str, CatalogueEntry]] = {}
    for path in _files(paths):
        if on_file is not None:
            on_file(path)
        if path.parent not in entries:
            entries[path.parent] = load_catalogue(path.parent)
        try:
            text = read_text(path, encoding=encoding)
            parses.append(parse_text(text, id=slug(path), source=str(path), entry=entries[path.parent].get(slug(path))))
        except SourceError as error:
            failures.append(error)
    if not parses:
        raise (
            failures[0] if len(failures) == 1 else SourceError("no file can be read: " + "; ".join(map(str, failures)))
        )
    return Corpus(tuple(sorted(parses, key=lambda parse: parse.document.id)), tuple(failures))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES and each.is_file())
        else:
            yield path
