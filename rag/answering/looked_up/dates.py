"""When a treaty or the like that the documents speak of was made or took effect, where they say so."""

from rag.answering.checks.dating import date_asked, gives_date, is_named_in
from rag.answering.extractive.compose import Place, in_given_order
from rag.answering.looked_up.writer import looked_up
from rag.answering.writer import Draft, Evidence
from rag.question.analyse import QuestionAnalysis

_LOOKED_THROUGH = 100  # paragraphs with most of the words of its name
_SHOWN = 2  # what dates it once more says nothing new


def date_of_instrument(question: QuestionAnalysis, evidence: Evidence) -> Draft | None:
    """The sentences that date the treaty or the like whose date is asked for; None where none is, or none does."""
    asked = date_asked(question.topic)
    if asked is None:
        return None
    index = evidence.index
    found = list[Place]()
    for row in index.best_rows(asked.name, _LOOKED_THROUGH, evidence.documents_for(question)):
        sentences = index.sentence_texts(row) if is_named_in(index.paragraphs[row].text, asked) else []
        found += [
            (row, at) for at, sentence in enumerate(sentences) if gives_date(sentence, asked, " ".join(sentences[:at]))
        ]
        if len(found) >= _SHOWN:
            break
    return looked_up(in_given_order(found[:_SHOWN], index))
