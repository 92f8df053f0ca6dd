"""The votes that records of meetings have: what came of each, who voted how, and on what text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from index.language.english.documents import VOTING
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.extractive.compose import Place
from rag.citing.mentions.table import mentions

_LABEL = LatePattern(VOTING.label)
_RESULT = LatePattern(VOTING.result)
_LATER = LatePattern(VOTING.later)
_AMENDMENT = LatePattern(VOTING.amendment, re.IGNORECASE)
_ENTITLED = LatePattern(VOTING.entitled)
_LONGEST = 12  # paragraphs that the lists of one vote take; a page may end in each of the three


def votes_in(documents: Iterable[str], texts: Sequence[str], index: Index) -> list[int]:
    """The rows of `documents` (ids) that say what came of a vote, on one of `texts` (symbols, numbers) if any."""
    rows = [row for each in documents for row in index.rows_of(each)]
    likely = index.rows_with(" ".join((*texts, VOTING.vote)), rows)
    found = [row for row in likely if _RESULT.search(index.paragraphs[row].text)]
    return [row for row in found if not texts or any(_names(each, index.paragraphs[row].text) for each in texts)]


def what_was_voted_on(result: int, index: Index) -> str:
    """The titles of the text that the vote was on, as its record and the headings above the result give them.

    An amendment has none of its own, and goes by that of a text under the same heading.
    """
    ref = index.paragraphs[result]
    symbols = [each.labels[0] for each in mentions(ref.text) if each.kind == "symbol"]
    own = index.rows_of(ref.document.id)
    likely = index.rows_with(" ".join((*symbols, *ref.paragraph.headings[-1:])), own)
    titles = [
        match["title"]
        for row in likely
        for match in _ENTITLED.finditer(index.paragraphs[row].text)
        if _is_title_of(match, symbols) or (_AMENDMENT.search(ref.text) and is_of_same_item(row, result, index))
    ]
    held = [document.title for each in symbols for document in index.store.held.with_symbol(each)]
    return " ".join((*ref.paragraph.headings, *titles, *held))


def lists_of(result: int, index: Index) -> list[tuple[str, Place]]:
    """The sentences right before a result that list who voted, in order, each with its label, its own or of one before.

    Verbatim records have paragraphs for them, summary records one for all, after what says that a vote was taken.
    """
    first = index.rows_of(index.paragraphs[result].document.id).start
    label, lists = "", list[tuple[str, Place]]()
    for place in (each for row in range(max(first, result - _LONGEST), result) for each in sentences_at(row, index)):
        if match := _LABEL.match(index.sentence_texts(place[0])[place[1]]):
            if match["label"] == VOTING.sides[0][1]:
                lists = []
            label = match["label"]
        if label:
            lists.append((label, place))
    return lists


def result_and_later(result: int, index: Index) -> Iterator[Place]:
    """The sentences of a result, and of what was said of the vote afterwards."""
    yield from sentences_at(result, index)
    document = index.rows_of(index.paragraphs[result].document.id)
    if result + 1 in document and _LATER.match(index.paragraphs[result + 1].text):
        yield from sentences_at(result + 1, index)


def sentences_at(row: int, index: Index) -> Iterator[Place]:
    """The places of all sentences of the paragraph at `row`."""
    return ((row, at) for at in range(len(index.sentence_spans(row))))


def is_of_same_item(row: int, other: int, index: Index) -> bool:
    """Whether the paragraphs at two rows of a record stand under the same headings."""
    headings = index.store.places.headings_above
    return headings(row) == headings(other)


def _is_title_of(title: re.Match[str], symbols: Sequence[str]) -> bool:
    """Whether one of the texts with those `symbols` is named before its title."""
    return any(_names(each, title.string[: title.start()]) for each in symbols)


def _names(text: str, said: str) -> bool:
    return re.search(rf"(?<![\w/]){re.escape(text)}(?![\w/])", said) is not None
