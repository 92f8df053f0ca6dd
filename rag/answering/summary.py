"""The gist of documents in their own words: their summaries, or how what stands under each main heading begins."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from index.language.english.language import ENGLISH
from index.store import Index
from rag.answer import EXTRACTIVE, Statement
from rag.answering.extractive.compose import first_sentences, whole_paragraphs
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis

# Sentences of one document's summary, and of one of several; what a reader takes in at once. A setting to ablate.
MOST = 8
OUTLINE = "These are sentences of the text itself; its outline:"
"""What stands before the command that shows the outline of a document."""
_FORMAL = re.compile(ENGLISH.intents.formal, re.IGNORECASE)
_FEWEST = 3  # headings that a document is summed up by
_MOST_OF_SEVERAL = 4
_DEEPEST = 3  # how many headings one inside the other may all be of the whole text: its title, its part
_NUMERALS = " .0123456789IVXLC"


class SummaryWriter:
    """Sums up the documents that a question names."""

    mode = EXTRACTIVE

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """Sentences of each document, in reading order, and where its outline is to be seen."""
        index, documents = evidence.index, question.documents
        most = MOST if len(documents) == 1 else _MOST_OF_SEVERAL
        statements = tuple(one for each in documents for one in summary_of(each, index, most))
        seen = " and ".join(f"pincite show {each}" for each in documents)
        draft = Draft.of(statements, float(bool(statements)), "There is no text to sum up in what the question names.")
        return replace(draft, remark=f"{OUTLINE} {seen}") if statements else draft


def summary_of(document: str, index: Index, most: int) -> tuple[Statement, ...]:
    """At most `most` sentences that sum up a document, in its order.

    They are those of its own summary where it has one, else the first one under each of its main headings, or of its
    paragraphs where it has few of these, evenly spread where those are more. What stands under headings such as
    `Adoption of the report` says nothing of its matter.
    """
    rows = [row for row in index.rows_of(document) if index.paragraphs[row].paragraph.kind in ("text", "box")]
    if own := [row for row in rows if _is_of_a_summary(row, index)]:
        return whole_paragraphs(((row, ()) for row in own), index)[:most]
    told = [row for row in rows if not _is_formal(row, index)] or rows
    firsts = _first_of_each_part(told, index)
    return first_sentences(_spread(firsts if len(firsts) >= _FEWEST else told, most), index)


def _is_of_a_summary(row: int, index: Index) -> bool:
    headings = index.paragraphs[row].paragraph.headings
    return any(each.lstrip(_NUMERALS).casefold() in ENGLISH.intents.summaries for each in headings)


def _is_formal(row: int, index: Index) -> bool:
    headings = index.paragraphs[row].paragraph.headings
    return any(_FORMAL.match(each.lstrip(_NUMERALS)) for each in headings)


def _first_of_each_part(rows: Sequence[int], index: Index) -> list[int]:
    """The first paragraph under each heading of the highest level that has several; all where none has.

    Of a resolution the preamble gives the reasons alone, and what it decides is its paragraphs.
    """
    rows = [row for row in rows if index.paragraphs[row].locator.label != "preambular"] or list(rows)
    for level in range(_DEEPEST):
        firsts = [next(same) for path, same in groupby(rows, key=lambda row: _path(row, level, index)) if path]
        if len(firsts) > 1:
            return firsts
    return rows


def _path(row: int, level: int, index: Index) -> tuple[str, ...]:
    """The headings above a paragraph down to `level`; none where it has fewer."""
    headings = index.paragraphs[row].paragraph.headings
    return headings[: level + 1] if len(headings) > level else ()


def _spread(rows: Sequence[int], most: int) -> list[int]:
    """At most `most` of `rows`, evenly spread, the first and, of several, the last among them."""
    if len(rows) <= most:
        return list(rows)
    return [rows[round(place * (len(rows) - 1) / max(most - 1, 1))] for place in range(most)]
