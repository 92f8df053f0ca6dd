"""A corpus read from files and folders: what can be read is parsed, what cannot is reported by name."""

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from index.catalogue import SUFFIXES, CatalogueEntry, document_id, load_catalogue
from index.document import Parse
from index.errors import SourceError
from index.parser.parse import parse_source
from index.readers.base import Reader, ReadLimits
from index.readers.registry import reader_of, readers_for

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Parsed documents, by id, and what was wrong with the files that could not be read."""

    parses: tuple[Parse, ...]
    failures: tuple[SourceError, ...] = ()


def read_corpus(
    paths: Sequence[Path], *, encoding: str = "utf-8", on_file: Callable[[Path], None] | None = None
) -> Corpus:
    """The documents of `paths`, files and folders of .txt and .md files, sorted by id.

    A file's document takes its symbol, title and so on from the catalogue.toml beside it, where there is one. A
    symbolic link that is itself among `paths` is followed; one inside a folder only to a file in that folder, else it
    is among the failures: who fills a folder does not choose what is read elsewhere. `on_file` is called with each file
    before it is read. SourceError where two files would have one id, or none can be read; CatalogueError where a
    catalogue is wrong.
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
    _logger.info("read %d documents; %d files or folders could not be read", len(parses), len(failures))
    return Corpus(tuple(parses), tuple(failures))


def _read_file(path: Path, id: str, readers: Sequence[Reader], entry: CatalogueEntry | None) -> Parse:
    began = perf_counter()
    text = reader_of(path, readers).read(path, ReadLimits())
    read = perf_counter()
    parse = parse_source(text, id=id, source=str(path), entry=entry)
    _logger.debug(
        "%s: %d lines read in %.2f s, %d paragraphs found in %.2f s",
        path,
        len(text.lines),
        read - began,
        len(parse.document.paragraphs),
        perf_counter() - read,
    )
    if not parse.document.paragraphs:
        raise SourceError(f"{path}: there is no paragraph in it; leave it out or put the document's text in it")
    return parse


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[SourceError]]:
    """The files that `paths` name, each once, and what is wrong with folders among them."""
    files: dict[Path, Path] = {}
    failures: list[SourceError] = []
    for path in paths:
        found = _files_in(path, failures) if path.is_dir() else [path]
        for each in found:
            files.setdefault(_real(each), each)
    return list(files.values()), failures


def _files_in(folder: Path, failures: list[SourceError]) -> list[Path]:
    """The text files in `folder`, sorted; what is wrong with it, or with links in it, is added to `failures`."""
    try:
        named = sorted(each for each in folder.iterdir() if each.suffix.lower() in SUFFIXES)
    except OSError as error:
        failures.append(SourceError(f"{folder}: the folder cannot be read ({error.strerror}); check permissions"))
        return []
    wrong = {each: found_wrong for each in named if (found_wrong := _wrong_link(each, folder)) is not None}
    found = [each for each in named if each not in wrong and each.is_file()]
    failures.extend(wrong.values())
    if not found and not wrong:
        failures.append(SourceError(f"{folder}: the folder holds no .txt or .md file; name another"))
    return found


def _wrong_link(path: Path, folder: Path) -> SourceError | None:
    """The error that says why the symbolic link at `path` in `folder` is not followed; None where it is, or is none."""
    if not path.is_symlink():
        return None
    if not _real(path).is_relative_to(_real(folder)):
        return SourceError(
            f"{path}: a symbolic link out of its folder, which is not followed; name the file it leads to"
        )
    if not path.exists():
        return SourceError(f"{path}: a symbolic link to a file that is not there; mend the link or take it away")
    return None


def _real(path: Path) -> Path:
    """Where `path` is without links. Unlike `Path.resolve` it bears links that lead in a circle."""
    return Path(os.path.realpath(path))


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
