"""What a table of particulars says beside the label that a question names: `State party: | Chile`."""

from collections.abc import Iterable, Iterator

from index.language.english.language import ENGLISH
from index.sentences import has_labels
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.held import is_told, told_of
from rag.answering.extractive.compose import Place, in_given_order
from rag.answering.looked_up.writer import looked_up
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.documents.initials import has_initials

_WORD = LatePattern(r"[^\W_]+")
_LEAST = 2  # words of a label; one such as `Date:` says too little of what it is
_NO_MATTER = ENGLISH.questions.asks_for_text | frozenset("who whom whose when where no number s current latest".split())


def beside_label(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """The line of a table whose label `question` names, all else of which says only which document; None without one.

    Where lines of several tables would do, none is meant.
    """
    index, named = evidence.index, evidence.documents_for(question)
    rows = [row for each in named for row in index.rows_of(each)] or sorted({hit.row for hit in evidence.hits})
    words = frozenset(each.lower() for each in _WORD.findall(question.topic))
    found = [place for row in rows for place in _lines(row, words, index, is_named=bool(named))]
    return looked_up(in_given_order(found, index)) if len(found) == 1 else None


def _lines(row: int, words: frozenset[str], index: Index, *, is_named: bool) -> Iterator[Place]:
    """The lines of the table there whose labels are among `words`, where its document tells all the others.

    There must be others where its document is not named otherwise (`is_named`).
    """
    ref = index.paragraphs[row]
    if not has_labels(ref.paragraph):
        return
    stems, told = _stems(words, index), " ".join((*told_of(ref.document), *ref.paragraph.headings))
    for at, line in enumerate(index.sentence_texts(row)):
        label = _stems(_WORD.findall(line.partition(":")[0].lower()), index)
        others = [each for each in sorted(words - _NO_MATTER) if not label.issuperset(index.lexical.terms(each))]
        is_meant = len(label) >= _LEAST and label <= stems and (is_named or others)
        if is_meant and all(is_told(each, told, index) or has_initials(ref.document, each) for each in others):
            yield (row, at)


def _stems(words: Iterable[str], index: Index) -> set[str]:
    return set(index.lexical.terms(" ".join(sorted(words))))
