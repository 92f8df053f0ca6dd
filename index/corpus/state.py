"""What an index remembers of the files it was made from, so that only what changed on disk is read again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property

from index.storage.records import made


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was when it was read: its absolute `path`, the `id` of its document, and what was in it.

    `modified` are nanoseconds since 1970, as the file system tells; `catalogue` is the SHA-256 of what the catalogue
    says of it. `failure` says why there is no document of it. Where it could not even be opened, `sha256` is empty.
    """

    path: str
    id: str
    sha256: str
    bytes: int
    modified: int
    catalogue: str
    failure: str | None = None


@dataclass(frozen=True)
class CorpusState:
    """The files of an index: `roots` are the files and folders that were named, all paths are absolute.

    `left_out` are files below a root that somebody removed from the index. `read_by` is the version of the program that
    read the files; another may read them otherwise, and reads them again. `encoding` is that of plain text.
    """

    roots: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    files: tuple[SourceFile, ...] = ()
    encoding: str = "utf-8"
    read_by: str = ""

    @cached_property
    def by_path(self) -> Mapping[str, SourceFile]:
        """The files by their absolute paths."""
        return {file.path: file for file in self.files}

    def with_file(self, file: SourceFile) -> "CorpusState":
        """The state with `file`, which was named by itself; an empty one stays so, as it knows nothing of its index."""
        if not self.roots:
            return self
        return replace(self, roots=(*self.roots, file.path), files=(*self.files, file))

    def without(self, id: str) -> "CorpusState":
        """The state without the file of the document `id`, which stays out from now on."""
        gone = tuple(file.path for file in self.files if file.id == id)
        return replace(
            self,
            roots=tuple(root for root in self.roots if root not in gone),
            left_out=tuple(dict.fromkeys((*self.left_out, *gone))),
            files=tuple(file for file in self.files if file.id != id),
        )

    def same(self, file: SourceFile) -> bool:
        """Whether `file` is among the files, with the same contents and the same words about it in the catalogue."""
        held = self.by_path.get(file.path)
        if held is None or not file.sha256:
            return False
        return (held.sha256, held.catalogue) == (file.sha256, file.catalogue)

    def to_json(self) -> str:
        """The state as JSON that `from_json` reads."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "CorpusState":
        """The state that `to_json` wrote; ValueError where `text` is something else."""
        try:
            return made(cls, json.loads(text))
        except (TypeError, RecursionError) as error:
            raise ValueError(f"not the files of an index: {error}") from None


@dataclass(frozen=True, slots=True)
class FileChanges:
    """What became of the files since an index was built, as absolute paths."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def file_changes(before: CorpusState, after: CorpusState) -> FileChanges:
    """How the files of `after` differ from those of `before`: in contents, in the catalogue, in how they were read."""
    old, new = (
        {file.path: (file.sha256, file.catalogue, state.read_by, state.encoding) for file in state.files}
        for state in (before, after)
    )
    return FileChanges(
        added=tuple(path for path in new if path not in old),
        changed=tuple(path for path in new if path in old and old[path] != new[path]),
        removed=tuple(path for path in old if path not in new),
        unread=tuple(file.path for file in after.files if file.failure),
    )
