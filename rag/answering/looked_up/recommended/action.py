"""What an organ is asked to do with a document, as UN documents say it: it may wish to do it, or is invited to."""

import re
from collections.abc import Collection, Iterator

from index.document import Document
from index.language.english.documents import ACTION, ACTION_ASKED, ACTION_WORDS, ORGAN_NOUN
from index.store import Index
from index.text.late_patterns import LatePattern
from rag.answering.checks.held import is_told, told_of
from rag.answering.extractive.compose import Place, in_given_order
from rag.answering.looked_up.writer import looked_up, more_than_shown
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis
from rag.question.words.bare import bare_words

_ASKED = LatePattern(ACTION_ASKED, re.IGNORECASE)
_ACTION = LatePattern(ACTION, re.IGNORECASE)
_ORGAN = LatePattern(rf"\b{ORGAN_NOUN}\b", re.IGNORECASE)
_DOCUMENTS = 3  # of more than so many nobody means each
_SHOWN = 10  # paragraphs


def action_asked_for(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """What a document asks of the organ that it is for, lists whole, in its order.

    None where a question asks for something else or for one matter of it, where it is told of no document, and where
    none of them asks anything of that organ. A question that names none is of those found whose titles have all that it
    says.
    """
    asked = _ASKED.search(question.topic)
    if asked is None:
        return None
    left, index = set(bare_words(_ASKED.sub(" ", question.topic).lower())) - ACTION_WORDS, evidence.index
    documents = evidence.documents_for(question) or (
        dict.fromkeys(each.document for each in evidence.hits) if left else ()
    )
    about = [each for each in documents if _is_told_by(index.document(each), left, index)]
    if not 0 < len(about) <= _DOCUMENTS:
        return None
    organs = {each.lower() for each in _ORGAN.findall(asked[0])}
    rows = [row for each in about for row in index.rows_of(each)]
    found = {row: own for row in rows if (own := list(_asking(row, organs, index)))}
    places = [place for row in list(found)[:_SHOWN] for place in found[row]]
    more = more_than_shown(list(found), _SHOWN, "paragraph")
    return looked_up(in_given_order(places, index), remark=more, intent="text")


def _is_told_by(document: Document, words: Collection[str], index: Index) -> bool:
    """Whether the names of `document`, and what else is known of it as a whole, have all `words`."""
    told = " ".join(told_of(document))
    return all(is_told(each, told, index) for each in words)


def _asking(row: int, organs: Collection[str], index: Index) -> Iterator[Place]:
    """The sentences of a paragraph that ask something of one of `organs`, of any if empty; with the list after one."""
    sentences = index.sentence_texts(row)
    for at, sentence in enumerate(sentences):
        match = _ACTION.search(sentence)
        if match is None or (organs and (match["organ"] or match["other"]).lower() not in organs):
            continue
        if not index.paragraphs[row].paragraph.items:
            yield row, at
            continue
        yield from ((row, each) for each in range(at, len(sentences)))
        return
