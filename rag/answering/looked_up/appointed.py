"""Who was appointed to a post that several held one after another: of those, the one who holds it, or all."""

import re

from index.language.english.documents import OFFICERS
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.held import is_told
from rag.answering.extractive.compose import Place, in_given_order
from rag.answering.looked_up.writer import looked_up
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis

_ASKED = LatePattern(OFFICERS.asks_post, re.IGNORECASE)
_HELD_BEFORE = LatePattern(OFFICERS.held_before, re.IGNORECASE)
_WORD = LatePattern(r"[^\W_]+")
_LOOKED_THROUGH = 100  # paragraphs with most of the words
_MOST = 6  # more appointments are to several posts of that name


def appointed(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """The sentence that appoints who holds the post that is asked for, or those on all who held it; None without any.

    The latest is the last that its document tells of, and of several documents that of the latest. What the post is for
    the sentence, its paragraph or the headings above it say.
    """
    asked, index = _ASKED.search(question.topic), evidence.index
    words = [each for each in _WORD.findall(asked["matter"]) if each.lower() not in OFFICERS.words] if asked else []
    if asked is None or not words:
        return None
    query = f"{question.topic} {OFFICERS.appointing}"
    likely = index.best_rows(query, _LOOKED_THROUGH, evidence.documents_for(question))
    found = [each for row in sorted(likely) for each in _appointments(row, asked["post"], words, index)]
    if not 0 < len(found) <= _MOST or not _are_to_one_post(found, index):
        return None
    latest = max(found, key=lambda place: (index.paragraphs[place[0]].document.date or "", place))
    shown = found if _HELD_BEFORE.search(question.topic) else [latest]
    return looked_up(in_given_order(shown, index))


def _are_to_one_post(found: list[Place], index: Index) -> bool:
    """Whether the sentences stand under one chapter of each document; others have a post of that name of their own."""
    refs = [index.paragraphs[row] for row, _ in found]
    chapters = {(each.document.id, each.paragraph.headings[:1]) for each in refs}
    return len(chapters) == len({document for document, _ in chapters})


def _appointments(row: int, post: str, words: list[str], index: Index) -> list[Place]:
    """The sentences there that appoint somebody to a `post`, where what is told there has all `words`."""
    ref = index.paragraphs[row]
    told = " ".join((ref.text, *ref.paragraph.headings))
    if not all(is_told(each, told, index) for each in words):
        return []
    appoints = re.compile(rf"{OFFICERS.appoints}{re.escape(post)}", re.IGNORECASE)
    return [(row, at) for at, sentence in enumerate(index.sentence_texts(row)) if appoints.search(sentence)]
