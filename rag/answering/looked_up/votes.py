"""How States voted on a text, as the record of a meeting lists them: `Against: Belarus, Mali`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.language.english.checks import YES_NO
from index.language.english.documents import CALLS_A_VOTE, VOTING
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.named import blanked, country_names, named_in, without_countries
from rag.answering.extractive.compose import Place, in_given_order
from rag.answering.looked_up.vote_records import (
    is_of_same_item,
    lists_of,
    result_and_later,
    sentences_at,
    votes_in,
    what_was_voted_on,
)
from rag.answering.looked_up.writer import looked_up
from rag.answering.speakers import speaker_label
from rag.answering.writer import Draft, Evidence
from rag.citing.mentions.table import mentions
from rag.question.analyse import QuestionAnalysis
from rag.question.sub_questions import sub_questions
from rag.question.words.acronyms import Glossary

_ASKED = LatePattern(VOTING.asked, re.IGNORECASE)
_NO_VOTE = LatePattern(VOTING.no_vote, re.IGNORECASE)
_OUTCOME = LatePattern(VOTING.outcome, re.IGNORECASE)
_EXPLAINED = LatePattern(VOTING.explained, re.IGNORECASE)
_ON_A_TEXT = LatePattern(VOTING.on_a_text, re.IGNORECASE)
_SIDES = tuple((LatePattern(asked, re.IGNORECASE), label) for asked, label in VOTING.sides)
_YES_NO = LatePattern(YES_NO, re.IGNORECASE)
_WORD = LatePattern(r"[^\W\d_]+|\d+")
_MOST_VOTES = 5  # a record may have dozens; more than that is no answer
_MOST_EXPLAINED = 25  # paragraphs; an explanation of vote is limited to ten minutes


@dataclass(frozen=True, slots=True)
class _Asked:
    """The texts (symbols, numbers of resolutions) of which votes are asked for, words of their titles, and a State."""

    texts: tuple[str, ...]
    words: frozenset[str]
    names: frozenset[str]


def all_votes(question: QuestionAnalysis, evidence: Evidence, glossary: Glossary) -> Draft | None:
    """Who voted how on the text that a question names, or at a meeting; None where that is not asked for.

    The lists asked for, or those with a State that is named, each vote's with what came of it; that alone where nobody
    asks who. The text is named by its symbol or by words of its title.
    """
    index, topic = evidence.index, question.topic
    asked = None if _EXPLAINED.search(topic) else _what_is_asked(topic)
    if asked is None:
        return None
    documents = evidence.documents_for(question)
    # Some text, a State or a meeting is meant, not any.
    is_told_apart = bool(asked.texts or asked.words or asked.names or documents)
    results = _votes(asked, documents, evidence, glossary) if is_told_apart else []
    return _whole([place for each in results for place in _shown(asked, each, topic, index)], index)


def explained_votes(question: QuestionAnalysis, evidence: Evidence, glossary: Glossary) -> Draft | None:
    """What a State said under the item under which a text was voted on; None where no vote of one is to be explained.

    Where it said more than can be an explanation of vote, something else was asked for.
    """
    index, topic = evidence.index, question.topic
    asked = _what_is_asked(_EXPLAINED.sub(" ", topic)) if _EXPLAINED.search(topic) else None
    if asked is None or not asked.names:
        return None
    shown = [
        row
        for result in _votes(asked, evidence.documents_for(question), evidence, glossary)
        for row in index.rows_of(index.paragraphs[result].document.id)
        if is_of_same_item(row, result, index) and _is_said_for(asked.names, row, index)
    ]
    places = [place for row in dict.fromkeys(shown) for place in sentences_at(row, index)]
    return _whole(places, index) if len(shown) <= _MOST_EXPLAINED else None


def text_voted_on(topic: str) -> list[str]:
    """The words by which `topic` calls the text whose votes it asks for; none where it asks for something else."""
    asked = _what_is_asked(topic)
    told = asked.words - CALLS_A_VOTE if asked else frozenset[str]()
    return [each for each in _WORD.findall(topic) if each.lower() in told]


def _whole(places: Sequence[Place], index: Index) -> Draft | None:
    return looked_up(in_given_order(places, index), intent="text")


def _what_is_asked(topic: str) -> _Asked | None:
    """What `topic` asks the votes of; None where it asks for more or none are meant."""
    topic = _asking_for_votes(topic)
    if not _ASKED.search(topic) or _NO_VOTE.search(topic):
        return None
    found = [each for each in mentions(topic) if each.kind == "symbol" or each.number]
    countries, rest = country_names(topic), without_countries(topic)
    for each in found:
        rest = blanked(rest, each.start, each.end)
    words = frozenset(_WORD.findall(rest.lower())) - VOTING.words
    if len(countries) > 1 or (
        words and not _ON_A_TEXT.search(topic) and not any(one.search(topic) for one, _ in _SIDES)
    ):
        return None
    return _Asked(tuple(each.number or each.labels[0] for each in found), words, frozenset[str]().union(*countries))


def _asking_for_votes(topic: str) -> str:
    """`topic`, of several questions in one only those that ask for votes: others do not name what was voted on."""
    return " ".join(each.asked for each in sub_questions(topic) if _ASKED.search(each.asked)) or topic


def _votes(asked: _Asked, documents: Sequence[str], evidence: Evidence, glossary: Glossary) -> list[int]:
    """The rows that say what came of the votes `asked` for, in `documents` (ids; all if empty); none of many."""
    index = evidence.index
    found = votes_in(documents or [each.id for each in index.documents], asked.texts, index)
    if asked.words:
        titles = {row: glossary.spell_out(what_was_voted_on(row, index)) for row in found}
        found = [row for row in found if _is_about(asked.words, titles[row], index)]
    return found if len(found) <= _MOST_VOTES else []


def _is_about(words: frozenset[str], titles: str, index: Index) -> bool:
    """Whether each of `words` that is searched for is in `titles`, and one is."""
    wanted, held = set(index.lexical.terms(" ".join(sorted(words)))), set(index.lexical.terms(titles))
    return bool(wanted) and wanted <= held


def _shown(asked: _Asked, result: int, topic: str, index: Index) -> Iterator[Place]:
    """What `topic` asks of the vote with that `result`: what came of it alone, or who voted how too."""
    if _OUTCOME.search(topic) and not asked.names:
        return result_and_later(result, index)
    labels = [label for pattern, label in _SIDES if pattern.search(topic)]
    is_whether = bool(asked.names) and _YES_NO.match(topic) is not None
    return _lists_shown(result, labels, asked.names, index, is_whether=is_whether)


def _lists_shown(
    result: int, labels: Sequence[str], names: frozenset[str], index: Index, *, is_whether: bool
) -> Iterator[Place]:
    """The lists with one of `labels`, of all without any, or with the State, and what came of the vote.

    Whether a State (`is_whether`) voted against is told by the list that has it, whichever that is.
    """
    held = lists_of(result, index)
    with_state = [each for each in held if not names or _has_any(_sentence(each[1], index), names)]
    lists = [place for label, place in with_state if not labels or label in labels or is_whether]
    outcome = list(result_and_later(result, index))
    # Who was absent may be named only in what was said of the vote afterwards.
    if lists or (names and any(_has_any(_sentence(each, index), names) for each in outcome)):
        yield from (*lists, *outcome)


def _sentence(place: Place, index: Index) -> str:
    return index.sentence_texts(place[0])[place[1]]


def _is_said_for(names: frozenset[str], row: int, index: Index) -> bool:
    """Whether the paragraph at `row` is of a record and said by who speaks for the State of `names`."""
    return _has_any(speaker_label(index, row) or "", names)


def _has_any(text: str, names: frozenset[str]) -> bool:
    return any(not names.isdisjoint(each.forms) for each in named_in(text))
