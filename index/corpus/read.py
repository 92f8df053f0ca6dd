"""A corpus read from files and folders: what can be read is parsed, what cannot is reported by name."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from index.corpus.files import absolute, files_of, ids_of
from index.corpus.found import FoundFile, each_content_once, found_files
from index.corpus.state import CorpusState
from index.document import Parse
from index.errors import SourceError
from index.manifest import program_version
from index.parser.parse import parse_source
from index.progress import Progress, quiet
from index.readers.base import ReadLimits, SourceText
from index.readers.registry import readers_for
from index.readers.several import read_several

_logger = logging.getLogger(__name__)
# What a fault of ours in taking one text apart may be, which must not cost the others.
_FAULTS = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)

ParseFiles = Callable[[Sequence[FoundFile], str], Iterator[Parse | SourceError]]
"""Reads and parses files, plain text in an encoding: what came of each, in order, or why nothing did."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Parsed documents, by id, what was wrong with the files that could not be read, and all files as they were."""

    parses: tuple[Parse, ...]
    failures: tuple[SourceError, ...] = ()
    state: CorpusState = field(default_factory=CorpusState)


@dataclass(frozen=True, slots=True)
class ReadBefore:
    """What was read of files before, parses by id, so that those which are the same still are not read again."""

    state: CorpusState = field(default_factory=CorpusState)
    parses: Mapping[str, Parse] = field(default_factory=dict)

    def as_read_in(self, encoding: str) -> "ReadBefore":
        """As much as holds still: of what another version of the program read, or in another encoding, the ids."""
        if (self.state.read_by, self.state.encoding) == (program_version(), encoding):
            return self
        unknown = [replace(each, sha256="", bytes=-1, failure=None) for each in self.state.files]
        return ReadBefore(CorpusState(files=tuple(unknown)))


def read_corpus(
    paths: Sequence[Path],
    *,
    encoding: str = "utf-8",
    left_out: Sequence[str] = (),
    before: ReadBefore | None = None,
    parse: ParseFiles | None = None,
    on_progress: Progress = quiet,
) -> Corpus:
    """The documents of `paths`, files and folders of files that can be read, sorted by id.

    A file's document takes its symbol, title and so on from the catalogue.toml beside it, where there is one. Of files
    with the same contents the first is read, the others are among the failures. Absolute paths in `left_out` are passed
    over. Files that are as they were in `before` are not read again; `parse` reads the others, this machine unless it
    is given. `on_progress` is told of the stage `files`. SourceError where none can be read; CatalogueError where a
    catalogue is wrong.
    """
    before = (before or ReadBefore()).as_read_in(encoding)
    files, failures = files_of(paths)
    known = {path: file.id for path, file in before.state.by_path.items()}
    named = ids_of([path for path in files if absolute(path) not in left_out], known)
    found = list(each_content_once(found_files(named, before.state), failures))
    parses, failed = _kept(found, before)
    new = [each for each in found if each.source.id not in parses.keys() | failed.keys()]
    on_progress("files", 0, len(new))
    for done, (each, parsed) in enumerate(zip(new, (parse or parse_here)(new, encoding), strict=True), 1):
        if isinstance(parsed, SourceError):
            failed[each.source.id] = str(parsed)
        else:
            parses[each.source.id] = parsed
        on_progress("files", done, len(new))
    failures = sorted([*failures, *map(SourceError, failed.values())], key=str)
    if not parses:
        raise SourceError("; ".join(map(str, failures)) or "no file or folder was named; name at least one")
    _logger.info("%d documents, %d of them read now; %d files left out", len(parses), len(new), len(failures))
    state = CorpusState(
        roots=tuple(dict.fromkeys(map(absolute, paths))),
        left_out=tuple(left_out),
        files=tuple(replace(each.source, failure=failed.get(each.source.id)) for each in found),
        encoding=encoding,
        read_by=program_version(),
    )
    return Corpus(tuple(parses[id] for id in sorted(parses)), tuple(failures), state)


def _kept(found: Sequence[FoundFile], before: ReadBefore) -> tuple[dict[str, Parse], dict[str, str]]:
    """The parses, and the reasons why there is none, of those of `found` that are as they were in `before`, by id."""
    parses: dict[str, Parse] = {}
    failed: dict[str, str] = {}
    for source in (each.source for each in found if before.state.same(each.source)):
        if (failure := before.state.by_path[source.path].failure) is not None:
            failed[source.id] = failure
        elif source.id in before.parses:
            parses[source.id] = before.parses[source.id]
    return parses, failed


def parse_here(files: Sequence[FoundFile], encoding: str) -> Iterator[Parse | SourceError]:
    """What comes of each of `files`, in order, or why nothing does: several are read at once, on this machine."""
    texts = read_several([each.path for each in files], readers_for(encoding), ReadLimits())
    return (_parsed(each, text) for each, (_, text) in zip(files, texts, strict=True))


def _parsed(file: FoundFile, text: SourceText | SourceError) -> Parse | SourceError:
    if isinstance(text, SourceError):
        return text
    try:
        return _parse(file, text)
    except SourceError as error:
        return error
    except _FAULTS as error:
        _logger.debug("%s", file.path, exc_info=True)
        what = f"{type(error).__name__}: {error}"
        return SourceError(f"{file.path}: pincite failed to take its text apart ({what}); please report it")


def _parse(file: FoundFile, text: SourceText) -> Parse:
    began = perf_counter()
    parse = parse_source(text, id=file.source.id, source=str(file.path), entry=file.entry)
    counts = len(text.lines), len(parse.document.paragraphs)
    _logger.debug("%s: %d lines, %d paragraphs found in %.2f s", file.path, *counts, perf_counter() - began)
    if not parse.document.paragraphs:
        raise SourceError(f"{file.path}: there is no paragraph in it; leave it out or put the document's text in it")
    return parse
