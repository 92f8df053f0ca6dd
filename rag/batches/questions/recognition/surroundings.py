"""Where a line stands among the others of its file: before the questions, after them, in a list, under a letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.batches.questions.recognition import asking, letter_parts
from rag.batches.questions.recognition.line import Line
from rag.batches.questions.recognition.lists import Item, LeadIns, children, is_listed, lead_ins
from rag.batches.questions.recognition.marks import mark_depth
from rag.batches.questions.row import QuestionRow

# A signature is a name, a function, an office, a line each.
_SIGNATURE_WORDS, _SIGNATURE_LINES = 10, 6
_GREETING_WORDS, _CLOSING_WORDS = 8, 6
_COMMAS = (",", "，", "،")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of all lines of a file together.

    `sure` says of each whether it is a question beyond doubt, `leading` whether such a question comes next, headings
    between them left out, and `phrases` whether it is a few words in no list. `first` and `last` are the numbers of the
    first and last question, one beyond the end and -1 where there is none; `opening` is that of the greeting or title
    before the questions, -1 where there is none. With `plain_emphasis` bold means nothing, as half of the questions are
    bold; with `topical_phrases` there are so many lines of a few words that they may be what is asked about.
    """

    items: Sequence[Item]
    lists: LeadIns
    sure: Sequence[bool]
    leading: Sequence[bool]
    phrases: Sequence[bool]
    first: int
    last: int
    opening: int
    plain_emphasis: bool
    topical_phrases: bool


def surroundings(items: Sequence[Item]) -> Surroundings:
    """What is known of `items` together."""
    lists = lead_ins(items)
    sure = [_is_question(item) and at not in lists.offered for at, item in enumerate(items)]
    phrases = [_is_loose_phrase(item) for item in items]
    asked = [at for at, each in enumerate(sure) if each]
    first = asked[0] if asked else len(items)
    return Surroundings(
        items=items,
        lists=lists,
        sure=sure,
        leading=_leading(items, sure),
        phrases=phrases,
        first=first,
        last=asked[-1] if asked else -1,
        opening=max((at for at in range(first) if asked and _opens(items[at])), default=-1),
        plain_emphasis=_half_are_bold([items[at] for at in asked]),
        topical_phrases=sum(phrases) > sum(sure),
    )


def _leading(items: Sequence[Item], sure: Sequence[bool]) -> list[bool]:
    leading = [False] * len(items)
    for at in range(len(items) - 2, -1, -1):
        following = items[at + 1]
        is_heading = isinstance(following, Line) and following.heads
        leading[at] = leading[at + 1] if is_heading else sure[at + 1]
    return leading


def _is_question(item: Item) -> bool:
    """Whether a line is a question beyond doubt: by its words, or as an item of a list that is no answer to tick."""
    if isinstance(item, QuestionRow):
        return item.is_asked
    text = item.text
    if item.is_furniture or item.heads or asking.instructs(text) or letter_parts.is_choice(text):
        return False
    if is_listed(item):
        return not letter_parts.is_blank(text)
    # "List of issues" is a title, though "List of States" is a request.
    return asking.asks(text) and not letter_parts.is_title(text)


def _half_are_bold(questions: Sequence[Item]) -> bool:
    bold = [each.is_emphasised for each in questions if isinstance(each, Line)]
    return 2 * sum(bold) >= max(1, len(bold))


def _is_loose_phrase(item: Item) -> bool:
    """Whether an item is a line of a few words in no list."""
    if isinstance(item, QuestionRow) or item.heads or is_listed(item):
        return False
    return letter_parts.is_phrase(item.text) and not asking.asks(item.text)


def _opens(item: Item) -> bool:
    """Whether a line before the questions begins a letter or a memorandum, or names the whole list."""
    if isinstance(item, QuestionRow):
        return False
    text = item.text
    return not is_listed(item) and (_greets(text) or letter_parts.is_title(text) or letter_parts.is_address(text))


def _greets(text: str) -> bool:
    by_shape = letter_parts.words(text) <= _GREETING_WORDS and text.endswith(_COMMAS) and not letter_parts.is_date(text)
    return letter_parts.is_greeting(text) or by_shape


