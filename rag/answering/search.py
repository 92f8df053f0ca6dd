"""Every paragraph that mentions something, counted: for questions that want no answer but the places."""

from collections.abc import Sequence
from dataclasses import replace

from index.store import Index
from index.text.wording import counted
from rag.answer import EXTRACTIVE, Statement
from rag.answering.writer import Draft, Evidence
from rag.citing.quoted import quoted
from rag.question.analyse import QuestionAnalysis
from rag.searching.passages import SearchedWords, best_sentence, marks, mentioning

SHOWN = 10
_DOCUMENTS_COUNTED = 8  # documents whose paragraphs are counted one by one; of more a reader sees only the total


class SearchWriter:
    """Lists the paragraphs that hold all the words that a question searches for."""

    mode = EXTRACTIVE

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The sentence with the words of the first such paragraphs, in reading order, and how many there are."""
        index = evidence.index
        searched = SearchedWords.of(question.searched, index)
        rows = mentioning(searched, _rows(question, evidence), index)
        statements = tuple(_mention(row, searched, index) for row in rows[:SHOWN])
        reason = f"No paragraph holds all of these words: {question.searched}."
        draft = Draft.of(statements, float(bool(statements)), reason)
        return replace(draft, remark=_counts(question.searched, rows, index)) if statements else draft


def _rows(question: QuestionAnalysis, evidence: Evidence) -> Sequence[int]:
    """The rows that are searched, ascending: those that the question names, else all that may be quoted."""
    if question.scopes:
        return sorted(frozenset().union(*question.scopes))
    documents = evidence.documents or [each.id for each in evidence.index.documents]
    return [row for each in documents for row in evidence.index.rows_of(each)]


def _mention(row: int, searched: SearchedWords, index: Index) -> Statement:
    """The first sentence of a paragraph that holds most of what is searched for."""
    ref = index.paragraphs[row]
    citation = quoted(ref, best_sentence(row, marks(searched, ref.text, index), index))
    return Statement(citation.quote, (citation,))


def _counts(words: str, rows: Sequence[int], index: Index) -> str:
    """How many paragraphs mention `words`, in which documents, and how many of them are shown."""
    documents = [index.paragraphs[row].document.id for row in rows]
    each = {one: documents.count(one) for one in dict.fromkeys(documents)}
    mention = "mentions" if len(rows) == 1 else "mention"
    total = f"{counted(len(rows), 'paragraph')} {mention} “{words}”"
    if 1 < len(each) <= _DOCUMENTS_COUNTED:
        total += f" ({', '.join(f'{count} in {one}' for one, count in each.items())})"
    elif len(each) > 1:
        total += f" in {counted(len(each), 'document')}"
    if len(rows) <= SHOWN:
        return f"{total}."
    return f"{total}; the first {SHOWN} are shown. Name a document to see those of that one."
