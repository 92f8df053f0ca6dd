"""Paragraphs that define what a question asks the meaning of, before those that only mention it.

Retrieval ranks by how often and how rarely a word is said, so that `What is CARIN?` finds the one paragraph that has
the short form, and not the one that says what the network is.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.store import Index
from rag.answer import Hit
from rag.answering.extractive.asked_for import AskedFor
from rag.question.analyse import QuestionAnalysis
from rag.question.words.acronyms import Glossary

# Twice what a reader reads: a definition that lies further down is seldom one of the term that was meant.
_LOOKED_THROUGH = 20


def definitions_first(
    question: QuestionAnalysis, hits: Sequence[Hit], index: Index, glossary: Glossary
) -> tuple[Hit, ...]:
    """`hits` with those first, at the best score, of the best twenty that define the term that `question` asks for.

    As they are where it asks for none.
    """
    asked_for = AskedFor.by(question.text, glossary)
    if asked_for.term is None:
        return tuple(hits)
    defining = [hit for hit in hits[:_LOOKED_THROUGH] if _defines(index, hit.row, asked_for)]
    if not defining:
        return tuple(hits)
    best, rows = max(hit.score for hit in hits), {hit.row for hit in defining}
    raised = (replace(hit, score=best) for hit in defining)
    return (*raised, *(hit for hit in hits if hit.row not in rows))


def _defines(index: Index, row: int, asked_for: AskedFor) -> bool:
    return any(asked_for.defines(sentence) == 1.0 for sentence in index.sentence_texts(row))
