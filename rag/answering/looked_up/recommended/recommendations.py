"""What was recommended, whole, as reports list it; of reviews what one State did: `Ratify the Convention (Chile);`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.document import Document
from index.language.english.sayings import RECOMMENDING
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.held import told_of
from rag.answering.checks.named import country_names, country_spans, plain, without_countries
from rag.answering.extractive.compose import whole_paragraphs
from rag.answering.looked_up.writer import more_than_shown
from rag.answering.speakers import recommenders
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.words.bare import bare_words

SHOWN = 30  # more than a State makes in one review, and what a reader looks through
_SHOWN_OF_A_NUMBER = 3  # enough to see what was counted
COUNTING = LatePattern(RECOMMENDING.counting, re.IGNORECASE)
"""What asks for a number of recommendations."""
_ASKED = LatePattern(RECOMMENDING.asked, re.IGNORECASE)
_RECEIVED = LatePattern(RECOMMENDING.received, re.IGNORECASE)
_BEFORE_WHOM = LatePattern(RECOMMENDING.whom, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RecommendationsAsked:
    """Whose recommendations a question asks for, and to whom, each by any of their names; none of them is anybody."""

    who: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()


def all_recommendations(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """All that a report, or a State in it, recommends, in the order of the documents; None where that is not asked for.

    A reader would take some of a list for the whole, and each recommendation is as near to such a question as the next.
    Where their number is asked for, it is said beside the first.
    """
    topic, documents = COUNTING.sub(" ", question.topic), evidence.documents_for(question)
    asked = recommendations_asked(topic)
    rows = _made(asked, documents, evidence.index) if asked and (documents or asked.whom or asked.who) else []
    most = SHOWN if topic == question.topic else _SHOWN_OF_A_NUMBER
    return shown_of(rows, evidence.index, most=most) if rows else None


def shown_of(rows: Sequence[int], index: Index, *lead_ins: int, most: int = SHOWN) -> Draft:
    """The recommendations at `rows` as they stand, after the paragraphs `lead_ins`; of more the first, and how many."""
    more = more_than_shown(rows, most, "recommendation")
    shown = sorted({*lead_ins, *rows[:most]})
    return Draft("answers", whole_paragraphs(((row, ()) for row in shown), index), 1.0, remark=more, intent="text")


def recommendations_asked(question: str) -> RecommendationsAsked | None:
    """Whose recommendations `question` asks for where it asks for nothing else, such as those on a theme; else None."""
    if not _ASKED.search(question):
        return None
    who, whom = list[frozenset[str]](), list[frozenset[str]]()
    for (start, _), names in zip(country_spans(question), country_names(question), strict=True):
        (whom if _BEFORE_WHOM.search(question[:start]) else who).append(names)
    left = set(bare_words(_ASKED.sub(" ", without_countries(question)).lower())) - RECOMMENDING.words
    if who and not whom and _RECEIVED.search(question):
        who, whom = whom, who
    if left or len(who) > 1 or len(whom) > 1:
        return None
    return RecommendationsAsked(*(each[0] if each else frozenset() for each in (who, whom)))


def _made(asked: RecommendationsAsked, documents: Sequence[str], index: Index) -> list[int]:
    """The rows of what was recommended in `documents` (ids; all if empty), ascending."""
    held = [index.document(each) for each in documents] if documents else index.documents
    about = [each for each in held if not asked.whom or is_about(each, asked.whom)]
    rows = [row for each in about for row in index.rows_of(each.id)]
    if asked.who:
        rows = index.rows_with(" ".join(sorted(asked.who)), rows)
    return [row for row in rows if _is_made_by(row, asked.who, index)]


def is_about(document: Document, names: frozenset[str]) -> bool:
    """Whether `document` is about the country of any of `names`, as its title or body says."""
    return any(_names_any(each, names) for each in told_of(document))


def _is_made_by(row: int, names: frozenset[str], index: Index) -> bool:
    """Whether there is a recommendation there, of any of `names` if there are any."""
    ref = index.paragraphs[row]
    if ref.locator.label != "recommendation" or not names:
        return ref.locator.label == "recommendation"
    start, end = recommenders(ref.text)
    return _names_any(ref.text[start:end], names)


def _names_any(text: str, names: frozenset[str]) -> bool:
    said = plain(text)
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", said) for each in names)
