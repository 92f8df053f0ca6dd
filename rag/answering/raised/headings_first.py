"""Paragraphs under a heading that a question names as its subject, before those that only share its words.

What was agreed `on decent work` may stand in a paragraph that has neither word, under the heading `Decent work`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.language.english.intents import SUBJECT
from index.store import Index
from index.text.late_patterns import LatePattern
from index.text.numerals import without_number
from rag.answer import Hit
from rag.question.analyse import QuestionAnalysis
from rag.retrieval.unranked import unranked

_SUBJECT = LatePattern(SUBJECT, re.IGNORECASE)
_LEAST_WORDS = 2  # one word begins headings of many sections
_LOOKED_THROUGH = 100  # paragraphs with words of the subject
_MOST = 12  # paragraphs of a section; a longer one is no closer to the question than the document is


def headings_first(
    question: QuestionAnalysis, hits: Sequence[Hit], index: Index, documents: Sequence[str]
) -> tuple[Hit, ...]:
    """`hits` with those raised, the best to the top, that stand under a heading that begins with what is asked about.

    As they are where no heading does, or that of too much.
    """
    if not hits:
        return tuple(hits)
    rows = _headed(question.topic, documents or question.documents, index)
    if not 0 < len(rows) <= _MOST:
        return tuple(hits)
    known = {hit.row: hit for hit in hits}
    least = min(hit.score for hit in hits)
    own = [known.get(row) or unranked(row, least, index) for row in rows]
    lift = max(hit.score for hit in hits) - max(hit.score for hit in own)
    raised = {hit.row: replace(hit, score=hit.score + lift) for hit in own}
    others = (hit for hit in hits if hit.row not in raised)
    return tuple(sorted((*raised.values(), *others), key=lambda hit: -hit.score))[: len(hits)]


def _headed(topic: str, documents: Sequence[str], index: Index) -> list[int]:
    """The rows of `documents` (ids; all if empty) under a heading that begins with the subject of `topic`."""
    found = _SUBJECT.search(topic)
    if found is None or len(wanted := index.lexical.terms(found["subject"])) < _LEAST_WORDS:
        return []
    likely = index.best_rows(found["subject"], _LOOKED_THROUGH, documents)
    headings = index.store.places.headings_above
    return sorted(row for row in likely if any(_begins(each, wanted, index) for each in headings(row)))


def _begins(heading: str, wanted: tuple[str, ...], index: Index) -> bool:
    return index.lexical.terms(without_number(heading))[: len(wanted)] == wanted
