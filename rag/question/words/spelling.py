"""Words of a question that no paragraph has, and what the texts have that is written almost so.

A typing error in a name (`Kyrgistan`) or a short form (`UNDOC`) and a compound written otherwise (`anticorruption`,
`cyber crime`) find nothing by their words. They are looked up among the words of the texts; a word that some paragraph
has is never changed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

import numpy as np

from index.language.english.language import ENGLISH
from index.search.vocabulary import LENGTH, LONGEST, SHORTEST, Vocabulary, letters_of
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.question.words.dictionary import is_english

_WORD = LatePattern(r"[^\W\d_]+")
# Letters of a word that is corrected to one a letter away: of shorter ones too many are alike (see `_nearest`).
_SHORTEST_NAME = 5
_SHORTEST_WORD = 8
_SHORTEST_ERROR = 4  # of one that no dictionary has, to one that it has
_SHORTEST_SWAPPED = 6  # to one of the same letters in another order
_SHORTEST_PART = 3  # letters of the parts of a compound: not `in to`
_ENDING = 2  # letters
_SHORT = 6  # letters up to which one letter may be wrong, and two in longer names
_MOST_IN_NAMES = 2
_LOOKED_THROUGH = 5  # paragraphs
# A character that no text holds (see `index.text.typography.CONTROL_CHARACTERS`).
_UNKNOWN = "\uffff"


@dataclass(frozen=True, slots=True)
class Correction:
    """A `word` of a question that is in no paragraph, or two that one has as one, and what is searched for as well."""

    word: str
    meant: str


class Spelling:
    """Corrects the words of questions by those of the paragraphs of `index`.

    Safe to share between threads.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lexical = index.lexical

    def completed(self, question: str) -> str:
        """`question` followed by what its words are corrected to."""
        return " ".join([question, *(each.meant for each in self.corrections(question))])

    def corrections(self, question: str) -> tuple[Correction, ...]:
        """The corrections of the words of `question`, in its order, each once; most questions have none."""
        words = list(_WORD.finditer(question))
        found = [*self._joined(question, words)]
        for match in words:
            word = match[0]
            if len(word) < SHORTEST or self.is_known(word):
                continue
            if word.isupper():
                found += [Correction(word, meant) for meant in _swapped(word, self._vocabulary)]
            elif word[1:].islower():
                # The first word has a capital whatever it is.
                is_name = word[0].isupper() and match.start() > 0
                found += [Correction(word, meant) for meant in self._meant(word, is_name=is_name)]
        return tuple(dict.fromkeys(found))

    def is_known(self, word: str) -> bool:
        """Whether some paragraph has `word`, or it says nothing (`the`)."""
        return all(self._lexical.idf(stem) < self._rarest for stem in self._lexical.terms(word))

    def is_printed(self, form: str) -> bool:
        """Whether a paragraph that has the words of `form` most often has it letter by letter."""
        rows = self._index.best_rows(form, _LOOKED_THROUGH)
        return any(form in self._index.paragraphs[row].text for row in rows)

    def errors(self, question: str) -> tuple[Correction, ...]:
        """Those of the corrections of `question` by which it may be read: of words in one case, and to countries.

        Another name that is almost one of the texts may well be somebody else's, for whom the texts are searched too.
        A compound that is written otherwise is no error.
        """
        return tuple(
            each
            for each in self.corrections(question)
            if (_is_in_one_case(each.word) or (each.meant in _countries() and each.word not in _countries()))
            and not _is_another_form(each.word.lower(), each.meant.lower())
        )

    def is_ordinary(self, word: str) -> bool:
        """Whether `word` is printed in small letters most often where it stands, or says nothing (`who`)."""
        return not self._lexical.terms(word) or word in self._in_small_letters

    def _joined(self, question: str, words: list[re.Match[str]]) -> Iterator[Correction]:
        """Words of `question` side by side that a paragraph has as one."""
        for one, other in pairwise(words):
            between = question[one.end() : other.start()]
            parts = one[0], other[0]
            if between in (" ", "-") and all(
                len(part) >= _SHORTEST_PART and self._lexical.terms(part) for part in parts
            ):
                joined = one[0] + other[0].lower()
                if self.is_known(joined):
                    yield Correction(question[one.start() : other.end()], joined)

    def _meant(self, word: str, *, is_name: bool) -> Iterator[str]:
        """What the texts have in place of `word`: a compound of the same letters, else the word most like it."""
        if compound := self._vocabulary.compounds.get(word.lower()):
            yield compound
        elif nearest := _nearest(word.lower(), self._vocabulary, is_name=is_name):
            yield nearest

    @cached_property
    def _in_small_letters(self) -> frozenset[str]:
        return frozenset(word for word in self._vocabulary.words if word.islower())

    @cached_property
    def _rarest(self) -> float:
        return self._lexical.idf(_UNKNOWN)

    @property
    def _vocabulary(self) -> Vocabulary:
        return self._index.store.vocabulary


