"""Paragraphs that define what a question asks the meaning of, before those that only mention it.

Retrieval ranks by how often and how rarely a word is said, so that `What is CARIN?` finds the one paragraph that has
the short form, and not the one that says what the network is.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.store import Index
from rag.answer import Hit
from rag.answering.defining import PARTLY
from rag.answering.extractive.asked_for import AskedFor
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary

# Twice what a reader reads: a definition that lies further down is seldom one of the term that was meant.
_LOOKED_THROUGH = 20


def definitions_first(
    question: QuestionAnalysis, hits: Sequence[Hit], index: Index, glossary: Glossary, only: Sequence[str] = ()
) -> tuple[Hit, ...]:
    """`hits` with those first, at the best score, of the best twenty that define the term that `question` asks for.

    Where none does and the term is a short form, the first paragraph that spells it out, of the documents `only` (ids;
    all if empty), which may be none of `hits`. As they are where it asks for none.
    """
    asked_for = AskedFor.by(question.text, glossary)
    if asked_for.term is None or not hits:
        return tuple(hits)
    defining = [hit for hit in hits[:_LOOKED_THROUGH] if _told(index, hit.row, asked_for) == 1.0]
    defining = defining or _spelling_out(asked_for, question.documents or only, index)
    if not defining:
        return tuple(hits)
    best, rows = max(hit.score for hit in hits), {hit.row for hit in defining}
    raised = (replace(hit, score=best) for hit in defining)
    return (*raised, *(hit for hit in hits if hit.row not in rows))


def _spelling_out(asked_for: AskedFor, documents: Sequence[str], index: Index) -> list[Hit]:
    """The first paragraph in which a short form stands beside its long one, as a report introduces it."""
    long = max(asked_for.term_forms, key=len, default="")
    found = sorted(index.best_rows(long, _LOOKED_THROUGH, documents)) if long else []
    telling = (row for row in found if _told(index, row, asked_for) >= PARTLY)
    return [Hit(row, index.paragraphs[row].document.id, index.paragraphs[row].locator, 0.0) for row in telling][:1]


def _told(index: Index, row: int, asked_for: AskedFor) -> float:
    """How far a sentence of the paragraph there defines the term, 0 to 1."""
    return max((asked_for.defines(sentence) for sentence in index.sentence_texts(row)), default=0.0)
