"""Which lines of a file are questions, and what the others are: told by their words, their marks and their places.

A line is skipped only where something speaks for it. When nothing is sure it is asked, and whoever hands the file in
can untick it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from rag.batches.questions.recognition import asking, letter_parts
from rag.batches.questions.recognition.line import Line
from rag.batches.questions.recognition.lists import Item
from rag.batches.questions.recognition.marks import listed
from rag.batches.questions.recognition.surroundings import Place, places
from rag.batches.questions.row import QuestionRow


class Kind(Enum):
    """What a line is instead of a question; the values are the words that people read."""

    BLANK = "no words"
    CHOICE = "an answer to tick"
    INSTRUCTION = "instructions for answering"
    TITLE = "a title"
    HEADING = "a heading"
    DATE = "a date"
    GREETING = "a greeting"
    CLOSING = "thanks or regards"
    SIGNATURE = "a signature"
    ADDRESS = "an address or a reference"
    LEAD_IN = "it introduces what follows"
    FIELD = "a field to fill in"
    LETTERHEAD = "the head of a letter"
    STATEMENT = "a statement, not a question"


_CLOSING_MARKS = ")]”’\"'*"
# A line that long that tells something is a statement even without a full stop.
_STATEMENT_WORDS = 30
# Characters, more than a question may have (rag.question.analyse.MAX_QUESTION): such a line is not looked through.
_LONGEST = 5_000


def recognised(items: Sequence[Item]) -> Iterator[QuestionRow]:
    """The rows of a file, in order: lines that ask, and those that do not with what they are.

    A heading is the section of the rows after it, and a row of its own only where nothing but its look tells that it is
    one. Rows that are recognised already, those of a table, pass through.
    """
    read = [_without_a_look(each) for each in items if isinstance(each, QuestionRow) or _is_read(each)]
    section: str | None = None
    for place in places(read):
        item = read[place.at]
        if isinstance(item, QuestionRow):
            yield replace(item, section=section) if item.is_asked and not item.section else item
            continue
        kind = _kind(place, section)
        if kind is Kind.HEADING:
            section = item.text
        if kind is not Kind.HEADING or not item.heads:
            yield _row(place, kind, section)


def _without_a_look(item: Item) -> Item:
    """The row of a line that is too long for any question, which whoever asks it is told; `item` if it is none."""
    if isinstance(item, QuestionRow) or len(item.text) <= _LONGEST:
        return item
    return QuestionRow(item.place, item.text, problem=item.problem)


def _is_read(line: Line) -> bool:
    """Whether a line says anything; a title or a caption does where it asks something."""
    return bool(line.text) and (not line.is_furniture or asking.asks(line.text))


def _row(place: Place, kind: Kind | None, section: str | None) -> QuestionRow:
    line = place.line
    if kind is not None:
        return QuestionRow(line.place, line.text, skipped=kind.value)
    id, question = place.around.lists.questions.get(place.at) or listed(line.text)
    return QuestionRow(line.place, question, id=id, section=section, problem=line.problem)


def _kind(place: Place, section: str | None) -> Kind | None:
    """What a line is instead of a question; None where it is one, or may be."""
    text = place.line.text
    if place.line.is_furniture:
        return Kind.TITLE
    if place.line.heads:
        # Questions are set as headings too, with space for the answer under them.
        asks = asking.asks(text) and not place.line.is_section and not place.is_above_a_question
        return None if asks else Kind.HEADING
    if place.at in place.around.lists.parents:
        return Kind.HEADING if place.heads_a_list and not asking.asks(text) else Kind.LEAD_IN
    found = _first(_ANYWHERE, place)
    if found is not None or asking.asks(text):
        return found
    if section is not None and letter_parts.opens_an_aside(section) and letter_parts.tells(text):
        return Kind.STATEMENT
    return _first(_IN_A_LIST if place.is_listed else _LOOSE, place)


_Rules = Sequence[tuple[Kind, Callable[[Place], bool]]]


def _first(rules: _Rules, place: Place) -> Kind | None:
    return next((kind for kind, holds in rules if holds(place)), None)


def _is_title(place: Place) -> bool:
    return place.is_before and not place.is_listed and letter_parts.is_title(place.line.text)


def _is_statement(place: Place) -> bool:
    text = place.line.text.rstrip(_CLOSING_MARKS)
    if (place.is_before or place.is_after) and letter_parts.begins_as_a_statement(text):
        return not asking.wants(text)
    is_whole = text.endswith((".", ":", ";", "!")) or letter_parts.words(text) >= _STATEMENT_WORDS
    return is_whole and letter_parts.tells(text)


# In the order in which they are tried. The first ones hold for lines that ask, too: what they ask is something else.
_ANYWHERE: _Rules = (
    (Kind.BLANK, lambda place: letter_parts.is_blank(place.line.text)),
    (Kind.CHOICE, lambda place: place.is_offered or letter_parts.is_choice(place.line.text)),
    (Kind.INSTRUCTION, lambda place: asking.instructs(place.line.text)),
    (Kind.TITLE, _is_title),
)
_IN_A_LIST: _Rules = (
    (Kind.HEADING, lambda place: place.heads_a_list),
    (Kind.LEAD_IN, lambda place: place.introduces and letter_parts.tells(place.line.text)),
)
_LOOSE: _Rules = (
    (Kind.DATE, lambda place: letter_parts.is_date(place.line.text)),
    (Kind.GREETING, lambda place: place.greets),
    (Kind.CLOSING, lambda place: place.closes),
    (Kind.SIGNATURE, lambda place: place.signs),
    (Kind.ADDRESS, lambda place: letter_parts.is_address(place.line.text)),
    (Kind.HEADING, lambda place: place.is_heading and not asking.wants(place.line.text)),
    (Kind.LEAD_IN, lambda place: place.introduces),
    (Kind.FIELD, lambda place: letter_parts.is_field(place.line.text)),
    (Kind.LETTERHEAD, lambda place: place.heads_a_letter),
    (Kind.STATEMENT, _is_statement),
)