@dataclass(frozen=True, slots=True)
class Place:
    """The place `at` of a line among the others, and what can be told of the line by it. The line is in no table."""

    around: Surroundings
    at: int

    @property
    def line(self) -> Line:
        """The line that stands there; TypeError where it is the row of a table."""
        item = self.around.items[self.at]
        if isinstance(item, Line):
            return item
        raise TypeError(f"{item.place} is the row of a table")

    @property
    def is_before(self) -> bool:
        """Whether it stands before the first question, and there is one."""
        return self.at < self.around.first < len(self.around.items)

    @property
    def is_after(self) -> bool:
        """Whether it stands after the last question, and there is one."""
        return self.at > self.around.last >= 0

    @property
    def is_listed(self) -> bool:
        """Whether it is an item of a list."""
        return is_listed(self.line)

    @property
    def is_offered(self) -> bool:
        """Whether it is one of the answers that the question above offers."""
        return self.at in self.around.lists.offered

    @property
    def leads_to_questions(self) -> bool:
        """Whether the next line is a question beyond doubt, or a heading that leads to one."""
        return self.around.leading[self.at]

    @property
    def is_above_a_question(self) -> bool:
        """Whether the very next line is a question beyond doubt."""
        return self.at + 1 < len(self.around.items) and self.around.sure[self.at + 1]

    @property
    def greets(self) -> bool:
        """Whether it begins a letter: by its words, or as a short line before all questions with a comma behind it."""
        return letter_parts.is_greeting(self.line.text) or (self.is_before and _greets(self.line.text))

    @property
    def closes(self) -> bool:
        """Whether it ends a letter: by its words, or as a short line after all questions with a comma behind it."""
        text = self.line.text
        by_shape = self.is_after and letter_parts.words(text) <= _CLOSING_WORDS and text.endswith(_COMMAS)
        return letter_parts.is_closing(text) or by_shape

    @property
    def signs(self) -> bool:
        """Whether it is one of the few short lines under the end of a letter."""
        for at in range(self.at, max(-1, self.at - _SIGNATURE_LINES - 1), -1):
            item = self.around.items[at]
            if isinstance(item, QuestionRow) or self.around.sure[at] or item.heads:
                return False
            if at < self.at and Place(self.around, at).closes:
                return True
            if letter_parts.words(item.text) > _SIGNATURE_WORDS:
                return False
        return False

    @property
    def heads_a_letter(self) -> bool:
        """Whether it stands above a letter's greeting, the lines of a memorandum's head or the title of the list."""
        return self.at < self.around.opening

    @property
    def introduces(self) -> bool:
        """Whether it ends in a colon, and questions follow."""
        return self.line.text.endswith((":", "：")) and self.leads_to_questions

    @property
    def is_heading(self) -> bool:
        """Whether it is a few words above questions that look like a heading."""
        text = self.line.text.rstrip(":")
        if self.at > self.around.last or not letter_parts.is_phrase(text) or letter_parts.begins_a_clause(text):
            return False
        if (self.line.is_emphasised and not self.around.plain_emphasis) or self._heads_an_aside:
            return True
        if self.around.topical_phrases:
            return False
        return letter_parts.labels_a_part(text) or (self.leads_to_questions and self._stands_alone)

    @property
    def heads_a_list(self) -> bool:
        """Whether it is an item of a few words over a list: `1. Prevention`, and `1.1 What …` under it.

        A letter or Roman numeral (`II. Money`) stands over whatever items follow, a number over questions only.
        """
        if not letter_parts.is_phrase(self.line.text.rstrip(":")):
            return False
        below = [self.around.items[at] for at in children(self.around.items, self.at)]
        asking_below = (isinstance(item, Line) and asking.asks(item.text) for item in below)
        return (mark_depth(self.line.text) == 0 and bool(below)) or any(asking_below)

    @property
    def _heads_an_aside(self) -> bool:
        """Whether it says that what follows is about the form, and that follows."""
        following = self.around.items[self.at + 1 : self.at + 2]
        if not letter_parts.opens_an_aside(self.line.text):
            return False
        return any(isinstance(item, Line) and letter_parts.tells(item.text) for item in following)

    @property
    def _stands_alone(self) -> bool:
        """Whether no other line of a few words stands above it, but for a title at the beginning."""
        has_neighbour = self.at > 0 and self.around.phrases[self.at - 1]
        return self.line.stands_alone and (not has_neighbour or self.at == 1)


def places(items: Sequence[Item]) -> Iterator[Place]:
    """The places of all `items`, in order."""
    around = surroundings(items)
    return (Place(around, at) for at in range(len(items)))
