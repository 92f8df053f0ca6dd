"""What a State under review made of what was recommended to it, as the report lists it: accepted, not, or put off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal, get_args

from index.language.english.sayings import RECOMMENDING
from index.locator import Locator
from index.search.place_table import PlaceTable
from index.store import Index
from index.text.late_patterns import LatePattern
from index.text.wording import counted
from rag.answering.checks.named import country_names, without_countries
from rag.answering.looked_up.recommended.recommendations import COUNTING, is_about, shown_of
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.words.bare import bare_words

Response = Literal["not accepted", "put off", "accepted"]

_MOST = 0.6  # of the weight of a theme's words: `legalize abortion` is `decriminalize abortion` in a text
_ASKED = LatePattern(RECOMMENDING.asked, re.IGNORECASE)
_WHETHER = LatePattern(RECOMMENDING.whether, re.IGNORECASE)
_ON_A_THEME = LatePattern(RECOMMENDING.on_a_theme, re.IGNORECASE)
# Tried in this order: `did not enjoy the support of` has the words of what enjoys it.
_RESPONSES = tuple((one, LatePattern(dict(RECOMMENDING.responses)[one], re.IGNORECASE)) for one in get_args(Response))


@dataclass(frozen=True, slots=True)
class ResponseAsked:
    """Which response to recommendations, any if None, of the State of `names`, on a theme of those words, if any."""

    response: Response | None
    names: frozenset[str] = frozenset()
    theme: frozenset[str] = frozenset()


def all_responses(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """The recommendations that a State accepted, or did not, after what says so; None where that is not asked for.

    Where their number is asked for, what says so alone, and how many stand under it.
    """
    asked, index = response_asked(question.topic), evidence.index
    found = _found(asked, evidence.documents_for(question), index) if asked else []
    if not found:
        return None
    leads, rows = [lead for lead, _ in found], [row for _, own in found for row in own]
    if not COUNTING.search(question.topic):
        return shown_of(rows, index, *leads)
    return replace(shown_of((), index, *leads), remark=f"{counted(len(rows), 'recommendation')} are listed under it.")


def response_asked(topic: str) -> ResponseAsked | None:
    """The response to recommendations that `topic` asks for; None where it asks for something else.

    Whether a State accepted to do something is told by what became of all recommendations to do it.
    """
    response, countries, whether = _response_in(topic), country_names(topic), _WHETHER.search(topic)
    if response is None or len(countries) > 1 or not (whether or _ASKED.search(topic)):
        return None
    left = (
        set(bare_words(_ASKED.sub(" ", without_countries(topic)).lower()))
        - RECOMMENDING.words
        - RECOMMENDING.response_words
    )
    if left and not (whether or _ON_A_THEME.search(topic)):
        return None
    return ResponseAsked(None if whether and left else response, frozenset[str]().union(*countries), frozenset(left))


def _response_in(text: str) -> Response | None:
    return next((one for one, pattern in _RESPONSES if pattern.search(text)), None)


def _found(asked: ResponseAsked, documents: Sequence[str], index: Index) -> list[tuple[int, Sequence[int]]]:
    """What `_listed` finds in `documents` (ids; all if empty) on the State that is asked about, or on any."""
    if not documents and not asked.names:
        return []
    held = [index.document(each) for each in documents] if documents else index.documents
    about = [each.id for each in held if not asked.names or is_about(each, asked.names)]
    return [one for each in about for one in _listed(asked, index.rows_of(each), index)]


def _listed(asked: ResponseAsked, rows: range, index: Index) -> Iterator[tuple[int, Sequence[int]]]:
    """Each paragraph among `rows` that says that the recommendations under it had that response, and their rows."""
    places, stems = index.store.places, frozenset(index.lexical.terms(" ".join(sorted(asked.theme))))
    for row in rows:
        under = _under(places.locator(row), rows[row + 1 - rows.start :], places)
        response = _response_in(index.paragraphs[row].text) if under else None
        if response is None or asked.response not in (None, response):
            continue
        if own := [each for each in under if _is_on(stems, index.paragraphs[each].text, index)]:
            yield row, own


def _is_on(theme: frozenset[str], text: str, index: Index) -> bool:
    """Whether `text` has most of the stems of a theme, a rare one counting for more; yes of none."""
    weights = {each: index.lexical.idf(each) for each in theme}
    own = sum(weights[each] for each in theme.intersection(index.lexical.terms(text)))
    return own >= _MOST * sum(weights.values())


def _under(lead: Locator, following: range, places: PlaceTable) -> list[int]:
    """The first of `following` that are recommendations listed under `lead`: 136.1 and others under paragraph 136."""
    if lead.number is None or lead.label:
        return []
    begin = f"{lead.number}."
    return list(takewhile(lambda row: _is_listed(places.locator(row), begin), following))


def _is_listed(place: Locator, begin: str) -> bool:
    return place.label == "recommendation" and (place.number or "").startswith(begin)
