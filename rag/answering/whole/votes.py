"""How States voted on a text, as the verbatim record of a meeting lists them: `Against: Belarus, Mali`."""

import re
from collections.abc import Iterator, Sequence

from index.language.english_sayings import VOTING
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.named import blanked, country_names, named_in, without_countries
from rag.answering.extractive.compose import whole_paragraphs
from rag.answering.writer import Draft, Evidence
from rag.citing.mentions.table import mentions
from rag.question.analyse import QuestionAnalysis

_ASKED = LatePattern(VOTING.asked, re.IGNORECASE)
_SIDES = tuple((LatePattern(asked, re.IGNORECASE), label) for asked, label in VOTING.sides)
_LABEL = LatePattern(VOTING.label)
_RESULT = LatePattern(VOTING.result)
_LATER = LatePattern(VOTING.later)
_WORD = LatePattern(r"[a-z]+|\d+")
_LONGEST = 12  # paragraphs that the lists of one vote take; a page may end in each of the three
_MOST_VOTES = 5  # a record may have dozens; more than that is no answer


def all_votes(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """Who voted how on the text that a question names, or at a meeting; None where that is not asked for.

    The lists asked for, or those with a State that is named, each vote's with what came of it.
    """
    index, topic = evidence.index, question.topic
    if not _ASKED.search(topic) or (asked := _what_is_asked(topic)) is None:
        return None
    texts, names = asked
    results = _results(texts, question.documents or evidence.documents, index)
    if not 0 < len(results) <= _MOST_VOTES:
        return None
    labels = [label for pattern, label in _SIDES if pattern.search(topic)]
    shown = [row for each in results for row in _shown(each, labels, names, index)]
    return (
        Draft("answers", whole_paragraphs(((row, ()) for row in shown), index), 1.0, intent="text") if shown else None
    )


def _what_is_asked(topic: str) -> tuple[tuple[str, ...], frozenset[str]] | None:
    """The texts (symbols, numbers of resolutions) and the names of the State in `topic`; None with more in it."""
    found = [each for each in mentions(topic) if each.kind == "symbol" or each.number]
    countries, rest = country_names(topic), without_countries(topic)
    for each in found:
        rest = blanked(rest, each.start, each.end)
    if set(_WORD.findall(rest.lower())) - VOTING.words or len(countries) > 1:
        return None
    return tuple(each.number or each.labels[0] for each in found), frozenset[str]().union(*countries)


def _results(texts: Sequence[str], documents: Sequence[str], index: Index) -> list[int]:
    """The rows that say that one of `texts`, or any of a record among `documents` (ids), was adopted by a vote."""
    if not texts and not documents:
        return []
    rows = [row for each in documents or [one.id for one in index.documents] for row in index.rows_of(each)]
    likely = index.rows_with(" ".join((*texts, VOTING.vote)), rows)
    found = [row for row in likely if _RESULT.search(index.paragraphs[row].text)]
    return [row for row in found if not texts or any(_names(each, index.paragraphs[row].text) for each in texts)]


def _names(text: str, said: str) -> bool:
    return re.search(rf"(?<![\w/]){re.escape(text)}(?![\w/])", said) is not None


def _shown(result: int, labels: Sequence[str], names: frozenset[str], index: Index) -> Iterator[int]:
    """The rows of the lists with one of `labels`, of all without any, or with the State, and what came of the vote."""
    lists = [
        (label, row)
        for label, row in _lists(result, index)
        if (not labels or label in labels) and (not names or _has_any(index.paragraphs[row].text, names))
    ]
    if not lists:
        return
    yield from (row for _, row in lists)
    yield result
    document = index.rows_of(index.paragraphs[result].document.id)
    if result + 1 in document and _LATER.match(index.paragraphs[result + 1].text):
        yield result + 1


def _lists(result: int, index: Index) -> list[tuple[str, int]]:
    """The rows right before a result that list who voted, in order, each with its label, its own or of one before."""
    first = index.rows_of(index.paragraphs[result].document.id).start
    label, lists = "", list[tuple[str, int]]()
    for row in range(max(first, result - _LONGEST), result):
        if match := _LABEL.match(index.paragraphs[row].text):
            if match["label"] == VOTING.sides[0][1]:
                lists = []
            label = match["label"]
        if label:
            lists.append((label, row))
    return lists


def _has_any(text: str, names: frozenset[str]) -> bool:
    return any(not names.isdisjoint(each.forms) for each in named_in(text))
