"""Recipe: a writer of answers. One that quotes the first sentence of the best paragraph, as search engines did."""

from index.build import build_index
from index.document import Document
from rag.answer import Statement
from rag.answerer import Answerer
from rag.answering.writer import Draft, Evidence
from rag.citing.quoted import quoted
from rag.question.analyse import QuestionAnalysis
from tests.support.fakes import FakeEmbedder


class FirstSentenceWriter:
    """Quotes one sentence, and says that it is only about what was asked: whether it answers, it does not know."""

    mode = "extractive"

    def write(self, question: QuestionAnalysis, evidence: Evidence) -> Draft:
        """The first sentence of the best of the paragraphs found for `question`."""
        if not evidence.hits:
            return Draft("nothing")
        ref = evidence.paragraph(evidence.hits[0])
        citation = quoted(ref, evidence.index.sentence_spans(ref.row)[0])
        return Draft("related", (Statement(citation.quote, (citation,)),))


def test_a_question_is_answered_by_it(documents: tuple[Document, ...]) -> None:
    embedder = FakeEmbedder()
    answerer = Answerer(build_index(documents, embedder), embedder, writer=FirstSentenceWriter())

    answer = answerer.answer("Do banks cooperate?")

    best = answer.evidence[0]
    assert (answer.state, answer.mode) == ("related", "extractive")
    assert [(each.document, each.locator) for each in answer.statements[0].citations] == [(best.document, best.locator)]
