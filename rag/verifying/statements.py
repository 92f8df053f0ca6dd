"""Statements of a block: its sentences, each with what it quotes and cites."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.language.english.language import ENGLISH
from index.sentences import Span, sentence_spans
from rag.verifying.citations.resolve import Citation
from rag.verifying.quoting.quotations import Quotation
from rag.verifying.reading import ReadBlock

# Between citations that are given together: `A/1, para. 5; see also A/2, para. 7, and A/3`.
_TOGETHER = re.compile(
    rf"[\s,;]*(?:{ENGLISH.references.conjunction}\s+)?(?:(?:in|also)\s+)?(?:{ENGLISH.drafts.see}\s+)?[\s,;]*", re.I
)
_BRACKET = re.compile(r"[()\[\]]")
_COMPARED = re.compile(rf"\b(?:{ENGLISH.drafts.compare})\s+$", re.I)
# What may stand around citations in a sentence that says nothing else.
_CITING_WORDS = re.compile(rf"{ENGLISH.drafts.see}|\b(?:and|also|in|the|ibid|document|documents|footnote)\b|\W", re.I)


@dataclass(frozen=True, slots=True)
class Group:
    """Citations that are given together, between `start` and `end` of the block's text.

    `in_note` is whether they stand in a note, whose mark is at `start`; `in_brackets` whether they stand in brackets;
    `is_placed` whether it is known where that mark stands; `is_compared` whether `see also` or `cf.` leads to them.
    """

    citations: tuple[Citation, ...]
    start: int
    end: int
    in_note: bool = False
    in_brackets: bool = False
    is_placed: bool = True
    is_compared: bool = False

    @property
    def names_places(self) -> bool:
        """Whether a paragraph or another part of a document is cited, not documents as a whole."""
        return any(each.named or each.footnotes for each in self.citations)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a block, at `start` to `end` of its text, with its quotations and the citations in and under it."""

    start: int
    end: int
    quotations: tuple[Quotation, ...]
    groups: tuple[Group, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations, in the text before those in notes."""
        return tuple(citation for group in self.groups for citation in group.citations)


def statements_of(read: ReadBlock) -> tuple[Statement, ...]:
    """The statements of a block, in order, together covering it.

    A quotation is never cut; a sentence that only cites goes with the one before it.
    """
    text = read.block.text
    groups = _groups(read)
    sentences = sentence_spans(_without_brackets(text, read.quotations))
    spans = _not_alone(_uncut(sentences, read.quotations), read)
    bounds = [0, *(start for start, _ in spans[1:]), len(text) + 1] if spans else [0, len(text) + 1]
    made = []
    for start, end in pairwise(bounds):
        own = tuple(each for each in groups if _is_in(each, start, end))
        quotations = tuple(each for each in read.quotations if start <= each.outer[0] < end)
        made.append(Statement(start, min(end, len(text)), quotations, own))
    return tuple(made)


def _without_brackets(text: str, quotations: Sequence[Quotation]) -> str:
    """`text` with commas for brackets that are quoted: one that is opened there and not closed opens nothing here."""
    pieces, place = [], 0
    for each in quotations:
        pieces += [text[place : each.start], _BRACKET.sub(",", text[each.start : each.end])]
        place = each.end
    return "".join([*pieces, text[place:]])


def _is_in(group: Group, start: int, end: int) -> bool:
    """Whether a group belongs to the sentence from `start` to `end`; a note's mark stands after what it belongs to."""
    return start < group.start <= end if group.in_note and group.start else start <= group.start < end


def _uncut(spans: Sequence[Span], quotations: Sequence[Quotation]) -> list[Span]:
    """`spans` with those joined between which a quotation goes on."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and any(each.outer[0] < start < each.outer[1] for each in quotations):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _not_alone(spans: Sequence[Span], read: ReadBlock) -> list[Span]:
    """`spans` with each that only cites joined to the one before it."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and _only_cites(read, start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _only_cites(read: ReadBlock, start: int, end: int) -> bool:
    inside = [each for each in read.citations if start <= each.start < end]
    rest, place = "", start
    for each in inside:
        rest += read.block.text[place : each.start] + " "
        place = max(place, each.end)
    return bool(inside) and not _CITING_WORDS.sub("", rest + read.block.text[place:end])


def _groups(read: ReadBlock) -> list[Group]:
    groups = _together(_without_brackets(read.block.text, read.quotations), read.citations)
    for place, note in enumerate(read.block.notes):
        if cited := tuple(each for each in read.in_notes if each.note == place):
            compared = _COMPARED.search(note.text[: cited[0].start]) is not None
            groups.append(Group(cited, note.at, note.at, True, False, note.is_placed, compared))
    return groups


def _together(text: str, citations: Sequence[Citation]) -> list[Group]:
    runs: list[list[Citation]] = []
    for each in citations:
        if runs and _TOGETHER.fullmatch(text[runs[-1][-1].end : each.start]):
            runs[-1].append(each)
        else:
            runs.append([each])
    return [
        Group(
            tuple(run),
            run[0].start,
            run[-1].end,
            in_brackets=_in_brackets(text, run[0].start, run[-1].end),
            is_compared=_COMPARED.search(text[: run[0].start]) is not None,
        )
        for run in runs
    ]


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket opened before `start` is closed after `end`."""
    before, after = text[:start], text[end:]
    opened = max(before.rfind("("), before.rfind("["))
    if opened < 0 or ")" in before[opened:] or "]" in before[opened:]:
        return False
    return re.match(r"[^()\[\]]*[)\]]", after) is not None
