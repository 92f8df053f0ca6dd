"""By when something is to be done, where a sentence that sets a deadline speaks of all that a question names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.language.english.checks import DEADLINES
from index.store import Index, ParagraphRef
from index.symbols import adopting_organ
from index.text.late_patterns import LatePattern
from rag.answering.extractive.compose import Place, in_given_order
from rag.answering.looked_up.writer import looked_up
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.documents.initials import has_initials
from rag.question.words.acronyms import Glossary

_ASKED = LatePattern(DEADLINES.asked, re.IGNORECASE)
_LIMIT = LatePattern(DEADLINES.limit, re.IGNORECASE)
_WORD = LatePattern(r"[^\W\d_]{2,}")
_LOOKED_THROUGH = 100  # paragraphs with most of the words
_OPENING = 2  # paragraphs of a resolution that say what it is on
_SHOWN = 3  # of several, such as those of each topic of a report


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A word of a question, and the stems of each way in which a text may say it."""

    word: str
    ways: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, word: str, index: Index, glossary: Glossary) -> "_Wanted":
        """`word` with what texts may have for it and with what it is short for."""
        ways = (_stems(each, index) for each in (word, *_alike(word), *glossary.other_forms(word)))
        return cls(word, tuple(each for each in ways if each))

    def is_in(self, stems: frozenset[str]) -> bool:
        """Whether `stems` say it."""
        return any(way <= stems for way in self.ways)

    def is_around(self, around: frozenset[str], ref: ParagraphRef) -> bool:
        """Whether headings or titles, with the stems `around`, say it; one that is never searched for need not be."""
        return not self.ways or self.is_in(around) or (self.word.isupper() and has_initials(ref.document, self.word))


def deadline(question: QuestionAnalysis, evidence: Evidence, glossary: Glossary) -> Draft | None:
    """The sentences that set the deadline that is asked for; None where none is, or none speaks of all that it is of.

    Those that say most of it themselves stand before those that say it by their headings and the document's title.
    """
    words = [each for each in _WORD.findall(question.topic) if each.lower() not in DEADLINES.words]
    if not words or not _ASKED.search(question.topic):
        return None
    index = evidence.index
    wanted = [_Wanted.of(each, index, glossary) for each in words]
    query = " ".join((glossary.spell_out(" ".join(words)), *(other for each in words for other in _alike(each))))
    likely = index.best_rows(query, _LOOKED_THROUGH, evidence.documents_for(question))
    found = [each for row in likely for each in _deadlines(row, wanted, index)]
    most = max((said for said, _ in found), default=0)
    shown = [place for said, place in found if said == most][:_SHOWN]
    return looked_up(in_given_order(shown, index))


def _deadlines(row: int, wanted: Sequence[_Wanted], index: Index) -> Iterator[tuple[int, Place]]:
    """The sentences there that set a deadline of all that is `wanted`, each with how much of it they say themselves."""
    ref = index.paragraphs[row]
    opening = _opening(ref, index)
    around = _stems(" ".join((*ref.paragraph.headings, ref.document.title, ref.document.body or "", *opening)), index)
    for at, sentence in enumerate(index.sentence_texts(row)):
        own = _stems(sentence, index)
        said = [each for each in wanted if each.is_in(own)]
        is_of_all = said and all(each in said or each.is_around(around, ref) for each in wanted)
        # Last, as it takes longest.
        if is_of_all and _LIMIT.search(sentence):
            yield len(said), (row, at)


def _opening(ref: ParagraphRef, index: Index) -> Sequence[str]:
    """What a resolution begins with: those of the Security Council have no title, and say there what they are on."""
    if not adopting_organ(ref.document.symbol or ""):
        return ()
    return [index.paragraphs[row].text for row in index.rows_of(ref.document.id)[:_OPENING]]


def _alike(word: str) -> Sequence[str]:
    return sorted(next((each for each in DEADLINES.alike if word.lower() in each), ()))


def _stems(text: str, index: Index) -> frozenset[str]:
    return frozenset(index.lexical.terms(text))
