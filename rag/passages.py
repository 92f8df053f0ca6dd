"""Paragraphs as other programs get them: ranked for some words, or looked up by a citation or an address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

from index.document import Note
from index.errors import LocatorError
from index.locator import Locator
from index.store import Index
from index.symbols import official_link
from rag.answerer import Answerer
from rag.citing.citation import cite
from rag.lookup import find_cited, find_document

# `progress-2018#66`; the second paragraph that prints the number 66 is `progress-2018#66#2`.
_ADDRESS = re.compile(r"(?P<document>[^#]+)#(?P<locator>.+?)(?:#(?P<which>[1-9]\d{0,5}))?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole paragraph of an indexed document.

    `address` names it as long as its document keeps its id and numbers, `citation` names it in UN usage; `locator` is
    where in the document it stands. `url` is the official document's, None without a symbol. `score` is what it was
    ranked by, higher is better, and can be compared within one search only; it is None where nothing was searched.
    """

    address: str
    document: str
    symbol: str | None
    title: str
    date: str | None
    locator: Locator
    citation: str
    text: str
    headings: tuple[str, ...]
    notes: tuple[Note, ...]
    page: int | None
    url: str | None
    score: float | None = None


def search_passages(
    answerer: Answerer, words: str, limit: int, *, documents: Sequence[str] = ()
) -> tuple[Passage, ...]:
    """At most `limit` of the paragraphs that an answer to `words` would be written from, best first.

    As many are ranked as `RetrievalSettings.depth` says. They come from `documents` (ids; all if empty). QuestionError
    where there are no words, too many, or no such document; ValueError where `limit` is less than 1.
    """
    if limit < 1:
        raise ValueError(f"limit is {limit}; it has to be 1 or more")
    _, evidence = answerer.evidence(words, documents=documents)
    return tuple(passage_at(answerer.index, hit.row, hit.score) for hit in islice(evidence.hits, limit))


def find_passage(index: Index, name: str) -> Passage:
    """The paragraph that `name` names, a citation (`A/RES/70/1, para. 35`) or an address (`Passage.address`).

    LocatorError where it names no paragraph, or several; QuestionError where no document of `index` is called so.
    """
    address = _ADDRESS.fullmatch(name.strip())
    if address:
        return passage_at(index, _row_at(index, address))
    document, paragraph = find_cited(index, name)
    return passage_at(index, index.rows_of(document.id).start + document.paragraphs.index(paragraph))


def passage_at(index: Index, row: int, score: float | None = None) -> Passage:
    """The paragraph at `row`, which `score` was worked out for."""
    ref = index.paragraphs[row]
    document, paragraph = ref.document, ref.paragraph
    return Passage(
        address=address_of(index, row),
        document=document.id,
        symbol=document.symbol,
        title=document.title,
        date=document.date,
        locator=ref.locator,
        citation=cite(document, ref.locator),
        text=ref.text,
        headings=paragraph.headings,
        notes=paragraph.notes,
        page=paragraph.page,
        url=official_link(document.symbol),
        score=None if score is None else float(score),
    )


def address_of(index: Index, row: int) -> str:
    """The address of the paragraph at `row`, by which `find_passage` finds it: `progress-2018#66`."""
    ref = index.paragraphs[row]
    alike = index.rows(ref.document.id, ref.locator).index(row)
    return f"{ref.document.id}#{ref.locator}" + (f"#{alike + 1}" if alike else "")


def link_of(passage: Passage) -> str:
    """The official document's address; where it has none, one that names the paragraph and leads nowhere."""
    return passage.url or f"pincite:{quote(passage.address, safe='#')}"


def _row_at(index: Index, address: re.Match[str]) -> int:
    """The row that an address names; LocatorError where its document has none there."""
    document = find_document(index, address["document"])
    rows = index.rows(document.id, Locator.parse(address["locator"]))
    which = int(address["which"] or 1)
    if which > len(rows):
        place = address[0].partition("#")[2]
        raise LocatorError(f"{document.id} has no paragraph {place!r}; see what it has: pincite show {document.id}")
    return rows[which - 1]
