"""More than the sentences that answer: a section whose heading a question has, whole paragraphs of open ones."""

from collections.abc import Collection, Sequence
from itertools import islice, takewhile

from index.store import Index
from index.text.numerals import without_number
from rag.answering.extractive.candidate import Candidate
from rag.answering.extractive.compose import Place
from rag.question.analyse import QuestionAnalysis
from rag.question.answer_type import POINTED, asks_for_list

_LIST_OF = "list overview"
_FEWEST_WORDS = 2  # of a heading: `Schedule` may be of anything
_BEGINNING = 5  # letters that two stems of one word share
_SHORT = 1_500  # characters of a section that is quoted whole: no more than a long paragraph,
_FEW = 3  # of so many paragraphs at most
# Characters of an answer to an open question. On tune vital facts of questions on matters were 0.707, 0.574 and 0.703
# within 1,800, 0.746, 0.597 and 0.714 within this, for 0.629, 0.537 and 0.638 (five documents, PDF files, held out;
# with the reader that docs/decisions/0007 tells of as tried).
_PAGE = 2_500
_LISTED = 12  # paragraphs of a section that is a list of them: more are looked through where they stand


def rest_of_section(question: QuestionAnalysis, chosen: Sequence[Candidate], index: Index) -> tuple[Place, ...]:
    """The sentences that belong to the first of `chosen` as their section is what a question asks for by name.

    All of a short section; where things are to be listed, what each paragraph of a longer one begins with.
    """
    is_list, is_open = asks_for_list(question.text), question.answer_type not in POINTED
    if not chosen or not (is_list or is_open):
        return ()
    rows = _section(chosen[0].ref.row, question, index)
    if is_list and _FEW < len(rows) <= _LISTED:
        return tuple((row, 0) for row in rows)
    is_short = 1 < len(rows) <= _FEW and sum(len(index.paragraphs[row].text) for row in rows) <= _SHORT
    return tuple((row, at) for row in rows for at in range(len(index.sentence_spans(row)))) if is_short else ()


def rest_of_paragraphs(question: QuestionAnalysis, chosen: Sequence[Candidate], index: Index) -> tuple[Place, ...]:
    """All sentences of the paragraphs of `chosen` that fit in, best first, where `question` is open.

    What a paragraph says of a matter is seldom said by one of its sentences: who asks for more than one thing is shown
    the paragraph, which is what the United Nations cites.
    """
    if question.answer_type in POINTED:
        return ()
    left, more = _PAGE - sum(len(each.text) for each in chosen), list[Place]()
    for row in dict.fromkeys(each.ref.row for each in chosen):
        unsaid = len(index.paragraphs[row].text) - sum(len(each.text) for each in chosen if each.ref.row == row)
        if unsaid <= left:
            left -= unsaid
            more += [(row, at) for at in range(len(index.sentence_spans(row)))]
    return tuple(more)


def _section(row: int, question: QuestionAnalysis, index: Index) -> Sequence[int]:
    """The rows of the section of the paragraph at `row`, if `question` has all words of its heading; else none."""
    places, document = index.store.places, index.rows_of(index.paragraphs[row].document.id)
    path = places.headings_above(row)
    words = frozenset(index.lexical.terms(without_number(path[-1]))) if path else frozenset[str]()
    words -= frozenset(index.lexical.terms(_LIST_OF))
    asked = frozenset(index.lexical.terms(question.topic))
    if len(words) < _FEWEST_WORDS or not all(_is_among(word, asked) for word in words):
        return ()
    # Of a longer section nothing is quoted, so that no more of it is looked through.
    before = takewhile(lambda at: places.headings_above(at) == path, range(row - 1, document.start - 1, -1))
    after = takewhile(lambda at: places.headings_above(at) == path, range(row + 1, document.stop))
    first, last = (len(list(islice(each, _LISTED + 1))) for each in (before, after))
    return range(row - first, row + last + 1)


def _is_among(stem: str, stems: Collection[str]) -> bool:
    """Whether `stem` is one of `stems`, or one goes on from it or from which it does: `settl` and `settlement`."""
    return stem in stems or any(
        min(len(stem), len(each)) >= _BEGINNING and (each.startswith(stem) or stem.startswith(each)) for each in stems
    )
