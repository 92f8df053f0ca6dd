"""What a State under review made of what was recommended to it, as the report lists it: accepted, not, or put off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal, get_args

from index.language.english_sayings import RECOMMENDING
from index.locator import Locator
from index.search.place_table import PlaceTable
from index.store import Index
from index.text.late_patterns import LatePattern
from index.text.wording import counted
from rag.answering.checks.named import country_names, without_countries
from rag.answering.looked_up.recommendations import COUNTING, is_about, shown_of
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.words.bare import bare_words

Response = Literal["not accepted", "put off", "accepted"]

_ASKED = LatePattern(RECOMMENDING.asked, re.IGNORECASE)
# Tried in this order: `did not enjoy the support of` has the words of what enjoys it.
_RESPONSES = tuple((one, LatePattern(dict(RECOMMENDING.responses)[one], re.IGNORECASE)) for one in get_args(Response))


def all_responses(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """The recommendations that a State accepted, or did not, after what says so; None where that is not asked for.

    Where their number is asked for, what says so alone, and how many stand under it.
    """
    asked, index = response_asked(question.topic), evidence.index
    found = _found(*asked, evidence.documents_for(question), index) if asked else []
    if not found:
        return None
    leads, rows = [lead for lead, _ in found], [row for _, own in found for row in own]
    if not COUNTING.search(question.topic):
        return shown_of(rows, index, *leads)
    return replace(shown_of((), index, *leads), remark=f"{counted(len(rows), 'recommendation')} are listed under it.")


def response_asked(topic: str) -> tuple[Response, frozenset[str]] | None:
    """Which response to recommendations `topic` asks for and the names of the State; None where for something else."""
    response = _response_in(topic)
    if response is None or not _ASKED.search(topic):
        return None
    countries = country_names(topic)
    if len(countries) > 1:
        return None
    left = (
        set(bare_words(_ASKED.sub(" ", without_countries(topic)).lower()))
        - RECOMMENDING.words
        - RECOMMENDING.response_words
    )
    return None if left else (response, frozenset[str]().union(*countries))


def _response_in(text: str) -> Response | None:
    return next((one for one, pattern in _RESPONSES if pattern.search(text)), None)


def _found(
    response: Response, names: frozenset[str], documents: Sequence[str], index: Index
) -> list[tuple[int, Sequence[int]]]:
    """What `_listed` finds in `documents` (ids; all if empty) on the State with one of `names`, or on any."""
    if not documents and not names:
        return []
    held = [index.document(each) for each in documents] if documents else index.documents
    about = [each.id for each in held if not names or is_about(each, names)]
    return [one for each in about for one in _listed(response, index.rows_of(each), index)]


def _listed(response: Response, rows: range, index: Index) -> Iterator[tuple[int, Sequence[int]]]:
    """Each paragraph among `rows` that says that the recommendations under it had that response, and their rows."""
    places = index.store.places
    for row in rows:
        under = _under(places.locator(row), rows[row + 1 - rows.start :], places)
        if under and _response_in(index.paragraphs[row].text) == response:
            yield row, under


def _under(lead: Locator, following: range, places: PlaceTable) -> list[int]:
    """The first of `following` that are recommendations listed under `lead`: 136.1 and others under paragraph 136."""
    if lead.number is None or lead.label:
        return []
    begin = f"{lead.number}."
    return list(takewhile(lambda row: _is_listed(places.locator(row), begin), following))


def _is_listed(place: Locator, begin: str) -> bool:
    return place.label == "recommendation" and (place.number or "").startswith(begin)