def _is_in_one_case(word: str) -> bool:
    return word.islower() or word.isupper()


def _is_another_form(word: str, meant: str) -> bool:
    """Whether two words differ in their endings alone (`summarise`, `summaries`), or in hyphens."""
    return meant.replace("-", "") == re.sub("[- ]", "", word) or (
        len(word) >= _SHORTEST_WORD and meant.startswith(word[:-_ENDING])
    )


@cache
def _countries() -> frozenset[str]:
    """The words of countries' names and of what their people are called."""
    return frozenset(word for forms in ENGLISH.checks.countries for each in forms for word in each.split())


def _nearest(said: str, vocabulary: Vocabulary, *, is_name: bool) -> str | None:
    """The word of `vocabulary` that is fewest letters away from `said`, of several the most frequent; None if too far.

    One letter may be missing, added, wrong or out of place, in a name of more than six two; the first is right. A name
    is corrected to a name. Another word must be long, unless no dictionary has it: short ones that no paragraph has are
    words of the language more often than errors (`live` and `line`, `charity` and `clarity`). Of 1,024 words of four to
    seven letters with one that is wrong 778 are corrected so and 42 to another word, where by their length alone 137
    are; of 4,473 questions as they were typed none is changed.
    """
    most = _MOST_IN_NAMES if is_name and len(said) > _SHORT else 1
    if not vocabulary.words or len(said) > LONGEST:
        return None
    near = np.flatnonzero(np.abs(vocabulary.letters[:, LENGTH] - len(said)) <= most)
    # A wrong letter changes two counts.
    differences = vocabulary.letters[near, :LENGTH] - letters_of([said])[:, :LENGTH]
    near = near[np.abs(differences).sum(axis=1) <= 2 * most]
    found = []
    for row in near.tolist():
        other = vocabulary.words[row]
        is_of_kind = other[0].isupper() if is_name else True
        if is_of_kind and other[0].lower() == said[0] and len(said) >= _shortest(said, other, is_name=is_name):
            found.append((_distance(said, other.lower()), row))
    nearest = min(found, default=None)
    return vocabulary.words[nearest[1]] if nearest and nearest[0] <= most else None


def _swapped(said: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The most frequent short form of `vocabulary` that is `said` with two letters next to each other swapped.

    With another letter in place of one it may well be somebody else's.
    """
    if not vocabulary.words or not _SHORTEST_NAME <= len(said) <= LONGEST:
        return
    for row in np.flatnonzero((vocabulary.letters == letters_of([said.lower()])).all(axis=1)).tolist():
        other = vocabulary.words[row]
        if other.isupper() and other[0] == said[0] and _distance(said, other) == 1:
            yield other
            return


def _shortest(said: str, other: str, *, is_name: bool) -> int:
    """How many letters `said` must have to be taken for `other`."""
    if is_name:
        return _SHORTEST_NAME
    if other.islower() and is_english(other) and not is_english(said):
        return _SHORTEST_ERROR
    return _SHORTEST_SWAPPED if sorted(said) == sorted(other.lower()) else _SHORTEST_WORD


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or swapped with the next to make `other` of `one`."""
    before, last = list(range(len(other) + 1)), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            steps = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        before, last = last, row
    return last[-1]
