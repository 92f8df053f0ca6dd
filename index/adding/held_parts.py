"""The parts of a large index, and which of them are written anew when documents come or go.

Small parts are joined: one that has at most twice the paragraphs of those that come after it is built again together
with them, from vectors that it has. So an index of n paragraphs has at most some log2(n) parts, and each paragraph is
written about as often as a part of its size is joined (the logarithmic method, Bentley and Saxe 1980). A part of which
more went than stays is built again as well, without what went.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from index.document import Document
from index.folder.added import manifests_of_parts
from index.folder.gone import Gone, gone_from
from index.folder.some_documents import documents_alone
from index.folder.verified import open_folder
from index.manifest import Manifest
from index.store import Index

_TIMES = 2  # as many paragraphs as those after it together: a part that has no more is joined with them


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A part of an index: its documents that `stay`, those that are `leaving` it, those that went from it before.

    `written` counts all the paragraphs in its files.
    """

    name: str
    stay: tuple[Document, ...]
    leaving: tuple[Document, ...]
    gone: Gone | None
    written: int

    @property
    def paragraphs(self) -> int:
        """How many paragraphs stay."""
        return sum(len(each.paragraphs) for each in self.stay)

    @property
    def is_mostly_gone(self) -> bool:
        """Whether more of its paragraphs went than stay, so that writing those anew takes less than went."""
        return self.written > 2 * self.paragraphs

    def gone_from(self, previous: Index) -> Gone | None:
        """All that went from it once those that are leaving, which `previous` has still, did."""
        if not self.leaving:
            return self.gone
        leaving = Gone.of(self.name, documents_alone(previous, {each.id for each in self.leaving}))
        return self.gone.plus(leaving) if self.gone else leaving


def held_parts(folder: Path, previous: Index, stay: Collection[Document]) -> tuple[Manifest, list[HeldPart]]:
    """The manifest of the first part of the index in `folder`, which is `previous`, and all its parts, in order.

    Those of its documents that are not the very ones of `stay` are leaving.
    """
    with open_folder(folder) as opened:
        manifests = manifests_of_parts(opened)
        gone = gone_from(opened, manifests[0][1])
    # Which object it is tells a document that stays from one that was read anew and has its id.
    staying = {id(each) for each in stay}
    documents, parts = iter(previous.documents), []
    for name, manifest in manifests:
        own_gone = gone.get(name)
        living = own_gone.taken_off(manifest) if own_gone else manifest
        held = tuple(islice(documents, living.counts.documents))
        kept = tuple(each for each in held if id(each) in staying)
        left = tuple(each for each in held if id(each) not in staying)
        parts.append(HeldPart(name, kept, left, own_gone, manifest.counts.paragraphs))
    return manifests[0][1], parts


def rewritten_parts(parts: Sequence[HeldPart], paragraphs: int) -> list[HeldPart] | None:
    """The last of `parts` that so many new paragraphs are joined with; None where the first part would be one.

    A part that is mostly gone is written anew, with all that come after it.
    """
    first, *others = parts
    worn = next((place for place, each in enumerate(others) if each.is_mostly_gone), len(others))
    found: list[HeldPart] = []
    for place, each in reversed(list(enumerate(others))):
        if place < worn and each.paragraphs > _TIMES * paragraphs:
            break
        found.insert(0, each)
        paragraphs += each.paragraphs
    return None if first.is_mostly_gone or first.paragraphs <= _TIMES * paragraphs else found
