"""Who holds an office of an organ, as its reports list the officers or say who was elected: `Rapporteur: Ms. A`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.document import Document
from index.language.english.documents import OFFICERS
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.held import is_told, told_of
from rag.answering.extractive.compose import Place, in_given_order, with_table
from rag.answering.looked_up.writer import looked_up
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.documents.data import MOST
from rag.question.documents.initials import has_initials

_ASKS_WHO = LatePattern(OFFICERS.asks_who, re.IGNORECASE)
_PRESIDED = LatePattern(OFFICERS.presided, re.IGNORECASE)
_ALL = LatePattern(OFFICERS.all_offices, re.IGNORECASE)
_OFFICERS = LatePattern(OFFICERS.officers, re.IGNORECASE)
_ELECTED = LatePattern(OFFICERS.elected, re.IGNORECASE)
_WORD = LatePattern(r"[^\W_]+")
_MOST_SAID = 3  # sentences on who was elected; more are about several elections
_LONGEST = 1_000  # characters of a sentence that lists officers; a line of a table is far shorter


@dataclass(frozen=True, slots=True)
class _Office:
    """What asks for an office, what its line in a list of officers begins with, and how prose calls it."""

    asked: LatePattern
    line: LatePattern
    called: LatePattern


_OFFICES = tuple(
    _Office(
        LatePattern(asked, re.IGNORECASE),
        LatePattern(rf"(?:^|[;:.] |\n){name}:\s*(?:\|\s*)?[A-Z]", re.IGNORECASE),
        LatePattern(rf"(?<!vice-)(?<!special )\b{name}\b", re.IGNORECASE),
    )
    for asked, name in OFFICERS.offices
)
_HEADS = tuple(each for each in _OFFICES if any(map(each.asked.fullmatch, OFFICERS.heads)))


def officers(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """The lines of lists of officers with the office that is asked for, or all; else who was elected to it, or None.

    The organ is known by the title or body of its document, which have all words that are left.
    """
    topic, index = question.topic, evidence.index
    wanted = () if _ALL.search(topic) else tuple(each for each in _OFFICES if each.asked.search(topic))
    if not _ASKS_WHO.search(topic) or not (wanted or _ALL.search(topic)):
        return None
    documents = _meant(question, evidence)
    rows = [row for each in documents for row in index.rows_of(each.id)] if len(documents) <= MOST else []
    likely = index.rows_with(OFFICERS.listed, rows)
    found = _found(likely, wanted, index)
    if not found and any(each in _HEADS for each in wanted):
        # One organ calls whoever presides its chair, another its president.
        found = _found(likely, _HEADS, index)
    return looked_up(in_given_order(found, index))


def organ_presided(topic: str) -> list[str]:
    """The words for the organ whose chair or the like `topic` asks for; none where it asks for something else."""
    asked = _PRESIDED.search(topic)
    return [each for each in _WORD.findall(asked["organ"]) if each.lower() not in OFFICERS.words] if asked else []


def _found(rows: Sequence[int], wanted: Sequence[_Office], index: Index) -> list[Place]:
    """The sentences at `rows` that list the offices `wanted`, or all without any; else those on who was elected."""
    return list(_listed(rows, wanted, index)) or (_elected(rows, wanted, index) if wanted else [])


def _meant(question: QuestionAnalysis, evidence: Evidence) -> list[Document]:
    """The documents, of those named or likely, whose titles, bodies or sessions have all that is said of an organ."""
    index, named = evidence.index, evidence.documents_for(question)
    left = [each for each in _WORD.findall(question.topic) if each.lower() not in OFFICERS.words]
    if not left and not question.documents:
        return []
    likely = (
        [index.document(each) for each in named]
        if named
        else [
            *(evidence.paragraph(hit).document for hit in evidence.hits),
            *(each for word in left for each in index.store.held.titled(word.lower())),
        ]
    )
    return [each for each in {one.id: one for one in likely}.values() if _is_of(each, left, index)]


def _is_of(document: Document, words: Sequence[str], index: Index) -> bool:
    told = " ".join(told_of(document))
    return all(is_told(each, told, index) or has_initials(document, each) for each in words)


def _listed(rows: Sequence[int], wanted: Sequence[_Office], index: Index) -> Iterator[Place]:
    """The sentences at `rows` that list one of the offices `wanted`; without any, all that list officers."""
    for place, sentence in _sentences(rows, index):
        if any(each.line.search(sentence) for each in wanted):
            yield place
        elif not wanted and _OFFICERS.search(sentence) and _ELECTED.search(sentence):
            shown = with_table(place, index)
            lines = [index.sentence_texts(row)[at] for row, at in shown]
            if any(office.line.search(line) for line in lines for office in _OFFICES):
                yield from shown


def _elected(rows: Sequence[int], wanted: Sequence[_Office], index: Index) -> list[Place]:
    """The sentences at `rows` that say who was elected to one of the offices; none where they are many."""
    found = [
        place
        for place, sentence in _sentences(rows, index)
        if _ELECTED.search(sentence) and any(each.called.search(sentence) for each in wanted)
    ]
    return found if len(found) <= _MOST_SAID else []


def _sentences(rows: Sequence[int], index: Index) -> Iterator[tuple[Place, str]]:
    """Each sentence at `rows` that is not too long to list officers, with its place."""
    for row in rows:
        for at, sentence in enumerate(index.sentence_texts(row)):
            if len(sentence) <= _LONGEST:
                yield (row, at), sentence
