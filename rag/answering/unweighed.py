"""Writers for questions of which nothing is weighed: what they name is quoted, or there is nothing to quote."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from index.store import Index
from index.text.wording import counted
from rag.answer import EXTRACTIVE, Statement
from rag.answering.document_data import documents_listed
from rag.answering.extractive.compose import first_sentences, whole_paragraphs
from rag.answering.extractive.footnotes import notes_marked
from rag.answering.writer import AnswerWriter, Draft, Evidence
from rag.question.analyse import NamedPlace, QuestionAnalysis
from rag.states import FRAGMENT, OTHER_LANGUAGE, STATES

TO_COMPARE = "To compare them paragraph by paragraph:"
"""What stands before the command that compares two documents."""
# Up to this many paragraphs that a question names are quoted whole; of more, the first sentence of each.
_QUOTED_WHOLE = 10
_QUOTED_AT_ALL = 50


class RefusalWriter:
    """Says why a question cannot be answered: no document has what it names, it names nothing, or is not in English."""

    mode = EXTRACTIVE

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The draft without a statement that says why."""
        if question.in_other_language:
            return Draft("nothing", reason=OTHER_LANGUAGE)
        if not question.unknown_place:
            return Draft("nothing", reason=FRAGMENT)
        return Draft("nothing", reason=f"There is no {question.unknown_place}.")


class AboutWriter:
    """Says what there is to ask, to whoever greets or asks for that."""

    mode = EXTRACTIVE

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The draft without a statement that says what is held and how to ask."""
        documents = [evidence.index.document(each) for each in evidence.documents] or list(evidence.index.documents)
        held = documents_listed(documents)
        paragraphs = sum(len(each.paragraphs) for each in documents)
        return Draft(
            "nothing",
            reason=f"Ask what the documents say: {counted(paragraphs, 'paragraph')} of "
            f"{counted(len(documents), 'document')} are held ({held}). Each sentence of an answer is quoted and cited.",
        )


class FootnoteWriter:
    """Quotes the footnotes that a question names."""

    mode = EXTRACTIVE

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The footnotes of the paragraphs or documents that `question` names, else of all that may be quoted."""
        index = evidence.index
        documents = evidence.documents_for(question) or [each.id for each in index.documents]
        rows = [each.row for each in question.places] or chain.from_iterable(map(index.rows_of, documents))
        noted = notes_marked(question.footnotes, [index.paragraphs[row] for row in rows])
        return Draft.of(noted, float(bool(noted)), f"There is no footnote {', '.join(question.footnotes)}.")


def as_they_stand(places: Sequence[NamedPlace], index: Index) -> tuple[Statement, ...]:
    """`places`, whole; of many, the first sentence of each."""
    shown = places[:_QUOTED_AT_ALL]
    rows = list(dict.fromkeys(each.row for each in shown))
    if len(rows) > _QUOTED_WHOLE:
        return first_sentences(rows, index)
    return whole_paragraphs(((each.row, each.items) for each in shown), index)


class TextWriter:
    """Quotes the places that a question names as they stand."""

    mode = EXTRACTIVE

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The paragraphs or sub-items that `question` names, whole; of many, the first sentence of each."""
        return Draft.of(as_they_stand(question.places, evidence.index), 1.0)


@dataclass(frozen=True, slots=True)
class ChangeWriter:
    """Lets `writer` say what is different, and names the command that shows all of it."""

    writer: AnswerWriter

    @property
    def mode(self) -> str:
        """How the writer writes."""
        return self.writer.mode

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The draft of the writer; of two documents with where they can be compared paragraph by paragraph."""
        draft = self.writer.write(question, evidence)
        if not question.compared:
            return draft
        compared = f"{TO_COMPARE} pincite compare {' '.join(question.compared)}"
        if draft.statements:
            return replace(draft, remark=compared)
        return replace(draft, reason=f"{draft.reason or STATES['nothing'].title} {compared}")
