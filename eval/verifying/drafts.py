"""Drafts made by lot from documents: items in paragraphs, with sentences around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from eval.verifying.errors import MAKERS, error_item
from eval.verifying.item import NOTE, Item
from eval.verifying.material import Material
from eval.verifying.right import filler, right_item
from eval.verifying.word_file import MadeParagraph, word_bytes
from index.document import Document, Paragraph
from index.search.document_store import DocumentStore

_MOST_ITEMS = 3  # of a paragraph
_SUPERSEDED = "A/99/352"
"""The symbol of a document that is made for the errors of superseded texts: no session has that number yet."""


@dataclass(frozen=True, slots=True)
class MadeDraft:
    """A draft as a Word file, and the paragraphs that it is made of, a heading before them not counted."""

    data: bytes
    paragraphs: tuple[MadeParagraph, ...]


def with_superseded(documents: Sequence[Document]) -> tuple[Document, ...]:
    """`documents`, the shortest of them as a document with another symbol that was issued again with changes."""
    shortest = min(documents, key=lambda each: (len(each.paragraphs), each.id))
    issued = replace(shortest, id="issued", symbol=_SUPERSEDED)
    again = replace(
        shortest,
        id="issued-again",
        symbol=f"{_SUPERSEDED}/Rev.1",
        paragraphs=tuple(map(_revised, shortest.paragraphs)),
    )
    return (*(each for each in documents if each is not shortest), issued, again)


def _revised(paragraph: Paragraph) -> Paragraph:
    """A paragraph as a revision has it: a sentence longer."""
    return replace(paragraph, text=f"{paragraph.text} This was revised.", items=())


def material_of(store: DocumentStore) -> Material:
    """What right sentences and most errors are made of: all documents but those that were issued again."""
    return Material([each for each in store.documents if not (each.symbol or "").startswith(_SUPERSEDED)])


def made_draft(store: DocumentStore, seed: int, *, errors: int, right: int) -> MadeDraft:
    """A draft with `errors` of each kind and `right` items without one; the same for the same `seed`."""
    random = Random(seed)
    material, every = material_of(store), Material(store.documents)
    items = [right_item(material, random) for _ in range(right)]
    for kind in MAKERS:
        pool = every if kind == "superseded" else material
        items += [each for _ in range(errors) if (each := error_item(kind, pool, random)) is not None]
    random.shuffle(items)
    paragraphs = tuple(_paragraphs(items, random))
    return MadeDraft(word_bytes(paragraphs, random), paragraphs)


def _paragraphs(items: Sequence[Item], random: Random) -> Iterator[MadeParagraph]:
    waiting: list[Item] = []
    for item in items:
        if item.setting == "text" and item.kind != "no citation":
            waiting.append(item)
            if len(waiting) >= random.randint(1, _MOST_ITEMS):
                yield _running(waiting, random)
                waiting = []
            continue
        if waiting:
            yield _running(waiting, random)
            waiting = []
        yield from _apart(item)
    if waiting:
        yield _running(waiting, random)


def _apart(item: Item) -> Iterator[MadeParagraph]:
    """An item in paragraphs of its own: the lines of what is set apart."""
    *leading, last = item.text.split("\n")
    for line in leading:
        yield MadeParagraph((item,), line)
    yield MadeParagraph((item,), last, item.notes, item.setting)


def _running(items: Sequence[Item], random: Random) -> MadeParagraph:
    texts: list[str] = []
    for item in items:
        texts.append(item.text)
        if random.random() < 0.5:
            texts.append(filler(random))
    notes = tuple(note for item in items for note in item.notes)
    return MadeParagraph(tuple(items), " ".join(texts), notes)


def spans(paragraph: MadeParagraph) -> Iterator[tuple[Item, int, int]]:
    """The items of a paragraph with their characters of its text, the marks of notes not counted."""
    plain = paragraph.text.replace(NOTE, "")
    for item in paragraph.items:
        start = plain.find(item.plain)
        # The first line of what is set apart is a paragraph, and the rest another.
        yield (item, 0, len(plain)) if start < 0 else (item, start, start + len(item.plain))
