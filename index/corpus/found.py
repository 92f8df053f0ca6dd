"""A file that was found, what the catalogue beside it says of it, and its state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from index.catalogue import CatalogueEntry, document_id, load_catalogue
from index.corpus.files import absolute
from index.corpus.state import CorpusState, SourceFile
from index.errors import SourceError
from index.storage.digests import sha256_of_file


@dataclass(frozen=True, slots=True)
class FoundFile:
    """The file at `path`, the entry that the catalogue in its folder has for it, if any, and its state."""

    path: Path
    entry: CatalogueEntry | None
    source: SourceFile


def found_files(named: Mapping[str, Path], before: CorpusState) -> Iterator[FoundFile]:
    """The files in `named`, in the order of their ids; one with the size and time of `before` is not looked into.

    CatalogueError where a catalogue is wrong.
    """
    catalogues: dict[Path, dict[str, CatalogueEntry]] = {}
    for id, path in sorted(named.items()):
        if path.parent not in catalogues:
            catalogues[path.parent] = load_catalogue(path.parent)
        entry = catalogues[path.parent].get(document_id(path))
        yield FoundFile(path, entry, source_file(path, id, entry, before.by_path.get(absolute(path))))


def each_content_once(found: Iterator[FoundFile], failures: list[SourceError]) -> Iterator[FoundFile]:
    """`found` without the files that hold the same as one before, of which `failures` are told."""
    first: dict[str, Path] = {}
    for each in found:
        digest = each.source.sha256
        if digest and digest in first:
            failures.append(SourceError(f"{each.path}: the same as {first[digest]}, which is read; nothing is lost"))
        else:
            first[digest] = each.path
            yield each


def source_file(path: Path, id: str, entry: CatalogueEntry | None = None, held: SourceFile | None = None) -> SourceFile:
    """What the file at `path` is now; where it has the size and time of `held`, it is not looked into."""
    catalogue = sha256(repr(entry).encode()).hexdigest()
    try:
        stat = path.stat()
        unchanged = held is not None and (held.bytes, held.modified) == (stat.st_size, stat.st_mtime_ns)
        digest = held.sha256 if held is not None and unchanged else sha256_of_file(path)
    except OSError:
        # Its reader says what is wrong with it.
        return SourceFile(absolute(path), id, "", -1, -1, catalogue)
    return SourceFile(absolute(path), id, digest, stat.st_size, stat.st_mtime_ns, catalogue)
