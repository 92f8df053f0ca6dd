"""The documents that went from an index after it was built, whose rows stay in its files until they are written anew.

`gone.json` says which documents of which part they are, and what has to be taken off what that part counts. The index's
manifest has the SHA-256 of it, as of every file.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from index.folder.files import GONE_LIST, broken
from index.folder.verified import OpenFolder, listed
from index.manifest import Counts, Manifest, manifest_without
from index.search.short_forms import added_up
from index.search.vocabulary import WordCounts
from index.store import Index

FIRST = ""
"""The name of the part that an index was built as."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The `documents` that went from a part, and what they had: so many rows, short forms and words."""

    part: str
    documents: tuple[str, ...]
    counts: Counts
    short_forms: Mapping[str, Mapping[str, int]]
    words: WordCounts

    @classmethod
    def of(cls, part: str, documents: Index) -> "Gone":
        """What says that `documents`, an index of these alone, went from the part `part`."""
        ids = tuple(each.id for each in documents.documents)
        store = documents.store
        return cls(part, ids, documents.manifest.counts, store.short_form_counts, store.word_counts)

    def plus(self, other: "Gone") -> "Gone":
        """These and those of `other`, which went from the same part."""
        return Gone(
            self.part,
            (*self.documents, *other.documents),
            self.counts.plus(other.counts),
            added_up(self.short_forms, other.short_forms),
            self.words.plus(other.words),
        )

    def taken_off(self, manifest: Manifest) -> Manifest:
        """What a part with `manifest` says of itself without them."""
        return manifest_without(manifest, self.documents, self.counts)


@dataclass(frozen=True, slots=True)
class _List:
    parts: tuple[Gone, ...]


def gone_to_json(gone: Sequence[Gone]) -> str:
    """The text of `gone.json`."""
    return json.dumps(asdict(_List(tuple(gone))), ensure_ascii=False) + "\n"


def gone_from(folder: OpenFolder, manifest: Manifest) -> dict[str, Gone]:
    """What went from the parts of the index in `folder` with `manifest`, by their names; IndexFolderError as `listed`.

    IndexFolderError too where a part is there twice.
    """
    held = listed(folder, manifest, GONE_LIST, _List)
    found = {each.part: each for each in held.parts} if held else {}
    if held and (len(found) < len(held.parts) or not all(each.documents for each in held.parts)):
        raise broken(folder.path / GONE_LIST, "it does not list each part once, with documents")
    return found
