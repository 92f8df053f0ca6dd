"""Two reports and a resolution that drafts cite, and drafts of a few sentences."""

import numpy as np

from index.document import Document, Item, Note, Paragraph
from index.locator import Locator
from index.search.document_store import DocumentStore
from rag.verifying.check import DraftChecker
from rag.verifying.draft import Block, BlockKind, Draft, DraftNote
from rag.verifying.finding import Finding

LIST = (
    "As of 27 March 2018, the directory held data on: (a) Central authorities in 129 States parties; "
    "(b) Prevention authorities in 112 States parties."
)
FIVE = "States parties should, within their means, share information with one another without delay."
SIX = "The Secretariat reported that 46 experts from Kenya and Peru had met in Vienna on 7 December 2017."
SEVEN = "In line with resolution 73/190, the Conference urged the Secretariat to collect statistics on returned assets."
FOUR = "Urges all Member States to criminalize the bribery of public officials in all its forms;"


def held() -> tuple[Document, ...]:
    """The documents: A/72/10 and its revision, the resolution A/RES/73/190, and a report that has no symbol."""
    report = _document("report", "A/72/10", {"5": FIVE, "6": SIX, "7": SEVEN}, with_list=True)
    revised = _document("revised", "A/72/20/Rev.1", {"5": FIVE.replace("without delay", "at once")})
    earlier = _document("earlier", "A/72/20", {"5": FIVE.replace("one another", "all others")})
    resolution = _document("resolution", "A/RES/73/190", {"4": FOUR})
    titled = Document(
        id="titled",
        title="Report of the expert group on its second meeting",
        date="2019-05-29",
        paragraphs=(Paragraph(Locator(number="3"), "The group noted that the register was kept in three languages."),),
    )
    return report, earlier, revised, resolution, titled


def store_of(documents: tuple[Document, ...]) -> DocumentStore:
    """A store of `documents` whose sentences nobody asks for."""
    return DocumentStore(documents, np.zeros((0, 3), dtype=np.int64))


def checker() -> DraftChecker:
    """A checker by the documents above."""
    return DraftChecker(store_of(held()))


def draft(*texts: str, notes: tuple[str, ...] = (), kind: BlockKind = "text") -> Draft:
    """A draft of `texts`, a block each; `^` in one stands for the mark of the next of `notes`."""
    waiting = list(enumerate(notes, start=1))
    blocks = []
    for number, text in enumerate(texts, start=1):
        plain, own = "", []
        for letter in text:
            if letter == "^":
                mark, note = waiting.pop(0)
                own.append(DraftNote(str(mark), len(plain), note))
            else:
                plain += letter
        blocks.append(Block(plain, f"paragraph {number}", kind if number == len(texts) else "text", tuple(own)))
    return Draft("draft", tuple(blocks))


def found(*texts: str, notes: tuple[str, ...] = (), kind: BlockKind = "text") -> tuple[Finding, ...]:
    """What the checker finds in such a draft."""
    return checker().check(draft(*texts, notes=notes, kind=kind)).findings


def verdicts(*texts: str, notes: tuple[str, ...] = (), kind: BlockKind = "text") -> list[str]:
    """The verdicts on such a draft, in its order."""
    return [each.verdict.value for each in found(*texts, notes=notes, kind=kind)]


def _document(id: str, symbol: str, texts: dict[str, str], *, with_list: bool = False) -> Document:
    paragraphs = [Paragraph(Locator(number=number), text, notes=_notes(number)) for number, text in texts.items()]
    if with_list:
        where = Locator(number="8")
        starts = [LIST.index("Central"), LIST.index("Prevention")]
        ends = [LIST.index(" (b)"), len(LIST)]
        items = tuple(
            Item(where.item(mark), LIST[start:end], start, end)
            for mark, start, end in zip("ab", starts, ends, strict=True)
        )
        paragraphs.append(Paragraph(where, LIST, items=items))
    return Document(id=id, title=id, symbol=symbol, paragraphs=tuple(paragraphs))


def _notes(number: str) -> tuple[Note, ...]:
    return (Note("1", "The register is kept by the Office at its headquarters in Vienna."),) if number == "5" else ()
