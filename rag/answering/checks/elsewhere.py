"""Sentences that say themselves that they are about another country than a question: `In South Sudan, 9 million …`."""

import re
from collections.abc import Iterable, Iterator

from index.text.late_patterns import LatePattern
from rag.answering.checks.named import country_spans, named_in, plain, without_countries
from rag.question.analyse import QuestionAnalysis

_LEAD = LatePattern(r"(?:\(\w{1,4}\) )?In (?:the )?(?=[A-Z])")
# Who asks so wants other countries than the one that is named.
_OF_OTHERS = LatePattern(r"\b(?:others?|else|besides|except|apart|unlike|like|countr(?:y|ies)|states)\b", re.IGNORECASE)


def countries_asked_about(question: QuestionAnalysis) -> frozenset[str]:
    """The names of the countries that `question` is about, in plain words; none where it asks for others too.

    None either where it names places or sides that its answer comes from, whatever these are about.
    """
    if question.names_sources:
        return frozenset()
    countries = frozenset[str]().union(*(each.forms for each in named_in(question.topic) if each.kind == "country"))
    # The States of `the United States` are no others.
    return frozenset() if _OF_OTHERS.search(without_countries(question.topic)) else countries


def elsewhere(sentences: Iterable[str], countries: frozenset[str]) -> Iterator[bool]:
    """Whether each of the `sentences` of a paragraph, in order, is about other countries than `countries`.

    A report goes from country to country: `In South Sudan, …` begins what is said of that one, until another is named.
    """
    is_elsewhere = False
    for each in sentences:
        if led := _countries_at_the_beginning(each):
            is_elsewhere = led.isdisjoint(countries)
        elif is_elsewhere and not countries.isdisjoint(_countries(each)):
            is_elsewhere = False
        yield is_elsewhere


def _countries_at_the_beginning(sentence: str) -> frozenset[str]:
    """The countries that `sentence` begins with, as `In Chad and Uganda, …` does; else none."""
    lead = _LEAD.match(sentence)
    place, comma, _ = sentence[lead.end() :].partition(",") if lead else ("", "", "")
    spans = country_spans(place) if comma else []
    return _countries(place) if spans and spans[0][0] == 0 else frozenset()


def _countries(text: str) -> frozenset[str]:
    return frozenset(plain(text[start:end]) for start, end in country_spans(text))
