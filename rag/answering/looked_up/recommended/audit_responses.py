"""What those who were audited made of a recommendation, as the paragraph after it says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from index.language.english.checks import AUDITS
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.extractive.compose import whole_paragraphs
from rag.answering.looked_up.writer import looked_up
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.words.bare import bare_words

_ASKED = LatePattern(AUDITS.asked, re.IGNORECASE)
_OF_AUDITED = LatePattern(AUDITS.of_audited, re.IGNORECASE)
_RECOMMENDS = LatePattern(AUDITS.recommends, re.IGNORECASE)
_RESPONDS = LatePattern(AUDITS.responds)
_INSISTS = LatePattern(AUDITS.insists, re.IGNORECASE)
_LOOKED_THROUGH = 40  # paragraphs with most of the words; a finding and its recommendation have the same
_MOST = 0.6  # of the weight of a theme's words, as of the recommendations to States
_LONGEST = 8  # recommendations that are responded to together


@dataclass(frozen=True, slots=True)
class _Responded:
    """The rows of recommendations and of what was said of them; `weight` is how much of a theme they have."""

    recommended: tuple[int, ...]
    response: tuple[int, ...]
    weight: float


def audit_response(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """The response to the recommendation on the theme that is asked about, and that; None where none is asked for.

    A response seldom says what it is to, so that a question's words are in the recommendation above it. None either
    where the recommendations to which somebody responded have too few of them, or several have as many.
    """
    index = evidence.index
    theme = frozenset(index.lexical.terms(" ".join(recommendation_responded_to(question.topic))))
    if not theme:
        return None
    likely = index.best_rows(" ".join(sorted(theme)), _LOOKED_THROUGH, evidence.documents_for(question))
    found = {each.response: each for row in likely if (each := _responded(row, theme, index))}
    most = max((each.weight for each in found.values()), default=0.0)
    best = [each for each in found.values() if each.weight == most]
    if len(best) != 1 or most < _MOST * sum(map(index.lexical.idf, theme)):
        return None
    # What was asked for stands first.
    shown = (*best[0].response, *best[0].recommended)
    return looked_up(whole_paragraphs(((row, ()) for row in shown), index), intent="text")


def recommendation_responded_to(topic: str) -> list[str]:
    """The words by which `topic` calls the recommendation whose response it asks for; none where it asks for none."""
    if not (_ASKED.search(topic) and _OF_AUDITED.search(topic)):
        return []
    return [each for each in bare_words(topic) if each.lower() not in AUDITS.words]


def _responded(row: int, theme: frozenset[str], index: Index) -> _Responded | None:
    """The recommendations responded to at `row` or right below it, under the same headings; None where none are."""
    document = index.rows_of(index.paragraphs[row].document.id)
    below = takewhile(partial(_stand_together, row, index=index), range(row, min(row + _LONGEST, document.stop)))
    response = next((each for each in below if _is_response(each, index)), None)
    if response is None:
        return None
    above = range(response - 1, max(document.start - 1, response - 1 - _LONGEST), -1)
    recommended = list(takewhile(partial(_is_responded_to, response, index=index), above))[::-1]
    if not recommended:
        return None
    after = response + 1
    insists = after in document and _INSISTS.search(index.paragraphs[after].text) is not None
    weight = sum(index.lexical.idf(each) for each in theme & _stems((*recommended, response), index))
    return _Responded(tuple(recommended), (response, after) if insists else (response,), weight)


def _stand_together(row: int, other: int, index: Index) -> bool:
    headings = index.store.places.headings_above
    return headings(row) == headings(other)


def _is_response(row: int, index: Index) -> bool:
    return _RESPONDS.search(index.paragraphs[row].text) is not None


def _is_responded_to(response: int, row: int, index: Index) -> bool:
    """Whether the paragraph at `row`, above a response, is a recommendation under the same headings."""
    if not _stand_together(response, row, index) or _is_response(row, index):
        return False
    return _RECOMMENDS.search(index.paragraphs[row].text) is not None


def _stems(rows: Sequence[int], index: Index) -> frozenset[str]:
    """The stems of the paragraphs at `rows` and of the headings right above them."""
    refs = [index.paragraphs[row] for row in rows]
    texts = (text for ref in refs for text in (ref.text, *ref.paragraph.headings[-1:]))
    return frozenset(index.lexical.terms(" ".join(texts)))
