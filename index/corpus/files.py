"""The files that a corpus is made of: found in folders, each counted once, each given an id of its own."""

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from pathlib import Path

from index.catalogue import CATALOGUE_NAME, SUFFIXES, document_id, slug
from index.errors import SourceError


def files_of(paths: Sequence[Path]) -> tuple[list[Path], list[SourceError]]:
    """The files that `paths` name, each once, and what is wrong with folders among them or with links in them.

    Folders are read with the folders in them. Hidden ones are left out, and so are hidden files and those that Word
    keeps of an open document (`~$report.docx`). A symbolic link that is itself among `paths` is followed; one inside a
    folder only to a file in that folder, else it is reported: who fills a folder does not choose what is read
    elsewhere.
    """
    files: dict[Path, Path] = {}
    failures: list[SourceError] = []
    for path in paths:
        for file in _files_in(path, failures) if path.is_dir() else [path]:
            files.setdefault(_real(file), file)
    return list(files.values()), failures


def ids_of(files: Sequence[Path], known: Mapping[str, str]) -> dict[str, Path]:
    """`files` by an id for each: that of `known` for its absolute path, else one made from its name.

    Where an id is taken, the names of the folders above stand before it (`2024-report`), and in the end a number after
    it, so that files of one name in several folders are told apart. SourceError where a name gives no id.
    """
    named: dict[str, Path] = {}
    new = []
    for path in files:
        if (id := known.get(absolute(path))) is not None:
            named[id] = path
        else:
            new.append(path)
    for path in new:
        id = next(each for each in _possible_ids(path) if each not in named)
        named[id] = path
    return named


def absolute(path: Path) -> str:
    """The absolute path of `path`, links in it left as they are."""
    return os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow links


def _possible_ids(path: Path) -> Iterator[str]:
    id = document_id(path)
    yield id
    above = (slug(folder.name) for folder in Path(absolute(path)).parents)
    longer = id
    for name in filter(None, above):
        longer = f"{name}-{longer}"
        yield longer
    yield from (f"{id}-{number}" for number in chain(count(2)))


def _files_in(folder: Path, failures: list[SourceError]) -> list[Path]:
    """The readable files in `folder`, sorted; what is wrong with it, or with links in it, is added to `failures`."""
    found: list[Path] = []
    wrong: list[SourceError] = []

    def cannot_list(error: OSError) -> None:
        wrong.append(SourceError(f"{error.filename}: the folder cannot be read ({error.strerror}); check permissions"))

    for above, folders, names in os.walk(folder, onerror=cannot_list):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(above) / name for name in sorted(names) if _is_named_like_a_document(name)):
            if (error := _wrong_link(path, folder)) is not None:
                wrong.append(error)
            elif path.is_file():
                found.append(path)
    failures.extend(wrong)
    if not found and not wrong:
        failures.append(SourceError(f"{folder}: the folder holds no file that is read ({_readable()}); name another"))
    return found


def _is_named_like_a_document(name: str) -> bool:
    return not name.startswith((".", "~$")) and name != CATALOGUE_NAME and name.lower().endswith(SUFFIXES)


def _readable() -> str:
    return ", ".join(dict.fromkeys(SUFFIXES))


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
