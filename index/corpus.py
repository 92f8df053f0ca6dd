"""A corpus read from files and folders: what can be read is parsed, what cannot is reported by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import SUFFIXES, CatalogueEntry, document_id, load_catalogue
from index.document import Parse
from index.errors import SourceError
from index.parser.parse import parse_source
from index.readers.base import Reader, ReadLimits
from index.readers.registry import reader_of, readers_for


@dataclass(frozen=True, slots=True)
class Corpus:
    """Parsed documents, by id, and what was wrong with the files that could not be read."""

    parses: tuple[Parse, ...]
    failures: tuple[SourceError, ...] = ()


def read_corpus(
    paths: Sequence[Path], *, encoding: str = "utf-8", on_file: Callable[[Path], None] | None = None
) -> Corpus:
    """The documents of `paths`, files and folders of .txt and .md files, sorted by id.

    A file's document takes its symbol, title and so on from the catalogue.toml beside it, where there is one. `on_file`
    is called with each file before it is read. SourceError where two files would have one id, or none can be read;
    CatalogueError where a catalogue is wrong.
    """
    readers = readers_for(encoding)
    files, failures = _files(paths)
    parses: list[Parse] = []
    catalogues: dict[Path, dict[str, CatalogueEntry]] = {}
    for id, path in sorted(_by_id(files, failures).items()):
        if on_file is not None:
            on_file(path)
        if path.parent not in catalogues:
            catalogues[path.parent] = load_catalogue(path.parent)
        try:
            parses.append(_read_file(path, id, readers, catalogues[path.parent].get(id)))
        except SourceError as error:
            failures.append(error)
    if not parses:
        raise SourceError("; ".join(map(str, failures)) or "no file or folder was named; name at least one")
    return Corpus(tuple(parses), tuple(failures))


def _read_file(path: Path, id: str, readers: Sequence[Reader], entry: CatalogueEntry | None) -> Parse:
    text = reader_of(path, readers).read(path, ReadLimits())
    parse = parse_source(text, id=id, source=str(path), entry=entry)
    if not parse.document.paragraphs:
        raise SourceError(f"{path}: there is no paragraph in it; leave it out or put the document's text in it")
    return parse


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[SourceError]]:
    """The files that `paths` name, each once, and what is wrong with folders among them."""
    files: dict[Path, Path] = {}
    failures: list[SourceError] = []
    for path in paths:
        found = [path]
        if path.is_dir():
            try:
                found = sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES and each.is_file())
            except OSError as error:
                failures.append(SourceError(f"{path}: the folder cannot be read ({error.strerror}); check permissions"))
                continue
            if not found:
                failures.append(SourceError(f"{path}: the folder holds no .txt or .md file; name another"))
        for each in found:
            files.setdefault(each.resolve(), each)
    return list(files.values()), failures


def _by_id(files: Sequence[Path], failures: list[SourceError]) -> dict[str, Path]:
    named: dict[str, Path] = {}
    for path in files:
        id = document_id(path)
        if not id:
            failures.append(SourceError(f"{path}: the name holds no letter a-z and no digit to call it by; rename it"))
        elif id in named:
            raise SourceError(f"{named[id]} and {path} would both be called {id!r}; rename one of them")
        else:
            named[id] = path
    return named
