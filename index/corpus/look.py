"""The files of a corpus as they lie on disk, told without opening one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.catalogue import CATALOGUE_NAME
from index.corpus.files import absolute, files_of
from index.corpus.state import CorpusState

Look = frozenset[tuple[str, int, int]]
"""Absolute paths, each with a size in bytes and a time of modification, both -1 where there is no such file."""


def look_at(state: CorpusState) -> Look:
    """The files that an index with `state` would be read from now, and the catalogues beside them."""
    files, _ = files_of([Path(root) for root in state.roots])
    wanted = [file for file in files if absolute(file) not in state.left_out]
    return frozenset(_lying(wanted))


def _lying(files: Sequence[Path]) -> Iterator[tuple[str, int, int]]:
    catalogues = dict.fromkeys(file.parent / CATALOGUE_NAME for file in files)
    for path in (*files, *catalogues):
        try:
            stat = path.stat()
        except OSError:
            yield absolute(path), -1, -1
        else:
            yield absolute(path), stat.st_size, stat.st_mtime_ns
